public import Quotation

/// A verb that was found, and what it counts as.
public struct VerbCoding: Sendable, Hashable {
  /// Whose verb it is.
  public let subject: VerbSubject
  /// What it counts as: a deed that is only announced counts as words.
  public let verbClass: VerbClass
  /// The verb as the list has it.
  public let verb: String
  /// Where it stands, in UTF-8 bytes of the text: from its first word to its last.
  public let range: Range<Int>
  /// Where its sentence stands.
  public let sentence: Range<Int>
}

/// What was found in one text.
public struct CodedText: Sendable, Hashable {
  /// The number of words and numbers.
  public let wordCount: Int
  /// The verbs, in order.
  public let codings: [VerbCoding]

  /// The verbs counted.
  public var counts: VerbCounts {
    codings.reduce(into: VerbCounts()) { $0[$1.subject, $1.verbClass] += 1 }
  }
}

/// Finds the verbs of English texts that operational code analysis counts, whose they are, and their class.
///
/// A coder of few rules, not a parser; docs/operational-code.md has the rules and how often they are right:
/// - A verb counts that is active with an object, or passive with its agent after "by"; forms in -ing count after a form of "be",
///   infinitives after words like "want", "continue" or "have".
/// - Deeds count as words where they will, would, can or must be done, or are only intended.
/// - Not counted: what is denied, asked, commanded, or supposed after "if"; and what stands in quotation marks within a sentence.
public struct VerbCoder: Sendable {
  /// The verbs that count.
  public let verbs: VerbList
  /// The names of states; nil for none.
  let gazetteer: Gazetteer?

  /// A coder of these verbs.
  ///
  /// - Parameter gazetteer: tells which names are of the speaker's own state.
  public init(verbs: VerbList = .bundledEnglish, gazetteer: Gazetteer? = .bundled) {
    self.verbs = verbs
    self.gazetteer = gazetteer
  }

  /// The verbs of a text.
  ///
  /// Complexity: O(n) in its bytes, but for sentences of more than 400 tokens, which are cut.
  public func code(_ text: String, by speaker: Speaker = .unknown) -> CodedText {
    let article = TokenizedArticle(.statement(Array(text.utf8)), language: .english)
    var codings: [VerbCoding] = []
    var quotations = article.quotations[...]
    for sentence in article.sentences {
      quotations = quotations.drop { $0.outer.upperBound <= sentence.lowerBound }
      let quoted = quotations.prefix { $0.opening < sentence.upperBound }.filter { $0.depth == 0 }
      var reader = SentenceCoder(sentence, quoted: quoted, of: article, speaker: speaker, coder: self)
      codings += reader.codings()
    }
    let wordCount = article.tokens.count { $0.kind == .word || $0.kind == .number }
    return CodedText(wordCount: wordCount, codings: codings)
  }
}

extension Article {
  /// A text whose paragraphs are divided by empty lines.
  static func statement(_ text: [UInt8]) -> Article {
    var paragraphs: [Paragraph] = []
    var start = 0
    for position in text.indices.dropFirst() where text[position] == 0x0A && text[position - 1] == 0x0A {
      paragraphs.append(Paragraph(kind: .body, range: start..<position))
      start = position
    }
    paragraphs.append(Paragraph(kind: .body, range: start..<text.count))
    return Article(
      name: "", text: text, title: nil, date: nil, language: "en", paragraphs: paragraphs, leftOut: [])
  }
}
