/// What a whole pipeline gives when it learns from labels that were permuted.
public struct PermutationTest: Codable, Sendable, Hashable {
  /// One figure under permuted labels.
  public struct Figure: Codable, Sendable, Hashable {
    /// The figure with the true labels.
    public let value: Double?
    /// Its mean with permuted labels: what a pipeline that learns nothing gives.
    public let nullMean: Double?
    /// The probability of a figure at least as good, were there nothing to learn: (1 + #) / (B + 1).
    public let p: Double?

    /// Writes all members, null for what there is none of.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(value, forKey: .value)
      try container.encode(nullMean, forKey: .nullMean)
      try container.encode(p, forKey: .p)
    }
  }

  /// The scheme, as in `--permute`.
  public let scheme: String
  /// The number of permutations, each with everything learnt anew.
  public let count: Int
  /// How often a permutation was drawn anew, since its labels could not be split as the true ones are.
  public let redrawCount: Int
  /// The seed of the permutations.
  public let seed: UInt64
  /// The figures, by metric.
  public let metrics: PerMetric<Figure>

  /// Judges the figures of the true labels by those of permuted ones.
  ///
  /// A permutation in which a figure is undefined is left out of that figure's count.
  public init(
    scheme: LabelPermutation, observed: MetricTable, permuted: [MetricTable], redrawCount: Int, seed: UInt64
  ) {
    self.scheme = scheme.description
    count = permuted.count
    self.redrawCount = redrawCount
    self.seed = seed
    metrics = PerMetric { metric in
      let values = permuted.compactMap { $0[metric].value }
      let mean = values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
      guard let value = observed[metric].value else { return Figure(value: nil, nullMean: mean, p: nil) }
      let asGood = values.count { metric.isHigherBetter ? $0 >= value : $0 <= value }
      return Figure(value: value, nullMean: mean, p: Double(1 + asGood) / Double(values.count + 1))
    }
  }
}
