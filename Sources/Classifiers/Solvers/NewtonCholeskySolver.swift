internal import LinearAlgebra
package import Reproducibility

/// Newton's method with the Hessian factorised in each iteration.
///
/// Problem: min f(x), f strictly convex, x of n parameters; g the gradient, H the Hessian (n x n).
/// Step: solve H d = -g by a Cholesky factor of H (LAPACK), then a line search along d, beginning with 1, which soon is
/// always accepted, so that the number of correct digits doubles in each iteration.
/// Where rounding leaves H without a factor, a growing multiple of its diagonal is added (Levenberg and Marquardt).
/// Cost: the Hessian, n³ / 3 for its factor, a few passes over the rows; 8 n² bytes and more.
/// Stops when ||g|| is within tolerance.
/// Source: Nocedal and Wright, Numerical Optimization, 2nd edition, sections 3.3 and 3.4.
package struct NewtonCholeskySolver: Sendable {
  let stopping: StoppingRule

  package init(stopping: StoppingRule) { self.stopping = stopping }

  /// The minimum of `objective`, or as near as it came to it.
  ///
  /// - Parameter isGoodEnough: whether a place will do although its gradient is above the tolerance.
  package func minimize<Objective: ConvexObjective>(
    _ objective: Objective, from start: Objective.Place, progress: ProgressHandler? = nil,
    until isGoodEnough: (Objective.Place) -> Bool = { _ in false }
  ) -> SolverResult<Objective.Place> {
    var place = start
    var stall = StallDetector(patience: 5)
    var iterations = 0
    while place.gradientNorm > stopping.gradientTolerance, !isGoodEnough(place) {
      guard iterations < stopping.maximumIterations else {
        return SolverResult(place: place, iterations: iterations, outcome: .iterationLimit)
      }
      guard !stall.isStalled(value: place.value, gradientNorm: place.gradientNorm),
        let direction = Self.direction(of: objective, at: place),
        let next = Self.advance(objective, from: place, along: direction)
      else { return SolverResult(place: place, iterations: iterations, outcome: .stalled) }
      place = next
      iterations += 1
      progress?(WorkProgress(stage: "fitting", completed: iterations, total: nil, unit: "iterations"))
    }
    return SolverResult(place: place, iterations: iterations, outcome: .converged)
  }

  private static func advance<Objective: ConvexObjective>(
    _ objective: Objective, from place: Objective.Place, along direction: [Double]
  ) -> Objective.Place? {
    let line = objective.line(from: place, along: direction)
    let start = LineValue(value: place.value, slope: BLAS.dot(place.gradient, direction))
    guard let step = LineSearch().step(on: line, from: start, firstGuess: 1) else { return nil }
    return line.place(at: step)
  }

  /// d with H d = -g, or nil where not even the damped Hessian has a factor.
  static func direction<Objective: ConvexObjective>(of objective: Objective, at place: Objective.Place) -> [Double]? {
    let hessian = objective.curvature(at: place).matrix()
    var damping = 0.0
    for _ in 0..<16 {
      var damped = hessian
      for index in 0..<damped.rowCount { damped[index, index] += damping * hessian[index, index] + damping * 1e-12 }
      if let factor = LAPACK.CholeskyFactor(damped) { return factor.solve(place.gradient.map { -$0 }) }
      damping = damping == 0 ? 1e-14 : damping * 10
    }
    return nil
  }
}
