internal import ArgumentParser
internal import Classifiers
internal import Corpora
internal import ParlanceKit
internal import Reproducibility

struct RegressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regress",
    abstract: "Explain the label by a few columns: coefficients with errors, intervals and p-values.",
    discussion: """
      Columns of numbers are taken as they are; texts become factors, each level \
      compared with a reference. Nothing is penalised (or by Firth's method alone), \
      so that the errors are valid; choose the columns before you see the result. \
      Models that predict (parlance train) have no p-values.

      Example:
        parlance regress notebooks-data/statements.csv \\
          --classes escalatory,deescalatory --on role,crisis --method firth
      """)

  @Argument(help: "The labelled corpus; - for the standard input.")
  var corpus: String

  @Option(help: ArgumentHelp("The columns to explain the label by.", valueName: "column,column"))
  var on: String

  @Option(help: "How to estimate: ml, or firth for small samples and separated outcomes.")
  var method: EstimationMethod = .ml

  @Option(help: "Rows with one value in this column depend on one another: make errors that allow for it.")
  var cluster: String?

  @Option(help: "Intervals and tests: wald or profile (wald for ml, profile for firth).")
  var interval: IntervalKind?

  @OptionGroup var intervals: ConfidenceOption

  @OptionGroup var factors: FactorOptions

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Classes") var classOptions: ClassOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    try output.prepare()
    let request = try request()
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let dataset = try Dataset(
      path: corpus, options: try corpusOptions.reading(requiring: [.label]), on: runOptions.parallelism,
      progress: meter.handler)
    let document = try RegressionDocument(dataset, request: request, on: runOptions.parallelism)
    meter.clear()
    for note in document.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    try output.write(
      Presentation(report: document.report, json: try JSONValue(encoding: document), rows: Self.rows(of: document)))
  }

  private func request() throws -> RegressionRequest {
    var options = RegressionOptions()
    options.method = method
    options.interval = interval
    options.confidence = intervals.confidence
    return RegressionRequest(
      columns: on.split(separator: ",").map(String.init), factors: factors.columns,
      references: try factors.references(),
      clusterColumn: cluster,
      classes: classOptions.selection, options: options)
  }

  private static func rows(of document: RegressionDocument) -> RowTable {
    RowTable(
      columns: ["term", "reference", "estimate", "standardError", "low", "high", "oddsRatio", document.statistic, "p"],
      rows: document.terms.map { term in
        [.string(term.term), .optional(term.reference)]
          + [
            term.estimate, term.standardError, term.low, term.high, term.oddsRatio, term.statistic, term.p,
          ].map { JSONValue.optional($0) }
      })
  }
}
