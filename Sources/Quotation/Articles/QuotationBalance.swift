internal import Corpora

/// Finds quotation marks without partners in an article's paragraphs.
enum QuotationBalance {
  /// How many are told of.
  private static let mostFindings = 20

  /// A mark without a partner.
  private struct Lonely {
    var offset: Int
    var opens: Bool
  }

  /// The findings on `article`, in order. `lines` holds the line of each paragraph where its place in the text does not tell.
  ///
  /// A quotation that runs over paragraphs opens in each and closes in the last, so that one which stays open is no fault
  /// where the next paragraph opens another. Complexity: O(n).
  static func findings(on article: Article, place: FilePlace, lines: [Int]?) -> [ArticleFinding] {
    let body = article.paragraphs.indices.filter { article.paragraphs[$0].kind == .body }
    var findings: [ArticleFinding] = []
    var counter = PlaceCounter(firstLine: place.firstLine)
    var count = 0
    for (order, index) in body.enumerated() {
      let range = article.paragraphs[index].range
      guard let lonely = lonely(in: range, of: article.text) else { continue }
      if lonely.opens, order + 1 < body.count, opens(article.paragraphs[body[order + 1]].range, of: article.text) {
        continue
      }
      count += 1
      guard count <= mostFindings else { continue }
      let location: CorpusPlace
      if let lines {
        location = CorpusPlace(file: place.file, line: lines[index])
      } else {
        counter.advance(to: lonely.offset, in: article.text)
        location = CorpusPlace(file: place.file, line: counter.line, column: counter.column)
      }
      findings.append(finding(lonely, in: range, of: article.text, place: location))
    }
    if count > mostFindings, let last = findings.popLast() {
      findings.append(
        ArticleFinding(
          kind: last.kind, severity: last.severity,
          message: "\(last.message); \(count - mostFindings) more paragraphs are like it", place: last.place))
    }
    return findings
  }

  private static func finding(_ lonely: Lonely, in range: Range<Int>, of text: [UInt8], place: CorpusPlace)
    -> ArticleFinding
  {
    let excerpt = ByteText.excerpt(lonely.offset..<range.upperBound, of: text, limit: 40)
    let fault = lonely.opens ? "a quotation is opened and not closed" : "a quotation is closed that was not opened"
    return ArticleFinding(
      kind: .unbalancedQuotes, severity: .warning, message: "\(fault) in this paragraph: \(excerpt)", place: place)
  }

  /// Whether a paragraph begins with a mark that may open a quotation.
  private static func opens(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    switch ByteText.scalar(at: range.lowerBound, in: text).value {
    case 0x22, 0x201C, 0x201E, 0xAB, 0x2018, 0x27, 0x201D: true
    default: false
    }
  }

  /// The first mark that nothing closes, or that closes nothing.
  private static func lonely(in range: Range<Int>, of text: [UInt8]) -> Lonely? {
    var open: [(mark: UInt32, offset: Int)] = []
    var straight: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte == 0x22 { straight = straight == nil ? index : nil }
      // « and » begin with C2, the others with E2.
      guard byte == 0xC2 || byte == 0xE2 else {
        index += 1
        continue
      }
      let (mark, length) = ByteText.scalar(at: index, in: text)
      switch mark {
      case 0xAB, 0x201E: open.append((mark, index))
      // What opens in English closes in German, and in Russian within other marks.
      case 0x201C: if open.last?.mark == 0x201E { open.removeLast() } else { open.append((mark, index)) }
      case 0x201D, 0xBB:
        let partners: [UInt32] = mark == 0xBB ? [0xAB] : [0x201C, 0x201E]
        guard let last = open.last, partners.contains(last.mark) else { return Lonely(offset: index, opens: false) }
        open.removeLast()
      default: break
      }
      index += length
    }
    return (open.first?.offset ?? straight).map { Lonely(offset: $0, opens: true) }
  }
}
