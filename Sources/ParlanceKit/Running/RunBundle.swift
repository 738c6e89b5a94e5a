internal import Reproducibility

/// A run with its inputs in one archive, which verifies on another machine.
///
/// The run stands as deep in the archive as its inputs are far away, so that every path of its experiment leads where it led.
public struct RunBundle: Sendable {
  /// The bytes of the archive.
  public let bytes: [UInt8]

  /// Packs the run in the folder at `folder`.
  ///
  /// - Throws: `FileError`; `ConfigurationError` for a file that is missing or was changed, or a path that is too long.
  public init(folder: String) throws {
    let recorded = try RecordedRun(folder: folder)
    if let changed = try recorded.changedInput() {
      throw ConfigurationError(changed, hint: "only a run whose inputs are what they were can be packed")
    }
    let manifest = recorded.manifest
    let depth = manifest.inputs.map { $0.path.split(separator: "/").prefix { $0 == ".." }.count }.max() ?? 0
    let place = [String](repeating: Self.level, count: max(0, depth - 1)) + [Self.runName]
    let outputs = manifest.outputs.map(\.path) + [RunManifest.fileName, RecordedRun.FileName.timings]
    var files = try outputs.map { name in
      (
        path: (place + [name]).joined(separator: "/"),
        bytes: try InputFile.contents(of: InputFolder.path(of: name, in: folder))
      )
    }
    for input in manifest.inputs {
      var parts = place
      for part in input.path.split(separator: "/") {
        if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
      }
      let path = parts.joined(separator: "/")
      guard !files.contains(where: { $0.path == path }) else { continue }
      files.append((path, try InputFile.contents(of: InputFolder.joined(input.path, to: folder))))
    }
    do { bytes = try TapeArchive.packed(files) } catch {
      throw ConfigurationError("\(folder): the archive \(error.problem)", hint: "give the files shorter names")
    }
  }

  /// Unpacks the archive at `path` into a folder, and names the folder of the run in it.
  ///
  /// - Throws: `FileError`; `ConfigurationError` for what is no archive of a run.
  public static func unpack(_ path: String, into folder: String) throws -> String {
    let files: [(path: String, bytes: [UInt8])]
    do { files = try TapeArchive.unpacked(try InputFile.contents(of: path)) } catch let flaw as TapeArchive.Flaw {
      throw ConfigurationError("\(path) \(flaw.problem)", hint: "give an archive that parlance verify --bundle wrote")
    }
    let ending = "\(runName)/\(RunManifest.fileName)"
    guard let manifest = files.first(where: { $0.path == ending || $0.path.hasSuffix("/" + ending) })?.path else {
      throw ConfigurationError("\(path) holds no run", hint: "give an archive that parlance verify --bundle wrote")
    }
    let output = try OutputFolder(path: folder)
    for file in files { try output.write(file.bytes, to: file.path) }
    try output.commit()
    return InputFolder.path(of: InputFolder.parent(of: manifest), in: folder)
  }

  private static let level = "inputs"
  private static let runName = "run"
}
