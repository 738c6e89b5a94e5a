internal import ArgumentParser
internal import Corpora
internal import Evaluation
internal import ParlanceKit
internal import Reproducibility

struct EvaluateExtractionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate-extraction",
    abstract: "Say how well statements and their speakers were found in articles, against annotations.",
    discussion: """
      Either side is a folder in brat's standoff format (.ann with .txt beside it), \
      one .ann file, or a table of attributions as extract prints it (.jsonl, .json, \
      .csv); offsets are in characters. Articles are matched by name. Gold and \
      predicted statements are paired one to one so that the sum of the F1s of their \
      words is greatest; punctuation and quotation marks do not count.

      Example:
        parlance extract articles --format jsonl > found.jsonl
        parlance evaluate-extraction articles found.jsonl --where split=test
      """)

  @Argument(help: "What annotators marked: a folder of .ann files, one of them, or .jsonl, .json or .csv.")
  var gold: String

  @Argument(help: "What was found: the same; - for a table on the standard input.")
  var predicted: String

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Keep gold rows with this value, or articles with it in the folder's index.csv; repeat it for alternatives, or "
        + "for further columns, which must all hold.", valueName: "column=value"))
  var filters: [String] = []

  @Option(help: "The number of bootstrap resamples of articles for intervals; 0 for none.")
  var resamples = 1000

  @OptionGroup var intervals: ConfidenceOption

  @Option(help: "How many missed, spurious and differing attributions to show of each; JSON has all.")
  var show = ExtractionEvaluation.shownByDefault

  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    if show < 0 { throw ValidationError("--show takes a number from 0 on, not \(show)") }
  }

  func run() throws {
    try output.prepare()
    var options = EvaluationOptions()
    options.resampleCount = resamples
    options.confidence = intervals.confidence
    options.seed = runOptions.seed
    let document = try ExtractionEvaluation(
      gold: gold, predicted: predicted, keeping: try filters.map { try ColumnFilter(parsing: $0) },
      options: try options.validated(), on: runOptions.parallelism)
    for note in document.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    try output.write(try Presentation(document, showing: show))
  }
}

extension Presentation {
  /// An evaluation of extraction: its rows are the figures, of everything and of each kind.
  init(_ document: ExtractionEvaluation, showing shown: Int) throws {
    let groups = [("all", document.overall)] + document.kinds.map { ($0.kind, $0.figures) }
    let rows = groups.flatMap { group, figures in
      figures.named.map { name, value in
        [.string(group), .string(name)] + [value.value, value.low, value.high].map { JSONValue.optional($0) }
      }
    }
    self.init(
      report: document.report(showing: shown), json: try JSONValue(encoding: document),
      rows: RowTable(columns: ["kind", "figure", "value", "low", "high"], rows: rows))
  }
}

extension ExtractionFigures {
  /// The figures by name.
  fileprivate var named: [(name: String, value: MetricValue)] {
    let retrievals: [(String, RetrievalFigures)] = [
      ("contentOverlap", content.overlap), ("contentExact", content.exact), ("cueOverlap", cue.overlap),
      ("cueExact", cue.exact), ("speakerOverlap", speaker.overlap), ("speakerExact", speaker.exact),
    ]
    let shares = [
      ("actorAccuracy", actor.accuracy), ("addresseeAccuracy", addressee.accuracy), ("kindAccuracy", kind.accuracy),
      ("voiceAccuracy", voice.accuracy),
    ]
    return retrievals.flatMap { name, figures in
      [
        ("\(name).precision", figures.precision), ("\(name).recall", figures.recall), ("\(name).f1", figures.f1),
      ]
    } + shares
  }
}
