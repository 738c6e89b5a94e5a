internal import Comparisons
internal import Reproducibility

extension ExchangeLag {
  /// Periods beyond this are more than dates can be meant to span.
  private static let mostPeriods = 20_000

  /// The exchange of each pair that was asked for.
  ///
  /// - Throws: `ConfigurationError` for a pair that names nobody, or too many periods.
  static func all(
    _ rows: ComparedRows, values: [Double], request: ActorSeriesRequest, on parallelism: Parallelism
  ) throws -> [ExchangeLag] {
    guard !request.exchanges.isEmpty, let numbers = rows.periods, let first = numbers.min(), let last = numbers.max()
    else { return [] }
    guard last - first < mostPeriods else {
      throw ConfigurationError(
        "the dates span \(last - first + 1) periods (at most \(mostPeriods) were expected)",
        hint: "correct dates of another age, or take longer periods with --period")
    }
    let known = ActorNames(rows.actors.names)
    return try request.exchanges.flatMap { text -> [ExchangeLag] in
      let pair = try known.pair(text, of: "--exchange")
      let series = [pair.first, pair.second].map { name in
        PeriodMeans(rows, values: values, actor: name, first: first, last: last).values
      }
      let found = LaggedExchange(series[0], series[1], options: request.exchange, on: parallelism)
      return found.lags.map { ExchangeLag($0, first: pair.first, second: pair.second) }
    }
  }

  private init(_ lag: LaggedExchange.Lag, first: String, second: String) {
    (leader, follower) = lag.isSecondFollowing ? (first, second) : (second, first)
    (self.lag, n, note) = (lag.lag, lag.periods, lag.note)
    (correlation, low, high) = (lag.correlation, lag.low, lag.high)
    (p, pAdjusted) = (lag.p, lag.pAdjusted)
  }
}

/// The mean of an actor's statements in each period; nil in a gap.
private struct PeriodMeans {
  let values: [Double?]

  init(_ rows: ComparedRows, values: [Double], actor: String, first: Int, last: Int) {
    var sums = [(sum: Double, count: Int)](repeating: (0, 0), count: last - first + 1)
    let number = rows.actors.names.firstIndex(of: actor)
    for row in number.map({ rows.actors.rows[$0] }) ?? [] {
      guard let period = rows.periods?[row] else { continue }
      sums[period - first].sum += values[row]
      sums[period - first].count += 1
    }
    self.values = sums.map { $0.count > 0 ? $0.sum / Double($0.count) : nil }
  }
}
