internal import LinearAlgebra
internal import Reproducibility

/// The function that logistic regression of two classes minimises with an elastic-net penalty, as scikit-learn writes it:
///
///     f(w, b) = Σ_j [(1 - ρ)/2 w_j² + ρ |w_j|] + Σ_i c_i loss_i(x_i · w + b)
///
/// with b free. It has a kink wherever a weight is zero, which is why weights become exactly zero.
struct SparseObjective: Sendable {
  /// Rows, labels and costs; its own, smooth penalty is not used.
  let smooth: LogisticObjective
  let penalty: ElasticNet

  /// - Precondition: `smooth` has one output.
  init(_ smooth: LogisticObjective, penalty: ElasticNet) {
    precondition(smooth.outputCount == 1, "an elastic net of \(smooth.outputCount) outputs")
    self.smooth = smooth
    self.penalty = penalty
  }

  /// d.
  var featureCount: Int { smooth.featureCount }

  /// f and what is needed to go on from one vector of parameters: weights, then the intercept where there is one.
  struct Place: Sendable {
    let parameters: [Double]
    /// The rows' log-odds.
    let margins: [Double]
    let value: Double
    /// The derivative of the loss by each row's log-odds.
    let derivatives: [Double]
    /// The derivative of the loss by each parameter.
    let slopes: [Double]
    /// How far zero is from the derivatives of f by each parameter; see `ElasticNet.violation`.
    let violations: [Double]
    /// The Euclidean length of `violations`: zero at the minimum alone.
    let violationNorm: Double
  }

  func place(at parameters: [Double]) -> Place {
    place(at: parameters, margins: smooth.margins(of: parameters))
  }

  /// - Parameter margins: x_i · w + b.
  func place(at parameters: [Double], margins: [Double]) -> Place {
    let (loss, derivatives) = smooth.loss.value(at: margins)
    let slopes = smooth.matrix.transposedTimes(derivatives, on: smooth.parallelism)
    let violations = slopes.indices.map { index in
      index < featureCount ? penalty.violation(parameters[index], slope: slopes[index]) : slopes[index]
    }
    return Place(
      parameters: parameters, margins: margins, value: loss + penaltyValue(parameters), derivatives: derivatives,
      slopes: slopes, violations: violations, violationNorm: BLAS.norm(violations))
  }

  /// The penalty of all weights.
  func penaltyValue(_ parameters: [Double]) -> Double {
    var sum = 0.0
    for index in 0..<featureCount { sum += penalty.value(parameters[index]) }
    return sum
  }
}

extension SparseObjective {
  /// A bound on f - min f at `place`: the difference to the dual problem's value at a feasible point near it. Zero or more.
  ///
  /// With error shares e_i in [0, 1] (the probability given to the class that row i does not have) and y_i = ±1,
  ///
  ///     D(e) = Σ_i c_i H(e_i) - Σ_j penalty*(v_j),    v = Σ_i c_i y_i e_i x_i,
  ///
  /// H the entropy. With a free intercept e is feasible when Σ_i c_i y_i e_i = 0; where penalty is L1 alone, also when no |v_j|
  /// exceeds ρ. The fitted error shares meet both at the optimum. Elsewhere those of the class with too much are scaled down,
  /// then all of them until v is within bounds. By Fenchel and Young
  ///
  ///     f - D = Σ_i c_i KL(e_i || e_i(w, b)) + Σ_j [penalty(w_j) + penalty*(v_j) - w_j v_j],
  ///
  /// a sum of terms none of which is negative.
  /// Complexity: a product with the transposed matrix.
  func dualityGap(at place: Place) -> Double {
    let (labels, costs) = (smooth.loss.labels, smooth.loss.costs)
    var scales = [1.0, 1.0]
    if smooth.hasIntercept {
      var totals = [0.0, 0.0]
      for row in labels.indices { totals[labels[row]] += abs(place.derivatives[row]) }
      let least = min(totals[0], totals[1])
      scales = totals.map { $0 > 0 ? least / $0 : 1 }
    }
    var pull = smooth.features.transposedTimes(
      labels.indices.map { -place.derivatives[$0] * scales[labels[$0]] }, on: smooth.parallelism)
    let largest = pull.reduce(0) { max($0, abs($1)) }
    if penalty.square == 0, largest > penalty.absolute {
      let shrinking = penalty.absolute / largest
      scales = scales.map { $0 * shrinking }
      pull = pull.map { $0 * shrinking }
    }
    var gap = 0.0
    for row in labels.indices {
      let share = RowLoss.logistic(labels[row] == 1 ? -place.margins[row] : place.margins[row])
      let change = share * (scales[labels[row]] - 1)
      guard change != 0 else { continue }
      gap +=
        costs[row]
        * (RowLoss.divergence(of: share, movedBy: change) + RowLoss.divergence(of: 1 - share, movedBy: -change))
    }
    for column in 0..<featureCount { gap += max(0, penalty.mismatch(place.parameters[column], dual: pull[column])) }
    return gap
  }
}
