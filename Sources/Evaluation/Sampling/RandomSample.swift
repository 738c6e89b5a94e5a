internal import Reproducibility

/// How many rows of each stratum are drawn.
public enum SampleAllocation: String, Codable, Sendable, Hashable, CaseIterable {
  /// As many as the stratum's share of the rows, but one at least.
  case proportional
  /// As many of each stratum, or one more.
  case equal
}

/// Rows drawn at random without replacement, with the probability of each to be drawn, which estimates from them need.
public struct RandomSample: Sendable, Hashable {
  /// A stratum and what was drawn of it.
  public struct Stratum: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// The number of its rows.
    public let rowCount: Int
    /// The number of rows drawn.
    public let drawnCount: Int

    /// The probability of each of its rows to be drawn.
    public var probability: Double { Double(drawnCount) / Double(rowCount) }
  }

  /// The strata, in the order of their names' bytes.
  public let strata: [Stratum]
  /// The rows drawn, in random order, so that what coders learn on the way falls on all strata alike.
  public let rows: [Int]
  /// The stratum of each row drawn.
  public let stratumNumbers: [Int]

  /// The probability of each row drawn to be drawn.
  public var probabilities: [Double] { stratumNumbers.map { strata[$0].probability } }

  /// Draws `count` rows, a simple random sample within each stratum. Every row has a probability above zero.
  ///
  /// Each stratum is drawn from by a generator of its own, made from the seed and its name.
  ///
  /// - Parameters:
  ///   - strata: the stratum of each row; all the same for a simple random sample.
  /// - Throws: `EvaluationError` for fewer rows than are to be drawn, for more strata than rows to draw, and, with equal shares, for
  ///   a stratum of fewer rows than its share.
  /// - Complexity: O(n + strata x strata).
  public init(of count: Int, from strata: [String], allocation: SampleAllocation, seed: UInt64) throws {
    let index = GroupIndex(strata)
    let sizes = index.rows.map(\.count)
    guard count >= 1 else { throw EvaluationError("\(count) rows to draw (at least 1 was expected)") }
    guard count <= strata.count else {
      throw EvaluationError(
        "\(count) rows to draw of \(strata.count) (no more than there are was expected)", hint: "ask for fewer with --n"
      )
    }
    guard sizes.count <= count else {
      throw EvaluationError(
        "\(sizes.count) strata for \(count) rows to draw (at least one row each was expected, or rows would have no chance)",
        hint: "draw more with --n, stratify by fewer columns, or take fewer --bins")
    }
    let drawn =
      switch allocation {
      case .proportional: Self.proportional(count, sizes: sizes)
      case .equal: try Self.equal(count, sizes: sizes, names: index.names)
      }
    var chosen: [(row: Int, stratum: Int)] = []
    for (stratum, rows) in index.rows.enumerated() {
      var generator = SeededGenerator(seed: seed).child(named: "sample \(index.names[stratum])")
      chosen += generator.shuffled(rows).prefix(drawn[stratum]).map { ($0, stratum) }
    }
    var generator = SeededGenerator(seed: seed).child(named: "order")
    chosen = generator.shuffled(chosen)
    self.strata = index.names.indices.map {
      Stratum(name: index.names[$0], rowCount: sizes[$0], drawnCount: drawn[$0])
    }
    rows = chosen.map(\.row)
    stratumNumbers = chosen.map(\.stratum)
  }

  /// Largest remainders, each stratum having one row at least; of equal remainders the first stratum's comes first.
  private static func proportional(_ count: Int, sizes: [Int]) -> [Int] {
    let total = sizes.reduce(0, +)
    let quotas = sizes.map { Double(count) * Double($0) / Double(total) }
    var drawn = quotas.map { max(1, Int($0)) }
    var missing = count - drawn.reduce(0, +)
    while missing != 0 {
      let change = missing > 0 ? 1 : -1
      var best: Int?
      for stratum in sizes.indices where (1...sizes[stratum]).contains(drawn[stratum] + change) {
        let gain = Double(change) * (quotas[stratum] - Double(drawn[stratum]))
        if let current = best, gain <= Double(change) * (quotas[current] - Double(drawn[current])) { continue }
        best = stratum
      }
      guard let best else { preconditionFailure("no stratum to take \(missing) rows") }
      drawn[best] += change
      missing -= change
    }
    return drawn
  }

  private static func equal(_ count: Int, sizes: [Int], names: [String]) throws -> [Int] {
    let (share, rest) = (count / sizes.count, count % sizes.count)
    return try sizes.indices.map { stratum in
      let wanted = share + (stratum < rest ? 1 : 0)
      guard wanted <= sizes[stratum] else {
        throw EvaluationError(
          "the stratum \(names[stratum]) has \(sizes[stratum]) rows (\(wanted) were to be drawn of each)",
          hint: "draw fewer with --n, or in proportion with --allocation proportional")
      }
      return wanted
    }
  }
}
