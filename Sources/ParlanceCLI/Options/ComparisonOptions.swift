internal import ArgumentParser
internal import ParlanceKit
internal import Statistics

/// How actors are compared: the options of `compare`, and the keys of an experiment under that heading.
struct ComparisonOptions: ParsableArguments {
  @OptionGroup var actors: ActorOptions

  @Option(
    help: ArgumentHelp(
      "Compare two of them, as in \"A - B\"; repeat it. All pairs, where none are named.", valueName: "contrast"))
  var contrast: [String] = []

  @Option(help: ArgumentHelp("Compare at equal values of these columns; period is one.", valueName: "column,column"))
  var adjust: String?

  @Option(help: "Tell each actor's estimate by day, week, month, quarter or year, too.")
  var period: StatementPeriod?

  @Flag(help: "Tell who speaks how of whom, too (the column of targets).")
  var target = false

  @Option(help: "How true means are taken to vary, for partial pooling: reml, paule-mandel or dersimonian-laird.")
  var heterogeneity: HeterogeneityMethod = .reml

  @Option(help: "The number of cluster resamples, and of draws for simultaneous intervals; 0 for neither.")
  var resamples = 2000

  @OptionGroup var intervals: ConfidenceOption

  /// The options as one value.
  func request(seed: UInt64) throws -> ActorComparisonRequest {
    var request = ActorComparisonRequest()
    request.selection = try actors.selection(period: period)
    request.adjust = (adjust ?? "").split(separator: ",").map(String.init)
    request.contrasts = contrast
    request.byTarget = target
    request.heterogeneity = heterogeneity
    request.options.confidence = intervals.confidence
    request.options.resampleCount = resamples
    request.options.seed = seed
    return request
  }
}
