internal import ArgumentParser
internal import ParlanceKit
internal import Reproducibility

struct ExperimentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "experiment",
    abstract: "Begin an experiment, and describe its keys to editors.",
    subcommands: [ExperimentInitCommand.self, ExperimentSchemaCommand.self])
}

struct ExperimentInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented experiment that runs as it is.",
    discussion: """
      Without CORPUS it is over the bundled corpus, in the folder notebooks-data.

      Example:
        parlance experiment init --output experiment.yaml
      """)

  private static let bundledCorpus = "notebooks-data/statements.csv"

  @Argument(help: "The corpus of the experiment.")
  var corpus: String?

  @Option(
    name: [.short, .long], help: ArgumentHelp("The file to write; the standard output without it.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  func run() throws {
    let isBundled = corpus == nil
    let path = corpus ?? Self.bundledCorpus
    guard InputFile.exists(path) else {
      throw ConfigurationError(
        "\(path) is not there",
        hint: isBundled ? "name a corpus: parlance experiment init CORPUS" : "check the spelling")
    }
    let folder = output.map { InputFolder.parent(of: $0) } ?? "."
    let text = ExperimentTemplate(corpus: InputFolder.relative(path, from: folder), isBundled: isBundled).text
    guard let output else { return try StandardStream.output.write(text) }
    try OutputFile.write(Array(text.utf8), to: output, replacing: force)
  }
}

struct ExperimentSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of experiments, by which editors complete and check them.",
    discussion: """
      Example:
        parlance experiment schema > experiment.schema.json
      """)

  func run() throws { try StandardStream.output.write(ExperimentSchema().json.text(pretty: true) + "\n") }
}
