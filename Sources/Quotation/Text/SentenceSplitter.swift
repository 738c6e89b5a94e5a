/// Cuts paragraphs into sentences; what stands in quotation marks does not end the sentence around it.
struct SentenceSplitter {
  /// How many tokens and quotations a sentence has at most; what goes on longer is cut, so that time stays linear.
  static let longestSentence = 400

  let tokens: [Token]
  let language: LanguageData

  /// The sentences of all paragraphs, in order.
  ///
  /// - Parameter quotations: all of them, in the order in which they begin.
  func sentences(in paragraphs: [Range<Int>], quotations: [Quotation]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var next = 0
    for paragraph in paragraphs where !paragraph.isEmpty {
      var start = paragraph.lowerBound
      var index = start
      var length = 0
      while index < paragraph.upperBound {
        while next < quotations.count, quotations[next].opening < index { next += 1 }
        var isEnd = false
        if next < quotations.count, quotations[next].opening == index {
          let quotation = quotations[next]
          index = quotation.outer.upperBound
          isEnd = endsSentence(quotation, before: index, in: paragraph)
        } else {
          isEnd = endsSentence(at: index, in: paragraph)
          index += 1
        }
        length += 1
        if isEnd || length == Self.longestSentence {
          while index < paragraph.upperBound, tokens[index].kind == .closingBracket { index += 1 }
          sentences.append(start..<index)
          start = index
          length = 0
        }
      }
      if start < paragraph.upperBound { sentences.append(start..<paragraph.upperBound) }
    }
    return sentences
  }

  /// Whether a sentence ends with the token at `index`, which stands in no quotation.
  private func endsSentence(at index: Int, in range: Range<Int>) -> Bool {
    let token = tokens[index]
    guard index + 1 < range.upperBound else { return false }
    let next = tokens[index + 1]
    if token.isSentenceEnd { return !(next.kind == .word && !next.isCapitalised) && next.kind != .comma }
    guard token.kind == .word, next.isCapitalised, next.kind == .word else { return false }
    return token.endsWithPoint && !language.classes(of: token.word).contains(.abbreviation)
      && !language.classes(of: next.word).isDisjoint(with: [.determiner, .personalPronoun, .preposition, .subordinator])
  }

  private func endsSentence(_ quotation: Quotation, before index: Int, in paragraph: Range<Int>) -> Bool {
    guard tokens[quotation.inner.upperBound - 1].isSentenceEnd, index < paragraph.upperBound else { return false }
    let next = tokens[index]
    switch next.kind {
    case .word where !next.isCapitalised: return false
    case .comma, .semicolon, .colon, .dash, .fullStop, .closingBracket: return false
    case .word where tokens[quotation.inner.upperBound - 1].kind != .fullStop:
      return !isFollowedByCue(index, in: paragraph)
    default: return true
    }
  }

  /// Whether a name and a reporting verb follow a quotation that ends with a question: “Why?” Smith asked.
  private func isFollowedByCue(_ index: Int, in paragraph: Range<Int>) -> Bool {
    for cursor in index..<min(index + 10, paragraph.upperBound) {
      guard tokens[cursor].kind == .word else { return false }
      guard cursor > index, language.cues.isVerb(tokens[cursor].word) else { continue }
      guard cursor + 1 < paragraph.upperBound else { return true }
      let next = language.classes(of: tokens[cursor + 1].word)
      return tokens[cursor + 1].kind != .word || !next.isDisjoint(with: [.adverb, .time, .audience])
        || ["in", "on", "at", "during", "after"].contains { language.word($0) == tokens[cursor + 1].word }
    }
    return false
  }
}
