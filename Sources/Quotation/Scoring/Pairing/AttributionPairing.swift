internal import Reproducibility

/// Pairs the gold attributions of an article with predicted ones, one to one, so that the sum of the F1s of their contents is as
/// great as can be.
///
/// Among pairings of equal sums those are taken whose cues, speakers and other parts agree better. The result does not depend on the
/// order of either side, and exchanging the sides exchanges the pairs.
public struct AttributionPairing: Sendable, Hashable {
  /// More steps than this are not taken for attributions that all overlap one another: the heaviest pairs are then taken first, which
  /// may miss the greatest sum.
  static let mostSteps = 200_000_000

  /// The pairs in the order of their gold attributions.
  public let pairs: [AttributionPair]
  /// The numbers of gold attributions without a partner.
  public let missed: [Int]
  /// The numbers of predicted attributions without a partner.
  public let spurious: [Int]
  /// Whether the sum is known to be the greatest.
  public let isOptimal: Bool

  /// Pairs the attributions of one article.
  ///
  /// - Complexity: O(n log n) in words, and O(k³) for k attributions that overlap one another.
  public init(gold: [MarkedAttribution], predicted: [MarkedAttribution]) {
    let goldSide = PairingSide(gold)
    let predictedSide = PairingSide(predicted)
    // The sides are taken in an order that does not depend on which is the gold.
    let isTurned = predictedSide.precedes(goldSide)
    let (rows, columns) = isTurned ? (predictedSide, goldSide) : (goldSide, predictedSide)
    var isOptimal = true
    var pairs: [AttributionPair] = []
    for component in OverlapComponent.all(rows, columns) {
      for (row, column) in component.pairing(isOptimal: &isOptimal) {
        let (its, other) = (rows.order[row], columns.order[column])
        let contentF1 = component.contentF1(row, column)
        pairs.append(
          isTurned
            ? AttributionPair(gold[other], other, predicted[its], its, contentF1: contentF1)
            : AttributionPair(gold[its], its, predicted[other], other, contentF1: contentF1))
      }
    }
    self.pairs = pairs.sorted { $0.gold < $1.gold }
    let (pairedGold, pairedPredicted) = (Set(pairs.map(\.gold)), Set(pairs.map(\.predicted)))
    missed = gold.indices.filter { !pairedGold.contains($0) }
    spurious = predicted.indices.filter { !pairedPredicted.contains($0) }
    self.isOptimal = isOptimal
  }
}

/// The attributions of one side in an order that depends on what they are, not on where they stood.
struct PairingSide {
  /// The attributions in that order.
  let attributions: [MarkedAttribution]
  /// Their numbers in the article.
  let order: [Int]
  private let keys: [[Int]]
  private let names: [[String]]

  init(_ attributions: [MarkedAttribution]) {
    let keys = attributions.map { Self.key($0) }
    let names = attributions.map { Self.names($0) }
    let order = attributions.indices.sorted { left, right in
      if keys[left] != keys[right] { return keys[left].lexicographicallyPrecedes(keys[right]) }
      return names[left].lexicographicallyPrecedes(names[right])
    }
    self.order = order
    self.attributions = order.map { attributions[$0] }
    self.keys = order.map { keys[$0] }
    self.names = order.map { names[$0] }
  }

  /// Whether this side comes first.
  func precedes(_ other: PairingSide) -> Bool {
    if keys != other.keys { return keys.lexicographicallyPrecedes(other.keys) { $0.lexicographicallyPrecedes($1) } }
    return names.lexicographicallyPrecedes(other.names) { $0.lexicographicallyPrecedes($1) }
  }

  private static func key(_ attribution: MarkedAttribution) -> [Int] {
    var key: [Int] = []
    for span in [attribution.content, attribution.cue, attribution.speaker] {
      for unit in span?.units ?? [] { key += [unit.lowerBound, unit.upperBound] }
      key.append(-1)
    }
    key.append(attribution.kind.flatMap { Attribution.Kind.allCases.firstIndex(of: $0) } ?? -1)
    key.append(attribution.voice.flatMap { Attribution.Voice.allCases.firstIndex(of: $0) } ?? -1)
    return key
  }

  private static func names(_ attribution: MarkedAttribution) -> [String] {
    [attribution.actor, attribution.addressee, attribution.cue?.text ?? "", attribution.speaker?.text ?? ""]
  }
}
