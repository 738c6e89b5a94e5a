public import Evaluation
internal import Quotation

/// How well attributions were found, and what was told right about those found.
public struct ExtractionFigures: Codable, Sendable, Hashable {
  /// How well spans are found, by two measures.
  public struct Spans: Codable, Sendable, Hashable {
    /// Spans count where they have the very same words: quotation marks and full stops aside.
    public let exact: RetrievalFigures
    /// Spans count by the F1 of their words.
    public let overlap: RetrievalFigures
  }

  /// How often something is told right of those that were found.
  public struct Telling: Codable, Sendable, Hashable {
    /// The share told right.
    public let accuracy: MetricValue
    /// The number of pairs in which it could be told: the gold has it; of kinds and voices, both sides have.
    public let stated: Int
    /// The number of those told right.
    public let right: Int
    /// The number of pairs in which only the predicted side has it; nil for kinds and voices.
    public let added: Int?
  }

  /// The number of gold attributions.
  public let gold: Int
  /// The number of predicted attributions.
  public let predicted: Int
  /// The number of gold attributions that have a partner.
  public let pairs: Int
  /// The statements.
  public let content: Spans
  /// The reporting words, in pairs.
  public let cue: Spans
  /// The speakers as written, in pairs.
  public let speaker: Spans
  /// Who the speakers are, where the gold says so.
  public let actor: Telling
  /// Who is spoken to, where the gold says so.
  public let addressee: Telling
  /// Whose words the statements are given in.
  public let kind: Telling
  /// How speakers stand to what they say.
  public let voice: Telling

  /// Gathers figures that were computed by `values(of:)`, and their intervals.
  init(_ tally: ExtractionTally, values: [MetricValue]) {
    func spans(from place: Int, of things: String) -> Spans {
      func figures(_ first: Int) -> RetrievalFigures {
        RetrievalFigures(
          precision: values[first].noting("nothing is predicted: no \(things)"),
          recall: values[first + 1].noting("the gold has no \(things)"),
          f1: values[first + 2].noting("there are no \(things)"))
      }
      return Spans(exact: figures(place + 3), overlap: figures(place))
    }
    gold = Int(tally[.gold])
    predicted = Int(tally[.predicted])
    pairs = Int(tally[.pairs])
    content = spans(from: 0, of: "statements")
    cue = spans(from: 6, of: "cues in pairs")
    speaker = spans(from: 12, of: "speakers in pairs")
    func telling(
      _ place: Int, _ stated: ExtractionTally.Count, _ right: ExtractionTally.Count, _ added: ExtractionTally.Count?,
      _ note: String
    ) -> Telling {
      Telling(
        accuracy: values[place].noting(note), stated: Int(tally[stated]), right: Int(tally[right]),
        added: added.map { Int(tally[$0]) })
    }
    actor = telling(18, .actorGold, .actorRight, .actorAdded, "no pair has an actor in the gold")
    addressee = telling(
      19, .addresseeGold, .addresseeRight, .addresseeAdded, "no pair has an addressee in the gold")
    kind = telling(20, .kindStated, .kindRight, nil, "no pair has a kind on both sides")
    voice = telling(21, .voiceStated, .voiceRight, nil, "no pair has a voice on both sides")
  }

  /// Precision, recall and F1 of contents overlapping and exact, of cues, of speakers; then the shares of actors, addressees, kinds and
  /// voices told right. Not-a-number where undefined.
  static func values(of tally: ExtractionTally) -> [Double] {
    retrieval(tally[.overlapPredicted], tally[.overlapGold], tally[.predicted], tally[.gold])
      + retrieval(tally[.exactPredicted], tally[.exactGold], tally[.predicted], tally[.gold])
      + retrieval(tally[.cueOverlap], tally[.cueOverlap], tally[.cuePredicted], tally[.cueGold])
      + retrieval(tally[.cueExact], tally[.cueExact], tally[.cuePredicted], tally[.cueGold])
      + retrieval(tally[.speakerOverlap], tally[.speakerOverlap], tally[.speakerPredicted], tally[.speakerGold])
      + retrieval(tally[.speakerExact], tally[.speakerExact], tally[.speakerPredicted], tally[.speakerGold])
      + [
        tally[.actorRight] / tally[.actorGold], tally[.addresseeRight] / tally[.addresseeGold],
        tally[.kindRight] / tally[.kindStated], tally[.voiceRight] / tally[.voiceStated],
      ]
  }

  /// The number of figures.
  static let count = 22

  /// Precision, recall, and their harmonic mean, which is 0 where one of them is 0 or undefined.
  private static func retrieval(
    _ predictedHits: Double, _ goldHits: Double, _ predicted: Double, _ gold: Double
  ) -> [Double] {
    let (precision, recall) = (predictedHits / predicted, goldHits / gold)
    if predicted == 0, gold == 0 { return [.nan, .nan, .nan] }
    let isFound = precision > 0 && recall > 0
    return [precision, recall, isFound ? 2 * precision * recall / (precision + recall) : 0]
  }
}

extension MetricValue {
  /// The same with `note` where there is no value.
  fileprivate func noting(_ note: String) -> MetricValue { value == nil ? MetricValue(value: nil, note: note) : self }
}
