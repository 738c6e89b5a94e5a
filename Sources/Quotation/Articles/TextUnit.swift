/// A paragraph of a text, or a line that may be one, before anybody has judged what it is.
struct TextUnit: Hashable {
  /// What a page's markup says of a unit; a plain text says none of it.
  struct Hints: OptionSet, Hashable {
    let rawValue: UInt8

    /// It is the headline.
    static let title = Hints(rawValue: 1)
    /// It stands under a picture.
    static let caption = Hints(rawValue: 2)
    /// It names who wrote the article.
    static let byline = Hints(rawValue: 4)
    /// It is a date.
    static let date = Hints(rawValue: 8)
    /// Nearly all of it is links.
    static let linked = Hints(rawValue: 16)
    /// It is a heading.
    static let heading = Hints(rawValue: 32)
  }

  /// Where it stands, in bytes of the text, without white space at its ends.
  let range: Range<Int>
  /// The number of the stretch between blank lines that it stands in, ascending.
  let block: Int32
  /// The line of the file on which it begins, from 1, where its place in the text does not tell.
  var line: Int32 = 0
  /// What its markup says.
  var hints: Hints = []
}

extension TextUnit {
  /// How long lines are at most, in characters, where somebody broke them to a width.
  private static let widestWrap = 160
  /// How long the longest line of a paragraph is at least where somebody broke it to a width.
  private static let narrowestWrap = 50

  /// The units of a plain text.
  ///
  /// Blank lines part paragraphs. Between two, lines that were broken because the next word did not fit are one paragraph, and
  /// all others paragraphs of their own; so is each line where the text has no blank lines. Complexity: O(n).
  static func units(of text: [UInt8]) -> [TextUnit] {
    let lines = lines(of: text)
    var units: [TextUnit] = []
    var block: Int32 = 0
    if !hasInnerBlank(lines) {
      for line in lines where !line.isEmpty {
        units.append(TextUnit(range: line, block: block))
        block += 1
      }
      return units
    }
    var start = 0
    while start < lines.count {
      if lines[start].isEmpty {
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, !lines[end].isEmpty { end += 1 }
      let stretch = lines[start..<end]
      if end - start > 1, isWrapped(stretch, in: text) {
        units.append(TextUnit(range: lines[start].lowerBound..<lines[end - 1].upperBound, block: block))
      } else {
        for line in stretch { units.append(TextUnit(range: line, block: block)) }
      }
      block += 1
      start = end
    }
    return units
  }

  /// The lines of a text without white space at their ends; those of white space alone are empty.
  private static func lines(of text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 10 || byte == 13 {
        lines.append(ByteText.trimmed(start..<index, in: text))
        if byte == 13, index + 1 < text.count, text[index + 1] == 10 { index += 1 }
        start = index + 1
      }
      index += 1
    }
    lines.append(ByteText.trimmed(start..<text.count, in: text))
    return lines
  }

  private static func hasInnerBlank(_ lines: [Range<Int>]) -> Bool {
    guard let first = lines.firstIndex(where: { !$0.isEmpty }), let last = lines.lastIndex(where: { !$0.isEmpty })
    else {
      return false
    }
    return lines[first...last].contains(where: \.isEmpty)
  }

  /// Whether no line but the last could have taken the next one's first word.
  private static func isWrapped(_ lines: ArraySlice<Range<Int>>, in text: [UInt8]) -> Bool {
    var lengths: [Int] = []
    for line in lines {
      // A line of so many bytes is too long in any script.
      guard line.count <= widestWrap * 4 else { return false }
      lengths.append(text[line].count { !ByteText.isContinuation($0) })
    }
    guard let width = lengths.max(), width >= narrowestWrap, width <= widestWrap else { return false }
    // Lines that all end sentences, or begin alike, are no one paragraph: captions and lists.
    if lines.allSatisfy({ UnitTraits(of: $0, in: text).endsSentence }) { return false }
    if zip(lines, lines.dropFirst()).contains(where: { ByteText.beginAlike($0, $1, in: text) }) { return false }
    for (index, line) in zip(lines.indices, lines).dropFirst() {
      let word = text[line].prefix { !ByteText.isSpace($0) }.count { !ByteText.isContinuation($0) }
      if lengths[index - 1 - lines.startIndex] + 1 + word <= width { return false }
    }
    return true
  }
}
