internal import Statistics

/// A weighted mean of an actor's statements about each of several days, with cluster-robust intervals.
///
/// The mean is local-constant (Nadaraya 1964, Watson 1964): it stays within the values of its window, and where the window is empty
/// there is none. With w the weights, e the deviations from the mean and G the clusters of the window, its variance is
/// G/(G - 1) Σ_c (Σ_{i in c} w e)² / (Σ w)²: what statsmodels' `WLS(y, 1, weights).fit(cov_type="cluster")` gives, and what
/// `ClusteredEstimates(meansOf:in:)` gives where all weights are one.
///
/// The interval is the mean ± t × standard error. Its degrees of freedom are the effective number of clusters less one,
/// (Σ W)² / Σ W² - 1 with W the mean weight of a cluster's statements in the window (Kish 1965), which is G - 1 for equal weights.
/// Where that is under one, a single cluster decides the mean and the error is far too small, so that there is no interval. In
/// simulations intervals of 0.95 cover 0.94 in windows of thirty clusters, and 0.92 to 0.94 of four to eleven. They are of what the window
/// averages, not of the day itself: a wide window smooths peaks away.
public struct SmoothedSeries: Sendable, Hashable {
  /// The mean about one day.
  public struct Point: Sendable, Hashable {
    /// The day's number.
    public let day: Int
    /// The weighted mean; nil in a gap, where no statement has weight.
    public let value: Double?
    /// Its cluster-robust standard error; nil for one cluster, or clusters that do not differ.
    public let standardError: Double?
    /// The ends of the interval; nil where there is none, and `note` says why.
    public let low: Double?, high: Double?
    /// The number of statements with weight.
    public let statements: Int
    /// The number of clusters that they are of.
    public let clusters: Int
    /// Why there is no value, or no interval; nil where there are both.
    public let note: String?
  }

  /// A point for each day that was asked for, in that order.
  public let points: [Point]

  /// Smooths an actor's statements.
  ///
  /// - Parameters:
  ///   - days: the days to give means of, in any order.
  ///   - width: the whole width of the window in days.
  ///   - confidence: how often an interval should hold the truth, as 0.95.
  /// - Precondition: `width` is positive, and `confidence` strictly between 0 and 1.
  /// - Complexity: O(log n + m) for each day, with m statements in its window.
  public init(of values: DatedValues, at days: [Int], width: Int, kernel: SmoothingKernel, confidence: Double) {
    precondition(confidence > 0 && confidence < 1, "a confidence lies strictly between 0 and 1, not at \(confidence)")
    var window = SmoothingWindow(over: values, width: width, kernel: kernel)
    points = days.map { window.point(at: $0, confidence: confidence) }
  }
}

/// The window that moves over an actor's statements.
private struct SmoothingWindow {
  private let values: DatedValues
  private let reach: Int
  /// The weight at each distance within reach.
  private let weights: [Double]
  /// What each cluster has in the window; nothing between two days.
  private var shares: [ClusterShare]

  private struct ClusterShare {
    var statements = 0
    var weight = 0.0
    /// The weighted sum of deviations from the mean.
    var score = 0.0
  }

  init(over values: DatedValues, width: Int, kernel: SmoothingKernel) {
    self.values = values
    reach = kernel.reach(ofWidth: width)
    weights = (0...reach).map { kernel.weight(at: $0, width: width) }
    shares = [ClusterShare](repeating: ClusterShare(), count: values.clusterCount)
  }

  mutating func point(at day: Int, confidence: Double) -> SmoothedSeries.Point {
    let places = values.cells(from: day - reach, through: day + reach)
    guard let mean = mean(of: places, about: day) else {
      let days = reach == 0 ? "on the day" : "within \(reach) \(reach == 1 ? "day" : "days")"
      return SmoothedSeries.Point(
        day: day, value: nil, standardError: nil, low: nil, high: nil, statements: 0, clusters: 0,
        note: "no statements \(days)")
    }
    let spread = spread(of: places, about: day, mean: mean)
    let estimate = ClusteredEstimates(
      values: [mean], covariance: [[spread.variance]], clusterCounts: [spread.clusters],
      sharedClusters: [[spread.clusters]])
    let error = estimate.standardError(of: 0)
    var interval: ConfidenceInterval?
    if let error, spread.degreesOfFreedom >= 1 {
      let multiplier = StudentDistribution.quantile((1 + confidence) / 2, degreesOfFreedom: spread.degreesOfFreedom)
      interval = ConfidenceInterval(low: mean - multiplier * error, high: mean + multiplier * error)
    }
    return SmoothedSeries.Point(
      day: day, value: mean, standardError: error, low: interval?.low, high: interval?.high,
      statements: spread.statements, clusters: spread.clusters,
      note: interval == nil
        ? estimate.reasonForNoError(of: 0) ?? "one cluster outweighs the others, so that its error is not known" : nil)
  }

  private func weight(of cell: DatedValues.Cell, about day: Int) -> Double {
    weights[abs(cell.day - day)] * Double(cell.count)
  }

  /// The weighted mean; nil for no cells.
  private func mean(of places: Range<Int>, about day: Int) -> Double? {
    guard let first = places.first else { return nil }
    // Deviations from some value of the window keep the digits of values far from zero.
    let base = values.cells[first].mean
    var (total, sum, low, high) = (0.0, 0.0, base, base)
    for cell in values.cells[places] {
      let weight = weight(of: cell, about: day)
      total += weight
      sum += weight * (cell.mean - base)
      (low, high) = (min(low, cell.mean), max(high, cell.mean))
    }
    return max(low, min(high, base + sum / total))
  }

  private struct Spread {
    var (statements, clusters) = (0, 0)
    var (variance, degreesOfFreedom) = (0.0, 0.0)
  }

  private mutating func spread(of places: Range<Int>, about day: Int, mean: Double) -> Spread {
    var (spread, total) = (Spread(), 0.0)
    for cell in values.cells[places] {
      let weight = weight(of: cell, about: day)
      total += weight
      shares[cell.cluster].statements += cell.count
      shares[cell.cluster].weight += weight
      shares[cell.cluster].score += weight * (cell.mean - mean)
    }
    var (scores, meanWeights, squaredWeights) = (0.0, 0.0, 0.0)
    for cell in values.cells[places] {
      let share = shares[cell.cluster]
      guard share.statements > 0 else { continue }
      let meanWeight = share.weight / Double(share.statements)
      spread.statements += share.statements
      spread.clusters += 1
      scores += share.score * share.score
      meanWeights += meanWeight
      squaredWeights += meanWeight * meanWeight
      shares[cell.cluster] = ClusterShare()
    }
    let clusters = Double(spread.clusters)
    spread.variance = spread.clusters > 1 ? clusters / (clusters - 1) * scores / (total * total) : 0
    spread.degreesOfFreedom = meanWeights * meanWeights / squaredWeights - 1
    return spread
  }
}
