internal import Classifiers
internal import LinearAlgebra
internal import Reproducibility

/// Features learnt from some rows, with those rows' matrix and labels: what training and every fold of cross-validation start
/// from, whatever settings of the model they then try.
struct FeatureFit: Sendable {
  let space: FeatureSpace
  let matrix: DesignMatrix
  private let labels: [Int]
  private let weights: [Double]?
  private let classCount: Int

  init(_ features: FeatureSource, rows: [Int], of examples: Examples, on parallelism: Parallelism) throws {
    space = try features.fit(rows: rows, on: parallelism)
    matrix = features.matrix(rows: rows, in: space, on: parallelism)
    labels = rows.map { examples.labels[$0] }
    weights = examples.dataset.weights.map { weights in rows.map { weights[$0] } }
    classCount = examples.classes.count
  }

  /// Fits a model to these rows.
  ///
  /// - Parameter multiplicities: how often each row is taken, as in a resample; nil for once.
  func fit(
    _ configuration: LogisticConfiguration, multiplicities: [Double]? = nil,
    startingFrom start: LogisticModel? = nil, on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws -> LogisticFit {
    let rowWeights = multiplicities.map { times in weights.map { zip($0, times).map { $0 * $1 } } ?? times } ?? weights
    return try LogisticRegression(try configuration.validated()).fit(
      matrix, labels: labels, classCount: classCount, weights: rowWeights, startingFrom: start, on: parallelism,
      progress: progress)
  }

  /// Whether each class has a row that is taken and counts.
  func hasAllClasses(multiplicities: [Double]) -> Bool {
    var isSeen = [Bool](repeating: false, count: classCount)
    for (row, label) in labels.enumerated() where multiplicities[row] * (weights?[row] ?? 1) > 0 {
      isSeen[label] = true
    }
    return isSeen.allSatisfy { $0 }
  }
}
