internal import ArgumentParser
internal import ParlanceKit
internal import Reproducibility

/// How actors are followed over time: the options of `series`, and the keys of an experiment under that heading.
struct SeriesOptions: ParsableArguments {
  @OptionGroup var actors: ActorOptions

  @Option(help: "How values come from statements: kernel (near ones weigh more), rolling, or period of the calendar.")
  var smooth: SeriesSmoothing?

  @Option(
    help: ArgumentHelp(
      "The width of the window; the one that predicts clusters left out best, where it is not given.", valueName: "days"
    ))
  var width: Int?

  @Option(
    help: "The parts of the calendar of values and of exchange: day, week, month, quarter or year (month for exchange)."
  )
  var period: StatementPeriod?

  @Option(help: ArgumentHelp("Mark events: a table with the columns date and label.", valueName: "file"))
  var events: String?

  @Option(help: ArgumentHelp("The most changes of an actor's mean to look for; 0 for none.", valueName: "number"))
  var changes = 5

  @Option(
    help: ArgumentHelp("Ask whether two follow one another, as in \"A - B\"; repeat it.", valueName: "pair"))
  var exchange: [String] = []

  @Option(help: ArgumentHelp("By how many periods at most one follows the other.", valueName: "periods"))
  var lags = 4

  @Option(
    help: ArgumentHelp("How many periods of exchange stay together when it is tested.", valueName: "periods"))
  var block = 3

  @Option(help: "The number of resamples and permutations.")
  var resamples = 999

  @OptionGroup var intervals: ConfidenceOption

  /// The options as one value.
  func request(seed: UInt64, on parallelism: Parallelism) throws -> ActorSeriesRequest {
    var request = ActorSeriesRequest()
    request.selection = try actors.selection(period: period)
    (request.smoothing, request.width) = (smooth, width)
    request.changes.mostChanges = changes
    request.exchanges = exchange
    (request.exchange.lags, request.exchange.blockLength) = (lags, block)
    request.events = try events.map { try EventList(path: $0, on: parallelism) }
    (request.confidence, request.resampleCount, request.seed) = (intervals.confidence, resamples, seed)
    return request
  }
}
