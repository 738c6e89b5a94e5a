internal import Quotation

/// A word or mark of a sentence as the coder sees it.
struct CodedWord {
  /// Its lower-case spelling, with straight apostrophes; 'll, 've and their like as the words they stand for.
  let text: String
  let classes: WordClass
  let kind: Token.Kind
  let isCapitalised: Bool
  /// Whether it stands in quotation marks within a sentence.
  let isQuoted: Bool
  /// Its token in the article.
  let token: Int

  var isWord: Bool { kind == .word }

  func isA(_ some: WordClass) -> Bool { !classes.isDisjoint(with: some) }

  /// Whether it may stand between the words of a verb group, or before an object.
  var isAdverb: Bool {
    guard isWord, !isCapitalised || text.hasSuffix("ly") else { return false }
    // himself is an adverb too.
    if Self.furtherAdverbs.contains(text) { return true }
    return isA(.adverb) && !isA(.objectPronoun) || text.count > 4 && text.hasSuffix("ly") && !isA(.noAdverb)
  }

  private static let furtherAdverbs: Set<String> = ["indeed", "therefore", "together", "accordingly", "nevertheless"]

  var isBe: Bool { isA(.copula) || text == "be" }
  var isHave: Bool { ["have", "has", "had", "having", "haven't", "hasn't", "hadn't"].contains(text) }
  var isDo: Bool { ["do", "does", "did", "don't", "doesn't", "didn't"].contains(text) }
  /// Whether it stands before a verb and makes a group with it.
  var isAuxiliary: Bool { isA(.modal) || isBe && text != "'s" || isHave || isDo }
  /// Whether it denies the verb of its group.
  var denies: Bool { isA(.negation) || ["nor", "neither", "hardly", "barely", "scarcely"].contains(text) }
  /// Whether it is a pronoun that can only be a subject.
  var isSubjectPronoun: Bool { ["i", "we", "he", "she", "they"].contains(text) }
  /// Whether it is the speaker's pronoun.
  var isSpeaker: Bool { text == "i" || text == "we" }
  /// Whether it is a noun, a name or an adjective: a word of no class of grammar.
  var isContent: Bool {
    isWord && !isAdverb
      && !isA([
        .determiner, .possessive, .personalPronoun, .objectPronoun, .relative, .preposition, .coordinator,
        .subordinator, .condition, .auxiliary, .modal, .negation, .question, .negativePronoun,
      ])
  }

  /// The words that clitics stand for.
  private static let expansions = [
    "'ll": "will", "'ve": "have", "'re": "are", "'m": "am", "'d": "would",
  ]

  init(_ token: Token, at index: Int, of article: TokenizedArticle, isQuoted: Bool) {
    let written = token.kind == .word ? article.text(of: index..<index + 1).lowercased() : ""
    let plain = written.contains("\u{2019}") ? written.replacing("\u{2019}", with: "'") : written
    text = Self.expansions[plain] ?? plain
    classes = token.kind == .word ? article.language.classes(of: article.language.word(text)) : []
    kind = token.kind
    isCapitalised = token.isCapitalised
    self.isQuoted = isQuoted
    self.token = index
  }
}
