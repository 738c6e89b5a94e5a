internal import LinearAlgebra
internal import Reproducibility

/// Proximal Newton's method for a `SparseObjective`.
///
/// Step: minimise the quadratic model of the loss plus the penalty as it is by coordinate descent over the columns that count
/// (`ColumnDescent`), the more exactly the nearer the minimum, then a line search. Columns count whose weight is not zero or whose
/// slope is beyond what the penalty holds; all others are seen again after each step, so that none is forgotten.
/// Where few weights are not zero, descent only has to find which, and Newton's method on these weights alone (a Cholesky factor of
/// their Hessian) does the rest, which descent would take long for where columns are correlated. A weight that such a step would
/// take through zero stays there.
/// Cost of a step: a product with the matrix and its transpose, and a pass over the columns that count for each inner sweep.
/// Source: Yuan, Ho and Lin 2012, An improved GLMNET for L1-regularized logistic regression (Journal of Machine Learning
/// Research 13).
struct ProximalNewton {
  /// So many weights at most are given a Hessian of their own.
  private static let supportLimit = 1500
  private static let maximumSweeps = 500
  /// So many inner sweeps at most where Newton's method comes after them.
  private static let briefSweeps = 20
  private static let newtonStepsInARow = 100

  let objective: SparseObjective
  let columns: CompressedColumns
  let stopping: StoppingRule

  struct Result {
    let place: SparseObjective.Place
    let iterations: Int
    let polishingSteps: Int
    let outcome: FitOutcome
  }

  /// Walks to the minimum of the objective and, unless `isGoodEnough` was content before, on to the last digits.
  ///
  /// - Parameter isGoodEnough: whether a place will do although its violations are above the tolerance.
  func minimize(
    from start: SparseObjective.Place, progress: ProgressHandler?, until isGoodEnough: (SparseObjective.Place) -> Bool
  ) -> Result {
    var place = start
    var stall = StallDetector(patience: 5)
    var iterations = 0
    while place.violationNorm > stopping.gradientTolerance {
      if isGoodEnough(place) {
        return Result(place: place, iterations: iterations, polishingSteps: 0, outcome: .converged)
      }
      guard iterations < stopping.maximumIterations else {
        return Result(place: place, iterations: iterations, polishingSteps: 0, outcome: .iterationLimit)
      }
      guard !stall.isStalled(value: place.value, gradientNorm: place.violationNorm),
        let next = step(from: place, until: isGoodEnough)
      else {
        return Result(place: place, iterations: iterations, polishingSteps: 0, outcome: .stalled)
      }
      place = next
      iterations += 1
      progress?(WorkProgress(stage: "fitting", completed: iterations, total: nil, unit: "iterations"))
    }
    let (polished, steps) = polish(place)
    return Result(place: polished, iterations: iterations, polishingSteps: steps, outcome: .converged)
  }

  /// A step by coordinate descent, and steps by Newton's method for as long as each halves the violations.
  private func step(
    from place: SparseObjective.Place, until isGoodEnough: (SparseObjective.Place) -> Bool
  ) -> SparseObjective.Place? {
    guard var next = descend(from: place, accuracy: 0.05) else { return newtonStep(from: place) }
    for _ in 0..<Self.newtonStepsInARow where next.violationNorm > stopping.gradientTolerance {
      if isGoodEnough(next) { break }
      guard let better = newtonStep(from: next) else { break }
      let isMuchBetter = better.violationNorm < next.violationNorm / 2
      let hasFewer = support(of: better).count < support(of: next).count
      next = better
      if !isMuchBetter, !hasFewer { break }
    }
    return next
  }

  /// Steps beyond the tolerance for as long as each halves the violations.
  private func polish(_ start: SparseObjective.Place) -> (SparseObjective.Place, Int) {
    var place = start
    var steps = 0
    while steps < 10, place.violationNorm > 0 {
      guard let next = newtonStep(from: place) ?? descend(from: place, accuracy: 1e-3),
        next.violationNorm < place.violationNorm / 2
      else { break }
      place = next
      steps += 1
    }
    return (place, steps)
  }
}

