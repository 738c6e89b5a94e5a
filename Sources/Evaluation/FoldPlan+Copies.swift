extension FoldPlan {
  /// The plan with all copies of a text in the fold that tests the earliest of them.
  ///
  /// For designs that leave it open where a row is tested. Without copies the plan is the same.
  ///
  /// - Parameter first: for each row the earliest row that it is a copy of, itself where it is none.
  /// - Precondition: there is one for each row, and every row is tested exactly once.
  /// - Complexity: O(n log n).
  public func gathering(copies first: [Int]) -> FoldPlan {
    precondition(first.count == rowCount, "copies of \(first.count) rows, a plan of \(rowCount)")
    var foldOfRow = [Int](repeating: -1, count: rowCount)
    for (index, fold) in folds.enumerated() { for row in fold.testRows { foldOfRow[row] = index } }
    precondition(!foldOfRow.contains(-1) && !hasExplicitTraining, "copies are gathered in folds that part all rows")
    var moved = 0
    var testRows = [[Int]](repeating: [], count: folds.count)
    for row in 0..<rowCount {
      let fold = foldOfRow[first[row]]
      if fold != foldOfRow[row] { moved += 1 }
      testRows[fold].append(row)
    }
    guard moved > 0 else { return self }
    let gathered = zip(folds, testRows).map { Fold(name: $0.name, testRows: $1) }
    return FoldPlan(rowCount: rowCount, folds: gathered, notes: notes).adding(notes: [
      "\(moved) rows are tested in another fold than they would be, because a copy of their text is"
    ])
  }

  /// The plan without training rows that are copies of a row tested in the same fold.
  ///
  /// For designs that leave no choice where a row is tested. Without such copies the plan is the same.
  ///
  /// - Parameter first: for each row the earliest row that it is a copy of, itself where it is none.
  /// - Precondition: there is one for each row.
  /// - Complexity: O(n × folds).
  public func withholding(copies first: [Int]) -> FoldPlan {
    precondition(first.count == rowCount, "copies of \(first.count) rows, a plan of \(rowCount)")
    var withheld = Set<Int>()
    let kept = folds.enumerated().map { index, fold in
      let tested = Set(fold.testRows.map { first[$0] })
      let training = trainingRows(ofFold: index)
      let remaining = training.filter { !tested.contains(first[$0]) }
      guard remaining.count < training.count else { return fold }
      withheld.formUnion(training.filter { tested.contains(first[$0]) })
      return Fold(name: fold.name, testRows: fold.testRows, trainingRows: remaining)
    }
    guard !withheld.isEmpty else { return self }
    return FoldPlan(rowCount: rowCount, folds: kept, notes: notes).adding(notes: [
      "\(withheld.count) rows are not trained on in folds that test a copy of their text"
    ])
  }
}
