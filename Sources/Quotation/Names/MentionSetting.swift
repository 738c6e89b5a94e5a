/// How a mention stands in its sentence.
struct MentionSetting: Sendable, Hashable {
  /// The sentence.
  var sentence: Int32 = 0
  /// The paragraph.
  var paragraph: Int32 = 0
  /// How many quotations it stands in.
  var depth: Int8 = 0
  /// Whether a reporting verb stands beside it, as one does beside a speaker.
  var isSpeaker = false
  /// Whether it begins its sentence or a verb follows it.
  var isSubject = false
  /// Whether it is among the first words of its sentence, as what the sentence is about.
  var isTopic = false
  /// Whether a preposition of place stands before it.
  var isPlace = false

  /// The settings of all mentions of an article.
  ///
  /// Complexity: O(n) in the tokens.
  static func all(of mentions: Mentions) -> [MentionSetting] {
    let article = mentions.article
    let depths = quotationDepths(of: article)
    var settings: [MentionSetting] = []
    settings.reserveCapacity(mentions.all.count)
    var sentence = 0
    for mention in mentions.all {
      let first = mention.tokens.lowerBound
      while article.sentences[sentence].upperBound <= first { sentence += 1 }
      var setting = MentionSetting()
      setting.sentence = Int32(sentence)
      setting.paragraph = article.tokens[first].paragraph
      setting.depth = depths[first]
      setting.place(mention, in: article, sentence: article.sentences[sentence])
      settings.append(setting)
    }
    return settings
  }

  private static func quotationDepths(of article: TokenizedArticle) -> [Int8] {
    var changes = [Int32](repeating: 0, count: article.tokens.count + 1)
    for quotation in article.quotations {
      changes[quotation.inner.lowerBound] += 1
      changes[quotation.inner.upperBound] -= 1
    }
    var depth: Int32 = 0
    return changes.map { change in
      depth += change
      return Int8(clamping: depth)
    }
  }

  private mutating func place(_ mention: Mention, in article: TokenizedArticle, sentence: Range<Int>) {
    if article.language.isInflected, mention.tokens.lowerBound > sentence.lowerBound,
      article.language.russianWords.sources.contains(article.tokens[mention.tokens.lowerBound - 1].word)
    {
      (isSpeaker, isTopic) = (true, true)
    }
    guard mention.canSpeak else { return }
    let (first, after) = (mention.tokens.lowerBound, mention.tokens.upperBound)
    let previous = first - 1
    let isAfterPreposition = previous >= sentence.lowerBound && article.isWord(at: previous, .preposition)
    isPlace = isAfterPreposition
    isTopic = first <= sentence.lowerBound + 1
    isSpeaker = Self.leadsToVerb(from: after, in: article, end: sentence.upperBound)
    if !isSpeaker, previous >= sentence.lowerBound, article.language.cues.isVerb(article.tokens[previous].word) {
      isSpeaker = Self.isInverted(verb: previous, after: after, in: article, sentence: sentence)
    }
    isSubject =
      !isAfterPreposition
      && (isSpeaker || first == sentence.lowerBound || Self.isVerb(at: after, in: article, end: sentence.upperBound))
    if isAfterPreposition { isSpeaker = false }
  }

  /// Whether a verb before its subject follows what is reported: “…,” said the minister; It was late, said the minister.
  private static func isInverted(verb: Int, after: Int, in article: TokenizedArticle, sentence: Range<Int>) -> Bool {
    guard verb > sentence.lowerBound else { return true }
    let before = article.tokens[verb - 1]
    if before.isQuotationMark || before.kind == .dash { return true }
    return before.kind == .comma && (after == sentence.upperBound || article.tokens[after].kind != .word)
  }

  /// Whether a reporting verb comes next, but for adverbs, auxiliaries and an apposition between commas.
  private static func leadsToVerb(from start: Int, in article: TokenizedArticle, end: Int) -> Bool {
    var index = start
    if index < end, article.tokens[index].kind == .comma {
      let limit = min(end, index + 14)
      index += 1
      if index < limit, article.isWord(at: index, .personalPronoun) { return false }
      while index < limit, article.tokens[index].kind != .comma, !article.tokens[index].isQuotationMark { index += 1 }
      guard index < limit, article.tokens[index].kind == .comma else { return false }
      if article.language.cues.isVerb(article.tokens[index - 1].word) { return false }
      index += 1
    }
    let limit = min(end, index + 4)
    while index < limit, article.tokens[index].kind == .word {
      if article.language.cues.isVerb(article.tokens[index].word) { return true }
      guard article.isAdverb(at: index) || article.isWord(at: index, [.auxiliary, .modal, .time, .objectPronoun]) else {
        return false
      }
      index += 1
    }
    return false
  }

  /// Whether a small word comes next that is an auxiliary, a reporting verb or ends as verbs do.
  private static func isVerb(at index: Int, in article: TokenizedArticle, end: Int) -> Bool {
    guard index < end, article.tokens[index].kind == .word else { return false }
    let token = article.tokens[index]
    if article.isWord(at: index, [.auxiliary, .modal]) || article.language.cues.isVerb(token.word) { return true }
    let last = Int(token.end) - 1
    return !token.isCapitalised && last > Int(token.start) + 2 && article.article.text[last] == UInt8(ascii: "d")
      && article.article.text[last - 1] == UInt8(ascii: "e")
  }
}
