/// Pairs quotation marks of every style, nested and over paragraphs.
///
/// An opening mark that another of its kind follows before it is closed ends there; a closing mark without an opening one
/// is nothing; a quotation that a paragraph leaves open goes on where the next paragraph begins with a mark, and otherwise ends
/// with its paragraph. One pass over the tokens.
struct QuotationFinder {
  /// The tokens, of which inner closing marks that are apostrophes are made words.
  private(set) var tokens: [Token]
  private var found: [Quotation] = []
  private var open: [Opening] = []
  private let possessive: WordID
  private let text: [UInt8]

  private struct Opening {
    let token: Int
    let isInner: Bool
    let mark: Token.Kind
    let isContinuation: Bool
  }

  init(tokens: [Token], text: [UInt8], language: LanguageData) {
    self.tokens = tokens
    self.text = text
    possessive = language.word("'s")
  }

  /// The quotations of all paragraphs, in the order in which they begin.
  mutating func quotations(in paragraphs: [Range<Int>]) -> [Quotation] {
    var isContinued = false
    for (index, paragraph) in paragraphs.enumerated() where !paragraph.isEmpty {
      scan(paragraph, isContinued: isContinued)
      let next = index + 1 < paragraphs.count ? paragraphs[index + 1] : paragraph.upperBound..<paragraph.upperBound
      isContinued = closeParagraph(at: paragraph.upperBound, next: next)
    }
    return found.sorted { ($0.opening, -$0.inner.upperBound) < ($1.opening, -$1.inner.upperBound) }
  }

  private mutating func scan(_ paragraph: Range<Int>, isContinued: Bool) {
    let lastInnerClosing = paragraph.last { isInnerClosing(tokens[$0]) } ?? -1
    for index in paragraph {
      let continued = isContinued && index == paragraph.lowerBound
      switch tokens[index].kind {
      case .openingQuote where closesNested(index): close(at: index, isInner: true)
      case .openingQuote where opensNested(index, in: paragraph):
        open.append(Opening(token: index, isInner: true, mark: .openingQuote, isContinuation: false))
      case .openingQuote where isLowQuoteOpen && tokens[index].followsSpace == false: close(at: index, isInner: false)
      case .openingQuote: begin(at: index, isInner: false, isContinuation: continued)
      case .closingQuote where closesNested(index): close(at: index, isInner: true)
      case .closingQuote: closingMark(at: index, paragraph: paragraph)
      case .straightQuote: straightMark(at: index, paragraph: paragraph, isContinuation: continued)
      case .innerOpeningQuote where lastInnerClosing > index: begin(at: index, isInner: true, isContinuation: continued)
      case .innerStraightQuote where tokens[index].followsSpace || touchesOpening(index):
        if lastInnerClosing > index { begin(at: index, isInner: true, isContinuation: continued) }
      case .innerClosingQuote, .innerStraightQuote: innerClosingMark(at: index, last: lastInnerClosing)
      default: break
      }
    }
  }

  // MARK: Marks of another style within guillemets

  /// How far the mark is looked for that closes the outer ones of two pairs of guillemets.
  private static let farthest = 600

  /// « is shorter than „ and “ in UTF-8.
  private func isGuillemet(_ index: Int) -> Bool { tokens[index].end - tokens[index].start == 2 }

  /// «So „is this“ nested», and «so is «this»», where both are closed.
  private func opensNested(_ index: Int, in paragraph: Range<Int>) -> Bool {
    guard let outer = open.last(where: { !$0.isInner }), outer.mark == .openingQuote, isGuillemet(outer.token),
      outer.token < index
    else { return false }
    guard isGuillemet(index) else { return true }
    var depth = 2
    for place in index + 1..<min(paragraph.upperBound, index + Self.farthest) where isGuillemet(place) {
      if tokens[place].kind == .openingQuote { depth += 1 }
      if tokens[place].kind == .closingQuote { depth -= 1 }
      if depth == 0 { return true }
    }
    return false
  }

  /// Whether a mark closes what was opened within guillemets.
  private func closesNested(_ index: Int) -> Bool {
    guard let last = open.last, last.isInner, last.mark == .openingQuote, !tokens[index].followsSpace else {
      return false
    }
    return isGuillemet(last.token) == isGuillemet(index) && (tokens[index].kind == .closingQuote || !isGuillemet(index))
  }

  private func isInnerClosing(_ token: Token) -> Bool {
    (token.kind == .innerClosingQuote || token.kind == .innerStraightQuote) && !token.followsSpace
  }

