/// Counts of what was found, missed and told right, which add up over articles.
///
/// Counts are numbers that need not be whole, so that articles can be weighted, as resampling does.
public struct ExtractionTally: Sendable, Hashable {
  /// One of the counts.
  public enum Count: Int, CaseIterable, Sendable {
    /// Gold attributions, predicted ones, and gold ones with a partner.
    case gold, predicted, pairs
    /// Gold and predicted attributions whose partner has the very same words in its content.
    case exactGold, exactPredicted
    /// The sums of the F1s of the contents of pairs, over gold and over predicted attributions.
    case overlapGold, overlapPredicted
    /// Pairs whose gold one has a cue, whose predicted one has, where both have the same words, and the sum of their F1s.
    case cueGold, cuePredicted, cueExact, cueOverlap
    /// The same for the speaker as written.
    case speakerGold, speakerPredicted, speakerExact, speakerOverlap
    /// Pairs whose gold one names an actor, where the predicted one names the same, and where only the predicted one names any.
    case actorGold, actorRight, actorAdded
    /// The same for the addressee.
    case addresseeGold, addresseeRight, addresseeAdded
    /// Pairs that both have a kind, and have the same.
    case kindStated, kindRight
    /// Pairs that both have a voice, and have the same.
    case voiceStated, voiceRight
  }

  private var values = [Double](repeating: 0, count: Count.allCases.count)

  /// Counts of nothing.
  public init() {}

  /// The value of a count.
  public internal(set) subscript(count: Count) -> Double {
    get { values[count.rawValue] }
    set { values[count.rawValue] = newValue }
  }

  /// The sum of `tallies`, each counted as often as its weight says.
  ///
  /// - Precondition: there are as many weights.
  /// - Complexity: O(n).
  public static func sum(_ tallies: [ExtractionTally], weights: [Double]) -> ExtractionTally {
    precondition(tallies.count == weights.count, "\(tallies.count) tallies and \(weights.count) weights")
    var sum = ExtractionTally()
    for (tally, weight) in zip(tallies, weights) where weight != 0 {
      for index in sum.values.indices { sum.values[index] += weight * tally.values[index] }
    }
    return sum
  }

  /// The sum of `tallies`.
  public static func sum(_ tallies: [ExtractionTally]) -> ExtractionTally {
    sum(tallies, weights: Array(repeating: 1, count: tallies.count))
  }
}

extension ExtractionTally {
  /// The counts of an article; of one kind alone, where `group` is given.
  ///
  /// Of a kind, gold attributions are counted by their own kind and predicted ones by theirs, so that a pair of two kinds counts
  /// for the recall of one and the precision of the other. What is told right in pairs is counted under the gold one's kind.
  init(_ article: ScoredArticle, group: KindGroup? = nil) {
    self.init()
    func isIn(_ attribution: MarkedAttribution) -> Bool { group.map { $0.kind == attribution.kind } ?? true }
    self[.gold] = Double(article.gold.count(where: isIn))
    self[.predicted] = Double(article.predicted.count(where: isIn))
    // In an order of their own, so that sums come out the same with the sides exchanged.
    let pairs = article.pairing.pairs.sorted {
      ($0.contentF1, $0.cueF1, $0.speakerF1) < ($1.contentF1, $1.cueF1, $1.speakerF1)
    }
    for pair in pairs {
      let (gold, predicted) = (article.gold[pair.gold], article.predicted[pair.predicted])
      if isIn(predicted) {
        self[.overlapPredicted] += pair.contentF1
        if pair.contentF1 == 1 { self[.exactPredicted] += 1 }
      }
      guard isIn(gold) else { continue }
      self[.pairs] += 1
      self[.overlapGold] += pair.contentF1
      if pair.contentF1 == 1 { self[.exactGold] += 1 }
      countParts(pair, gold, predicted)
    }
  }

  private mutating func countParts(_ pair: AttributionPair, _ gold: MarkedAttribution, _ predicted: MarkedAttribution) {
    if gold.cue != nil { self[.cueGold] += 1 }
    if predicted.cue != nil { self[.cuePredicted] += 1 }
    if pair.cueF1 == 1 { self[.cueExact] += 1 }
    self[.cueOverlap] += pair.cueF1
    if gold.speaker != nil { self[.speakerGold] += 1 }
    if predicted.speaker != nil { self[.speakerPredicted] += 1 }
    if pair.speakerF1 == 1 { self[.speakerExact] += 1 }
    self[.speakerOverlap] += pair.speakerF1
    countName(gold.actor, predicted.actor, stated: .actorGold, right: .actorRight, added: .actorAdded)
    countName(
      gold.addressee, predicted.addressee, stated: .addresseeGold, right: .addresseeRight, added: .addresseeAdded)
    if let kind = gold.kind, let other = predicted.kind {
      self[.kindStated] += 1
      if kind == other { self[.kindRight] += 1 }
    }
    if let voice = gold.voice, let other = predicted.voice {
      self[.voiceStated] += 1
      if voice == other { self[.voiceRight] += 1 }
    }
  }

  private mutating func countName(_ gold: String, _ predicted: String, stated: Count, right: Count, added: Count) {
    if gold.isEmpty {
      if !predicted.isEmpty { self[added] += 1 }
    } else {
      self[stated] += 1
      if MarkedAttribution.names(gold, areThoseOf: predicted) { self[right] += 1 }
    }
  }
}
