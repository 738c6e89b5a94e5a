/// A text with its marks: coloured words, or without colours, arrows around the stretches that mattered.
struct TerminalAnnotatedText {
  let annotated: ReportFigure.AnnotatedText
  let width: Int
  let style: TerminalStyle

  /// The columns beside the rule.
  private var room: Int { width - 2 }

  func lines() -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for piece in pieces() {
      let gap = piece.startsWord && lineWidth > 0 ? 1 : 0
      let least = piece.startsWord ? min(piece.wordWidth, room) : piece.width
      if lineWidth > 0, lineWidth + gap + least > room {
        lines.append(line)
        (line, lineWidth) = ("", 0)
      }
      line += lineWidth > 0 && gap > 0 ? " " + piece.painted : piece.painted
      lineWidth += (lineWidth > 0 ? gap : 0) + piece.width
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { style.faint("│ ") + $0 } + ["", key]
  }

  private var key: String {
    let names = [annotated.negativeName, annotated.positiveName].map { name in
      TextWrapping.truncated(DisplayText.singleLine(name), width: width / 2 - 6)
    }
    if style.isColoured { return style.signed(names[0], value: -1) + "  " + style.signed(names[1], value: 1) }
    return "▾ \(names[0]) ▾   ▴ \(names[1]) ▴"
  }

  /// A part of a word, or all of it, that is not broken.
  private struct Piece {
    var painted: String
    var width: Int
    var startsWord: Bool
    /// The columns of this piece and of those that follow it in the same word.
    var wordWidth: Int
  }

  private func pieces() -> [Piece] {
    let largest = annotated.largestValue
    var pieces: [Piece] = []
    var startsWord = true
    for segment in annotated.segments {
      let words = DisplayText.sanitized(segment.text).split(
        omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
      let sign = sign(of: segment.value, largest: largest)
      let spoken = words.indices.filter { !words[$0].isEmpty }
      for index in words.indices {
        if index > 0 { startsWord = true }
        guard !words[index].isEmpty else { continue }
        let text = (index == spoken.first ? sign : "") + words[index] + (index == spoken.last ? sign : "")
        for part in TextWrapping.lines(text, width: room) {
          let painted = segment.value == 0 ? part : style.signed(part, value: segment.value)
          pieces.append(Piece(painted: painted, width: DisplayWidth.of(part), startsWord: startsWord, wordWidth: 0))
          startsWord = false
        }
      }
    }
    return Self.withWordWidths(pieces)
  }

  private static func withWordWidths(_ pieces: [Piece]) -> [Piece] {
    var result = pieces
    var wordWidth = 0
    for index in pieces.indices.reversed() {
      wordWidth += pieces[index].width
      result[index].wordWidth = wordWidth
      if pieces[index].startsWord { wordWidth = 0 }
    }
    return result
  }

  /// What stands around a stretch of the text that mattered; nothing where colours tell.
  private func sign(of value: Double, largest: Double) -> String {
    guard !style.isColoured, largest > 0, abs(value) >= largest / 4 else { return "" }
    return value > 0 ? "▴" : "▾"
  }
}