  /// Whether the mark at `index` follows an opening mark without space, as a quotation does that begins with a quotation.
  private func touchesOpening(_ index: Int) -> Bool {
    guard index > 0, !tokens[index].followsSpace else { return false }
    return open.last?.token == index - 1
  }

  /// „So“ is closed with the mark that opens “so”.
  private var isLowQuoteOpen: Bool { open.last.map { $0.mark == .openingQuote && !$0.isInner } ?? false }
}

// MARK: Opening and closing

extension QuotationFinder {
  /// How many quotations stand within one another at most; marks beyond are passed over.
  private static let deepest = 8

  private mutating func begin(at index: Int, isInner: Bool, isContinuation: Bool) {
    guard open.count < Self.deepest else { return }
    if let last = open.last, last.isInner == isInner, !isInner || last.token + 1 < index {
      abandon(at: index, isInner: isInner)
    }
    open.append(
      Opening(token: index, isInner: isInner, mark: tokens[index].kind, isContinuation: isContinuation))
  }

  /// Ends an opening that its own kind follows: an outer quotation there, an inner one not at all.
  private mutating func abandon(at index: Int, isInner: Bool) {
    guard let last = open.popLast() else { return }
    if !isInner { add(last, end: index, isClosed: false, continues: false) }
  }

  private mutating func closingMark(at index: Int, paragraph: Range<Int>) {
    if open.contains(where: { !$0.isInner }) {
      close(at: index, isInner: false)
    } else if tokens[index].followsSpace, index + 1 < paragraph.upperBound, !tokens[index + 1].followsSpace {
      begin(at: index, isInner: false, isContinuation: false)
    }
  }

  private mutating func straightMark(at index: Int, paragraph: Range<Int>, isContinuation: Bool) {
    let touchesNext = index + 1 < paragraph.upperBound && !tokens[index + 1].followsSpace
    let looksOpening = tokens[index].followsSpace && touchesNext
    if open.contains(where: { !$0.isInner }), !looksOpening {
      close(at: index, isInner: false)
    } else if looksOpening || touchesNext {
      begin(at: index, isInner: false, isContinuation: isContinuation)
    }
  }

  private mutating func innerClosingMark(at index: Int, last: Int) {
    let follows = index > 0 && !tokens[index].followsSpace
    let isOpen = open.last?.isInner == true
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    let isBeforeWord = next.map { $0.followsSpace && $0.kind == .word && !$0.isCapitalised } ?? false
    if isOpen, !(last > index && isBeforeWord && follows && isPlural(index - 1)) {
      close(at: index, isInner: true)
    } else if follows, tokens[index - 1].kind == .word {
      makePossessive(index)
    }
  }

  /// Whether a token is a word that ends with s, after which an apostrophe may stand for the genitive.
  private func isPlural(_ index: Int) -> Bool {
    tokens[index].kind == .word && text[Int(tokens[index].end) - 1] | 0x20 == UInt8(ascii: "s")
  }

  /// A mark that closes nothing is an apostrophe: "the herders' sheep".
  private mutating func makePossessive(_ index: Int) {
    let token = tokens[index]
    tokens[index] = Token(
      start: token.start, end: token.end, word: possessive, spelling: token.spelling, paragraph: token.paragraph,
      kind: .word, letters: .small, followsSpace: false, endsWithPoint: false)
  }

  private mutating func close(at index: Int, isInner: Bool) {
    while let last = open.popLast() {
      guard last.isInner == isInner else { continue }
      add(last, end: index, isClosed: true, continues: false)
      return
    }
  }

  private mutating func add(_ opening: Opening, end: Int, isClosed: Bool, continues: Bool) {
    guard end > opening.token + 1 else { return }
    found.append(
      Quotation(
        opening: opening.token, inner: opening.token + 1..<end, depth: open.count, isClosed: isClosed,
        continues: continues, isContinuation: opening.isContinuation))
  }

  /// Ends what the paragraph leaves open; true where it goes on in the next one.
  private mutating func closeParagraph(at end: Int, next: Range<Int>) -> Bool {
    let outer = open.first { !$0.isInner }
    open.removeAll(keepingCapacity: true)
    guard let outer else { return false }
    let continues =
      !next.isEmpty && (tokens[next.lowerBound].kind == .openingQuote || tokens[next.lowerBound].kind == .straightQuote)
    add(outer, end: end, isClosed: false, continues: continues)
    return continues
  }
}
