internal import Corpora

/// Finds the day of publication in an article's paragraphs.
enum PublicationDate {
  /// How many bytes of the first paragraph may be its dateline.
  private static let datelineLength = 100

  /// The day that a date line names, those of changes last; else the byline's or the dateline's; nil where none has a year.
  static func find(in paragraphs: [Article.Paragraph], of text: [UInt8]) -> String? {
    let dates = paragraphs.filter { $0.kind == .date }
    let first = dates.filter { !DateLine.isUpdate($0.range, in: text) }
    for paragraph in first + dates + paragraphs.filter({ $0.kind == .byline }) {
      if let day = ArticleDate.first(in: ArticleDate.tokens(of: paragraph.range, in: text))?.day {
        return day.description
      }
    }
    guard let opening = paragraphs.first(where: { $0.kind == .body && $0.range.count > datelineLength }) else {
      return nil
    }
    return dateline(of: opening.range, in: text)
  }

  /// The day in `YEREVAN, May 24, 2021 (XY) - `: near the beginning, and before a dash or what stands in parentheses.
  private static func dateline(of range: Range<Int>, in text: [UInt8]) -> String? {
    var end = range.lowerBound + datelineLength
    while ByteText.isContinuation(text[end]) { end -= 1 }
    let tokens = ArticleDate.tokens(of: range.lowerBound..<end, in: text)
    guard let found = ArticleDate.first(in: tokens), let day = found.day else { return nil }
    let next = tokens[found.tokens.upperBound...].first {
      !$0.text.elementsEqual("года".utf8) && !$0.text.elementsEqual("г".utf8) && $0.text != [46] && $0.text != [44]
    }
    guard let next else { return nil }
    let closers = ["(", "-", "–", "—", "/"]
    return closers.contains { next.text.elementsEqual($0.utf8) } ? day.description : nil
  }
}

/// Tells Russian from English.
enum LanguageGuess {
  /// "ru" where Cyrillic letters prevail in what is kept, else "en".
  static func language(of paragraphs: [Article.Paragraph], in text: [UInt8]) -> String {
    var (cyrillic, all) = (0, 0)
    for paragraph in paragraphs {
      let traits = UnitTraits(of: paragraph.range, in: text)
      cyrillic += Int(traits.cyrillic)
      all += Int(traits.letters)
    }
    return cyrillic * 2 > all ? "ru" : "en"
  }
}
