internal import LinearAlgebra

/// What each training row counts, checked.
struct TrainingRows {
  /// Rows of each class.
  let classRowCounts: [Int]
  /// What the rows of each class are multiplied with because of it.
  let classWeights: [Double]
  /// The rows' weights times their class's: s_i.
  let weights: [Double]
  /// Σ s_i of each class.
  let classTotals: [Double]

  /// - Throws: `ClassifierError` for weights that are none, and for classes that nothing can be learnt of.
  init(labels: [Int], classCount: Int, weights: [Double]?, classWeight: ClassWeight) throws {
    if let weights, let row = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw ClassifierError.badWeight(weights[row], row: row)
    }
    var counts = [Int](repeating: 0, count: classCount)
    var totals = [Double](repeating: 0, count: classCount)
    for (row, label) in labels.enumerated() {
      precondition(0 <= label && label < classCount, "label \(label) in row \(row) for \(classCount) classes")
      counts[label] += 1
      totals[label] += weights?[row] ?? 1
    }
    if let empty = totals.firstIndex(where: { !($0 > 0) }) {
      throw ClassifierError.emptyClass(empty, of: classCount, hasRows: counts[empty] > 0)
    }
    let total = totals.reduce(0, +)
    let factors = totals.map { classWeight == .balanced ? total / (Double(classCount) * $0) : 1 }
    classRowCounts = counts
    classWeights = factors
    classTotals = zip(totals, factors).map { $0 * $1 }
    self.weights = labels.enumerated().map { row, label in factors[label] * (weights?[row] ?? 1) }
  }
}
