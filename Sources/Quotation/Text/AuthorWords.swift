/// Cuts the author's words out of Russian direct speech, whose marks stand around both: «Мы готовы, — сказал он. — Мы ждём».
///
/// Speech is what stands between quotation marks, or in a paragraph that begins with a dash. Each part of it becomes a quotation
/// of its own, and the author's words stand outside of them.
struct AuthorWords {
  private let tokens: [Token]
  private let language: LanguageData
  private var found: [Quotation] = []

  /// The parts of direct speech, in the order in which they begin.
  ///
  /// Complexity: O(n) in the tokens.
  static func parts(of quotations: [Quotation], paragraphs: [Range<Int>], tokens: [Token], language: LanguageData)
    -> [Quotation]
  {
    var reader = AuthorWords(tokens: tokens, language: language)
    var next = 0
    for paragraph in paragraphs where !paragraph.isEmpty {
      let first = next
      while next < quotations.count, quotations[next].opening < paragraph.upperBound { next += 1 }
      let inner = quotations[first..<next]
      if reader.beginsDialogue(paragraph) {
        let end = paragraph.upperBound - (tokens[paragraph.upperBound - 1].kind == .fullStop ? 1 : 0)
        let speech = paragraph.lowerBound + 1..<end
        if !speech.isEmpty {
          reader.cut(
            Quotation(
              opening: paragraph.lowerBound, inner: speech, depth: 0, isClosed: false, continues: false,
              isContinuation: false), nested: inner)
        }
        reader.found += inner.map { reader.deeper($0) }
      } else {
        for quotation in inner {
          if quotation.depth == 0 { reader.cut(quotation, nested: inner) } else { reader.found.append(quotation) }
        }
      }
    }
    return reader.found.sorted { ($0.opening, -$0.inner.upperBound) < ($1.opening, -$1.inner.upperBound) }
  }

  private init(tokens: [Token], language: LanguageData) {
    self.tokens = tokens
    self.language = language
  }

  /// — Мы не знаем, ...
  private func beginsDialogue(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.count > 2, tokens[paragraph.lowerBound].kind == .dash else { return false }
    let next = tokens[paragraph.lowerBound + 1]
    return next.kind == .number || next.isCapitalised || next.isQuotationMark
  }

  private func deeper(_ quotation: Quotation) -> Quotation {
    Quotation(
      opening: quotation.opening, inner: quotation.inner, depth: quotation.depth + 1, isClosed: quotation.isClosed,
      continues: quotation.continues, isContinuation: quotation.isContinuation)
  }

  /// Adds the parts of one quotation.
  private mutating func cut(_ quotation: Quotation, nested: ArraySlice<Quotation>) {
    var opening = quotation.opening
    var start = quotation.inner.lowerBound
    var isFirst = true
    var place = start
    while let dash = nextDash(from: place, in: quotation.inner, nested: nested) {
      place = dash + 1
      guard beginsAuthorWords(at: dash, in: quotation.inner) else { continue }
      add(
        quotation, opening: opening, inner: start..<speechEnd(before: dash, from: start), isFirst: isFirst,
        isLast: false)
      isFirst = false
      guard let back = speechAgain(from: dash + 1, in: quotation.inner, nested: nested) else { return }
      opening = back
      start = back + 1
      place = start
    }
    add(quotation, opening: opening, inner: start..<quotation.inner.upperBound, isFirst: isFirst, isLast: true)
  }

  private mutating func add(_ whole: Quotation, opening: Int, inner: Range<Int>, isFirst: Bool, isLast: Bool) {
    guard !inner.isEmpty else { return }
    found.append(
      Quotation(
        opening: opening, inner: inner, depth: whole.depth, isClosed: isLast && whole.isClosed,
        continues: isLast && whole.continues, isContinuation: isFirst && whole.isContinuation))
  }

  /// The next dash in speech that stands in no quotation within it.
  private func nextDash(from start: Int, in range: Range<Int>, nested: ArraySlice<Quotation>) -> Int? {
    var place = start
    while place < range.upperBound {
      if tokens[place].isQuotationMark,
        let inner = nested.first(where: { $0.opening == place && $0.inner.lowerBound > range.lowerBound })
      {
        place = min(inner.outer.upperBound, range.upperBound)
        continue
      }
      if tokens[place].kind == .dash { return place }
      place += 1
    }
    return nil
  }

  /// Whether a reporting verb follows a dash: a mark before it, and small words up to the verb after it.
  private func beginsAuthorWords(at dash: Int, in range: Range<Int>) -> Bool {
    guard dash > range.lowerBound, dash + 1 < range.upperBound else { return false }
    let mark = tokens[dash - 1]
    guard mark.kind == .comma || mark.isSentenceEnd || mark.isQuotationMark,
      tokens[dash + 1].kind == .word, !tokens[dash + 1].isCapitalised
    else { return false }
    for place in dash + 1..<min(dash + 7, range.upperBound) {
      let token = tokens[place]
      guard token.kind == .word else { return false }
      if !token.isCapitalised, !language.cues.forms(of: token.word).isDisjoint(with: [.past, .third]) { return true }
    }
    return false
  }

  /// Where speech ends before author's words: without the comma, with a question mark.
  private func speechEnd(before dash: Int, from start: Int) -> Int {
    tokens[dash - 1].kind == .comma && dash - 1 > start ? dash - 1 : dash
  }

  /// The dash after author's words and a stop or comma, from which on speech goes on.
  private func speechAgain(from start: Int, in range: Range<Int>, nested: ArraySlice<Quotation>) -> Int? {
    var place = start
    while let dash = nextDash(from: place, in: range, nested: nested) {
      let mark = tokens[dash - 1].kind
      if mark == .comma || mark == .colon || tokens[dash - 1].isSentenceEnd { return dash }
      place = dash + 1
    }
    return nil
  }
}
