/// Which tested rows have something in common with rows that their fold trains on: a text, a document, a speaker, an event.
public struct FoldCrossing: Sendable, Hashable {
  /// A tested row and the first row its fold trains on that has the same in common.
  public struct Pair: Sendable, Hashable {
    /// The tested row.
    public let row: Int
    /// The number of the fold.
    public let fold: Int
    /// A row the fold trains on.
    public let trainingRow: Int
  }

  /// A pair for each tested row that has a partner, fold after fold; rows that several folds test may come up several times.
  public let pairs: [Pair]
  /// How many rows are tested, those of several folds counted in each.
  public let testedCount: Int

  /// Finds the rows of `plan` that cross its folds.
  ///
  /// - Parameter groups: for each row the number of what it may have in common with others, or nil where there is nothing.
  /// - Precondition: there is an entry for each row of the plan.
  /// - Complexity: O(rows × folds).
  public init(_ plan: FoldPlan, groups: [Int?]) {
    precondition(groups.count == plan.rowCount, "\(groups.count) groups, \(plan.rowCount) rows")
    var pairs: [Pair] = []
    var firstRow = [Int](repeating: -1, count: (groups.compactMap { $0 }.max() ?? -1) + 1)
    for (index, fold) in plan.folds.enumerated() {
      let training = plan.trainingRows(ofFold: index)
      for row in training.reversed() {
        if let group = groups[row] { firstRow[group] = row }
      }
      for row in fold.testRows {
        guard let group = groups[row], firstRow[group] >= 0 else { continue }
        pairs.append(Pair(row: row, fold: index, trainingRow: firstRow[group]))
      }
      for row in training {
        if let group = groups[row] { firstRow[group] = -1 }
      }
    }
    self.pairs = pairs
    testedCount = plan.folds.reduce(0) { $0 + $1.testRows.count }
  }

  /// The tested rows that are surely earlier than some row their fold trains on.
  ///
  /// - Parameter dates: when each row happened.
  /// - Precondition: there is a date for each row of the plan.
  /// - Complexity: O(rows × folds).
  public init(_ plan: FoldPlan, trainedLaterThan dates: [DaySpan]) {
    precondition(dates.count == plan.rowCount, "\(dates.count) dates, \(plan.rowCount) rows")
    var pairs: [Pair] = []
    for (index, fold) in plan.folds.enumerated() {
      guard let latest = plan.trainingRows(ofFold: index).max(by: { dates[$0].first < dates[$1].first }) else {
        continue
      }
      for row in fold.testRows where dates[row].last < dates[latest].first {
        pairs.append(Pair(row: row, fold: index, trainingRow: latest))
      }
    }
    self.pairs = pairs
    testedCount = plan.folds.reduce(0) { $0 + $1.testRows.count }
  }

  /// The share of tested rows that cross; 0 where none is tested.
  public var share: Double { testedCount == 0 ? 0 : Double(pairs.count) / Double(testedCount) }
}
