public import Reproducibility

/// A block of dense columns: how often each rhetorical cue shows in a text, and a few measures of its surface.
///
/// A cue counts ln(1 + matches). Every column is standardised by the mean and the deviation of the training texts; then all are
/// scaled alike, so that a penalty on weights treats the block much as it does one of words, whose rows have length 1.
public struct CueConfiguration: Sendable {
  /// What the block is called in names of features and in messages.
  public var name: String
  /// How long the training texts' rows are on average, as the root of the mean square. Default: 0.5, half as long as TF-IDF's.
  public var length: Double
  /// What the file of cues was called.
  public let source: String
  /// The identity of the cues.
  public let digest: ContentDigest
  /// The cues; nil in a configuration that was read from a result, which names them by `source` and `digest` only. Model files
  /// hold them beside the configuration.
  public let cues: CueSet?

  /// A block of the cues of a file.
  public init(name: String = "cues", _ file: CueFile, length: Double = 0.5) {
    self.init(name: name, length: length, source: file.path, cues: file.cues)
  }

  init(name: String, length: Double, source: String, cues: CueSet) {
    self.name = name
    self.length = length
    self.source = source
    self.cues = cues
    digest = cues.digest
  }

  /// Whether both find the same cues in texts.
  func countsSame(as other: CueConfiguration) -> Bool { digest == other.digest }

  /// The names of the columns.
  static func columnNames(_ cues: CueSet) -> [String] {
    cues.cues.map { "cue:\($0.name)" } + SurfaceMeasure.allCases.map { "surface:\($0.rawValue)" }
  }

  /// - Throws: `TextFeaturesError` for a name that cannot be, and where the cues themselves are not at hand.
  func check() throws {
    try BlockConfiguration.check(name: name)
    guard length > 0, length <= 1e6 else {
      throw TextFeaturesError.option("cue-length", "\(length)", expected: "a number above 0", block: name)
    }
    guard cues != nil else {
      throw TextFeaturesError(
        "the cues of block \"\(name)\" are named (\(source), \(digest.short)) and not at hand",
        hint: "give their file with --cues")
    }
  }
}

extension CueConfiguration: Hashable {
  /// Whether all options are the same, the cues being known by their digest.
  public static func == (left: CueConfiguration, right: CueConfiguration) -> Bool {
    (left.name, left.length, left.source, left.digest) == (right.name, right.length, right.source, right.digest)
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(digest)
  }
}

extension CueConfiguration: Codable {
  private enum Key: String, CodingKey { case name, cues, digest, length }

  /// Reads the names of a block and its cues.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    name = try container.decode(String.self, forKey: .name)
    source = try container.decode(String.self, forKey: .cues)
    digest = try container.decode(ContentDigest.self, forKey: .digest)
    length = try container.decode(Double.self, forKey: .length)
    cues = nil
  }

  /// Writes the names of the block and its cues, not the cues.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    try container.encode(source, forKey: .cues)
    try container.encode(digest, forKey: .digest)
    try container.encode(length, forKey: .length)
  }
}
