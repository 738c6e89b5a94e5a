public import Reproducibility

/// Intervals and p-values of many differences that hold together: single-step max-|t|, as R's multcomp has it.
///
/// Estimates are drawn from the normal distribution with their covariance, which says how their differences depend on one another. The
/// least p-value of each draw tells how small the least of so many becomes by chance. Each difference's |t| is judged by its own
/// degrees of freedom. Where all are infinite this is `multcomp::glht` with `adjusted("single-step")`; for few degrees of
/// freedom it is a little wider, since multcomp lets all tests share one estimate of the variance.
///
/// Source: Hothorn, Bretz and Westfall 2008, Simultaneous inference in general parametric models (Biometrical Journal 50).
public struct SimultaneousInference: Sendable {
  /// One tested difference.
  public struct Difference: Sendable, Hashable {
    /// The number of the estimate that is taken from the other.
    public let second: Int
    /// The number of the estimate it is taken from.
    public let first: Int
    /// |difference| / standard error.
    public let statistic: Double
    /// The degrees of freedom of the standard error, positive; infinite for a normal test.
    public let degreesOfFreedom: Double

    /// `first` less `second`.
    public init(_ first: Int, _ second: Int, statistic: Double, degreesOfFreedom: Double) {
      self.first = first
      self.second = second
      self.statistic = statistic
      self.degreesOfFreedom = degreesOfFreedom
    }
  }

  /// The p-value of each difference, that of the largest |t| by chance: at least 1 / (draws + 1).
  public let adjusted: [Double]
  /// What each standard error is multiplied with for an interval; all such intervals hold at once as often as was asked.
  public let criticalValues: [Double]

  private static let drawsInPiece = 64

  /// Judges differences of estimates.
  ///
  /// - Parameters:
  ///   - covariance: of the estimates, row by row, symmetric and positive semi-definite.
  ///   - generator: draw i is made by its child of that number, so that results are the same on any thread count.
  /// - Precondition: `covariance` is square, there are draws and differences, and every difference has a variance above 0.
  /// - Complexity: O(draws × (k² + differences)).
  public init(
    of differences: [Difference], covariance: [[Double]], confidence: Double, draws: Int, generator: SeededGenerator,
    on parallelism: Parallelism
  ) {
    precondition(draws > 0 && !differences.isEmpty, "\(draws) draws of \(differences.count) differences")
    let factor = TriangularFactor(covariance)
    let errors = differences.map { difference in
      let (a, b) = (difference.first, difference.second)
      return (covariance[a][a] + covariance[b][b] - 2 * covariance[a][b]).squareRoot()
    }
    let pieces = Pieces(itemCount: draws, targetLength: Self.drawsInPiece)
    let largest = parallelism.map(count: pieces.count) { piece in
      pieces[piece].map { draw in
        var source = generator.child(named: "draw", index: draw)
        let estimates = factor.draw(from: &source)
        return zip(differences, errors).reduce(0.0) { most, item in
          max(most, abs(estimates[item.0.first] - estimates[item.0.second]) / item.1)
        }
      }
    }.flatMap { $0 }.sorted()
    adjusted = differences.map { difference in
      let p = Self.twoSided(difference.statistic, difference.degreesOfFreedom)
      let equivalent = p > 0 ? -NormalDistribution.quantile(p / 2) : .infinity
      let asLarge = largest.count - Self.firstIndex(in: largest, atLeast: equivalent)
      return max(p, Double(1 + asLarge) / Double(draws + 1))
    }
    let tail = NormalDistribution.cumulative(-Quantiles.linear(largest, confidence))
    criticalValues = differences.map { difference in
      difference.degreesOfFreedom.isInfinite
        ? -NormalDistribution.quantile(tail)
        : -StudentDistribution.quantile(tail, degreesOfFreedom: difference.degreesOfFreedom)
    }
  }

  /// The probability of a |t| at least as large as `statistic`; normal where the degrees of freedom are infinite.
  public static func twoSided(_ statistic: Double, _ degreesOfFreedom: Double) -> Double {
    let beyond =
      degreesOfFreedom.isInfinite
      ? NormalDistribution.cumulative(-abs(statistic))
      : StudentDistribution.cumulative(-abs(statistic), degreesOfFreedom: degreesOfFreedom)
    return min(1, 2 * beyond)
  }

  /// The first place of an ascending list with a value of at least `bound`. A trace of rounding is forgiven.
  private static func firstIndex(in sorted: [Double], atLeast bound: Double) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < bound - 1e-12 { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// L with L Lᵀ = V for a positive semi-definite V: columns without variance of their own are zero.
private struct TriangularFactor: Sendable {
  private var rows: [[Double]]

  init(_ matrix: [[Double]]) {
    rows = matrix.map { row in
      precondition(row.count == matrix.count, "\(row.count) of \(matrix.count) columns")
      return [Double](repeating: 0, count: row.count)
    }
    for column in matrix.indices {
      let own = matrix[column][column]
      let left = own - rows[column][..<column].reduce(0) { $0 + $1 * $1 }
      // What rounding leaves of a variance that others explain is no variance.
      guard left > 1e-12 * own else { continue }
      let pivot = left.squareRoot()
      rows[column][column] = pivot
      for row in (column + 1)..<max(column + 1, matrix.count) {
        var sum = matrix[row][column]
        for index in 0..<column { sum -= rows[row][index] * rows[column][index] }
        rows[row][column] = sum / pivot
      }
    }
  }

  func draw(from generator: inout SeededGenerator) -> [Double] {
    // Midpoints, so that no draw is infinite.
    let normals = rows.map { _ in
      NormalDistribution.quantile(generator.unitInterval() * (1 - 0x1p-53) + 0x1p-54)
    }
    return rows.indices.map { row in
      var sum = 0.0
      for column in 0...row { sum += rows[row][column] * normals[column] }
      return sum
    }
  }
}
