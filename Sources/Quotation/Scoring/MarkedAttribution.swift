public import Corpora

/// An attribution as a file has it, by an annotator or by a program: what is scored.
public struct MarkedAttribution: Sendable, Hashable {
  /// The statement; its place is known.
  public let content: MarkedSpan
  /// The reporting words, or nil where there are none.
  public let cue: MarkedSpan?
  /// The speaker as written, or nil where there is none.
  public let speaker: MarkedSpan?
  /// Who that is, several joined by semicolons; empty where the file does not say.
  public let actor: String
  /// Who is spoken to, likewise.
  public let addressee: String
  /// Whose words, or nil where the file does not say and quotation marks cannot tell.
  public let kind: Attribution.Kind?
  /// How the speaker stands to what is said, or nil where the file does not say.
  public let voice: Attribution.Voice?
  /// Where it stands in the file it was read from.
  public let place: CorpusPlace

  /// Whether two names, or lists of names joined by semicolons, are of the same: case, order and spaces aside.
  public static func names(_ left: String, areThoseOf right: String) -> Bool { folded(left) == folded(right) }

  private static func folded(_ names: String) -> [String] {
    let parts = names.lowercased().unicodeScalars.split(separator: ";").map { part in
      part.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
    }
    return Set(parts.filter { !$0.isEmpty }).sorted()
  }
}

/// An article with what was marked in it.
public struct MarkedArticle: Sendable, Hashable {
  /// What it is called: its file without folder and ending.
  public let name: String
  /// Its text, or nil where the file has only attributions.
  public let text: ArticleText?
  /// What was marked, in the order of the file.
  public let attributions: [MarkedAttribution]

  /// The name of an article without folders and without the endings that texts and annotations have.
  static func name(of path: String) -> String {
    var name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
    for ending in [".gz", ".ann", ".txt", ".html", ".htm"] where name.utf8.count > ending.utf8.count {
      if name.lowercased().hasSuffix(ending) {
        name = String(decoding: name.utf8.dropLast(ending.utf8.count), as: UTF8.self)
      }
    }
    return name
  }
}

/// All attributions of a file or folder.
public struct AttributionSet: Sendable, Hashable {
  /// Where they came from.
  public let source: AttributionSource
  /// The articles in the order of their names' UTF-8 bytes, each name once.
  public let articles: [MarkedArticle]
  /// How many rows or annotated articles filters left out.
  public let filteredCount: Int
  /// What was passed over in reading, in a sentence each.
  public let notes: [String]

  /// How many attributions there are.
  public var count: Int { articles.reduce(0) { $0 + $1.attributions.count } }

  /// The texts that are known, by the names of their articles.
  var texts: [String: ArticleText] {
    var texts: [String: ArticleText] = [:]
    for article in articles { texts[article.name] = article.text }
    return texts
  }
}
