internal import LinearAlgebra
internal import Reproducibility

/// The way from a start to the minimum of an objective with kinks: what `LogisticSearch` is for smooth ones.
struct SparseSearch {
  let objective: SparseObjective
  let start: SparseObjective.Place
  /// What violations are measured against: the length of the loss's gradient at zero weights with the intercept at the classes'
  /// shares, or 1e-7 of the length that c_i x_i have together where that is nothing but rounding; but no more than √d, the length
  /// that slopes have which the penalty can just hold, since near the minimum slopes are no longer than that however large C is.
  let gradientScale: Double

  /// - Parameters:
  ///   - classTotals: Σ s_i of each class.
  ///   - warmStart: where to begin unless zero weights are better.
  /// - Throws: `ClassifierError` where numbers overflow.
  init(_ objective: SparseObjective, classTotals: [Double], warmStart: LogisticModel?) throws {
    self.objective = objective
    let smooth = objective.smooth
    let ignorant = objective.place(at: smooth.parameters(forShares: classTotals))
    let squares = smooth.matrix.weightedSquareSums(smooth.loss.costs.map { $0 * $0 }, on: smooth.parallelism)
    let lossScale = max(
      BLAS.norm(ignorant.slopes), 1e-7 * squares.reduce(0, +).squareRoot(), .leastNormalMagnitude)
    gradientScale = lossScale.isFinite ? min(lossScale, Double(objective.featureCount).squareRoot()) : lossScale
    guard ignorant.value.isFinite, gradientScale.isFinite else { throw ClassifierError.overflow }
    let warm = warmStart.map { objective.place(at: smooth.parameters(of: $0)) }
    start = warm.flatMap { $0.value < ignorant.value && $0.violationNorm.isFinite ? $0 : nil } ?? ignorant
  }

  func run(options: LogisticConfiguration, progress: ProgressHandler?) -> ProximalNewton.Result {
    let solver = ProximalNewton(
      objective: objective, columns: CompressedColumns(objective.smooth.features),
      stopping: StoppingRule(
        gradientTolerance: options.tolerance * gradientScale, maximumIterations: options.maximumIterations))
    return solver.minimize(from: start, progress: progress) { place in
      options.gap.map { objective.dualityGap(at: place) <= $0 * place.value } ?? false
    }
  }
}
