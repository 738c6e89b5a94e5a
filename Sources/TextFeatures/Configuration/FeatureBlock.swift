/// A block of columns, of n-grams or of measures.
public enum FeatureBlock: Sendable, Hashable {
  /// N-grams of words or characters, sparse.
  case ngrams(BlockConfiguration)
  /// Rhetorical cues and measures of the surface, dense.
  case cues(CueConfiguration)
  /// The categories of a dictionary, dense.
  case lexicon(LexiconConfiguration)

  /// What the block is called.
  public var name: String {
    switch self {
    case .ngrams(let block): block.name
    case .cues(let block): block.name
    case .lexicon(let block): block.name
    }
  }

  /// The block, where it is one of n-grams; setting it to nil changes nothing.
  public var ngramBlock: BlockConfiguration? {
    get { if case .ngrams(let block) = self { block } else { nil } }
    set { if let newValue { self = .ngrams(newValue) } }
  }

  /// Whether what is counted in texts is the same, whatever is selected and however it is weighted.
  func countsSame(as other: FeatureBlock) -> Bool {
    switch (self, other) {
    case (.ngrams(let left), .ngrams(let right)): left.countsSame(as: right)
    case (.cues(let left), .cues(let right)): left.countsSame(as: right)
    case (.lexicon(let left), .lexicon(let right)): left.countsSame(as: right)
    default: false
    }
  }

  /// What the columns of a dense block are made from, and how long its rows are to be; nil for a block of n-grams, and where
  /// patterns are not at hand.
  var matchColumns: (columns: MatchColumns, length: Double)? {
    switch self {
    case .ngrams: nil
    case .cues(let block): block.columns.map { ($0, block.length) }
    case .lexicon(let block): block.columns.map { ($0, block.length) }
    }
  }
}

extension FeatureBlock: Codable {
  private enum Key: String, CodingKey { case cues, lexicon }

  /// Reads a block of cues where cues are named, of a dictionary where one is, and of n-grams elsewhere.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if container.contains(.cues) {
      self = .cues(try CueConfiguration(from: decoder))
    } else if container.contains(.lexicon) {
      self = .lexicon(try LexiconConfiguration(from: decoder))
    } else {
      self = .ngrams(try BlockConfiguration(from: decoder))
    }
  }

  /// Writes the block's own options, without a word about its kind.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .ngrams(let block): try block.encode(to: encoder)
    case .cues(let block): try block.encode(to: encoder)
    case .lexicon(let block): try block.encode(to: encoder)
    }
  }
}
