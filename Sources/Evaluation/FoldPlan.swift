public import Reproducibility

/// Which rows each fold trains on and tests on: a value, made before anything is fitted.
public struct FoldPlan: Codable, Sendable, Hashable {
  /// One training and one test set.
  public struct Fold: Codable, Sendable, Hashable {
    /// What tells the fold from others: the group left out, the first date of the window, or its number from 1.
    public let name: String
    /// The rows tested, ascending.
    public let testRows: [Int]
    /// The rows trained on, ascending; nil for all that are not tested.
    let explicitTrainingRows: [Int]?

    init(name: String, testRows: [Int], trainingRows: [Int]? = nil) {
      self.name = name
      self.testRows = testRows
      explicitTrainingRows = trainingRows
    }
  }

  /// The number of rows of the corpus that is split.
  public let rowCount: Int
  /// The folds, in order.
  public let folds: [Fold]
  /// What is worth knowing about the plan but no reason to refuse it, with counts.
  public let notes: [String]

  init(rowCount: Int, folds: [Fold], notes: [String] = []) {
    self.rowCount = rowCount
    self.folds = folds
    self.notes = notes
  }

  /// The rows that fold `index` trains on, ascending. Complexity: O(rows).
  public func trainingRows(ofFold index: Int) -> [Int] {
    let fold = folds[index]
    if let rows = fold.explicitTrainingRows { return rows }
    var isTested = [Bool](repeating: false, count: rowCount)
    for row in fold.testRows { isTested[row] = true }
    return (0..<rowCount).filter { !isTested[$0] }
  }

  /// Whether some row is tested more than once.
  var repeatsRows: Bool {
    let tested = folds.flatMap(\.testRows)
    return Set(tested).count < tested.count
  }

  /// The same folds, of which more is to be said.
  public func adding(notes more: [String]) -> FoldPlan {
    FoldPlan(rowCount: rowCount, folds: folds, notes: notes + more)
  }

  /// The identity of the plan: equal for equal training and test rows, whatever the folds are called.
  ///
  /// It is the digest of one line a fold, `test rows;training rows`, row numbers from 0 with commas between them, and nothing
  /// after the semicolon where training is on all other rows.
  public var digest: ContentDigest {
    var digester = Digester()
    digester.update(Array("\(rowCount)\n".utf8))
    for fold in folds {
      let test = fold.testRows.map(String.init).joined(separator: ",")
      let training = (fold.explicitTrainingRows ?? []).map(String.init).joined(separator: ",")
      digester.update(Array("\(test);\(training)\n".utf8))
    }
    return digester.finish()
  }

  /// Checks that every fold can be trained and tested: it has rows of the corpus on both sides and none on both at once, and
  /// every class of the corpus is among those it trains on.
  ///
  /// A test set of one class is fine: pooled figures do not mind, and the fold's own AUC is then undefined.
  ///
  /// - Parameters:
  ///   - labels: the class of each row.
  ///   - classNames: what the classes are called.
  /// - Throws: `EvaluationError` that names the fold and the class, with counts.
  /// - Precondition: there is a label for each row.
  public func validate(labels: [Int], classNames: [String]) throws {
    precondition(labels.count == rowCount, "\(labels.count) labels, \(rowCount) rows")
    let all = Self.classCounts(of: labels[...].indices, labels: labels, classCount: classNames.count)
    for (index, fold) in folds.enumerated() {
      try checkRows(of: fold)
      let training = trainingRows(ofFold: index)
      if training.isEmpty || fold.testRows.isEmpty {
        throw EvaluationError(
          "fold \"\(fold.name)\" would train on \(training.count) rows and test on \(fold.testRows.count)",
          hint: "choose fewer folds, or another split")
      }
      let counts = Self.classCounts(of: training, labels: labels, classCount: classNames.count)
      if let missing = counts.indices.first(where: { counts[$0] == 0 && all[$0] > 0 }) {
        throw EvaluationError(
          "fold \"\(fold.name)\" would train without class \"\(classNames[missing])\": all \(all[missing]) of its rows "
            + (fold.explicitTrainingRows == nil ? "are tested" : "are tested or lie outside the fold"),
          hint: "choose another split, or leave the class out with --where")
      }
    }
  }

  /// What a plan made here always holds, and one read from elsewhere may not.
  private func checkRows(of fold: Fold) throws {
    let (test, training) = (fold.testRows, fold.explicitTrainingRows ?? [])
    if let row = (test + training).first(where: { $0 < 0 || $0 >= rowCount }) {
      throw EvaluationError("fold \"\(fold.name)\" names row \(row) of \(rowCount), counted from 0")
    }
    if let row = Set(test).intersection(training).min() {
      throw EvaluationError("fold \"\(fold.name)\" both trains on and tests row \(row), counted from 0")
    }
  }

  private static func classCounts(of rows: some Sequence<Int>, labels: [Int], classCount: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: classCount)
    for row in rows { counts[labels[row]] += 1 }
    return counts
  }
}
