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

/// A stretch of time before each test whose rows are not trained on.
public struct Embargo: Sendable {
  /// What it is called: `7d`.
  public let name: String
  /// The first day that is left out before a test that begins on a given day.
  public let firstDay: @Sendable (Int) -> Int

  /// Names a stretch.
  public init(name: String, firstDay: @escaping @Sendable (Int) -> Int) {
    self.name = name
    self.firstDay = firstDay
  }

  /// Those of `rows`, all before `start`, that are surely before the embargo.
  func applied(to rows: [Int], of dates: [DaySpan], start: Int, name window: String) throws -> [Int] {
    let first = firstDay(start)
    let kept = rows.filter { dates[$0].last < first }
    if kept.isEmpty, !rows.isEmpty {
      throw EvaluationError(
        "an embargo of \(name) leaves nothing to train on before \(window): all \(rows.count) earlier rows lie within it",
        hint: "shorten --embargo, or choose fewer folds or a later date")
    }
    return kept
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
  ///   - embargo: how long before the test training ends; nil for nothing left out between them.
  /// - Throws: `EvaluationError` where either side would be empty.
  public static func forward(
    _ dates: [DaySpan], from start: Int, name: String, embargo: Embargo? = nil
  ) throws -> FoldPlan {
    let before = dates.indices.filter { dates[$0].last < start }
    let test = dates.indices.filter { dates[$0].first >= start }
    let training = try embargo?.applied(to: before, of: dates, start: start, name: name) ?? before
    if training.isEmpty || test.isEmpty {
      throw EvaluationError(
        "of \(dates.count) rows \(training.count) are dated before \(name) and \(test.count) from then on",
        hint: "choose a date that leaves rows on both sides")
    }
    let unused = dates.count - before.count - test.count
    var notes = unused > 0 ? ["\(unused) rows whose date is too coarse to be before or after \(name) are left out"] : []
    if let embargo {
      notes.append("\(before.count - training.count) rows are left out by the embargo of \(embargo.name)")
    }
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
  ///   - embargo: how long before a window its training ends; nil for nothing left out between them.
  ///   - name: what a window is called that begins on a day.
  /// - Throws: `EvaluationError` for fewer than two folds, not more distinct dates than folds, or an embargo that leaves nothing
  ///   to train on.
  /// - Complexity: O(n log n + n × folds).
  public static func forward(
    _ dates: [DaySpan], foldCount: Int, embargo: Embargo? = nil, name: (Int) -> String
  ) throws -> FoldPlan {
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
    var embargoed: [Int] = []
    let folds = try (0..<foldCount).map { window in
      let start = days[firstWindow + window * windowLength]
      let next = firstWindow + (window + 1) * windowLength
      let end = next < days.count ? days[next] : Int.max
      let before = dates.indices.filter { dates[$0].last < start }
      let training = try embargo?.applied(to: before, of: dates, start: start, name: name(start)) ?? before
      embargoed.append(before.count - training.count)
      return Fold(
        name: name(start), testRows: dates.indices.filter { dates[$0].first >= start && dates[$0].first < end },
        trainingRows: training)
    }
    let untested = dates.count { $0.first < days[firstWindow] }
    var notes = ["\(untested) rows before \(name(days[firstWindow])) are only trained on"]
    if let embargo {
      let counts = embargoed.map(String.init).joined(separator: ", ")
      notes.append("the embargo of \(embargo.name) leaves out \(counts) training rows, fold by fold")
    }
    return FoldPlan(rowCount: dates.count, folds: folds, notes: notes)
  }
}
