internal import ArgumentParser
internal import Classifiers
internal import ParlanceKit
internal import Reports
internal import Reproducibility

struct InferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infer",
    abstract: "Tell what goes with a label, corrected for the errors of the classifier that gave it.",
    discussion: """
      Takes scores of all statements and hand-coded labels of some, drawn by a known \
      design (parlance sample), and estimates each coefficient three ways: naively, from \
      the hand-coded rows alone, and by design-based supervised learning (DSL). The \
      model must not have been trained on the hand-coded rows.

      Example:
        parlance infer scores.csv gold.csv --formula "escalatory ~ actor" \\
          --cluster article --target-se 0.02
      """)

  @Argument(help: "The scores of all rows, with the columns of the formula, as parlance predict --keep writes them.")
  var scores: String

  @Argument(help: "The hand-coded rows: id, label and the probability with which each was drawn.")
  var gold: String

  @Option(
    help: ArgumentHelp(
      "What is explained by what: a label or a column of numbers, ~, and columns joined by +; 1 for none.",
      valueName: "label ~ column + column"))
  var formula: String

  @Option(help: "How the outcome depends on the columns: linear (differences of shares) or logit (log-odds).")
  var model: OutcomeModel = .linear

  @Option(
    help: ArgumentHelp("Rows with one value in this column depend on one another.", valueName: "column"))
  var cluster: String?

  @Option(help: "What stands for the outcome where nobody coded: the classifier's probability or its label.")
  var surrogate: SurrogateKind = .probability

  @Option(help: ArgumentHelp("The column of scores.", valueName: "column"))
  var scoreColumn = "probability"

  @Option(
    help: ArgumentHelp(
      "Map the scores to probabilities by the hand-coded rows, in this many folds.", valueName: "folds"))
  var crossFit: Int?

  @Option(help: ArgumentHelp("Tell how many labels this standard error would take.", valueName: "error"))
  var targetSe: Double?

  @OptionGroup var intervals: ConfidenceOption

  @OptionGroup var factors: FactorOptions

  @Option(help: "What the column period is that is made of the dates: day, week, month, quarter or year (the default).")
  var period: StatementPeriod?

  @Option(help: "The column of the dates (ISO 8601).")
  var dateColumn: String?

  @Option(help: "The column that names each row, in both tables.")
  var idColumn = "id"

  @Option(help: "The column of the hand-coded labels.")
  var labelColumn: String?

  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Result") var figures: FigureOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    try output.prepare(with: figures)
    let request = try request()
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let table = try SurrogateScores(
      path: scores, idColumn: idColumn, dateColumn: dateColumn, on: runOptions.parallelism, progress: meter.handler)
    let document = try InferenceDocument(table, goldPath: gold, request: request)
    meter.clear()
    for note in document.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    try output.write(
      Presentation(report: document.report, json: try JSONValue(encoding: document), rows: Self.rows(of: document)),
      figures: figures)
  }

  private func request() throws -> InferenceRequest {
    var request = InferenceRequest(formula: try ModelFormula(parsing: formula))
    request.model = model
    request.clusterColumn = cluster
    request.surrogate = surrogate
    request.scoreColumn = scoreColumn
    request.labelColumn = labelColumn
    request.factors = factors.columns
    request.references = try factors.references()
    (request.period, request.confidence) = (period, intervals.confidence)
    request.crossFit = crossFit
    request.seed = runOptions.seed
    request.targetError = targetSe
    return request
  }

  private static func rows(of document: InferenceDocument) -> RowTable {
    RowTable(
      columns: [
        "term", "estimate", "low", "high", "n", "clusters", "method", "standardError", "p", "reference", "note",
      ],
      rows: document.estimates.map { estimate in
        [
          .string(estimate.term), .optional(estimate.estimate), .optional(estimate.low), .optional(estimate.high),
          .integer(estimate.n), estimate.clusters.map { .integer($0) } ?? .null, .string(estimate.method.rawValue),
          .optional(estimate.standardError), .optional(estimate.p), .optional(estimate.reference),
          .optional(estimate.note),
        ]
      })
  }
}