extension ProximalNewton {
  /// The place that the quadratic model's minimum leads to, or nil where no step goes down.
  ///
  /// - Parameter accuracy: the share of the violations at `place` at which the model's minimum is near enough.
  private func descend(from place: SparseObjective.Place, accuracy: Double) -> SparseObjective.Place? {
    let counted = (0..<objective.featureCount).filter { place.parameters[$0] != 0 || place.violations[$0] != 0 }
    var model = ColumnDescent(objective, columns: columns, at: place)
    let goal = accuracy * place.violationNorm
    let maximumSweeps = support(of: place).count > Self.supportLimit ? Self.maximumSweeps : Self.briefSweeps
    var sweeps = 0
    while sweeps < maximumSweeps {
      var violation = model.sweep(counted)
      sweeps += 1
      if violation <= goal { break }
      // Most columns that count at first are held at zero soon; the others are brought to rest among themselves.
      let moving = counted.filter { model.target[$0] != 0 }
      while violation > goal / 2, sweeps < maximumSweeps {
        violation = model.sweep(moving)
        sweeps += 1
      }
    }
    return search(from: place, towards: model.target, marginChanges: model.marginChanges(counted))
  }

  /// The first of the places at 1, 1/2, 1/4 ... of the way to `target` that lies enough lower (Armijo's rule).
  private func search(
    from place: SparseObjective.Place, towards target: [Double], marginChanges: [Double]
  ) -> SparseObjective.Place? {
    let targetPenalty = objective.penaltyValue(target)
    let startPenalty = objective.penaltyValue(place.parameters)
    var descent = targetPenalty - startPenalty
    for row in marginChanges.indices { descent += place.derivatives[row] * marginChanges[row] }
    let rounding = 8 * Double.ulpOfOne * abs(place.value)
    guard descent <= rounding else { return nil }
    var step = 1.0
    for _ in 0..<40 {
      let parameters =
        step == 1 ? target : zip(place.parameters, target).map { $0 + step * ($1 - $0) }
      let loss = objective.smooth.loss.value(at: place.margins, movedBy: step, along: marginChanges).loss
      if loss + objective.penaltyValue(parameters) <= place.value + 1e-3 * step * descent + rounding {
        // Margins are summed up anew, lest rounding gathers in them from step to step.
        return objective.place(at: parameters)
      }
      step /= 2
    }
    return nil
  }

  /// A lower place by Newton's method on the weights that are not zero, or nil where they are too many or it finds none.
  ///
  /// Weights keep their signs: those that a step would take through zero are put there.
  private func newtonStep(from place: SparseObjective.Place) -> SparseObjective.Place? {
    let support = support(of: place)
    guard support.count <= Self.supportLimit, !support.isEmpty || objective.smooth.hasIntercept,
      let changes = newtonChanges(support, at: place), changes.allSatisfy(\.isFinite)
    else { return nil }
    // Where columns depend on one another, steps are long and lead nowhere but to the first zero on their way: one weight less
    // then, and soon none depends on others.
    let crossings = zip(support, changes).map { place.parameters[$0] / -$1 }.filter { $0 > 0 }
    for step in [1, 0.25, min(1, crossings.min() ?? 1)] {
      var parameters = place.parameters
      for (column, change) in zip(support, changes) {
        let moved = parameters[column] + step * change
        let isBeyondZero = moved * parameters[column] <= 0 || parameters[column] / -change == step
        parameters[column] = isBeyondZero ? 0 : moved
      }
      if objective.smooth.hasIntercept { parameters[objective.featureCount] += step * changes[support.count] }
      let next = objective.place(at: parameters)
      let rounding = 8 * Double.ulpOfOne * abs(place.value)
      if next.value < place.value - rounding
        || (next.value <= place.value + rounding && next.violationNorm < place.violationNorm)
      {
        return next
      }
    }
    return nil
  }

  private func support(of place: SparseObjective.Place) -> [Int] {
    (0..<objective.featureCount).filter { place.parameters[$0] != 0 }
  }

  private func newtonChanges(_ support: [Int], at place: SparseObjective.Place) -> [Double]? {
    var blocks: [DesignMatrix.Block] = support.isEmpty ? [] : [.sparse(columns.selecting(columns: support))]
    var slopes = support.map { -place.violations[$0] }
    if objective.smooth.hasIntercept {
      let ones = [Double](repeating: 1, count: columns.rowCount)
      blocks.append(.dense(DenseMatrix(rowCount: columns.rowCount, columnCount: 1, elements: ones)))
      slopes.append(-place.violations[objective.featureCount])
    }
    var hessian = DesignMatrix(blocks: blocks).weightedGram(
      objective.smooth.loss.curvatures(at: place.margins), on: objective.smooth.parallelism)
    for index in support.indices { hessian[index, index] += objective.penalty.square }
    var damping = 0.0
    for _ in 0..<8 {
      var damped = hessian
      for index in slopes.indices { damped[index, index] += damping * hessian[index, index] + damping * 1e-12 }
      if let factor = LAPACK.CholeskyFactor(damped) { return factor.solve(slopes) }
      // Columns that depend on one another, as the levels of a factor do.
      damping = damping == 0 ? 1e-13 : damping * 10
    }
    return nil
  }
}
