internal import RealModule

/// The loss of one row and its derivatives, without overflow, and without losing digits where a probability is near 0 or 1.
///
/// Two classes: z is the log-odds of class 1, loss = log(1 + exp(∓z)), and its derivative p(1) - [label is 1].
/// K classes: z has K logits, loss = log Σ exp(z_k) - z_label, and its derivatives p_k - [k is label].
enum RowLoss {
  /// 1 / (1 + exp(-logit)).
  static func logistic(_ logit: Double) -> Double {
    let small = Double.exp(-abs(logit))
    return (logit >= 0 ? 1 : small) / (1 + small)
  }

  /// The loss and its derivative for the log-odds `logit` of class 1.
  static func binary(_ logit: Double, isPositive: Bool) -> (loss: Double, derivative: Double) {
    let towardsError = isPositive ? -logit : logit
    let small = Double.exp(-abs(logit))
    let loss = max(towardsError, 0) + Double.log(onePlus: small)
    let errorProbability = (towardsError >= 0 ? 1 : small) / (1 + small)
    return (loss, isPositive ? -errorProbability : errorProbability)
  }

  /// The loss and its derivative for an outcome that is an expectation, any number: y times that of 1 and 1 - y times that of 0.
  static func binary(_ logit: Double, outcome: Double) -> (loss: Double, derivative: Double) {
    if outcome == 0 || outcome == 1 { return binary(logit, isPositive: outcome == 1) }
    let loss = max(logit, 0) + Double.log(onePlus: Double.exp(-abs(logit))) - outcome * logit
    return (loss, logistic(logit) - outcome)
  }

  /// q ln(q / p) - q + p for q = p + change, never negative: a class's part of a divergence.
  static func divergence(of probability: Double, movedBy change: Double) -> Double {
    let mixed = probability + change
    guard mixed > 0 else { return probability }
    if abs(change) < probability / 2 {
      let relative = change / probability
      return max(0, probability * ((1 + relative) * Double.log(onePlus: relative) - relative))
    }
    return max(0, mixed * (Double.log(mixed) - Double.log(probability)) - change)
  }

  /// p (1 - p) for the log-odds `logit`.
  static func binaryCurvature(_ logit: Double) -> Double {
    let small = Double.exp(-abs(logit))
    return small / ((1 + small) * (1 + small))
  }

  /// Turns the `classCount` logits that begin at `start` into the derivatives of their loss, which is returned.
  static func multinomial(
    _ values: inout MutableSpan<Double>, from start: Int, classCount: Int, label: Int
  ) -> Double {
    let (distance, others) = exponentiate(&values, from: start, classCount: classCount, label: label)
    let total = 1 + others
    var errorProbability = 0.0
    for index in start..<(start + classCount) {
      values[index] /= total
      if index != start + label { errorProbability += values[index] }
    }
    values[start + label] = -errorProbability
    return distance + Double.log(onePlus: others)
  }

  /// Turns the `classCount` logits that begin at `start` into probabilities.
  static func replaceByProbabilities(_ values: inout MutableSpan<Double>, from start: Int, classCount: Int) {
    let (_, others) = exponentiate(&values, from: start, classCount: classCount, label: 0)
    for index in start..<(start + classCount) { values[index] /= 1 + others }
  }

  /// Turns each logit into the exponential of its difference to the largest; the result is the distance of the label's logit
  /// from the largest, and the sum of all the exponentials but the largest, which is 1.
  private static func exponentiate(
    _ values: inout MutableSpan<Double>, from start: Int, classCount: Int, label: Int
  ) -> (distance: Double, others: Double) {
    var largest = start
    for index in (start + 1)..<(start + classCount) where values[index] > values[largest] { largest = index }
    let (top, distance) = (values[largest], values[largest] - values[start + label])
    var others = 0.0
    for index in start..<(start + classCount) {
      values[index] = Double.exp(values[index] - top)
      if index != largest { others += values[index] }
    }
    return (distance, others)
  }
}
