internal import ParlanceKit
internal import Reproducibility

extension RowTable {
  /// Runs, one a row, with their figures.
  init(_ runs: [(folder: String, manifest: RunManifest)]) {
    let metrics = runs.first?.manifest.figures.map(\.metric.rawValue) ?? []
    self.init(
      columns: ["run", "name", "identity", "seed", "version"] + metrics,
      rows: runs.map { run in
        [
          .string(run.folder), .string(run.manifest.name), .string(run.manifest.identity.hexadecimal),
          .integer(Int(run.manifest.seed)), .string(run.manifest.tool.version),
        ] + run.manifest.figures.map { .optional($0.value) }
      })
  }
}
