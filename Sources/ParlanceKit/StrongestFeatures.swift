internal import Classifiers
internal import LinearAlgebra

extension TrainedModel {
  /// The features with the largest weights for the positive class, then those with the largest against it; at most `count` of
  /// either, each list from the strongest.
  ///
  /// - Complexity: O(features x log features).
  public func strongestFeatures(count: Int) -> [EvaluationDocument.Feature] {
    let row = logistic.coefficients.rowCount == 1 ? 0 : classes.positiveIndex
    let weights = Array(logistic.coefficients.row(row))
    let order = weights.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
    let towards = order.prefix(count).filter { weights[$0] > 0 }
    let against = order.reversed().prefix(count).filter { weights[$0] < 0 }
    return (towards + against).map { index in
      let feature = space.feature(at: index)
      return EvaluationDocument.Feature(name: feature.name, block: feature.block, weight: weights[index])
    }
  }
}

extension DenseMatrix {
  /// The columns, each an array.
  var columns: [[Double]] {
    (0..<columnCount).map { column in (0..<rowCount).map { self[$0, column] } }
  }
}
