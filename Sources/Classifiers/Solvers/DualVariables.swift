internal import Glibc
internal import LinearAlgebra

/// The dual variables of `DualDescent`, one a row, and how one of them is brought to its best value.
package struct DualVariables {
  private var labels: [Int] = []
  private var costs: [Double] = []
  /// t_i.
  private var logits: [Double] = []
  /// σ(t_i), which a_i is c_i times.
  private var shares: [Double] = []
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
    self.labels = labels
    self.costs = costs
    self.intercept = intercept
    interceptShare = min(1, max(1 / 50, 1500 / max(1, costs.reduce(0, +))))
  }

  /// The number of rows.
  var count: Int { labels.count }

  /// y_i a_i of each row.
  var forces: [Double] {
    labels.indices.map { costs[$0] * shares[$0] * (labels[$0] == 1 ? 1 : -1) }
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
      shares = Array(repeating: RowLoss.logistic(farBelow), count: count)
      return Array(repeating: 0, count: objective.featureCount)
    }
    shares = labels.indices.map { RowLoss.logistic(labels[$0] == 1 ? -start.margins[$0] : start.margins[$0]) }
    var sums = objective.features.transposedTimes(forces, on: objective.parallelism)
    let square = BLAS.dot(sums, sums)
    let factor = min(1, max(0.001, BLAS.dot(starting, sums) / max(square, .leastNormalMagnitude)))
    let factors = [factor, factor.squareRoot(), 1]
    let values = factors.map { entropy(factor: $0) - 0.5 * $0 * $0 * square }
    let best = factors.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
    shares = shares.map { DualVariables.inside(factors[best] * $0) }
    logits = shares.map { log($0) - log1p(-$0) }
    for index in sums.indices { sums[index] *= factors[best] }
    return sums
  }

  /// Σ c_i H(factor x share_i), H the entropy.
  private func entropy(factor: Double) -> Double {
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
  mutating func endSweep() {
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
    let share = shares[row]
    let bend = (square + interceptSquare) * cost
    let new = Self.bestLogit(bend: bend, target: bend * share - margin, near: old)
    logits[row] = new.logit
    shares[row] = new.share
    let change = sign * cost * (new.share - share)
    note(miss: old + margin, force: sign * cost * new.share, cost: cost)
    intercept += interceptSquare * change
    return change
  }

  /// - Parameters:
  ///   - miss: t_i + y_i (x_i · w + b), zero at the optimum.
  ///   - force: y_i a_i.
  private mutating func note(miss: Double, force: Double, cost: Double) {
    let curvature = abs(force) * (1 - abs(force) / cost)
    sweep.curvature += curvature
    sweep.gap += 0.5 * curvature * miss * miss
    sweep.imbalance += force
  }

  /// The t for which t + K σ(t) = target, K = `bend` >= 0, and σ(t).
  ///
  /// The left side rises, is convex below 0 and concave above, so that Newton's method, kept on the root's side of 0, runs
  /// towards the root from one side after its first step. Steps stop where the next would be lost in rounding.
  package static func bestLogit(
    bend: Double, target: Double, near old: Double
  ) -> (logit: Double, share: Double) {
    let isNegative = bend / 2 > target
    var logit = isNegative ? min(old, 0) : max(old, 0)
    var (share, moved) = (0.0, 0.0)
    for _ in 0..<60 {
      let small = exp(-abs(logit))
      let scale = 1 / (1 + small)
      share = logit >= 0 ? scale : small * scale
      let step = (logit + bend * share - target) / (1 + bend * small * scale * scale)
      let next = isNegative ? min(logit - step, 0) : max(logit - step, 0)
      moved = next - logit
      logit = next
      if abs(moved) < 1e-6 * max(1, abs(logit)) { break }
    }
    // σ moved along by its first two derivatives: after so short a step its third is lost in rounding.
    let slope = share * (1 - share)
    return (logit, share + moved * slope * (1 + 0.5 * moved * (1 - 2 * share)))
  }
}
