/// Rows with similar predicted probabilities, and how many of them were in fact positive.
public struct CalibrationBin: Codable, Sendable, Hashable {
  /// The lower bound: for bins of equal width excluded, but in the first bin; for bins of equal mass the lowest score in it.
  public let lower: Double
  /// The upper bound, included.
  public let upper: Double
  /// The weight of the rows in the bin; bins without rows are left out.
  public let count: Double
  /// The mean predicted probability of the positive class.
  public let meanPredicted: Double
  /// The share of positive rows. In a resample the bounds are held, so the interval is that of the share.
  public internal(set) var observed: MetricValue
}

/// Brier's score taken apart (Murphy 1973, with the terms within bins of Stephenson, Coelho and Jolliffe 2008).
///
/// Over the bins of equal width, brier = reliability - resolution + uncertainty + withinBinVariance
/// - 2 withinBinCovariance, exactly; the last two are zero where all scores of a bin are alike.
public struct MurphyDecomposition: Codable, Sendable, Hashable {
  /// Mean squared distance of the bins' mean scores from their observed shares; 0 is best.
  public internal(set) var reliability: MetricValue
  /// Mean squared distance of the bins' observed shares from the overall share; greater is better.
  public internal(set) var resolution: MetricValue
  /// The variance of the classes themselves, which no forecast changes.
  public internal(set) var uncertainty: MetricValue
  /// The mean variance of the scores within bins.
  public internal(set) var withinBinVariance: MetricValue
  /// The mean covariance of scores and classes within bins.
  public internal(set) var withinBinCovariance: MetricValue
  /// 1 - brier / uncertainty: 1 is perfect, 0 no better than always forecasting the overall share.
  public internal(set) var skillScore: MetricValue

  /// - Parameters:
  ///   - bins: the sums over each bin.
  ///   - totals: the sums over all rows, which are those of the bins.
  init(bins: [RankedSums], totals: Totals<Double>) {
    let total = bins.reduce(0) { $0 + $1.weight }
    let share = bins.reduce(0) { $0 + $1.positive } / total
    var (reliability, resolution) = (0.0, 0.0)
    var (variance, covariance) = (totals.squaredScore, totals.positiveScore)
    for bin in bins where bin.weight > 0 {
      let error = bin.score - bin.positive
      reliability += error * error / bin.weight
      let distance = bin.positive / bin.weight - share
      resolution += bin.weight * distance * distance
      variance -= bin.score * bin.score / bin.weight
      covariance -= bin.score * bin.positive / bin.weight
    }
    let uncertainty = share * (1 - share)
    self.reliability = MetricValue(value: reliability / total)
    self.resolution = MetricValue(value: resolution / total)
    self.uncertainty = MetricValue(value: uncertainty)
    withinBinVariance = MetricValue(value: variance / total)
    withinBinCovariance = MetricValue(value: covariance / total)
    skillScore =
      uncertainty > 0
      ? MetricValue(value: 1 - totals.brier / uncertainty)
      : .undefined("all rows are of one class, so there is no uncertainty")
  }

  mutating func update(_ body: (inout MetricValue) -> Void) {
    body(&reliability)
    body(&resolution)
    body(&uncertainty)
    body(&withinBinVariance)
    body(&withinBinCovariance)
    body(&skillScore)
  }
}

/// The bounds of a calibration bin and where its rows are in a ranking.
struct BinPlace: Sendable {
  let lower: Double
  let upper: Double
  let positions: Range<Int>

  func bin(with sums: RankedSums) -> CalibrationBin {
    let observed =
      sums.weight > 0 ? MetricValue(value: sums.positive / sums.weight) : .undefined("there are no rows in the bin")
    return CalibrationBin(
      lower: lower, upper: upper, count: sums.weight, meanPredicted: sums.score / sums.weight, observed: observed)
  }
}

extension RankedScores {
  /// The bins of equal width that hold rows, from the lowest scores up; scikit-learn's edges and rule (closed on the right).
  func widthBins(count binCount: Int) -> [BinPlace] {
    let step = 1 / Double(binCount)
    return (0..<binCount).compactMap { bin in
      let (lower, upper) = (Double(bin) * step, bin + 1 == binCount ? 1 : Double(bin + 1) * step)
      let start = bin + 1 == binCount ? 0 : positions { $0 > upper }
      let end = bin == 0 ? count : positions { $0 > lower }
      let hasWeight = weights[start..<end].contains { $0 > 0 }
      return hasWeight ? BinPlace(lower: lower, upper: upper, positions: start..<end) : nil
    }
  }

  /// The bins of equal mass that end at `ends` (from the highest scores down), from the lowest scores up.
  func massBins(ends: [Int]) -> [BinPlace] {
    zip([0] + ends, ends).map { start, end in
      BinPlace(lower: scores[end - 1], upper: scores[start], positions: start..<end)
    }.reversed()
  }

  /// How many positions from the top have a score for which `isAbove` holds, which falls once from true to false.
  ///
  /// - Complexity: O(log n).
  func positions(_ isAbove: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAbove(scores[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
