internal import LinearAlgebra

/// Newton steps from a converged place towards the last digits.
///
/// A gradient of 1e-8 of its first length leaves errors of about 1e-8 in the parameters, and other ones for every solver and
/// every order of the rows. Near the minimum a Newton step squares the error, so that one of them, three at most, makes all
/// solvers give one model. Steps are solved no more exactly than it takes to reach the goal, and kept when they shorten the
/// gradient.
struct Polishing {
  /// The length of the gradient that is short enough.
  let gradientGoal: Double
  /// Whether the Hessian may be written out and factorised.
  let usesFactor: Bool

  func polish<Objective: ConvexObjective>(
    _ objective: Objective, from start: Objective.Place
  ) -> (place: Objective.Place, steps: Int) {
    var (place, steps) = (start, 0)
    while steps < 3, place.gradientNorm > gradientGoal, let direction = direction(of: objective, at: place) {
      var parameters = direction
      BLAS.add(place.parameters, to: &parameters)
      let next = objective.place(at: parameters)
      guard next.gradientNorm < place.gradientNorm else { break }
      place = next
      steps += 1
    }
    return (place, steps)
  }

  private func direction<Objective: ConvexObjective>(
    of objective: Objective, at place: Objective.Place
  ) -> [Double]? {
    if usesFactor { return NewtonCholeskySolver.direction(of: objective, at: place) }
    let curvature = objective.curvature(at: place)
    let solver = ConjugateGradient(
      preconditioner: ConjugateGradient.preconditioner(curvature.diagonal()),
      relativeResidual: min(0.1, max(1e-6, 0.1 * gradientGoal / place.gradientNorm)), radius: .infinity,
      maximumProducts: ConjugateGradient.maximumProducts(forParameters: objective.parameterCount))
    return solver.step(gradient: place.gradient, curvature: curvature).step
  }
}
