internal import FoundationEssentials
public import Reproducibility
internal import WrittenFiles

/// A dictionary: categories with the words, phrases and patterns that belong to each, and in a weighted list their weights.
///
/// Patterns are globs on words in any case, as in quanteda: `*` stands for any letters or none, `?` for one; a `*` by itself is
/// any one word; words with spaces between them are a phrase of neighbours. Words are those of `CueSet`: letters and digits with
/// apostrophes and hyphens inside; phrases do not reach over marks. docs/lexicons.md says more.
public struct Lexicon: Sendable {
  /// One pattern.
  public struct Entry: Codable, Sendable, Hashable {
    /// The word, phrase or pattern, lower-cased.
    public let pattern: String
    /// What it weighs; nil in dictionaries without weights.
    public let weight: Double?
  }

  /// Patterns under one name.
  public struct Category: Codable, Sendable, Hashable {
    /// What it is called; that of a category within others has theirs before it, with a full stop between: `escalation.threat`.
    public let name: String
    /// Its patterns, in the order of the file.
    public let entries: [Entry]
  }

  /// The categories, in the order of the file; of a weighted list `positive`, `negative` and `neutral`, by the sign of weights.
  public let categories: [Category]
  /// The identity of the names, patterns and weights.
  public let digest: ContentDigest

  let compiled: CompiledLexicon

  /// Whether entries have weights.
  public var isWeighted: Bool { categories.first?.entries.first?.weight != nil }
  /// The number of patterns.
  public var entryCount: Int { categories.reduce(0) { $0 + $1.entries.count } }

  /// - Throws: `TextFlaw` where there are more patterns than can be looked for at once.
  init(_ categories: [Category]) throws {
    self.categories = categories
    digest = ContentDigest(of: try Lexicon.stored(categories))
    compiled = try CompiledLexicon(categories)
  }

  private static func stored(_ categories: [Category]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try JSONValue(encoding: categories).append(to: &bytes)
    return bytes
  }
}

extension Lexicon: Hashable {
  /// Whether they match alike.
  public static func == (left: Lexicon, right: Lexicon) -> Bool { left.digest == right.digest }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

extension Lexicon: MatchedPatterns {
  /// A dictionary.
  public static var kind: PatternKind { .lexicon }

  var columns: MatchColumns {
    MatchColumns(
      engine: compiled.engine, settlement: compiled.settlement(isAcrossGroups: false),
      columnOfKey: compiled.keys.map(\.category), countNames: categories.map { "lexicon:\($0.name)" },
      measures: isWeighted ? .meanWeight(compiled.keys.map(\.weight)) : .none)
  }

  func stored() throws -> [UInt8] { try Lexicon.stored(categories) }

  init(restoring bytes: [UInt8], source: String) throws {
    guard let categories = try? JSONDecoder().decode([Category].self, from: Data(bytes)) else {
      throw TextFeaturesError("\(source): what is stored of it is no dictionary")
    }
    let entries = categories.flatMap(\.entries)
    guard !entries.isEmpty, Set(entries.map { $0.weight == nil }).count == 1,
      entries.allSatisfy({ $0.weight?.isFinite ?? true && LexiconPattern.atoms(of: $0.pattern) != nil })
    else { throw TextFeaturesError("\(source): what is stored of it has entries that are none") }
    do {
      try self.init(categories)
    } catch let flaw as TextFlaw {
      throw TextFeaturesError.lexicon([flaw], path: source)
    }
  }
}
