internal import ArgumentParser
internal import Corpora
internal import Evaluation
internal import ParlanceKit
internal import Reports
internal import Reproducibility
internal import TextFeatures

struct KeywordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywords",
    abstract: "Find the words that set groups apart: Fightin' Words, keyness, and how sure they are.",
    discussion: """
      Compares one group with another or with the rest, or each group with the rest: \
      log-odds with an informative Dirichlet prior, the log-likelihood ratio with \
      Williams' correction, and the log ratio, with intervals over documents. Rows go \
      out as CSV or JSON, the surest words as text.

      Example:
        parlance keywords speeches.csv --by actor --group Lavrov \\
          --cluster article --context 2 --format text
      """)

  private static let method = "log-odds, informative Dirichlet prior"

  @Argument(help: "The corpus; - for the standard input.")
  var corpus: String

  @Option(help: ArgumentHelp("The column whose values are the groups.", valueName: "column"))
  var by = "actor"

  @Option(help: ArgumentHelp("The group of interest; each against the rest if none is named.", valueName: "value"))
  var group: String?

  @Option(help: ArgumentHelp("What it is compared with: another group, or rest.", valueName: "value"))
  var against: String?

  @Option(help: ArgumentHelp("Both groups at once, instead of --group and --against.", valueName: "A,B"))
  var groups: String?

  @Option(
    help: ArgumentHelp("Resample whole documents: rows with one value in this column.", valueName: "column"))
  var cluster: String?

  @Option(help: ArgumentHelp("Lengths of terms in words: 1-2 for words and pairs.", valueName: "a-b"))
  var ngrams = "1-1"

  @Option(help: "Test terms that occur so often in both groups together.")
  var minCount = 5

  @Option(
    help: ArgumentHelp(
      "Take the prior from this background corpus, or table of term and count, instead of from the corpus itself.",
      valueName: "file"))
  var prior: String?

  @Option(help: "How many words the prior weighs as much as.")
  var priorSize = 500.0

  @Option(help: "How many terms of each side are shown as text.")
  var top = 15

  @Option(help: "Quote so many places of each term that is shown.")
  var context = 0

  @Option(help: "The number of bootstrap resamples for intervals; 0 for none.")
  var resamples = 1000

  @OptionGroup var intervals: ConfidenceOption

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    guard let groups else { return }
    if group != nil || against != nil {
      throw ValidationError("--groups names both groups: leave --group and --against out")
    }
    if groups.split(separator: ",").count != 2 { throw ValidationError("--groups takes two groups, as in A,B") }
  }

  func run() throws {
    try output.prepare()
    let request = try request()
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let rows = try CorpusReader.read(
      corpus, options: try corpusOptions.reading(requiring: [.text]), on: runOptions.parallelism,
      progress: meter.handler)
    let document = try KeywordDocument(rows, request: request, on: runOptions.parallelism, progress: meter.handler)
    meter.clear()
    for note in document.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    let isForEyes = output.output == nil && StandardStream.output.isTerminal
    try output.write(
      Presentation(report: document.report, json: try JSONValue(encoding: document), rows: Self.rows(of: document)),
      orElse: isForEyes ? .text : .csv)
  }

  private func request() throws -> KeywordRequest {
    var options = EvaluationOptions()
    options.resampleCount = resamples
    options.confidence = intervals.confidence
    options.seed = runOptions.seed
    var request = KeywordRequest(groupColumn: by, options: try options.validated())
    let both = groups?.split(separator: ",").map(String.init)
    request.group = both?.first ?? group
    request.against = both?.last ?? against
    request.clusterColumn = cluster
    request.ngrams = try NgramRange(parsing: ngrams)
    request.minimumCount = minCount
    request.priorSize = priorSize
    request.priorPath = prior
    request.shownCount = top
    request.contextCount = context
    return request
  }

  private static func rows(of document: KeywordDocument) -> RowTable {
    RowTable(
      columns: [
        "term", "estimate", "low", "high", "n", "clusters", "method", "group", "against", "countA", "countB", "logOdds",
        "z", "p", "pAdjusted", "logLikelihood", "logRatio", "logRatioLow", "logRatioHigh",
      ],
      rows: document.comparisons.flatMap { comparison in
        comparison.terms.map { term in
          [
            .string(term.term), .optional(term.logOdds), .optional(term.low), .optional(term.high),
            .integer(term.countA + term.countB), .integer(term.clusters), .string(method), .string(comparison.group),
            .string(comparison.against), .integer(term.countA), .integer(term.countB),
          ]
            + [
              term.logOdds, term.z, term.p, term.pAdjusted, term.logLikelihood, term.logRatio, term.logRatioLow,
              term.logRatioHigh,
            ].map { JSONValue.optional($0) }
        }
      })
  }
}
