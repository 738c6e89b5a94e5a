internal import LinearAlgebra
package import Reproducibility

/// Trust-region Newton with preconditioned conjugate gradients, for many parameters.
///
/// Problem: min f(x), f strictly convex; g the gradient, H the Hessian, never written out; M the diagonal of H, Δ the radius.
/// Step: s nearly minimises q(s) = gᵀ s + 1/2 sᵀ H s over ||s||_M <= Δ (`ConjugateGradient`). It is taken when f falls by
/// more than η₀ of what q promised; Δ shrinks where q promised too much and grows where it was right.
/// Cost: one pass over the matrix for each product with H, two more for each step; a few vectors of memory.
/// Stops when ||g|| is within tolerance.
/// Source: Lin, Weng and Keerthi 2008, Trust region Newton method for large-scale logistic regression (JMLR 9); Hsia, Zhu
/// and Lin 2017, A study on trust region update rules; Hsia, Chiang and Lin 2018, Preconditioned conjugate gradient methods
/// in truncated Newton frameworks for large-scale linear classification (both ACML).
package struct TrustRegionNewtonSolver: Sendable {
  let stopping: StoppingRule
  /// Each refused step makes the region smaller; after so many it is a point.
  private static let maximumRefusals = 60

  package init(stopping: StoppingRule) { self.stopping = stopping }

  /// The minimum of `objective`, or as near as it came to it.
  ///
  /// - Parameter isGoodEnough: whether a place will do although its gradient is above the tolerance.
  package func minimize<Objective: ConvexObjective>(
    _ objective: Objective, from start: Objective.Place, progress: ProgressHandler? = nil,
    until isGoodEnough: (Objective.Place) -> Bool = { _ in false }
  ) -> SolverResult<Objective.Place> {
    var place = start
    var radius = Double.infinity
    var stall = StallDetector(patience: 5)
    var (iterations, refusals) = (0, 0)
    let startNorm = start.gradientNorm
    while place.gradientNorm > stopping.gradientTolerance, !isGoodEnough(place) {
      guard iterations < stopping.maximumIterations else {
        return SolverResult(place: place, iterations: iterations, outcome: .iterationLimit)
      }
      guard refusals < Self.maximumRefusals else {
        return SolverResult(place: place, iterations: iterations, outcome: .stalled)
      }
      let trial = Trial(
        objective, from: place, radius: radius, relativeResidual: forcing(place.gradientNorm / startNorm))
      radius = trial.updatedRadius
      refusals = trial.isAccepted ? 0 : refusals + 1
      if trial.isAccepted {
        place = trial.destination()
        if stall.isStalled(value: place.value, gradientNorm: place.gradientNorm) { refusals = Self.maximumRefusals }
      }
      iterations += 1
      progress?(WorkProgress(stage: "fitting", completed: iterations, total: nil, unit: "iterations"))
    }
    return SolverResult(place: place, iterations: iterations, outcome: .converged)
  }

  /// How exactly a step is computed: roughly far from the minimum, ever more exactly near it, for superlinear convergence.
  private func forcing(_ relativeGradient: Double) -> Double {
    min(0.1, relativeGradient.squareRoot())
  }
}

/// One step and what came of it.
private struct Trial<Objective: ConvexObjective> {
  private let line: Objective.Line
  private let ratio: Double
  let updatedRadius: Double

  /// Whether f fell enough (η₀ = 1e-4).
  var isAccepted: Bool { ratio > 1e-4 }

  /// The place after the step.
  func destination() -> Objective.Place { line.place(at: 1) }

  init(_ objective: Objective, from place: Objective.Place, radius: Double, relativeResidual: Double) {
    let curvature = objective.curvature(at: place)
    let preconditioner = ConjugateGradient.preconditioner(curvature.diagonal())
    let solver = ConjugateGradient(
      preconditioner: preconditioner, relativeResidual: relativeResidual, radius: radius,
      maximumProducts: ConjugateGradient.maximumProducts(forParameters: objective.parameterCount))
    let found = solver.step(gradient: place.gradient, curvature: curvature)
    line = objective.line(from: place, along: found.step)
    let slope = BLAS.dot(place.gradient, found.step)
    let end = line.value(at: 1)
    let promised = -(slope - BLAS.dot(found.step, found.residual)) / 2
    let fallen = Self.reduction(from: LineValue(value: place.value, slope: slope), to: end, promised: promised)
    ratio = promised > 0 ? fallen / promised : 0
    let stepNorm = zip(found.step, preconditioner).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }.squareRoot()
    updatedRadius = Self.radius(
      radius, ratio: ratio, stepNorm: stepNorm, slope: slope, fallen: fallen, isOnEdge: found.isOnEdge)
  }

  /// How much f fell; where the difference of its values would be lost in their rounding, by the trapezoid of its slopes.
  private static func reduction(from start: LineValue, to end: LineValue, promised: Double) -> Double {
    guard end.value.isFinite, end.slope.isFinite else { return -.infinity }
    return promised > 1e-9 * abs(start.value) ? start.value - end.value : -(start.slope + end.slope) / 2
  }

  /// Lin and Moré's rules (1999), as in LIBLINEAR: a zero of the parabola through both values and the first slope says how far
  /// the step should have gone.
  private static func radius(
    _ oldRadius: Double, ratio: Double, stepNorm: Double, slope: Double, fallen: Double, isOnEdge: Bool
  ) -> Double {
    guard fallen.isFinite else { return 0.1 * stepNorm }
    let (shrink, halve, grow) = (0.25, 0.5, 4.0)
    let radius = oldRadius == .infinity ? stepNorm : oldRadius
    let excess = -fallen - slope
    let wanted = (excess <= 0 ? grow : max(shrink, -0.5 * slope / excess)) * stepNorm
    switch ratio {
    case ..<1e-4: return min(wanted, halve * radius)
    case ..<0.25: return max(shrink * radius, min(wanted, halve * radius))
    case ..<0.75: return max(shrink * radius, min(wanted, grow * radius))
    default: return isOnEdge ? grow * radius : max(radius, min(wanted, grow * radius))
    }
  }
}
