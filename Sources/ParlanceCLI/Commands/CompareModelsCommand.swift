internal import ArgumentParser
internal import Corpora
internal import Evaluation
internal import ParlanceKit
internal import Reproducibility

struct CompareModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare-models",
    abstract: "Say by how much two models differ on the same rows, and whether chance would do as much.",
    discussion: """
      A and B are models, or tables of id and probability as predict writes them, \
      which may come from any program. Differences are A less B; for log loss, Brier \
      score and calibration errors a negative one speaks for A.

      Example:
        parlance compare-models words.safetensors chars.safetensors unseen.csv \\
          --cluster actor
      """)

  @Argument(help: "The first model, or its scores.")
  var first: String

  @Argument(help: "The second model, or its scores.")
  var second: String

  @Argument(help: "The labelled corpus, which neither has seen; - for the standard input.")
  var corpus: String

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Classes (of scores; models know theirs)") var classOptions: ClassOptions
  @OptionGroup(title: "Figures") var evaluation: EvaluationRequestOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    try output.prepare()
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let request = try evaluation.request(seed: runOptions.seed)
    let sources = try [first, second].map { try ScoreSource.read($0, on: runOptions.parallelism) }
    let dataset = try Dataset(
      path: corpus, options: try corpusOptions.reading(requiring: [.text, .label]), on: runOptions.parallelism,
      progress: meter.handler)
    let document = try ComparisonDocument(
      sources[0], sources[1], on: dataset, classes: classOptions.selection, request: request,
      parallelism: runOptions.parallelism, progress: meter.handler)
    meter.clear()
    for note in document.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    try output.write(try Presentation(document))
  }
}

extension Presentation {
  /// A comparison: its rows are the differences.
  init(_ document: ComparisonDocument) throws {
    let metrics = document.result.metrics
    self.init(
      report: document.report, json: try JSONValue(encoding: document),
      rows: RowTable(
        columns: ["metric", "difference", "low", "high", "p", "a", "b"],
        rows: Metric.allCases.map { metric in
          let value = metrics[metric]
          return [.string(metric.rawValue)]
            + [value.difference, value.low, value.high, value.p, value.a, value.b].map { JSONValue.optional($0) }
        }))
  }
}
