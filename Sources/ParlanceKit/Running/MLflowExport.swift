internal import Reproducibility

/// Runs as MLflow keeps them in files, for its client and its pages, in the form of its file store.
///
/// A run's identifier is the beginning of its identity, so that exporting twice gives the same files.
public struct MLflowExport: Sendable {
  /// The files, by their paths in the folder of the export.
  public let files: [(path: String, bytes: [UInt8])]

  /// - Parameters:
  ///   - runs: the runs, each with its folder.
  ///   - root: the absolute path of the folder of the export, which MLflow writes into each record.
  /// - Throws: `FileError` for files of runs that cannot be read.
  public init(_ runs: [(folder: String, manifest: RunManifest)], root: String) throws {
    var files: [(path: String, bytes: [UInt8])] = []
    var experiments: [String] = []
    for run in runs {
      let experiment = Self.experiment(run.manifest.name)
      if !experiments.contains(experiment) {
        experiments.append(experiment)
        files.append(
          ("\(experiment)/meta.yaml", Self.meta(ofExperiment: run.manifest.name, identifier: experiment, root: root)))
      }
      files += try Self.files(of: run, experiment: experiment, root: root)
    }
    self.files = files
  }

  private static func files(
    of run: (folder: String, manifest: RunManifest), experiment: String, root: String
  ) throws -> [(path: String, bytes: [UInt8])] {
    let identifier = String(run.manifest.identity.hexadecimal.prefix(32))
    let folder = "\(experiment)/\(identifier)"
    let settings = try ExperimentFile(path: InputFolder.path(of: RecordedRun.FileName.experiment, in: run.folder))
    let start = try RunTimings.read(in: run.folder).startOfDay
    let parameters =
      settings.entries.map { ($0.key, $0.values) }
      + settings.sections.flatMap { section in section.entries.map { ("\(section.name).\($0.key)", $0.values) } }
    let name = FilePath.lastComponent(of: run.folder)
    var files: [(path: String, bytes: [UInt8])] = [
      (
        "\(folder)/meta.yaml",
        meta(ofRun: name, identifier: identifier, experiment: experiment, root: root, start: start)
      ),
      ("\(folder)/tags/mlflow.runName", Array(name.utf8)),
      ("\(folder)/tags/mlflow.source.name", Array("parlance \(run.manifest.tool.version)".utf8)),
      ("\(folder)/tags/parlance.identity", Array(run.manifest.identity.hexadecimal.utf8)),
    ]
    files += parameters.map { key, values in ("\(folder)/params/\(key)", Array(values.joined(separator: ", ").utf8)) }
    files += run.manifest.figures.compactMap { figure in
      figure.value.map { ("\(folder)/metrics/\(figure.metric.rawValue)", Array("\(start) \($0) 0\n".utf8)) }
    }
    files += try (run.manifest.outputs.map(\.path) + [RunManifest.fileName]).map { path in
      ("\(folder)/artifacts/\(path)", try InputFile.contents(of: InputFolder.path(of: path, in: run.folder)))
    }
    return files
  }

  /// The identifier of the experiment that runs of one name belong to: digits, as MLflow's own are.
  private static func experiment(_ name: String) -> String {
    let digits = ContentDigest(of: name).hexadecimal.utf8.prefix(15)
    let number = digits.reduce(0) { ($0 * 16 + Int($1 % 16)) % 1_000_000_000_000_000 }
    return String(number + 1)
  }

  private static func meta(ofExperiment name: String, identifier: String, root: String) -> [UInt8] {
    let lines = [
      "artifact_location: \(quoted("file://\(root)/\(identifier)"))", "creation_time: 0",
      "experiment_id: '\(identifier)'",
      "last_update_time: 0", "lifecycle_stage: active", "name: \(quoted(name))",
    ]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func meta(
    ofRun name: String, identifier: String, experiment: String, root: String, start: Int
  ) -> [UInt8] {
    let lines = [
      "artifact_uri: \(quoted("file://\(root)/\(experiment)/\(identifier)/artifacts"))", "end_time: \(start)",
      "entry_point_name: ''", "experiment_id: '\(experiment)'", "lifecycle_stage: active", "run_id: \(identifier)",
      "run_name: \(quoted(name))", "run_uuid: \(identifier)", "source_name: ''", "source_type: 4", "source_version: ''",
      "start_time: \(start)", "status: 3", "tags: []", "user_id: ''",
    ]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// A text as YAML has it in double quotes, which JSON's are too.
  private static func quoted(_ text: String) -> String { JSONValue.string(text).text() }
}
