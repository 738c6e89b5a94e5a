internal import Reproducibility

extension FoldPlan {
  /// Folds that keep groups together, dealt in an order drawn at random, each group to the fold with the fewest rows so far.
  ///
  /// - Throws: as `grouped(_:foldCount:)` does.
  public static func grouped(_ groups: [String], foldCount: Int, shuffleSeed: UInt64) throws -> FoldPlan {
    _ = try grouped(groups, foldCount: foldCount)
    var generator = SeededGenerator(seed: shuffleSeed).child(named: "grouped folds")
    var testRows = [[Int]](repeating: [], count: foldCount)
    for rows in generator.shuffled(GroupIndex(groups).rows) {
      let smallest = testRows.indices.min { testRows[$0].count < testRows[$1].count } ?? 0
      testRows[smallest] += rows
    }
    return FoldPlan(rowCount: groups.count, folds: numbered(testRows))
  }

  /// A design repeated with other draws: its folds one after another, called "1.1", "1.2", …, "2.1", ….
  ///
  /// - Parameters:
  ///   - count: how often, at least twice.
  ///   - seed: the seed from which those of the repeats are made.
  ///   - design: the plan that a seed gives.
  public static func repeated(
    _ count: Int, seed: UInt64, _ design: (UInt64) throws -> FoldPlan
  ) throws -> FoldPlan {
    precondition(count >= 2, "a design repeated \(count) times")
    let plans = try (0..<count).map { index -> FoldPlan in
      var generator = SeededGenerator(seed: seed).child(named: "repeat", index: index)
      return try design(generator.next())
    }
    let folds = plans.enumerated().flatMap { index, plan in
      plan.folds.map { fold in
        Fold(
          name: "\(index + 1).\(fold.name)", testRows: fold.testRows, trainingRows: fold.explicitTrainingRows)
      }
    }
    return FoldPlan(rowCount: plans[0].rowCount, folds: folds, notes: plans[0].notes).adding(notes: [
      "every row is tested \(count) times; figures are of all its predictions, and intervals draw them together"
    ])
  }

  /// Unseen groups at later dates: the windows of `forward`, and in each window the groups in as many parts, tested in turn by
  /// a model that was trained on earlier rows of the other parts alone.
  ///
  /// Parts are the folds of `grouped` over all rows, so that a group is in one part in every window. Folds are called by the
  /// window and the part, as "2021-05-24, groups 2"; those without a row to test are left out.
  ///
  /// - Throws: as `forward` and `grouped` do, and `EvaluationError` where a fold has nothing to train on.
  /// - Complexity: O(n × windows × parts).
  public static func groupedForward(
    _ dates: [DaySpan], groups: [String], foldCount: Int, embargo: Embargo? = nil, name: (Int) -> String
  ) throws -> FoldPlan {
    let windows = try forward(dates, foldCount: foldCount, embargo: embargo, name: name)
    let parts = try grouped(groups, foldCount: foldCount)
    var partOfRow = [Int](repeating: 0, count: dates.count)
    for (part, fold) in parts.folds.enumerated() { for row in fold.testRows { partOfRow[row] = part } }
    var folds: [Fold] = []
    for (index, window) in windows.folds.enumerated() {
      let earlier = windows.trainingRows(ofFold: index)
      for part in parts.folds.indices {
        let test = window.testRows.filter { partOfRow[$0] == part }
        if test.isEmpty { continue }
        let training = earlier.filter { partOfRow[$0] != part }
        if training.isEmpty {
          throw EvaluationError(
            "fold \"\(window.name), groups \(part + 1)\" has nothing to train on: all \(earlier.count) earlier rows are of groups "
              + "that it tests",
            hint: "choose fewer folds, or group by another column")
        }
        folds.append(Fold(name: "\(window.name), groups \(part + 1)", testRows: test, trainingRows: training))
      }
    }
    let left = windows.folds.count * parts.folds.count - folds.count
    let notes = left > 0 ? ["\(left) of \(left + folds.count) folds have no row to test and are left out"] : []
    return FoldPlan(rowCount: dates.count, folds: folds, notes: windows.notes + notes)
  }
}
