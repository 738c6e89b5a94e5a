extension FoldPlan {
  /// The plan without training rows that are copies of a row tested in the same fold.
  ///
  /// What is tested stays where the design puts it, so that folds are those of other programs. Without such copies the plan is the
  /// same.
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
