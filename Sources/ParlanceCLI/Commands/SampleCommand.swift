internal import ArgumentParser
internal import Corpora
internal import Evaluation
internal import ParlanceKit
internal import Reports
internal import Reproducibility

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw statements for hand coding, with the probability each had to be drawn.",
    discussion: """
      Writes a table with id, text, the design's columns, probability and an empty \
      label to fill in, in random order. Code it without looking at the scores, \
      keep the column probability, and give the table to parlance infer.

      Example:
        parlance sample scores.csv --design stratified:actor,score --n 300 \\
          --output sample.csv
      """)

  @Argument(
    help: "The corpus, as parlance predict --keep writes it where the design has a score; - for the standard input.")
  var corpus: String

  @Option(help: "simple, or stratified: and columns, as in stratified:actor,score.")
  var design = "simple"

  @Option(help: "How many statements to draw.")
  var n: Int

  @Option(help: "How many of each stratum: proportional (one at least) or equal.")
  var allocation: SampleAllocation = .proportional

  @Option(help: "Bins of nearly as many scores each that score stands for in a design.")
  var bins = 4

  @Option(help: ArgumentHelp("The column of scores.", valueName: "column"))
  var scoreColumn = "probability"

  @Option(help: ArgumentHelp("A table of scores (id, probability), where the corpus has none.", valueName: "file"))
  var scores: String?

  @Flag(help: "Put the corpus's other columns behind, without a classifier's label, probability and logit.")
  var keep = false

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    try output.prepare()
    var request = SampleRequest(design: try SampleDesign(parsing: design), count: n)
    request.allocation = allocation
    request.binCount = bins
    request.scoreColumn = scoreColumn
    request.scoresPath = scores
    request.keepsColumns = keep
    request.seed = runOptions.seed
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let rows = try CorpusReader.read(
      corpus, options: try corpusOptions.reading(requiring: [.text]), on: runOptions.parallelism,
      progress: meter.handler)
    let document = try SampleDocument(rows, request: request, on: runOptions.parallelism)
    meter.clear()
    let isForEyes = output.output == nil && StandardStream.output.isTerminal
    try output.write(
      Presentation(report: document.report, json: try JSONValue(encoding: document), rows: Self.rows(of: document)),
      orElse: isForEyes ? .text : .csv)
  }

  private static func rows(of document: SampleDocument) -> RowTable {
    RowTable(
      columns: ["id", "text"] + document.strataColumns + ["probability", "label"] + document.keptColumns,
      rows: document.rows.map { row in
        [.string(row.id), .string(row.text)] + row.strata.map { .string($0) }
          + [.number(row.probability), .string("")] + row.kept.map { .string($0) }
      })
  }
}
