/// The days on which something may have happened: one day, or all days of a month or year where no more is known.
///
/// Days are whole numbers that grow by one a day; from when they are counted does not matter here.
public struct DaySpan: Codable, Sendable, Hashable {
  /// The earliest day.
  public let first: Int
  /// The latest day.
  public let last: Int

  /// - Precondition: `first` is at most `last`.
  public init(first: Int, last: Int) {
    precondition(first <= last, "a span of days from \(first) to \(last)")
    self.first = first
    self.last = last
  }
}

extension FoldPlan {
  /// One fold: trained on rows that are surely before `start`, tested on rows that are surely from then on.
  ///
  /// Rows whose date is too coarse to be on one side are on neither, so that no day is ever on both.
  ///
  /// - Parameters:
  ///   - dates: when each row happened.
  ///   - start: the first day of the test.
  ///   - name: what the fold is called, as the date.
  /// - Throws: `EvaluationError` where either side would be empty.
  public static func forward(_ dates: [DaySpan], from start: Int, name: String) throws -> FoldPlan {
    let training = dates.indices.filter { dates[$0].last < start }
    let test = dates.indices.filter { dates[$0].first >= start }
    if training.isEmpty || test.isEmpty {
      throw EvaluationError(
        "of \(dates.count) rows \(training.count) are dated before \(name) and \(test.count) from then on",
        hint: "choose a date that leaves rows on both sides")
    }
    let unused = dates.count - training.count - test.count
    let notes = unused > 0 ? ["\(unused) rows whose date is too coarse to be before or after \(name) are left out"] : []
    return FoldPlan(
      rowCount: dates.count, folds: [Fold(name: name, testRows: test, trainingRows: training)], notes: notes)
  }

  /// Expanding windows: the distinct dates are cut into `foldCount` windows of equally many dates after a first stretch that
  /// is only trained on, and each window is tested by a model of all rows that are surely before it.
  ///
  /// On distinct dates these are the windows of scikit-learn's `TimeSeriesSplit(foldCount)`; it counts rows where this counts
  /// dates, so that a day is never on both sides. A row belongs to the window of its first possible day.
  ///
  /// - Parameters:
  ///   - dates: when each row happened.
  ///   - foldCount: the number of windows.
  ///   - name: what a window is called that begins on a day.
  /// - Throws: `EvaluationError` for fewer than two folds, or not more distinct dates than folds.
  /// - Complexity: O(n log n + n × folds).
  public static func forward(_ dates: [DaySpan], foldCount: Int, name: (Int) -> String) throws -> FoldPlan {
    try checkFoldCount(foldCount, rowCount: dates.count)
    var days: [Int] = []
    for day in dates.map(\.first).sorted() where day != days.last { days.append(day) }
    guard days.count > foldCount else {
      throw EvaluationError(
        "\(foldCount) folds forward in time, but only \(days.count) distinct dates (one more than folds is needed)",
        hint: days.count > 2 ? "choose at most \(days.count - 1) folds" : "choose another split")
    }
    let windowLength = days.count / (foldCount + 1)
    let firstWindow = days.count - foldCount * windowLength
    let folds = (0..<foldCount).map { window in
      let start = days[firstWindow + window * windowLength]
      let next = firstWindow + (window + 1) * windowLength
      let end = next < days.count ? days[next] : Int.max
      return Fold(
        name: name(start), testRows: dates.indices.filter { dates[$0].first >= start && dates[$0].first < end },
        trainingRows: dates.indices.filter { dates[$0].last < start })
    }
    let untested = dates.count { $0.first < days[firstWindow] }
    let notes = ["\(untested) rows before \(name(days[firstWindow])) are only trained on"]
    return FoldPlan(rowCount: dates.count, folds: folds, notes: notes)
  }
}
