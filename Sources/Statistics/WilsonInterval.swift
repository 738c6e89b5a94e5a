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
    let z = NormalDistribution.quantile((1 + confidence) / 2)
    let (n, share) = (Double(trials), Double(successes) / Double(trials))
    let scale = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / scale
    let half = z / scale * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    // At 0 and 1 an end is the share itself, but for rounding.
    return ConfidenceInterval(low: max(0, min(share, centre - half)), high: min(1, max(share, centre + half)))
  }
}
