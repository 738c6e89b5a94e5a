public import Reproducibility

/// Patterns that a dense block counts in texts: `CueSet` or `Lexicon`.
public protocol CountedPatterns: Sendable, Hashable {
  /// What such patterns are.
  static var kind: PatternKind { get }
  /// The identity of all that matching depends on.
  var digest: ContentDigest { get }
}

/// What the patterns of a dense block are.
public enum PatternKind: String, Sendable, Hashable {
  /// Rhetorical cues.
  case cues
  /// A dictionary.
  case lexicon

  /// The option that names the patterns' file.
  var fileOption: String { "--\(rawValue)" }
  /// The option that says how long rows are.
  var lengthOption: String { self == .cues ? "cue-length" : "lexicon-length" }
}

/// A block of dense columns: how often patterns show in a text, and a few measures beside.
///
/// A pattern counts ln(1 + matches). Every column is standardised by the mean and the deviation of the training texts; then all
/// are scaled alike, so that a penalty on weights treats the block much as it does one of words, whose rows have length 1.
public struct PatternBlock<Patterns: CountedPatterns>: Sendable {
  /// What the block is called in names of features and in messages.
  public var name: String
  /// How long the training texts' rows are on average, as the root of the mean square. Default: 0.5, half as long as TF-IDF's.
  public var length: Double
  /// What the file of patterns was called.
  public let source: String
  /// The identity of the patterns.
  public let digest: ContentDigest
  /// The patterns; nil in a configuration that was read from a result, which names them by `source` and `digest` only. Model
  /// files hold them beside the configuration.
  public let patterns: Patterns?
  /// What was left out of their file, in sentences for the user.
  var notes: [String] = []
  /// The columns that they make; nil where they are not at hand.
  let columns: MatchColumns?

  /// Whether both find the same in texts.
  func countsSame(as other: PatternBlock) -> Bool { digest == other.digest }

  /// - Throws: `TextFeaturesError` for a name or a length that cannot be, and where the patterns are not at hand.
  func check() throws {
    try BlockConfiguration.check(name: name)
    guard length > 0, length <= 1e6 else {
      throw TextFeaturesError.option(
        Patterns.kind.lengthOption, "\(length)", expected: "a number above 0", block: name)
    }
    guard patterns != nil else {
      throw TextFeaturesError(
        "the patterns of block \"\(name)\" are named (\(source), \(digest.short)) and not at hand",
        hint: "give their file with \(Patterns.kind.fileOption)")
    }
  }
}

/// A block of rhetorical cues and measures of the surface.
public typealias CueConfiguration = PatternBlock<CueSet>
/// A block of the categories of a dictionary.
public typealias LexiconConfiguration = PatternBlock<Lexicon>

extension PatternBlock where Patterns: MatchedPatterns {
  init(name: String, length: Double, source: String, patterns: Patterns) {
    self.name = name
    self.length = length
    self.source = source
    self.patterns = patterns
    digest = patterns.digest
    columns = patterns.columns
  }
}

extension PatternBlock where Patterns == CueSet {
  /// A block of the cues of a file.
  public init(name: String = "cues", _ file: CueFile, length: Double = 0.5) {
    self.init(name: name, length: length, source: file.path, patterns: file.cues)
  }
}

extension PatternBlock where Patterns == Lexicon {
  /// A block of the dictionary of a file.
  public init(name: String = "lexicon", _ file: LexiconFile, length: Double = 0.5) {
    self.init(name: name, length: length, source: file.path, patterns: file.lexicon)
    notes = file.notes
  }
}

extension PatternBlock: Hashable {
  /// Whether all options are the same, the patterns being known by their digest.
  public static func == (left: PatternBlock, right: PatternBlock) -> Bool {
    (left.name, left.length, left.source, left.digest) == (right.name, right.length, right.source, right.digest)
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(digest)
  }
}

extension PatternBlock: Codable {
  /// The keys; that of the source is called after the kind of patterns, by which blocks are told apart.
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }

    static var name: Key { Key(stringValue: "name") }
    static var source: Key { Key(stringValue: Patterns.kind.rawValue) }
    static var digest: Key { Key(stringValue: "digest") }
    static var length: Key { Key(stringValue: "length") }
  }

  /// Reads the names of a block and its patterns.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    name = try container.decode(String.self, forKey: .name)
    source = try container.decode(String.self, forKey: .source)
    digest = try container.decode(ContentDigest.self, forKey: .digest)
    length = try container.decode(Double.self, forKey: .length)
    patterns = nil
    columns = nil
  }

  /// Writes the names of the block and its patterns, not the patterns.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    try container.encode(source, forKey: .source)
    try container.encode(digest, forKey: .digest)
    try container.encode(length, forKey: .length)
  }
}
