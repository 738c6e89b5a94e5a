internal import Reproducibility

extension FoldPlan {
  /// Folds that each have about the same share of every class.
  ///
  /// Unshuffled, these are the folds of scikit-learn's `StratifiedKFold(n_splits: foldCount)`: rows sorted by class (classes
  /// in the order in which they first occur) are dealt to the folds in turn, which settles how many of each class a fold
  /// tests; those are then taken in blocks in the order of the rows. Shuffled, the same numbers of each class are drawn at
  /// random by this package's generator, so the rows are not those of numpy's.
  ///
  /// - Parameters:
  ///   - labels: the class of each row, 0 or more.
  ///   - shuffleSeed: the seed of the shuffle; nil for none.
  /// - Throws: `EvaluationError` for fewer than two folds, or more folds than the largest class has rows.
  /// - Complexity: O(n).
  public static func stratified(labels: [Int], foldCount: Int, shuffleSeed: UInt64? = nil) throws -> FoldPlan {
    try checkFoldCount(foldCount, rowCount: labels.count)
    let classes = rowsByClassInOrderOfAppearance(labels)
    let largest = classes.map(\.count).max() ?? 0
    if foldCount > largest {
      throw EvaluationError(
        "\(foldCount) folds, but the largest class has only \(largest) rows", hint: "choose at most \(largest) folds")
    }
    var testRows = [[Int]](repeating: [], count: foldCount)
    var dealt = 0
    for (number, rows) in classes.enumerated() {
      let shares = (0..<foldCount).map { fold in
        dealtCount(to: fold, of: foldCount, from: dealt, count: rows.count)
      }
      dealt += rows.count
      var generator = shuffleSeed.map { SeededGenerator(seed: $0).child(named: "stratified folds", index: number) }
      var rest = (generator?.shuffled(rows) ?? rows)[...]
      for fold in 0..<foldCount {
        testRows[fold] += rest.prefix(shares[fold])
        rest = rest.dropFirst(shares[fold])
      }
    }
    let smallest = classes.map(\.count).min() ?? 0
    let notes =
      smallest < foldCount ? ["the smallest class has \(smallest) rows, fewer than the \(foldCount) folds"] : []
    return FoldPlan(rowCount: labels.count, folds: numbered(testRows), notes: notes)
  }

  /// How many of the positions `start ..< start + count` leave the remainder `fold` when divided by `foldCount`.
  private static func dealtCount(to fold: Int, of foldCount: Int, from start: Int, count: Int) -> Int {
    func below(_ limit: Int) -> Int { (limit + foldCount - 1 - fold) / foldCount }
    return below(start + count) - below(start)
  }

  private static func rowsByClassInOrderOfAppearance(_ labels: [Int]) -> [[Int]] {
    var numbers: [Int: Int] = [:]
    var classes: [[Int]] = []
    for (row, label) in labels.enumerated() {
      if let number = numbers[label] {
        classes[number].append(row)
      } else {
        numbers[label] = classes.count
        classes.append([row])
      }
    }
    return classes
  }

  static func checkFoldCount(_ foldCount: Int, rowCount: Int) throws {
    if foldCount < 2 {
      throw EvaluationError("\(foldCount) folds (two or more were expected)", hint: "as in --folds 5")
    }
    if rowCount < foldCount { throw EvaluationError("\(foldCount) folds, but only \(rowCount) rows") }
  }

  /// Folds called "1", "2", …, each testing its rows and training on the rest.
  static func numbered(_ testRows: [[Int]]) -> [Fold] {
    testRows.enumerated().map { Fold(name: String($0 + 1), testRows: $1.sorted()) }
  }
}
