internal import LinearAlgebra

/// When a solver stops.
package struct StoppingRule: Sendable, Hashable {
  /// The length of the gradient at which it has converged.
  package let gradientTolerance: Double
  /// The iterations after which it gives up.
  package let maximumIterations: Int

  package init(gradientTolerance: Double, maximumIterations: Int) {
    self.gradientTolerance = gradientTolerance
    self.maximumIterations = maximumIterations
  }
}

/// Where a solver came to.
package struct SolverResult<Place: ObjectivePlace>: Sendable {
  /// The last place.
  package let place: Place
  /// Steps taken.
  package let iterations: Int
  /// Why it stopped.
  package let outcome: FitOutcome
}

extension ObjectivePlace {
  /// The Euclidean length of the gradient.
  var gradientNorm: Double { BLAS.norm(gradient) }
}

/// Notices when rounding errors allow no further progress.
struct StallDetector {
  /// How many steps without progress are taken for a stall: few where each should bring much.
  let patience: Int
  private var bestGradientNorm = Double.infinity
  private var bestValue = Double.infinity
  private var idleSteps = 0

  init(patience: Int) { self.patience = patience }

  /// Whether the last steps, this one included, brought neither a value lower beyond its rounding nor a shorter gradient.
  mutating func isStalled(value: Double, gradientNorm: Double) -> Bool {
    let rounding = 4 * Double.ulpOfOne * abs(value)
    if value < bestValue - rounding || gradientNorm < bestGradientNorm {
      idleSteps = 0
    } else {
      idleSteps += 1
    }
    bestValue = min(bestValue, value)
    bestGradientNorm = min(bestGradientNorm, gradientNorm)
    return idleSteps > patience
  }
}
