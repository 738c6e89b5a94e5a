internal import ArgumentParser
internal import Comparisons
internal import Corpora
internal import ParlanceKit
internal import Reproducibility
internal import Statistics

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare actors' rhetoric: estimates with intervals, differences, and how sure they are.",
    discussion: """
      SCORES is a model, which scores the statements of CORPUS, or a table of scores \
      as predict --keep writes it, which needs no corpus. Name with --cluster what \
      belongs together, as speeches or articles do.

      Example:
        parlance compare models/escalation-en.safetensors notebooks-data/statements.csv \\
          --by role --cluster actor --where crisis=dam --where lang=en
        parlance compare predictions.csv --cluster article \\
          --contrast "Sergey Lavrov - Nikol Pashinyan"
      """)

  @Argument(help: "A model, or a table of scores.")
  var scores: String

  @Argument(help: "The corpus; - for the standard input. Not needed for scores with the corpus's columns beside them.")
  var corpus: String?

  @Option(help: ArgumentHelp("The column whose values are compared.", valueName: "column"))
  var by = "actor"

  @Option(
    help: ArgumentHelp("Statements with one value in this column depend on one another.", valueName: "column"))
  var cluster: String?

  @Option(help: "What is compared: probability, logit, or share (of statements at or above the threshold).")
  var measure: ComparisonMeasure = .probability

  @Option(help: "From which probability on a statement counts into the share.")
  var threshold = 0.5

  @Option(
    help: ArgumentHelp(
      "Compare two of them, as in \"A - B\"; repeat it. All pairs, where none are named.", valueName: "contrast"))
  var contrast: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take actors together: YAML with lines like \"Yerevan: [Pashinyan, Mirzoyan]\".", valueName: "file"))
  var groups: String?

  @Option(help: ArgumentHelp("Compare at equal values of these columns; period is one.", valueName: "column,column"))
  var adjust: String?

  @Option(help: "Tell each actor's estimate by month, quarter or year, too.")
  var period: StatementPeriod?

  @Flag(help: "Tell who speaks how of whom, too (the column of targets).")
  var target = false

  @Option(help: ArgumentHelp("Leave out actors of fewer statements.", valueName: "statements"))
  var minimum = 1

  @Option(help: "How true means are taken to vary, for partial pooling: reml, paule-mandel or dersimonian-laird.")
  var heterogeneity: HeterogeneityMethod = .reml

  @Option(help: "The number of cluster resamples, and of draws for simultaneous intervals; 0 for neither.")
  var resamples = 2000

  @OptionGroup var intervals: ConfidenceOption

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    try output.prepare()
    let request = try request()
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let scored = try scored(meter)
    let document = try ActorComparisonDocument(scored, request: request, on: runOptions.parallelism)
    meter.clear()
    for note in document.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    try output.write(
      Presentation(report: document.report, json: try JSONValue(encoding: document), rows: RowTable(document)))
  }

  private func request() throws -> ActorComparisonRequest {
    var request = ActorComparisonRequest()
    (request.by, request.cluster, request.measure, request.threshold) = (by, cluster, measure, threshold)
    request.adjust = (adjust ?? "").split(separator: ",").map(String.init)
    request.contrasts = contrast
    request.groups = try groups.map { try ActorGroups(path: $0) }
    (request.period, request.byTarget, request.minimumStatements) = (period, target, minimum)
    request.heterogeneity = heterogeneity
    request.options.confidence = intervals.confidence
    request.options.resampleCount = resamples
    request.options.seed = runOptions.seed
    return request
  }

  private func scored(_ meter: ProgressMeter) throws -> ScoredCorpus {
    let isModel = scores.hasSuffix(".safetensors")
    guard let corpus else {
      guard !isModel else {
        throw ConfigurationError(
          "\(scores) is a model, and no corpus is named", hint: "parlance compare MODEL CORPUS")
      }
      var reading = try corpusOptions.reading(requiring: [])
      reading.requiresTexts = false
      return try ScoredCorpus(
        kept: try CorpusReader.read(scores, options: reading, on: runOptions.parallelism, progress: meter.handler))
    }
    var reading = try corpusOptions.reading(requiring: isModel ? [.text] : [])
    reading.requiresTexts = isModel
    let dataset = try Dataset(
      path: corpus, options: reading, on: runOptions.parallelism, progress: meter.handler)
    return isModel
      ? try ScoredCorpus(dataset, model: try ModelFile.read(scores), path: scores, on: runOptions.parallelism)
      : try ScoredCorpus(dataset, scores: try ScoreFile(path: scores, on: runOptions.parallelism))
  }
}
