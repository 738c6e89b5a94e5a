extension String {
  /// The text without the spaces at its end.
  var withoutTrailingSpaces: Substring {
    let end = utf8.lastIndex { $0 != UInt8(ascii: " ") }.map { utf8.index(after: $0) }
    return self[..<(end ?? startIndex)]
  }
}

/// Setting text in a number of columns.
enum TextWrapping {
  /// `text` broken into lines no wider than `width`, at white space where possible, else between characters.
  ///
  /// Line feeds in the text stay line ends. An empty text gives one empty line.
  static func lines(_ text: String, width: Int) -> [String] {
    let width = max(2, width)
    if text.utf8.count <= width, DisplayText.isPlainLine(text) { return [text] }
    return DisplayText.sanitized(text).split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      DisplayWidth.of(paragraph) <= width ? [String(paragraph)] : wrapped(paragraph, width: width)
    }
  }

  /// `text` cut to `width` columns, with an ellipsis where something was cut off.
  static func truncated(_ text: String, width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    guard width > 0 else { return "" }
    return prefix(text[...], width: width - 1) + "…"
  }

  /// `text` with spaces to `width` columns, on the sides that `alignment` leaves.
  static func padded(_ text: String, width: Int, alignment: ReportColumn.Alignment) -> String {
    let room = max(0, width - DisplayWidth.of(text))
    let before =
      switch alignment {
      case .leading: 0
      case .centre: room / 2
      case .trailing: room
      }
    return String(repeating: " ", count: before) + text + String(repeating: " ", count: room - before)
  }

  private static func wrapped(_ paragraph: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in paragraph.split(whereSeparator: \.isWhitespace) {
      let wordWidth = DisplayWidth.of(word)
      if lineWidth > 0, lineWidth + 1 + wordWidth <= width {
        line += " " + word
        lineWidth += 1 + wordWidth
        continue
      }
      if lineWidth > 0 { lines.append(line) }
      var rest = word
      while DisplayWidth.of(rest) > width {
        let head = prefix(rest, width: width)
        lines.append(head)
        rest = rest.dropFirst(head.count)
      }
      line = String(rest)
      lineWidth = DisplayWidth.of(line)
    }
    return lines + (lineWidth > 0 || lines.isEmpty ? [line] : [])
  }

  /// As many whole characters of `text` as fit in `width`, but at least one.
  private static func prefix(_ text: Substring, width: Int) -> String {
    var result = ""
    var used = 0
    for character in text {
      used += DisplayWidth.of(character)
      if used > width, !result.isEmpty { break }
      result.append(character)
    }
    return result
  }
}
