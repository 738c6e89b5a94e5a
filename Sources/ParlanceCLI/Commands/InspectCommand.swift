internal import ArgumentParser
internal import Corpora
internal import ParlanceKit
internal import Reproducibility

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what is in a corpus, a model or a run, and what is wrong with it.",
    discussion: """
      A file whose name ends in .safetensors is taken for a model.

      Example:
        parlance inspect notebooks-data/statements.csv
        parlance inspect models/escalation-en.safetensors --self-test
      """)

  @Argument(help: "The corpus, the model, or the folder of a run.")
  var file: String

  @Flag(help: "Score the model's probes again; exit status 1 where a score has changed.")
  var selfTest = false

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  private var isModel: Bool { file.hasSuffix(".safetensors") }

  func run() throws {
    try output.prepare()
    if InputFolder.isFolder(file) { return try inspectRun() }
    if isModel || selfTest { try inspectModel() } else { try inspectCorpus() }
  }

  private func inspectRun() throws {
    let manifest = try RecordedRun(folder: file).manifest
    try output.write(
      Presentation(
        report: RunListing([(folder: file, manifest: manifest)]).report(title: manifest.name),
        json: try JSONValue(encoding: manifest)))
  }

  private func inspectModel() throws {
    let inspection = ModelInspection(try ModelFile.read(file), path: file, testing: selfTest)
    try output.write(Presentation(report: inspection.report, json: try JSONValue(encoding: inspection)))
    guard selfTest else { return }
    guard let test = inspection.selfTest else {
      throw CheckFailure(message: "\(file): the model carries no probes to test")
    }
    if !test.passed {
      throw CheckFailure(
        message:
          "\(file): a probe's logit differs by \(test.largestDifference) from the one saved (at most \(test.tolerance))"
      )
    }
  }

  private func inspectCorpus() throws {
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let options = try corpusOptions.reading(requiring: [])
    let dataset = try Dataset(path: file, options: options, progress: meter.handler)
    meter.clear()
    switch dataset.content {
    case .statements(let corpus):
      let inspection = CorpusInspection(corpus, on: runOptions.parallelism)
      try output.write(Presentation(report: inspection.report, json: try JSONValue(encoding: inspection)))
    case .numbers(let matrix):
      let inspection = TableInspection(dataset, matrix: matrix)
      try output.write(Presentation(report: inspection.report, json: try JSONValue(encoding: inspection)))
    }
  }
}
