internal import ArgumentParser
internal import ParlanceKit
internal import Reports
internal import Reproducibility

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract:
      "Carry out an experiment: folds, model, figures, comparison and report, recorded so that it can be made again.",
    discussion: """
      EXPERIMENT is YAML, whose keys are the options of crossvalidate; under the headings \
      compare, series and keywords stand those of these commands. A list where one value \
      is taken makes a run for each. What a run was made of and what came out stands in a \
      folder of its own; parlance verify makes it again.

      Example:
        parlance experiment init --output experiment.yaml
        parlance run experiment.yaml
      """)

  @Argument(help: "The experiment.")
  var experiment: String

  @Option(help: ArgumentHelp("The folder that gets a folder for each run.", valueName: "folder"))
  var runs = "runs"

  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var options: ThreadOptions

  func run() throws {
    try output.prepare()
    let meter = ProgressMeter(isQuiet: options.quiet)
    let finished = try ExperimentRunner(runs: runs, parallelism: options.parallelism, isQuiet: options.quiet).run(
      try Experiment.all(in: experiment), meter: meter)
    meter.clear()
    let records = try finished.map { try $0.json }
    try output.write(
      Presentation(
        report: RunListing(finished.map { (folder: $0.folder, manifest: $0.manifest) }).report(title: "Runs"),
        json: records.count == 1 ? records[0] : ["runs": .array(records)],
        rows: RowTable(finished.map { (folder: $0.folder, manifest: $0.manifest) })))
  }
}

extension ExperimentRunner.Finished {
  /// The record, with its folder before it.
  fileprivate var json: JSONValue {
    get throws {
      guard case .object(let members) = try JSONValue(encoding: manifest) else { return .null }
      return .object([.init("folder", .string(folder)), .init("wasThere", .boolean(isOld))] + members)
    }
  }
}
