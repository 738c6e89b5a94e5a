internal import LinearAlgebra
internal import RealModule

/// A bound on f(W, b) - min f that needs no knowledge of the minimum: the difference to the dual problem's value at a
/// feasible point.
///
/// With q_i in the simplex of K classes (for two classes as for more), the dual function is
///
///     D(q) = -1/2 Σ_k ||w_k(q)||² + Σ_i c_i H(q_i),    w_k(q) = Σ_i c_i ([y_i = k] - q_ik) x_i,
///
/// H the entropy, k running over class 1 alone where one vector serves two classes. With unpenalised intercepts q is feasible
/// when Σ_i c_i q_ik = N_k = Σ_i c_i [y_i = k] for every k. D(q) <= min f <= f(W, b) for every feasible q, and equal at the
/// optimum, where q are the fitted probabilities p.
///
/// At any other place p misses the constraints by v_k = Σ_i c_i p_ik - N_k. Mixing every p_i with one distribution r,
/// q_i = (1 - t) p_i + t r, meets them exactly for r_k = (t N_k - (1 - t) v_k) / (t Σ N); t is the smallest that leaves no
/// r_k negative, max_k v_k / (N_k + v_k).
///
/// By Fenchel and Young the difference is a sum of terms none of which is negative, and which keep their digits where f and D
/// agree in all of theirs:
///
///     f - D = 1/2 Σ_k ||w_k - w_k(q)||² + Σ_i c_i KL(q_i || p_i).
struct DualityGap {
  let objective: LogisticObjective

  /// The gap at `place`, zero or more.
  func value(at place: LogisticObjective.Place) -> Double {
    // Without intercepts p itself is feasible, and w - w(p) is the gradient.
    guard objective.hasIntercept else { return BLAS.dot(place.gradient, place.gradient) / 2 }
    let logProbabilities = logProbabilities(at: place)
    let mixing = objective.hasIntercept ? mixing(logProbabilities) : nil
    var divergence = 0.0
    var rowValues: [Double] = []
    rowValues.reserveCapacity(objective.loss.labels.count * objective.outputCount)
    for (row, label) in objective.loss.labels.enumerated() {
      let cost = objective.loss.costs[row]
      for index in 0..<classCount {
        let logProbability = logProbabilities[row * classCount + index]
        let (mixed, term) = mixing?.apply(to: logProbability, ofClass: index) ?? (Double.exp(logProbability), 0)
        divergence += cost * term
        if objective.outputCount > 1 || index == 1 { rowValues.append(cost * (mixed - (index == label ? 1 : 0))) }
      }
    }
    return squaredDistance(from: place.parameters, rowValues: rowValues) / 2 + divergence
  }

  private var classCount: Int { max(2, objective.outputCount) }

  /// ln p_ik, row after row.
  private func logProbabilities(at place: LogisticObjective.Place) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(objective.loss.labels.count * classCount)
    for row in objective.loss.labels.indices {
      if objective.outputCount == 1 {
        let logit = place.margins[row]
        result.append(-RowLoss.binary(logit, isPositive: false).loss)
        result.append(-RowLoss.binary(logit, isPositive: true).loss)
      } else {
        let logits = place.margins[(row * classCount)..<((row + 1) * classCount)]
        let largest = logits.max() ?? 0
        let logTotal = largest + Double.log(logits.reduce(0) { $0 + Double.exp($1 - largest) })
        result += logits.map { $0 - logTotal }
      }
    }
    return result
  }

  /// Σ_k ||w_k - w_k(q)||², where `rowValues` are the c_i (q_ik - [y_i = k]).
  private func squaredDistance(from parameters: [Double], rowValues: [Double]) -> Double {
    let values = DenseMatrix(
      rowCount: objective.matrix.rowCount, columnCount: objective.outputCount, elements: rowValues)
    let sums = objective.matrix.transposedTimes(values, on: objective.parallelism).elements
    var total = 0.0
    for index in 0..<(objective.featureCount * objective.outputCount) {
      let difference = parameters[index] + sums[index]
      total += difference * difference
    }
    return total
  }

  /// What meets the intercepts' constraints, or nil where they are met.
  private func mixing(_ logProbabilities: [Double]) -> Mixing? {
    var classCosts = [Double](repeating: 0, count: classCount)
    var excesses = [Double](repeating: 0, count: classCount)
    for (row, label) in objective.loss.labels.enumerated() {
      let cost = objective.loss.costs[row]
      classCosts[label] += cost
      for index in 0..<classCount {
        excesses[index] += cost * (Double.exp(logProbabilities[row * classCount + index]) - (index == label ? 1 : 0))
      }
    }
    return Mixing(classCosts: classCosts, excesses: excesses)
  }
}

/// The mixture (1 - t) p + t r of a row's probabilities with one distribution.
private struct Mixing {
  let share: Double
  let distribution: [Double]

  /// - Parameters:
  ///   - classCosts: N_k.
  ///   - excesses: v_k.
  init?(classCosts: [Double], excesses: [Double]) {
    share = zip(classCosts, excesses).reduce(0) { max($0, $1.1 / ($1.0 + $1.1)) }
    guard share > 0 else { return nil }
    let total = classCosts.reduce(0, +)
    let unscaled = zip(classCosts, excesses).map { [share] cost, excess in
      max(0, (share * cost - (1 - share) * excess) / (share * total))
    }
    let scale = unscaled.reduce(0, +)
    // Excesses add up to zero but for rounding; where they are nothing else, all may be positive.
    guard scale > 0 else { return nil }
    distribution = unscaled.map { $0 / scale }
  }

  /// The mixed probability q, and q ln(q / p) - q + p, which is its part of the divergence and never negative.
  func apply(to logProbability: Double, ofClass index: Int) -> (mixed: Double, divergence: Double) {
    let probability = Double.exp(logProbability)
    let change = share * (distribution[index] - probability)
    let mixed = probability + change
    return (max(0, mixed), RowLoss.divergence(of: probability, movedBy: change))
  }
}
