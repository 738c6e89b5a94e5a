internal import LinearAlgebra

/// Dual coordinate descent for two classes: the quick way down to the neighbourhood of the minimum.
///
/// Problem: max over 0 <= a_i <= c_i of the dual of `LogisticObjective`,
///
///     D(a) = -1/2 ||w(a)||² - Σ_i [a_i ln a_i + (c_i - a_i) ln(c_i - a_i) - c_i ln c_i],    w(a) = Σ_i a_i y_i x_i,
///
/// y_i = ±1, x_i the rows. With a_i = c_i σ(t_i), σ the logistic function, the best t_i while all others stand still solves
///
///     t + q c_i σ(t) = q a_i - y_i (x_i · w + b),    q = x_i · x_i,
///
/// whose left side rises; a few of Newton's steps solve it (see `bestLogit`). At the optimum t_i = -y_i (x_i · w + b).
///
/// Intercept: unpenalised, it asks for Σ_i y_i a_i = 0, which single coordinates cannot keep. Instead b is penalised by
/// (b - b₀)² / (2 β), which makes it a feature like the others with a square of β, and b₀ follows b after each sweep: the
/// proximal point method, whose fixed point knows no penalty. β is a share of the rows' mean square, all of it for little data
/// and a fiftieth for much: enough for b to settle as fast as the weights do, too little to slow them down, which Σ c_i β
/// does when it grows beyond some 1500 times that mean (found on texts of 10³ to 10⁶ rows and C from 0.01 to 100).
///
/// Cost: a sweep reads each entry twice, the second time from the cache. `SweepOrder` says in which order rows are visited.
/// Source: Yu, Huang and Lin 2011, Dual coordinate descent methods for logistic regression and maximum entropy models (Machine
/// Learning 85), whose inner problem is solved here for the logit instead of a; Rockafellar 1976 for the proximal point.
struct DualDescent {
  /// Where a sweep came to, judged by what was seen of each row when it was visited.
  struct Sweep {
    /// The duality gap: Σ c_i KL(a_i / c_i || p_i), to second order.
    var gap = 0.0
    /// Σ y_i a_i, which vanishes at the optimum.
    var imbalance = 0.0
    /// Σ a_i (1 - a_i / c_i): how the loss bends along the intercept.
    var curvature = 0.0

    /// What it takes to bring Σ y_i a_i to zero by moving all t_i by one constant.
    var imbalanceGap: Double { 0.5 * imbalance * imbalance / max(curvature, .leastNormalMagnitude) }
  }

  /// w.
  private var weights: RowwiseWeights
  private var variables: DualVariables
  private let hasIntercept: Bool
  private let order: SweepOrder
  /// The sweeps made.
  private(set) var sweepCount = 0

  /// - Parameter start: the parameters to begin near.
  /// - Precondition: the objective has one output.
  init(_ objective: LogisticObjective, near start: LogisticObjective.Place) {
    precondition(objective.outputCount == 1, "dual descent for \(objective.outputCount) outputs")
    hasIntercept = objective.hasIntercept
    order = SweepOrder(rowCount: objective.loss.labels.count, storedCount: objective.features.storedCount)
    variables = DualVariables(
      labels: objective.loss.labels, costs: objective.loss.costs,
      intercept: objective.hasIntercept ? start.parameters[objective.featureCount] : 0)
    weights = RowwiseWeights(zerosFor: objective.features)
    weights.weights = variables.begin(near: start, of: objective)
  }

  /// The weights that the variables stand for, and the intercept that is best for them.
  ///
  /// The weights are summed up anew from variables that are brought to Σ y_i a_i = 0 first where there is an intercept. They
  /// are then a feasible point of the dual problem, and the gap to it is Σ c_i KL(a_i / c_i || p_i), p the probabilities at
  /// the place: see `DualityGap`, whose first term is zero. It is infinite where variables could not be brought there.
  ///
  /// Complexity: three passes over the stored elements.
  func certifiedPlace(of objective: LogisticObjective) -> (place: LogisticObjective.Place, gap: Double) {
    var feasible = variables
    let isFeasible = !hasIntercept || feasible.balance()
    let weights = objective.features.transposedTimes(feasible.forces, on: objective.parallelism)
    let place = objective.placeWithBestIntercept(at: weights + (hasIntercept ? [variables.intercept] : []))
    let gap = objective.loss.divergence(ofErrorShares: feasible.shares, at: place.margins)
    return (place, isFeasible && gap.isFinite ? gap : .infinity)
  }

  /// Goes on in 64 bits, with the very weights that the variables stand for.
  ///
  /// In 32 bits weights drift from their variables by rounding, and no sweep takes that back.
  mutating func refine(for objective: LogisticObjective) {
    variables.alignLogits()
    weights.refine(objective.features.transposedTimes(variables.forces, on: objective.parallelism))
  }

  /// Visits every row once. Complexity: O(stored elements).
  mutating func sweep() -> Sweep {
    var state = DualVariables()
    swap(&state, &variables)
    state.beginSweep(movesIntercept: hasIntercept)
    for run in order.runs(ofSweep: sweepCount) {
      weights.visit(run) { row, product, square in state.update(row, product: product, square: square) }
    }
    state.endSweep()
    swap(&state, &variables)
    sweepCount += 1
    return variables.sweep
  }
}
