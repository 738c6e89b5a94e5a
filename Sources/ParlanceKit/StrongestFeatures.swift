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
    return weights.strongest(count, among: Array(weights.indices)).map { index in
      let feature = space.feature(at: index)
      return EvaluationDocument.Feature(name: feature.name, block: feature.block, weight: weights[index])
    }
  }
}

extension FeatureSpace {
  /// The columns of the strongest features of each block, block after block.
  ///
  /// - Parameter weights: a weight for each column.
  /// - Complexity: O(features x log features).
  func strongestColumns(_ weights: [Double], count: Int) -> [Int] {
    guard case .texts(let pipeline) = self else { return weights.strongest(count, among: Array(weights.indices)) }
    return pipeline.schema.blocks.flatMap { weights.strongest(count, among: Array($0.columns)) }
  }
}

extension [Double] {
  /// Of some of these weights the places of the largest above zero, then of those farthest below; at most `count` of either, each
  /// list from the strongest, of equals the first.
  fileprivate func strongest(_ count: Int, among places: [Int]) -> [Int] {
    let order = places.sorted { (self[$1], $0) < (self[$0], $1) }
    return order.prefix(count).filter { self[$0] > 0 } + order.reversed().prefix(count).filter { self[$0] < 0 }
  }
}

extension DenseMatrix {
  /// The columns, each an array.
  var columns: [[Double]] {
    (0..<columnCount).map { column in (0..<rowCount).map { self[$0, column] } }
  }
}
