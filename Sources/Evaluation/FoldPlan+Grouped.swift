extension FoldPlan {
  /// Folds that keep the rows of one group together and are of about equal size: scikit-learn's `GroupKFold(foldCount)`.
  ///
  /// Groups go, the largest first and among equals the last by name first, each to the fold with the fewest rows so far, the
  /// first of equals. (scikit-learn reverses a stable ascending sort, which turns equals round.) Names are ordered by their
  /// Unicode code points, as numpy orders text; where scikit-learn is given numbers instead, equals can come out otherwise.
  ///
  /// - Parameter groups: the group of each row.
  /// - Throws: `EvaluationError` for fewer than two folds, or more folds than groups.
  /// - Complexity: O(n + groups × folds).
  public static func grouped(_ groups: [String], foldCount: Int) throws -> FoldPlan {
    try checkFoldCount(foldCount, rowCount: groups.count)
    let index = GroupIndex(groups)
    if foldCount > index.names.count {
      throw EvaluationError(
        "\(foldCount) folds, but only \(index.names.count) groups", hint: "choose at most \(index.names.count) folds")
    }
    let order = index.rows.indices.sorted { left, right in
      (index.rows[left].count, left) > (index.rows[right].count, right)
    }
    var testRows = [[Int]](repeating: [], count: foldCount)
    for group in order {
      let smallest = testRows.indices.min { testRows[$0].count < testRows[$1].count } ?? 0
      testRows[smallest] += index.rows[group]
    }
    return FoldPlan(rowCount: groups.count, folds: numbered(testRows))
  }

  /// One fold for each group, in the order of their names' code points: scikit-learn's `LeaveOneGroupOut`.
  ///
  /// - Parameter groups: the group of each row.
  /// - Throws: `EvaluationError` for fewer than two groups.
  /// - Complexity: O(n + g log g).
  public static func leavingOneGroupOut(_ groups: [String]) throws -> FoldPlan {
    let index = GroupIndex(groups)
    if groups.isEmpty { throw EvaluationError("there are no rows to split") }
    if index.names.count < 2 {
      throw EvaluationError(
        "all \(groups.count) rows are in one group (two or more were expected)",
        hint: "name a column with more than one value")
    }
    let folds = zip(index.names, index.rows).map { Fold(name: $0, testRows: $1) }
    return FoldPlan(rowCount: groups.count, folds: folds)
  }
}
