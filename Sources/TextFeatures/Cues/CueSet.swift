public import Reproducibility

/// Rhetorical cues: names, each with the patterns that show it. Made from a cue file; see docs/cues.md.
public struct CueSet: Sendable {
  /// One manner of speaking, and how it is told.
  public struct Cue: Codable, Sendable, Hashable {
    /// What it is called.
    public let name: String
    /// Any of these shows it.
    public let patterns: [String]
    /// What overlaps a match of these does not.
    public let except: [String]
  }

  /// The cues, in the order of their file.
  public let cues: [Cue]
  /// The identity of all that matching depends on: names and patterns, not comments, definitions or examples.
  public let digest: ContentDigest

  let engine: CueEngine

  /// Cues with what was compiled from them.
  init(_ cues: [Cue], network: CueNetwork) throws {
    self.cues = cues
    digest = ContentDigest(of: try CueSet.stored(cues))
    engine = CueEngine(network)
  }

  /// The cues as a file without comments, which can be read again.
  func stored() throws -> [UInt8] { try CueSet.stored(cues) }

  private static func stored(_ cues: [Cue]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try JSONValue(encoding: cues).append(to: &bytes)
    return bytes
  }
}

extension CueSet: MatchedPatterns {
  /// Cues.
  public static var kind: PatternKind { .cues }

  /// A column a cue, and the measures of the surface.
  var columns: MatchColumns {
    MatchColumns(
      engine: engine, settlement: .leftmost, columnOfKey: Array(cues.indices),
      countNames: cues.map { "cue:\($0.name)" },
      measures: .surface)
  }

  init(restoring bytes: [UInt8], source: String) throws { self = try CueFile(bytes, path: source).cues }
}

extension CueSet: Hashable {
  /// Whether they match alike.
  public static func == (left: CueSet, right: CueSet) -> Bool { left.digest == right.digest }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
