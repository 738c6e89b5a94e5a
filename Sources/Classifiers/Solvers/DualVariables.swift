internal import Glibc
internal import LinearAlgebra

/// The dual variables of `DualDescent`, one a row, and how one of them is brought to its best value.
package struct DualVariables {
  /// What belongs to a row, in one place because all of it is needed at once.
  private struct Variable {
    /// y_i c_i.
    let signedCost: Double
    /// t_i.
    var logit = 0.0
    /// σ(t_i), which a_i is c_i times.
    var share = 0.0
  }

  private var variables: [Variable] = []
  /// b.
  private(set) var intercept = 0.0
  /// β, its share of the rows' mean square, and what that is computed from.
  private var interceptSquare = 0.0
  private var interceptShare = 0.0
  private var squares = (sum: 0.0, rows: 0)
  private var isFirstSweep = true
  /// Whether there is an intercept to move.
  private var movesIntercept = false
  /// What the last sweep saw.
  private(set) var sweep = DualDescent.Sweep()

  /// None.
  init() {}

  init(labels: [Int], costs: [Double], intercept: Double) {
    variables = zip(labels, costs).map { Variable(signedCost: $0 == 1 ? $1 : -$1) }
    self.intercept = intercept
    interceptShare = min(1, max(1 / 50, 1500 / max(1, costs.reduce(0, +))))
  }

  /// The number of rows.
  var count: Int { variables.count }

  /// a_i / c_i of each row.
  var shares: [Double] { variables.map(\.share) }

  /// y_i a_i of each row.
  var forces: [Double] { variables.map { $0.signedCost * $0.share } }

  /// Chooses the first values, and returns their weights Σ a_i y_i x_i.
  ///
  /// Zero weights have no variables that are worth keeping: a_i near 0 is where LIBLINEAR begins too. Otherwise t_i = -y_i m_i
  /// would be right at the optimum. After a fit for another C these shares of c_i may still be good, or rather the a_i
  /// themselves, which are a common multiple of them; the best of these and what lies between is kept, by the dual objective.
  mutating func begin(near start: LogisticObjective.Place, of objective: LogisticObjective) -> [Double] {
    let starting = Array(start.parameters[..<objective.featureCount])
    let farBelow = -18.0
    guard starting.contains(where: { $0 != 0 }) else {
      let share = RowLoss.logistic(farBelow)
      for row in variables.indices { (variables[row].logit, variables[row].share) = (farBelow, share) }
      return Array(repeating: 0, count: objective.featureCount)
    }
    for row in variables.indices {
      let margin = start.margins[row]
      variables[row].share = RowLoss.logistic(variables[row].signedCost > 0 ? -margin : margin)
    }
    var sums = objective.features.transposedTimes(forces, on: objective.parallelism)
    let square = BLAS.dot(sums, sums)
    let factor = min(1, max(0.001, BLAS.dot(starting, sums) / max(square, .leastNormalMagnitude)))
    let factors = [factor, factor.squareRoot(), 1]
    let values = factors.map { entropy(factor: $0) - 0.5 * $0 * $0 * square }
    let best = factors.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
    for row in variables.indices { variables[row].share = Self.inside(factors[best] * variables[row].share) }
    alignLogits()
    for index in sums.indices { sums[index] *= factors[best] }
    return sums
  }

  /// Computes the logits anew from the shares, which are what the weights stand for.
  mutating func alignLogits() {
    for row in variables.indices {
      let share = variables[row].share
      variables[row].logit = log(share) - log1p(-share)
    }
  }

  /// Moves all t_i by one constant against y_i, so that Σ y_i a_i = 0: of all variables for which that holds these are the
  /// nearest by Σ c_i KL.
  ///
  /// - Returns: whether that was done, to rounding.
  mutating func balance() -> Bool {
    var shift = 0.0
    for _ in 0..<20 {
      var (imbalance, curvature) = (0.0, 0.0)
      for row in variables.indices {
        let variable = variables[row]
        let share = RowLoss.logistic(variable.signedCost > 0 ? variable.logit - shift : variable.logit + shift)
        variables[row].share = share
        imbalance += variable.signedCost * share
        curvature += abs(variable.signedCost) * share * (1 - share)
      }
      let step = imbalance / curvature
      guard step.isFinite, abs(step) < 1 else { return false }
      // The step after this one would be about its square.
      if abs(step) < 1e-12 { return true }
      shift += step
    }
    return false
  }

  /// Σ c_i H(factor x share_i), H the entropy.
  private func entropy(factor: Double) -> Double {
    var value = 0.0
    for variable in variables {
      let share = Self.inside(factor * variable.share)
      value -= abs(variable.signedCost) * (share * log(share) + (1 - share) * log1p(-share))
    }
    return value
  }

  /// A share kept where its logit is an ordinary number.
  private static func inside(_ share: Double) -> Double { min(max(share, 1e-300), 1 - 1e-16) }

  /// Forgets what the sweep before saw.
  mutating func beginSweep(movesIntercept: Bool) {
    sweep = DualDescent.Sweep()
    self.movesIntercept = movesIntercept
  }

  /// Lets b₀ follow b.
  mutating func endSweep() {
    isFirstSweep = false
    if movesIntercept { intercept += interceptSquare * sweep.imbalance }
  }

  /// Brings t_i to its best value, and returns by how much y_i a_i changes.
  mutating func update(_ row: Int, product: Double, square: Double) -> Double {
    let old = variables[row]
    let cost = abs(old.signedCost)
    guard cost > 0 else { return 0 }
    if isFirstSweep, movesIntercept {
      squares = (squares.sum + square, squares.rows + 1)
      interceptSquare = interceptShare * squares.sum / Double(squares.rows)
    }
    let sum = product + intercept
    let margin = old.signedCost > 0 ? sum : -sum
    let bend = (square + interceptSquare) * cost
    let new = Self.bestLogit(bend: bend, target: bend * old.share - margin, near: (old.logit, old.share))
    (variables[row].logit, variables[row].share) = new
    let change = old.signedCost * (new.share - old.share)
    // What is missed is t_i + y_i (x_i · w + b), zero at the optimum.
    let (miss, curvature) = (old.logit + margin, cost * new.share * (1 - new.share))
    sweep.curvature += curvature
    sweep.gap += 0.5 * curvature * miss * miss
    sweep.imbalance += old.signedCost * new.share
    intercept += interceptSquare * change
    return change
  }

  /// The t for which t + K σ(t) = target, K = `bend` >= 0, and σ(t), found from another t and its σ(t).
  ///
  /// The left side rises, is convex below 0 and concave above, so that Newton's method, kept on the root's side of 0, runs
  /// towards the root from one side after its first step. Where a step is short, Chebyshev's term of third order is added and
  /// σ moved along by its derivatives: what both leave out is of the third and fourth power of the step, and nothing else
  /// needs an exponential. A row that is visited for the tenth time needs none.
  package static func bestLogit(
    bend: Double, target: Double, near old: (logit: Double, share: Double)
  ) -> (logit: Double, share: Double) {
    let isNegative = bend / 2 > target
    var (logit, share) = (old.logit <= 0) == isNegative ? old : (0, 0.5)
    for _ in 0..<60 {
      let slope = share * (1 - share)
      let scale = 1 / (1 + bend * slope)
      let step = (target - logit - bend * share) * scale
      if abs(step) < shortStep {
        let turn = 1 - 2 * share
        let moved = step * (1 - 0.5 * step * bend * slope * turn * scale)
        let third = turn * turn - 2 * slope
        return (logit + moved, share + moved * slope * (1 + moved * (0.5 * turn + moved * third / 6)))
      }
      logit = isNegative ? min(logit + step, 0) : max(logit + step, 0)
      let small = exp(-abs(logit))
      let whole = 1 / (1 + small)
      share = logit >= 0 ? whole : small * whole
    }
    return (logit, share)
  }

  /// A step after which what is left out no longer matters to a sweep.
  private static let shortStep = 0.02
}
