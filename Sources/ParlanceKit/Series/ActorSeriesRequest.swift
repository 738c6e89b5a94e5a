public import Comparisons
internal import Reproducibility

/// How a series comes from single statements.
public enum SeriesSmoothing: String, Codable, Sendable, Hashable, CaseIterable {
  /// A mean of the statements about each day, the nearer ones weighing more.
  case kernel
  /// A mean of the statements about each day, all weighing the same.
  case rolling
  /// A mean of the statements of each part of the calendar.
  case period

  /// The weights about a day; nil for parts of the calendar.
  var kernel: SmoothingKernel? {
    switch self {
    case .kernel: .kernel
    case .rolling: .rolling
    case .period: nil
    }
  }
}

/// What `parlance series` is asked for.
public struct ActorSeriesRequest: Sendable {
  /// Whose statements, what of their scores, and the parts of the calendar that are used.
  public var selection = ActorSelection()
  /// How a series comes from single statements; nil for `period` where the selection has one and no exchange is asked for, else
  /// `kernel`.
  public var smoothing: SeriesSmoothing?
  /// The width of the window in days; nil to choose it by leaving clusters out.
  public var width: Int?
  /// How changes are looked for.
  public var changes = ChangePoints.Options()
  /// The pairs whose exchange is looked at, each as "A - B".
  public var exchanges: [String] = []
  /// How exchange is looked for.
  public var exchange = LaggedExchange.Options()
  /// What happened when.
  public var events: EventList?
  /// How often an interval should hold the truth, strictly between 0 and 1; 0.95 by default.
  public var confidence = 0.95
  /// The number of resamples and permutations, at least 1.
  public var resampleCount = 999
  /// The seed of everything random.
  public var seed = SeededGenerator.defaultSeed

  /// The defaults.
  public init() {}

  private static let mostDays = 100_000

  /// The request with all that follows from it filled in.
  ///
  /// - Throws: `ConfigurationError` for a number out of range, or options that do not go together.
  func resolved() throws -> ActorSeriesRequest {
    try selection.check()
    try check()
    var request = self
    if request.smoothing == nil {
      request.smoothing = selection.period != nil && exchanges.isEmpty ? .period : .kernel
    }
    if request.smoothing == .period, selection.period == nil {
      throw ConfigurationError(
        "--smooth period needs to know how long periods are", hint: "add --period month, quarter or year")
    }
    if request.smoothing == .period, let width {
      throw ConfigurationError(
        "--width \(width) has no use with periods of the calendar", hint: "leave out --width, or take --smooth kernel")
    }
    // Exchange is of parts of the calendar, and months are the usual ones.
    if request.selection.period == nil, !exchanges.isEmpty { request.selection.period = .month }
    (request.changes.confidence, request.exchange.confidence) = (confidence, confidence)
    (request.changes.resampleCount, request.exchange.resampleCount) = (resampleCount, resampleCount)
    (request.changes.seed, request.exchange.seed) = (seed, seed)
    return request
  }

  private func check() throws {
    guard confidence > 0, confidence < 1 else {
      throw ConfigurationError(
        "a confidence of \(confidence) (strictly between 0 and 1 was expected)", hint: "as in 0.95")
    }
    if let width, !(1...Self.mostDays).contains(width) {
      throw ConfigurationError(
        "a width of \(width) days (1 to \(Self.mostDays) were expected)", hint: "as in --width 91")
    }
    guard (1...100_000).contains(resampleCount) else {
      throw ConfigurationError("\(resampleCount) resamples (1 to 100000 were expected)", hint: "as in --resamples 999")
    }
    guard (0...20).contains(changes.mostChanges) else {
      throw ConfigurationError(
        "\(changes.mostChanges) changes (0 to 20 were expected)", hint: "--changes 0 looks for none")
    }
    guard (0...60).contains(exchange.lags) else {
      throw ConfigurationError("\(exchange.lags) lags (0 to 60 were expected)", hint: "as in --lags 4")
    }
    guard (1...1_000).contains(exchange.blockLength) else {
      throw ConfigurationError("blocks of \(exchange.blockLength) (1 to 1000 were expected)", hint: "as in --block 3")
    }
  }
}
