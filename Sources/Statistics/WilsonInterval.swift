extension ConfidenceInterval {
  /// The score interval of a proportion (Wilson 1927), which stays within 0 and 1 and is right for few trials too.
  ///
  /// - Parameters:
  ///   - successes: from 0 to `trials`.
  ///   - trials: one or more.
  ///   - confidence: how often the interval should hold the true proportion, between 0 and 1.
  /// - Complexity: O(1).
  public static func wilson(successes: Int, trials: Int, confidence: Double) -> ConfidenceInterval {
    precondition(trials > 0 && (0...trials).contains(successes), "\(successes) successes in \(trials) trials")
    precondition(confidence > 0 && confidence < 1, "a confidence of \(confidence)")
    return wilson(
      share: Double(successes) / Double(trials), trials: Double(trials),
      multiplier: NormalDistribution.quantile((1 + confidence) / 2))
  }

  /// The score interval of a share that is known from the equivalent of `trials` independent trials, which need not be whole.
  ///
  /// - Parameter multiplier: how many standard errors the interval reaches to either side, 1.96 for 95 %.
  /// - Precondition: the share is in 0 ... 1; the others are positive.
  /// - Complexity: O(1).
  public static func wilson(share: Double, trials: Double, multiplier: Double) -> ConfidenceInterval {
    precondition(share >= 0 && share <= 1 && trials > 0 && multiplier > 0, "a share of \(share) of \(trials)")
    let (n, z) = (trials, multiplier)
    let scale = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / scale
    let half = z / scale * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    // At 0 and 1 an end is the share itself, but for rounding.
    return ConfidenceInterval(low: max(0, min(share, centre - half)), high: min(1, max(share, centre + half)))
  }
}
