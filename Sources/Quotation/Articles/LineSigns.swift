/// Tells captions by their photographers.
enum CaptionSigns {
  /// What stands before or after photographers' names, by its first byte.
  private static let words = PhraseTable([
    "photo:", "photo by ", "photograph:", "photographer:", "photo credit", "picture:", "image:", "image credit",
    "file photo",
    "getty images", "ap photo", "afp photo", "фото:", "фотография:", "фото ©", "архивное фото", "снимок:", "foto:",
    "Լուսանկար",
  ])

  /// How many bytes the longest of them has.
  private static let longestWord = 32

  /// Whether a unit names a photographer as captions do: behind a word for it, or in parentheses at its end with a slash.
  static func isCredited(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    // Behind the end of a sentence, a slash or a parenthesis: what goes on within a sentence is somebody's words.
    var mayBegin = true
    for index in range {
      let byte = text[index]
      if byte == 32 { continue }
      if mayBegin {
        let beginning = PlainLine.lowercased(text[index..<min(range.upperBound, index + longestWord)])
        if words.begins(beginning, at: 0) { return true }
      }
      mayBegin = byte == 46 || byte == 33 || byte == 63 || byte == 40 || byte == 91 || byte == 47
    }
    return hasCreditAtEnd(text[range])
  }

  private static func hasCreditAtEnd(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.last == UInt8(ascii: ")"),
      let opening = line.suffix(80).lastIndex(of: UInt8(ascii: "(")), opening > line.startIndex
    else { return false }
    guard let before = line[..<opening].last(where: { $0 != 32 }), [33, 46, 63].contains(before) else { return false }
    let credit = line[opening...]
    return credit.contains(UInt8(ascii: "/")) && !credit.contains(where: ByteText.isDigit)
  }

  /// Whether a unit is one sentence that a comma and a date end, as captions do: `Soldiers at the border, May 17, 2021.`
  static func endsWithDate(_ range: Range<Int>, traits: UnitTraits, in text: [UInt8]) -> Bool {
    guard traits.characters <= 250 else { return false }
    let tokens = ArticleDate.tokens(of: range, in: text)
    for start in tokens.indices.suffix(8).dropLast() where tokens[start].text == [UInt8(ascii: ",")] {
      guard let found = ArticleDate.first(in: Array(tokens[(start + 1)...])), found.day != nil else { continue }
      let rest = tokens[(start + 1 + found.tokens.upperBound)...]
      if found.tokens.lowerBound == 0,
        rest.allSatisfy({ $0.kind == .mark || $0.text.elementsEqual("года".utf8) || $0.text.elementsEqual("г".utf8) })
      {
        return true
      }
    }
    return false
  }
}

/// Tells lines that name who wrote an article.
enum BylineSigns {
  private static let beginnings = PhraseTable([
    "by ", "written by ", "reported by ", "reporting by ", "text by ", "story by ", "автор:", "автор ", "авторы:",
    "текст:",
    "written and edited by ",
  ])

  /// Whether a line is a word like "By" and names.
  static func isByline(_ range: Range<Int>, traits: UnitTraits, in text: [UInt8]) -> Bool {
    guard traits.characters <= 120, traits.words <= 16, traits.words >= 2, !traits.endsSentence else { return false }
    let line = PlainLine.lowercased(text[range].prefix(40))
    guard let beginning = beginnings.phrase(in: line, at: 0) else { return false }
    var index = range.lowerBound + beginning.count
    while index < range.upperBound, ByteText.isSpace(text[index]) { index += 1 }
    return index < range.upperBound && isCapital(at: index, in: text)
  }

  /// Whether the letter at `index` is a capital: one that has another form in lower case.
  private static func isCapital(at index: Int, in text: [UInt8]) -> Bool {
    let length = ByteText.scalar(at: index, in: text).length
    let letter = text[index..<(index + length)]
    return !letter.elementsEqual(PlainLine.lowercased(letter)) || (length == 2 && !(0xD0...0xD1).contains(text[index]))
  }
}

/// Tells lines that are a date and nothing else.
enum DateLine {
  /// What such a line has.
  enum Kind {
    /// A day.
    case date
    /// A time of day alone, or a word for a change without a day.
    case time
  }

  private static let words = Set(
    """
    mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday published updated
    posted last modified on at date time am pm a p m gmt utc est edt pst cet cest msk local h hrs st nd rd th first created
    понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс опубликовано обновлено дата время мск
    в года г изменено создано
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) })

  /// What kind of date line it is, or nil where it is none.
  static func judge(_ range: Range<Int>, traits: UnitTraits, in text: [UInt8]) -> Kind? {
    guard traits.digits > 0, traits.characters <= 100, traits.words <= 16 else { return nil }
    let tokens = ArticleDate.tokens(of: range, in: text)
    let found = ArticleDate.first(in: tokens)
    var clock = false
    for (index, token) in tokens.enumerated() where found.map({ !$0.tokens.contains(index) }) ?? true {
      switch token.kind {
      case .word: guard words.contains(token.text) || isZone(token) else { return nil }
      case .number:
        guard token.range.count <= 4 else { return nil }
        let next = index + 1 < tokens.count ? tokens[index + 1].text : []
        if next == [UInt8(ascii: ":")] || next == [UInt8(ascii: ".")] { clock = true }
      case .mark: break
      }
    }
    return found != nil ? .date : clock ? .time : nil
  }

  private static func isZone(_ token: ArticleDate.Token) -> Bool {
    ArticleDate.isMonthName(token) || token.range.count == 1
  }

  /// Whether the line tells of a change and not of the first publication.
  static func isUpdate(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    let line = PlainLine.lowercased(text[range])
    return ["updated", "modified", "обновлено", "изменено"].contains { ByteText.find($0, in: line) != nil }
  }
}
