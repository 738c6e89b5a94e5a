internal import LinearAlgebra

/// Preconditioned conjugate gradients for a Newton step, kept within a trust region.
///
/// Problem: min over s of gᵀ s + 1/2 sᵀ H s with ||s||_M <= Δ, where M is diagonal and positive, ||s||_M² = sᵀ M s; g the
/// gradient and H the Hessian, known by its products only.
/// Stops when the residual r = -g - H s has ||r|| <= η ||g|| in the norm of M⁻¹, at the edge of the region, or after
/// `maximumProducts`. Source: Steihaug 1983; Nocedal and Wright, algorithm 7.2.
struct ConjugateGradient {
  /// M.
  let preconditioner: [Double]
  /// η.
  let relativeResidual: Double
  /// Δ.
  let radius: Double
  let maximumProducts: Int

  /// M from the diagonal of H, kept above zero.
  static func preconditioner(_ diagonal: [Double]) -> [Double] {
    let floor = max(Double.leastNormalMagnitude, 1e-14 * (diagonal.max() ?? 1))
    return diagonal.map { max($0, floor) }
  }

  /// More products than this are not worth one step: exact arithmetic would need one for each parameter.
  static func maximumProducts(forParameters count: Int) -> Int { max(50, min(1000, 2 * count)) }

  struct Step {
    /// s.
    var step: [Double]
    /// r = -g - H s.
    var residual: [Double]
    var isOnEdge = false
    var products = 0
  }

  func step(gradient: [Double], curvature: some ObjectiveCurvature) -> Step {
    var state = Step(step: Array(repeating: 0, count: gradient.count), residual: gradient.map { -$0 })
    var scaled = divide(state.residual)
    var direction = scaled
    var residualSquare = BLAS.dot(state.residual, scaled)
    let goal = relativeResidual * relativeResidual * residualSquare
    while residualSquare > goal, state.products < maximumProducts {
      let product = curvature.times(direction)
      state.products += 1
      let bend = BLAS.dot(direction, product)
      guard bend > 0, bend.isFinite else { break }
      let length = residualSquare / bend
      if let edge = distanceToEdge(from: state.step, along: direction), edge <= length {
        BLAS.add(direction, scaledBy: edge, to: &state.step)
        BLAS.add(product, scaledBy: -edge, to: &state.residual)
        state.isOnEdge = true
        break
      }
      BLAS.add(direction, scaledBy: length, to: &state.step)
      BLAS.add(product, scaledBy: -length, to: &state.residual)
      scaled = divide(state.residual)
      let newSquare = BLAS.dot(state.residual, scaled)
      let ratio = newSquare / residualSquare
      residualSquare = newSquare
      for index in direction.indices { direction[index] = scaled[index] + ratio * direction[index] }
    }
    return state
  }

  private func divide(_ vector: [Double]) -> [Double] {
    var result = vector
    for index in result.indices { result[index] /= preconditioner[index] }
    return result
  }

  /// The t >= 0 at which `step + t * direction` leaves the region, or nil where there is none.
  private func distanceToEdge(from step: [Double], along direction: [Double]) -> Double? {
    guard radius < .infinity else { return nil }
    var (square, cross, constant) = (0.0, 0.0, 0.0)
    for index in step.indices {
      square += preconditioner[index] * direction[index] * direction[index]
      cross += preconditioner[index] * direction[index] * step[index]
      constant += preconditioner[index] * step[index] * step[index]
    }
    let room = radius * radius - constant
    let root = (cross * cross + square * max(0, room)).squareRoot()
    return cross > 0 ? max(0, room) / (cross + root) : (root - cross) / square
  }
}
