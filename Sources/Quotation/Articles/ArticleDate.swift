internal import Corpora

/// Finds dates in English and Russian texts.
enum ArticleDate {
  /// A date as it stands.
  struct Found {
    /// The day, or nil where no year is named.
    var day: StatementDate?
    /// The words of it, as indices of tokens.
    var tokens: Range<Int>
  }

  /// A word or a number.
  struct Token {
    enum Kind { case word, number, mark }
    var kind: Kind
    var range: Range<Int>
    /// In lower case.
    var text: [UInt8]
    var number: Int?
  }

  /// The tokens of a stretch: runs of letters, runs of digits, and single marks; no white space.
  static func tokens(of range: Range<Int>, in text: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let space = ByteText.spaceLength(at: index, in: text)
      if space > 0 {
        index += space
        continue
      }
      let kind = kind(at: index, in: text)
      var end = index + ByteText.scalar(at: index, in: text).length
      while kind != .mark, end < range.upperBound, self.kind(at: end, in: text) == kind,
        ByteText.spaceLength(at: end, in: text) == 0
      { end += ByteText.scalar(at: end, in: text).length }
      let lowered = PlainLine.lowercased(text[index..<end])
      let number = kind == .number && end - index <= 4 ? lowered.reduce(0) { $0 * 10 + Int($1 &- 48) } : nil
      tokens.append(Token(kind: kind, range: index..<end, text: lowered, number: number))
      index = end
    }
    return tokens
  }

  private static func kind(at index: Int, in text: [UInt8]) -> Token.Kind {
    let byte = text[index]
    if byte < 0x80 { return ByteText.isDigit(byte) ? .number : ByteText.lowercased(byte) &- 97 < 26 ? .word : .mark }
    let value = ByteText.scalar(at: index, in: text).value
    return (0x80...0xBF).contains(value) || (0x2000...0x2BFF).contains(value) ? .mark : .word
  }

  /// The first date of a stretch with a year, or else the first without one, or nil.
  static func first(in tokens: [Token]) -> Found? {
    var yearless: Found?
    for start in tokens.indices {
      guard let found = date(at: start, of: tokens) else { continue }
      if found.day != nil { return found }
      yearless = yearless ?? found
    }
    return yearless
  }

  /// The day that a machine-readable value such as `2021-05-24T10:00:00Z` begins with.
  static func day(ofStamp stamp: String) -> StatementDate? {
    let trimmed = ByteText.excerpt(0..<stamp.utf8.count, of: Array(stamp.utf8))
    guard let date = StatementDate(String(trimmed.prefix(10))), date.day != nil else { return nil }
    return date
  }

  private static func date(at start: Int, of tokens: [Token]) -> Found? {
    let token = tokens[start]
    if let month = month(token) { return monthFirst(month, at: start, of: tokens) }
    guard token.kind == .number, let first = token.number else { return nil }
    return numeric(first, at: start, of: tokens) ?? dayFirst(first, at: start, of: tokens)
  }

  /// `May 24, 2021`, `May 24`.
  private static func monthFirst(_ month: Int, at start: Int, of tokens: [Token]) -> Found? {
    var next = start + 1
    if isMark(".", at: next, of: tokens) { next += 1 }
    guard next < tokens.count, let day = tokens[next].number, (1...31).contains(day), tokens[next].range.count <= 2
    else {
      return nil
    }
    next += 1
    if next < tokens.count, ["st", "nd", "rd", "th"].contains(where: { tokens[next].text.elementsEqual($0.utf8) }) {
      next += 1
    }
    return finished(day: day, month: month, start: start, next: next, of: tokens)
  }

  /// `24 May 2021`, `24 мая 2021`, `24th of May`.
  private static func dayFirst(_ day: Int, at start: Int, of tokens: [Token]) -> Found? {
    guard (1...31).contains(day), tokens[start].range.count <= 2 else { return nil }
    var next = start + 1
    while next < min(tokens.count, start + 3),
      ["st", "nd", "rd", "th", "of", "-", "го"].contains(where: { tokens[next].text.elementsEqual($0.utf8) })
    { next += 1 }
    guard next < tokens.count, let month = month(tokens[next]) else { return nil }
    next += 1
    if isMark(".", at: next, of: tokens) { next += 1 }
    return finished(day: day, month: month, start: start, next: next, of: tokens)
  }

  /// `2021-05-24`, `24.05.2021`.
  private static func numeric(_ first: Int, at start: Int, of tokens: [Token]) -> Found? {
    guard start + 4 < tokens.count, let second = tokens[start + 2].number, let third = tokens[start + 4].number else {
      return nil
    }
    let parts: (year: Int, month: Int, day: Int)
    if tokens[start].range.count == 4, isMark("-", at: start + 1, of: tokens), isMark("-", at: start + 3, of: tokens) {
      parts = (first, second, third)
    } else if tokens[start + 4].range.count == 4, isMark(".", at: start + 1, of: tokens),
      isMark(".", at: start + 3, of: tokens)
    {
      parts = (third, second, first)
    } else {
      return nil
    }
    guard let day = day(parts.year, parts.month, parts.day) else { return nil }
    return Found(day: day, tokens: start..<(start + 5))
  }

  private static func finished(day: Int, month: Int, start: Int, next: Int, of tokens: [Token]) -> Found? {
    var year = next
    if isMark(",", at: year, of: tokens) { year += 1 }
    if year < tokens.count, let number = tokens[year].number, tokens[year].range.count == 4,
      (1800...2199).contains(number)
    {
      guard let found = self.day(number, month, day) else { return nil }
      return Found(day: found, tokens: start..<(year + 1))
    }
    return Found(day: nil, tokens: start..<next)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> StatementDate? {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return StatementDate("\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))")
  }

  private static func isMark(_ mark: String, at index: Int, of tokens: [Token]) -> Bool {
    index < tokens.count && tokens[index].text.elementsEqual(mark.utf8)
  }

  /// Whether a token names a month.
  static func isMonthName(_ token: Token) -> Bool { month(token) != nil }

  private static func month(_ token: Token) -> Int? { token.kind == .word ? months[token.text] : nil }

  private static let months: [[UInt8]: Int] = {
    let names = [
      "january jan января январь", "february feb февраля февраль", "march mar марта март", "april apr апреля апрель",
      "may мая май", "june jun июня июнь", "july jul июля июль", "august aug августа август",
      "september sept sep сентября сентябрь", "october oct октября октябрь", "november nov ноября ноябрь",
      "december dec декабря декабрь",
    ]
    var table: [[UInt8]: Int] = [:]
    for (month, line) in names.enumerated() {
      for name in line.split(separator: " ") { table[Array(name.utf8)] = month + 1 }
    }
    return table
  }()
}
