internal import ArgumentParser
internal import ParlanceKit
internal import Reports
internal import Reproducibility

struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "List recorded runs, set them side by side, and hand them to other programs.",
    subcommands: [RunsListCommand.self, RunsDiffCommand.self, RunsExportCommand.self],
    defaultSubcommand: RunsListCommand.self)
}

struct RunsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the finished runs of a folder with their figures.",
    discussion: """
      Example:
        parlance runs list --runs runs --format csv
      """)

  @Option(help: ArgumentHelp("The folder of the runs.", valueName: "folder"))
  var runs = "runs"

  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Result") var figures: FigureOptions

  func run() throws {
    try output.prepare(with: figures)
    let found = try RunFolders(runs).all()
    guard !found.isEmpty else {
      throw ConfigurationError("\(runs) has no finished run", hint: "parlance run EXPERIMENT.yaml makes one")
    }
    try output.write(
      Presentation(
        report: RunListing(found).report(title: "Runs in \(runs)"),
        json: [
          "runs": .array(
            try found.map { ["folder": .string($0.folder), "manifest": try JSONValue(encoding: $0.manifest)] })
        ],
        rows: RowTable(found)), figures: figures)
  }
}

struct RunsDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say in what settings, inputs, stages and figures two runs differ.",
    discussion: """
      Example:
        parlance runs diff runs/2026-11-24-words-1a2b3c4d runs/2026-11-24-words-5e6f7a8b
      """)

  @Argument(help: "The folder of the first run.")
  var first: String

  @Argument(help: "The folder of the second run.")
  var second: String

  @OptionGroup(title: "Result") var output: OutputOptions

  func run() throws {
    try output.prepare()
    let difference = try RunComparison(first, second)
    try output.write(
      Presentation(
        report: difference.report, json: try JSONValue(encoding: difference),
        rows: RowTable(
          columns: ["kind", "name", "first", "second"],
          rows: difference.differences.map {
            [.string($0.kind.rawValue), .string($0.name), .optional($0.first), .optional($0.second)]
          })))
  }
}
