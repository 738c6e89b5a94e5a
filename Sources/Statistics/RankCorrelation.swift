/// Spearman's rank correlation.
public enum RankCorrelation {
  /// The correlation of the mid-ranks of two lists; nil for fewer than two pairs, or where one list is all alike.
  ///
  /// - Precondition: both have the same length, and no value is not-a-number.
  /// - Complexity: O(n log n).
  public static func spearman(_ first: [Double], _ second: [Double]) -> Double? {
    precondition(first.count == second.count, "\(first.count) and \(second.count) values")
    let (left, right) = (midranks(first), midranks(second))
    let mean = Double(first.count + 1) / 2
    var (both, one, other) = (0.0, 0.0, 0.0)
    for (x, y) in zip(left, right) {
      both += (x - mean) * (y - mean)
      one += (x - mean) * (x - mean)
      other += (y - mean) * (y - mean)
    }
    return one > 0 && other > 0 ? both / (one * other).squareRoot() : nil
  }

  /// The rank of each value from 1, equal values sharing the mean of theirs.
  static func midranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }
}
