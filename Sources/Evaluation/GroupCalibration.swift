internal import Reproducibility
internal import Statistics

/// Whether scores mean the same for everybody: for each actor, outlet or year, how frequent the positive class is and how
/// frequent it is said to be.
public struct GroupCalibration: Codable, Sendable, Hashable {
  /// One group of rows.
  public struct Group: Codable, Sendable, Hashable {
    /// The value that its rows share.
    public let name: String
    /// The number of rows.
    public let rows: Int
    /// The share of the positive class, by weight.
    public let observed: Double
    /// The mean probability of the positive class, by weight.
    public let predicted: Double
    /// Predicted less observed, with a normal interval from the spread between the clusters (or rows) of the group; without one
    /// where there is a single cluster.
    public let difference: MetricValue
  }

  /// The column whose values are the groups.
  public let column: String
  /// The groups, in the order of their names' code points.
  public let groups: [Group]
  /// Groups of fewer rows than this are left out of the rank correlation.
  public let minimumRows: Int
  /// The number of groups that are not.
  public let rankedGroups: Int
  /// Spearman's correlation of the groups' predicted with their observed shares, with a percentile interval over groups drawn with
  /// replacement.
  public let rankCorrelation: MetricValue

  /// Compares the groups of `data`.
  ///
  /// - Parameters:
  ///   - groups: the group of each row.
  ///   - column: what they are called together.
  ///   - minimumRows: how many rows a group needs to be ranked.
  /// - Precondition: there is a group for each row.
  /// - Complexity: O(n + resamples × groups log groups).
  public init(
    of data: ScoredLabels, groups names: [String], column: String, minimumRows: Int = 25,
    options: ValidatedEvaluationOptions
  ) {
    precondition(names.count == data.count, "\(names.count) groups, \(data.count) rows")
    let index = GroupIndex(names)
    let scores = data.scores
    let reach = NormalDistribution.quantile((1 + options.confidence) / 2)
    groups = index.names.indices.map { number in
      Self.group(index.names[number], rows: index.rows[number], of: data, scores: scores, reach: reach)
    }
    let ranked = groups.filter { $0.rows >= minimumRows }
    self.column = column
    self.minimumRows = minimumRows
    rankedGroups = ranked.count
    rankCorrelation = Self.correlation(of: ranked, options: options)
  }

  private static func group(
    _ name: String, rows: [Int], of data: ScoredLabels, scores: [Double], reach: Double
  ) -> Group {
    let truth = data.truth
    var (total, positives, predicted) = (0.0, 0.0, 0.0)
    for row in rows {
      let weight = truth.weights?[row] ?? 1
      total += weight
      predicted += weight * scores[row]
      if truth.labels[row] == truth.positiveClass { positives += weight }
    }
    guard total > 0 else {
      return Group(
        name: name, rows: rows.count, observed: 0, predicted: 0, difference: .undefined("the rows have no weight"))
    }
    let (observed, mean) = (positives / total, predicted / total)
    let difference = mean - observed
    var sums: [Int: Double] = [:]
    for row in rows {
      let weight = truth.weights?[row] ?? 1
      let missed = scores[row] - (truth.labels[row] == truth.positiveClass ? 1 : 0) - difference
      sums[truth.clusters?[row] ?? row, default: 0] += weight * missed
    }
    let count = Double(sums.count)
    guard count > 1 else {
      return Group(
        name: name, rows: rows.count, observed: observed, predicted: mean,
        difference: MetricValue(value: difference, note: "one cluster has no interval"))
    }
    // Summed in a fixed order: dictionaries have none.
    let squares = sums.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
    let error = (squares * count / (count - 1)).squareRoot() / total
    return Group(
      name: name, rows: rows.count, observed: observed, predicted: mean,
      difference: MetricValue(value: difference, low: difference - reach * error, high: difference + reach * error))
  }

  private static func correlation(of groups: [Group], options: ValidatedEvaluationOptions) -> MetricValue {
    let (predicted, observed) = (groups.map(\.predicted), groups.map(\.observed))
    guard groups.count >= 3, let value = RankCorrelation.spearman(predicted, observed) else {
      return .undefined("\(groups.count) groups have enough rows to be ranked (three or more were expected)")
    }
    let draws = SeededGenerator(seed: options.seed).child(named: "rank correlation of groups")
    let values = (0..<options.resampleCount).compactMap { resample -> Double? in
      var generator = draws.child(named: "resample", index: resample)
      let drawn = groups.indices.map { _ in generator.index(below: groups.count) }
      return RankCorrelation.spearman(drawn.map { predicted[$0] }, drawn.map { observed[$0] })
    }
    return MetricValue(value: value).with(ConfidenceInterval.percentile(of: values, confidence: options.confidence))
  }
}
