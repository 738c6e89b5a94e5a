internal import LinearAlgebra

/// Newton steps from a converged place towards the last digits.
///
/// A gradient of 1e-8 of its first length leaves errors of about 1e-8 in the parameters, and other ones for every solver and
/// every order of the rows. Near the minimum a Newton step squares the error, so that one or two of them, by conjugate
/// gradients solved to η = 1e-6, make all solvers give one model. A step is kept when it shortens the gradient.
enum Polishing {
  static func polish<Objective: ConvexObjective>(
    _ objective: Objective, from start: Objective.Place
  ) -> (place: Objective.Place, steps: Int) {
    var (place, steps) = (start, 0)
    while steps < 3, place.gradientNorm > 0 {
      let next = objective.place(at: destination(objective, from: place))
      guard next.gradientNorm < place.gradientNorm else { break }
      let isDone = next.gradientNorm > 0.1 * place.gradientNorm
      place = next
      steps += 1
      if isDone { break }
    }
    return (place, steps)
  }

  private static func destination<Objective: ConvexObjective>(
    _ objective: Objective, from place: Objective.Place
  ) -> [Double] {
    let curvature = objective.curvature(at: place)
    let diagonal = curvature.diagonal()
    let solver = ConjugateGradient(
      preconditioner: diagonal.map { max($0, .leastNormalMagnitude) }, relativeResidual: 1e-6, radius: .infinity,
      maximumProducts: max(50, min(1000, 2 * objective.parameterCount)))
    var parameters = solver.step(gradient: place.gradient, curvature: curvature).step
    BLAS.add(place.parameters, to: &parameters)
    return parameters
  }
}
