public import Reproducibility

/// Two groups of rows compared term by term, and how sure that is over clusters of rows.
public struct GroupContrast: Sendable {
  /// Which group a row is in.
  public enum Side: Sendable, Hashable {
    /// The group of interest.
    case first
    /// What it is compared with.
    case second
  }

  /// What resampling asks of each term.
  public struct Intervals: Sendable, Hashable {
    /// Of the difference of log-odds; nil where fewer than two clusters were there to draw from.
    public let logOdds: ConfidenceInterval?
    /// Of the logarithm of the ratio.
    public let logRatio: ConfidenceInterval?
  }

  /// The number of terms of each group, repeats counted.
  public let firstTotal: Int
  /// As `firstTotal`, of the second group.
  public let secondTotal: Int
  /// The number of clusters that have rows of either group.
  public let clusterCount: Int
  private let tally: TermTally
  private let sides: [Side?]
  /// The cluster of each row, numbered from 0 among those of the two groups; -1 for rows of neither.
  private let clusters: [Int]

  /// Compares the rows of two sides.
  ///
  /// - Parameters:
  ///   - sides: the group of each row; nil for neither.
  ///   - clusters: numbers of clusters, in an order that the input's does not change; nil for each row by itself.
  public init(_ tally: TermTally, sides: [Side?], clusters: [Int]?) {
    precondition(sides.count == tally.rowTotals.count, "\(sides.count) sides for \(tally.rowTotals.count) rows")
    self.tally = tally
    self.sides = sides
    var totals = (first: 0, second: 0)
    for (side, count) in zip(sides, tally.rowTotals) {
      if side == .first { totals.first += count }
      if side == .second { totals.second += count }
    }
    (firstTotal, secondTotal) = totals
    let ids = clusters ?? Array(sides.indices)
    let used = Set(sides.indices.filter { sides[$0] != nil }.map { ids[$0] }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    self.clusters = sides.indices.map { sides[$0] == nil ? -1 : numbers[ids[$0]] ?? -1 }
    clusterCount = used.count
  }

  /// The counts of one term, and the number of clusters that have it.
  public func counts(of term: Int) -> (contrast: TermContrast, clusters: Int) {
    var (first, second) = (0, 0)
    var having: Set<Int> = []
    for entry in tally.entries[tally.offsets[term]..<tally.offsets[term + 1]] {
      guard let side = sides[Int(entry.row)] else { continue }
      if side == .first { first += Int(entry.count) } else { second += Int(entry.count) }
      having.insert(clusters[Int(entry.row)])
    }
    let contrast = TermContrast(
      first: Double(first), firstTotal: Double(firstTotal), second: Double(second), secondTotal: Double(secondTotal))
    return (contrast, having.count)
  }

  /// Percentile intervals of each term of `terms`, clusters being drawn with replacement, as many as there are.
  ///
  /// Resample i is drawn by a generator of its own, made from the seed and i. The prior stays as it is. Resamples in which a group
  /// has no words are left out.
  ///
  /// - Parameters:
  ///   - priors: what the prior counts for each of `terms`.
  ///   - priorTotal: what it counts for all terms there are.
  /// - Complexity: O(resamples x (clusters + entries of the terms)); 2 bytes of memory a resample and cluster.
  public func intervals(
    of terms: [Int], priors: [Double], priorTotal: Double, resampleCount: Int, confidence: Double, seed: UInt64,
    on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) -> [Intervals] {
    guard clusterCount > 1, resampleCount > 0 else {
      return terms.map { _ in Intervals(logOdds: nil, logRatio: nil) }
    }
    let draws = ClusterDraws(clusterCount: clusterCount, resampleCount: resampleCount, seed: seed, on: parallelism)
    let totals = (first: draws.sums(of: words(of: .first)), second: draws.sums(of: words(of: .second)))
    let used = (0..<resampleCount).filter { totals.first[$0] > 0 && totals.second[$0] > 0 }
    let pieces = Pieces(itemCount: terms.count, targetLength: 64)
    return parallelism.map(count: pieces.count) { piece in
      let found = pieces[piece].map { index in
        let counts = entries(of: terms[index])
        let (first, second) = (draws.sums(of: counts.first), draws.sums(of: counts.second))
        let contrasts = used.map { resample in
          TermContrast(
            first: Double(first[resample]), firstTotal: Double(totals.first[resample]),
            second: Double(second[resample]),
            secondTotal: Double(totals.second[resample]))
        }
        return Intervals(
          logOdds: ConfidenceInterval.percentile(
            of: contrasts.compactMap { $0.logOdds(prior: priors[index], of: priorTotal)?.difference },
            confidence: confidence),
          logRatio: ConfidenceInterval.percentile(of: contrasts.compactMap(\.logRatio), confidence: confidence))
      }
      progress?(
        WorkProgress(stage: "bootstrap", completed: pieces[piece].upperBound, total: terms.count, unit: "terms"))
      return found
    }.flatMap { $0 }
  }

  /// The words of one side in each row, with the row's cluster.
  private func words(of side: Side) -> [(cluster: Int, value: Int32)] {
    sides.indices.filter { sides[$0] == side }.map { (clusters[$0], Int32(tally.rowTotals[$0])) }
  }

  private func entries(of term: Int) -> (first: [(Int, Int32)], second: [(Int, Int32)]) {
    var (first, second): ([(Int, Int32)], [(Int, Int32)]) = ([], [])
    for entry in tally.entries[tally.offsets[term]..<tally.offsets[term + 1]] {
      switch sides[Int(entry.row)] {
      case .first: first.append((clusters[Int(entry.row)], entry.count))
      case .second: second.append((clusters[Int(entry.row)], entry.count))
      case nil: break
      }
    }
    return (first, second)
  }
}

/// How often each cluster is in each resample.
private struct ClusterDraws: Sendable {
  private let resampleCount: Int
  /// The counts of the first cluster in all resamples, then of the second.
  private let counts: [UInt16]

  init(clusterCount: Int, resampleCount: Int, seed: UInt64, on parallelism: Parallelism) {
    let generator = SeededGenerator(seed: seed).child(named: "keyness")
    let drawn = parallelism.map(count: resampleCount) { resample in
      var draws = generator.child(named: "bootstrap", index: resample)
      var counts = [UInt16](repeating: 0, count: clusterCount)
      var span = counts.mutableSpan
      draws.tally(clusterCount, below: clusterCount, into: &span)
      return counts
    }
    var counts = [UInt16](repeating: 0, count: clusterCount * resampleCount)
    for (resample, column) in drawn.enumerated() {
      for cluster in 0..<clusterCount { counts[cluster * resampleCount + resample] = column[cluster] }
    }
    self.counts = counts
    self.resampleCount = resampleCount
  }

  /// The sum over clusters, each as often as it was drawn, in each resample.
  func sums(of values: [(cluster: Int, value: Int32)]) -> [Int32] {
    var sums = [Int32](repeating: 0, count: resampleCount)
    let counts = counts.span
    var target = sums.mutableSpan
    for (cluster, value) in values {
      let start = cluster * resampleCount
      for resample in 0..<resampleCount {
        target[resample] &+= Int32(counts[start &+ resample]) &* value
      }
    }
    return sums
  }
}
