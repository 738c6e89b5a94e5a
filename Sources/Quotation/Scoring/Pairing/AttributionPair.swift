/// A gold attribution and the predicted one that it is scored against.
public struct AttributionPair: Sendable, Hashable {
  /// The number of the gold attribution in its article.
  public let gold: Int
  /// The number of the predicted attribution in its article.
  public let predicted: Int
  /// The F1 of the words of their contents, above 0.
  public let contentF1: Double
  /// How far their cues agree, from 0 to 1; 0 where one has none.
  public let cueF1: Double
  /// How far their speakers, as written, agree, likewise.
  public let speakerF1: Double

  init(_ gold: MarkedAttribution, _ goldNumber: Int, _ predicted: MarkedAttribution, _ number: Int, contentF1: Double) {
    self.gold = goldNumber
    self.predicted = number
    self.contentF1 = contentF1
    cueF1 = Self.agreement(gold.cue, predicted.cue)
    speakerF1 = Self.agreement(gold.speaker, predicted.speaker)
  }

  private static func agreement(_ left: MarkedSpan?, _ right: MarkedSpan?) -> Double {
    guard let left, let right else { return 0 }
    return left.agreement(with: right)
  }

  /// How much the pair speaks for itself: the F1 of the contents and, only where sums of these are equal, the rest.
  func weight(_ gold: MarkedAttribution, _ predicted: MarkedAttribution) -> Int {
    var rest = contentF1 == 1 ? 64 : 0
    rest += Int(cueF1 * 32) + Int(speakerF1 * 16)
    if MarkedAttribution.names(gold.actor, areThoseOf: predicted.actor) { rest += 8 }
    if gold.kind == predicted.kind { rest += 4 }
    if gold.voice == predicted.voice { rest += 2 }
    if MarkedAttribution.names(gold.addressee, areThoseOf: predicted.addressee) { rest += 1 }
    return Int((contentF1 * 0x1p32).rounded()) << 8 + rest
  }
}
