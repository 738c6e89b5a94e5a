internal import LinearAlgebra
internal import Reproducibility

extension LogisticSearch {
  /// The gaps, relative to the objective, at which weights of 32 and of 64 bits have no more to give.
  private static let finestGaps = (single: 1e-8, double: 1e-25)
  /// So many sweeps are made at most: what is not near by then is better left to Newton's method.
  private static let maximumSweeps = 100

  /// Where dual coordinate descent came to.
  struct Descent {
    let place: LogisticObjective.Place
    let sweeps: Int
    /// The gap at `place`, if it is no more than the one asked for.
    var provenGap: Double?
  }

  /// The place that dual coordinate descent comes to, or the start where that is better.
  ///
  /// It stops where the gap asked for is proven, where its precision allows no smaller one, or where sweeps bring too little.
  func descend(options: LogisticConfiguration, progress: ProgressHandler?) -> Descent {
    var descent = DualDescent(objective, near: start)
    var pace = DescentPace()
    var isRefined = false
    // What gaps are measured against, until a better value is known.
    var value = start.value
    while descent.sweepCount < min(Self.maximumSweeps, options.maximumIterations) {
      let sweep = descent.sweep()
      progress?(WorkProgress(stage: "fitting", completed: descent.sweepCount, total: nil, unit: "sweeps"))
      guard sweep.gap.isFinite, sweep.imbalance.isFinite else {
        return Descent(place: start, sweeps: descent.sweepCount)
      }
      pace.note(sweep, hasIntercept: objective.hasIntercept)
      if let gap = options.gap, pace.expectedGap <= gap * value {
        let found = descent.certifiedPlace(of: objective)
        if found.gap <= gap * found.place.value {
          return Descent(place: found.place, sweeps: descent.sweepCount, provenGap: found.gap)
        }
        pace.learn(gap: found.gap)
        value = found.place.value
      }
      if pace.isSlow || pace.expectedGap <= Self.finestGaps.double * value { break }
      if !isRefined, pace.expectedGap <= Self.finestGaps.single * value {
        descent.refine(for: objective)
        isRefined = true
        pace = DescentPace()
      }
    }
    let place = descent.certifiedPlace(of: objective).place
    return Descent(place: place.value <= start.value ? place : start, sweeps: descent.sweepCount)
  }
}

/// How fast sweeps shrink the gap.
private struct DescentPace {
  private var lastGap = Double.infinity
  private var slowSweeps = 0
  private var sweeps = 0
  /// Whether the last gap was measured, and not only judged by what the sweep saw of each row.
  private var isMeasured = false
  /// What the gap should be after the last sweep, if it went on as before.
  private(set) var expectedGap = Double.infinity

  /// Whether a few sweeps in a row brought so little that Newton's method is quicker.
  var isSlow: Bool { slowSweeps >= 3 }

  mutating func note(_ sweep: DualDescent.Sweep, hasIntercept: Bool) {
    let shrinking = min(1, sweep.gap / lastGap)
    expectedGap = isMeasured ? expectedGap * shrinking : sweep.gap * shrinking + (hasIntercept ? sweep.imbalanceGap : 0)
    sweeps += 1
    slowSweeps = shrinking > 0.75 && sweeps > 3 ? slowSweeps + 1 : 0
    lastGap = sweep.gap
  }

  /// Expects the gap to shrink from `gap`, which it was found to be.
  mutating func learn(gap: Double) {
    expectedGap = gap
    isMeasured = true
  }
}

extension LogisticLoss {
  /// The first and second derivative of the loss by the intercept of a single output, serially: a fraction of what a product
  /// costs.
  fileprivate func interceptDerivatives(at margins: [Double]) -> (slope: Double, bend: Double) {
    var (slope, bend) = (0.0, 0.0)
    for row in margins.indices {
      let share = RowLoss.logistic(margins[row])
      slope += costs[row] * (share - (labels[row] == 1 ? 1 : 0))
      bend += costs[row] * share * (1 - share)
    }
    return (slope, bend)
  }
}

extension LogisticObjective {
  /// The place with the given weights and the intercept that is best for them, found by Newton's method beginning with the one
  /// given.
  ///
  /// - Precondition: there is one output.
  /// Complexity: a product with the matrix and some passes over the rows.
  func placeWithBestIntercept(at parameters: [Double]) -> Place {
    precondition(outputCount == 1, "the best intercept of \(outputCount) outputs")
    var (parameters, margins) = (parameters, margins(of: parameters))
    guard hasIntercept else { return place(at: parameters, margins: margins) }
    for _ in 0..<10 {
      let (slope, bend) = loss.interceptDerivatives(at: margins)
      let step = slope / bend
      guard step.isFinite, abs(step) < 1 else { break }
      parameters[featureCount] -= step
      for row in margins.indices { margins[row] -= step }
      // The next step would be about the square of this one.
      if abs(step) < 1e-7 { break }
    }
    return place(at: parameters, margins: margins)
  }
}
