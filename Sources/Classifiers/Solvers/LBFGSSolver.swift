internal import LinearAlgebra
package import Reproducibility

/// Limited-memory BFGS.
///
/// Problem: min f(x), f strictly convex; g the gradient. The last `memory` pairs s = change of x, y = change of g, are an
/// approximation of the inverse Hessian on top of D⁻¹ / γ, where D is the Hessian's diagonal at the start and γ fits the
/// latest pair: yᵀ D⁻¹ y / sᵀ y.
/// Step: d = -(approximate inverse Hessian) g by the two-loop recursion, then a strong Wolfe line search beginning with 1,
/// which keeps sᵀ y above zero.
/// Cost: two passes over the matrix and 4 x memory vector operations an iteration.
/// Stops when ||g|| is within tolerance.
/// Source: Liu and Nocedal 1989; Nocedal and Wright, algorithms 7.4 and 7.5.
package struct LBFGSSolver: Sendable {
  let stopping: StoppingRule
  private let memory = 10

  package init(stopping: StoppingRule) { self.stopping = stopping }

  /// The minimum of `objective`, or as near as it came to it.
  ///
  /// - Parameter isGoodEnough: whether a place will do although its gradient is above the tolerance.
  package func minimize<Objective: ConvexObjective>(
    _ objective: Objective, from start: Objective.Place, progress: ProgressHandler? = nil,
    until isGoodEnough: (Objective.Place) -> Bool = { _ in false }
  ) -> SolverResult<Objective.Place> {
    var place = start
    var history = CurvaturePairs(
      scale: objective.curvature(at: start).diagonal().map { max($0, .leastNormalMagnitude) }, limit: memory)
    var stall = StallDetector(patience: 50)
    var iterations = 0
    while place.gradientNorm > stopping.gradientTolerance, !isGoodEnough(place) {
      guard iterations < stopping.maximumIterations else {
        return SolverResult(place: place, iterations: iterations, outcome: .iterationLimit)
      }
      guard !stall.isStalled(value: place.value, gradientNorm: place.gradientNorm),
        let next = advance(objective, from: place, history: &history)
      else { return SolverResult(place: place, iterations: iterations, outcome: .stalled) }
      place = next
      iterations += 1
      progress?(WorkProgress(stage: "fitting", completed: iterations, total: nil, unit: "iterations"))
    }
    return SolverResult(place: place, iterations: iterations, outcome: .converged)
  }

  /// The next place, or nil where no step along the direction, nor along the scaled gradient, descends.
  private func advance<Objective: ConvexObjective>(
    _ objective: Objective, from place: Objective.Place, history: inout CurvaturePairs
  ) -> Objective.Place? {
    while true {
      let direction = history.direction(gradient: place.gradient)
      let line = objective.line(from: place, along: direction)
      let start = LineValue(value: place.value, slope: BLAS.dot(place.gradient, direction))
      if let step = LineSearch().step(on: line, from: start, firstGuess: 1) {
        let next = line.place(at: step)
        history.append(from: place, to: next)
        return next
      }
      guard !history.isEmpty else { return nil }
      history.removeAll()
    }
  }
}

/// The latest changes of the parameters and of the gradient.
private struct CurvaturePairs {
  private let scale: [Double]
  private let limit: Int
  private var pairs: [(step: [Double], change: [Double], product: Double)] = []

  /// - Parameter scale: D.
  init(scale: [Double], limit: Int) {
    self.scale = scale
    self.limit = limit
  }

  var isEmpty: Bool { pairs.isEmpty }

  mutating func removeAll() { pairs = [] }

  mutating func append(from place: some ObjectivePlace, to next: some ObjectivePlace) {
    var (step, change) = (next.parameters, next.gradient)
    BLAS.add(place.parameters, scaledBy: -1, to: &step)
    BLAS.add(place.gradient, scaledBy: -1, to: &change)
    let product = BLAS.dot(step, change)
    guard product > 0 else { return }
    pairs.append((step, change, product))
    if pairs.count > limit { pairs.removeFirst() }
  }

  /// -(approximate inverse Hessian) gradient.
  func direction(gradient: [Double]) -> [Double] {
    var result = gradient.map { -$0 }
    var factors: [Double] = []
    for pair in pairs.reversed() {
      let factor = BLAS.dot(pair.step, result) / pair.product
      BLAS.add(pair.change, scaledBy: -factor, to: &result)
      factors.append(factor)
    }
    var fit = 1.0
    if let latest = pairs.last {
      fit = latest.product / latest.change.indices.reduce(0) { $0 + latest.change[$1] * latest.change[$1] / scale[$1] }
    }
    for index in result.indices { result[index] *= fit / scale[index] }
    for (pair, factor) in zip(pairs, factors.reversed()) {
      let other = BLAS.dot(pair.change, result) / pair.product
      BLAS.add(pair.step, scaledBy: factor - other, to: &result)
    }
    return result
  }
}
