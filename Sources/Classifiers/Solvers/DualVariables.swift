internal import Glibc
internal import LinearAlgebra

/// The dual variables of `DualDescent`, one a row, and how one of them is brought to its best value.
package struct DualVariables {
  private var labels: [Int] = []
  private var costs: [Double] = []
  /// t_i.
  private var logits: [Double] = []
  /// b.
  private(set) var intercept = 0.0
  /// β, its share of the rows' mean square, and what that is computed from.
  private var interceptSquare = 0.0
  private var interceptShare = 0.0
  private var squares = (sum: 0.0, rows: 0)
  private var isFirstSweep = true
  private var movesIntercept = false
  /// What the last sweep saw.
  private(set) var sweep = DualDescent.Sweep()

  /// None.
  init() {}

  init(labels: [Int], costs: [Double], intercept: Double) {
    self.labels = labels
    self.costs = costs
    self.intercept = intercept
    interceptShare = min(1, max(1 / 50, 1500 / max(1, costs.reduce(0, +))))
  }

  /// The number of rows.
  var count: Int { labels.count }

  /// y_i a_i of each row.
  var forces: [Double] {
    labels.indices.map { costs[$0] * RowLoss.logistic(logits[$0]) * (labels[$0] == 1 ? 1 : -1) }
  }

  /// Chooses the first values, and returns their weights Σ a_i y_i x_i.
  ///
  /// Zero weights have no variables that are worth keeping: a_i near 0 is where LIBLINEAR begins too. Otherwise t_i = -y_i m_i
  /// would be right at the optimum. After a fit for another C these shares of c_i may still be good, or rather the a_i
  /// themselves, which are a common multiple of them; the best of these and what lies between is kept, by the dual objective.
  mutating func begin(near start: LogisticObjective.Place, of objective: LogisticObjective) -> [Double] {
    let starting = Array(start.parameters[..<objective.featureCount])
    let farBelow = -18.0
    guard starting.contains(where: { $0 != 0 }) else {
      logits = Array(repeating: farBelow, count: count)
      return Array(repeating: 0, count: objective.featureCount)
    }
    let shares = labels.indices.map { RowLoss.logistic(labels[$0] == 1 ? -start.margins[$0] : start.margins[$0]) }
    let forces = labels.indices.map { costs[$0] * shares[$0] * (labels[$0] == 1 ? 1 : -1) }
    var sums = objective.features.transposedTimes(forces, on: objective.parallelism)
    let square = BLAS.dot(sums, sums)
    let factor = min(1, max(0.001, BLAS.dot(starting, sums) / max(square, .leastNormalMagnitude)))
    let factors = [factor, factor.squareRoot(), 1]
    let values = factors.map { dualValue(shares: shares, factor: $0) - 0.5 * $0 * $0 * square }
    let best = factors.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
    logits = shares.map { share in
      let shrunk = DualVariables.inside(factors[best] * share)
      return log(shrunk) - log1p(-shrunk)
    }
    for index in sums.indices { sums[index] *= factors[best] }
    return sums
  }

  /// Σ c_i H(factor x share_i), H the entropy.
  private func dualValue(shares: [Double], factor: Double) -> Double {
    var value = 0.0
    for row in shares.indices {
      let share = DualVariables.inside(factor * shares[row])
      value -= costs[row] * (share * log(share) + (1 - share) * log1p(-share))
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
  mutating func endSweep(movesIntercept: Bool) {
    isFirstSweep = false
    if movesIntercept { intercept += interceptSquare * sweep.imbalance }
  }

  /// Brings t_i to its best value, and returns by how much y_i a_i changes.
  mutating func update(_ row: Int, product: Double, square: Double) -> Double {
    let cost = costs[row]
    guard cost > 0 else { return 0 }
    if isFirstSweep, movesIntercept {
      squares = (squares.sum + square, squares.rows + 1)
      interceptSquare = interceptShare * squares.sum / Double(squares.rows)
    }
    let sign = labels[row] == 1 ? 1.0 : -1
    let (old, margin) = (logits[row], sign * (product + intercept))
    let share = RowLoss.logistic(old)
    let bend = (square + interceptSquare) * cost
    let new = Self.bestLogit(bend: bend, target: bend * share - margin, near: old)
    logits[row] = new
    let change = sign * cost * (RowLoss.logistic(new) - share)
    note(margin: margin, miss: old + margin, force: sign * (cost * share) + change, cost: cost, product: product)
    intercept += interceptSquare * change
    return change
  }

  /// - Parameters:
  ///   - miss: t_i + y_i (x_i · w + b), zero at the optimum.
  ///   - force: y_i a_i.
  private mutating func note(margin: Double, miss: Double, force: Double, cost: Double, product: Double) {
    let curvature = abs(force) * (1 - abs(force) / cost)
    sweep.curvature += curvature
    sweep.gap += 0.5 * curvature * miss * miss
    sweep.imbalance += force
    sweep.value += cost * (max(-margin, 0) + log1p(exp(-abs(margin)))) + 0.5 * force * product
  }

  /// The t for which t + K σ(t) = target, K = `bend` >= 0.
  ///
  /// The left side rises, is convex below 0 and concave above, so that Newton's method, kept on the root's side of 0, runs
  /// towards the root from one side after its first step. Steps stop where the next would be lost in rounding.
  package static func bestLogit(bend: Double, target: Double, near old: Double) -> Double {
    let isNegative = bend / 2 > target
    var logit = isNegative ? min(old, 0) : max(old, 0)
    for _ in 0..<60 {
      let small = exp(-abs(logit))
      let scale = 1 / (1 + small)
      let rise = 1 + bend * small * scale * scale
      let step = (logit + bend * (logit >= 0 ? scale : small * scale) - target) / rise
      let next = isNegative ? min(logit - step, 0) : max(logit - step, 0)
      let moved = abs(next - logit)
      logit = next
      if moved < 1e-6 * max(1, abs(logit)) { break }
    }
    return logit
  }
}
