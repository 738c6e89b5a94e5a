internal import ArgumentParser
internal import ParlanceKit
internal import Reproducibility

struct RunsExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Hand recorded runs to MLflow, or describe one as an RO-Crate.",
    discussion: """
      --mlflow writes what MLflow's file store is: mlflow ui --backend-store-uri DIR shows it. \
      --ro-crate writes the metadata of a crate, to stand in the folder of the run.

      Example:
        parlance runs export --mlflow mlruns
        parlance runs export --ro-crate runs/2026-11-24-words-1a2b3c4d > ro-crate-metadata.json
      """)

  @Option(help: ArgumentHelp("The folder of the runs.", valueName: "folder"))
  var runs = "runs"

  @Option(help: ArgumentHelp("Write all runs into this folder, as MLflow's file store.", valueName: "folder"))
  var mlflow: String?

  @Option(help: ArgumentHelp("Describe the run in this folder as an RO-Crate.", valueName: "folder"))
  var roCrate: String?

  func validate() throws {
    if (mlflow == nil) == (roCrate == nil) { throw ValidationError("export takes --mlflow or --ro-crate") }
  }

  func run() throws {
    if let roCrate {
      return try StandardStream.output.write(try CrateExport(folder: roCrate).json.text(pretty: true) + "\n")
    }
    guard let mlflow else { return }
    let found = try RunFolders(runs).all()
    guard !found.isEmpty else {
      throw ConfigurationError("\(runs) has no finished run", hint: "parlance run EXPERIMENT.yaml makes one")
    }
    let output = try OutputFolder(path: mlflow)
    for file in try MLflowExport(found, root: InputFolder.absolute(mlflow)).files {
      try output.write(file.bytes, to: file.path)
    }
    try output.commit()
  }
}
