/// A text with its marks: coloured words, or without colours, arrows around them.
struct TerminalAnnotatedText {
  let annotated: ReportFigure.AnnotatedText
  let width: Int
  let style: TerminalStyle

  func lines() -> [String] {
    let largest = annotated.largestValue
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for piece in pieces(largest: largest) {
      if piece.startsWord, lineWidth > 0, lineWidth + 1 + piece.wordWidth > width - 2 {
        lines.append(line)
        (line, lineWidth) = ("", 0)
      }
      if piece.startsWord, lineWidth > 0 {
        line += " "
        lineWidth += 1
      }
      line += piece.painted
      lineWidth += DisplayWidth.of(piece.text)
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { style.faint("│ ") + $0 } + ["", key, ""]
  }

  private var key: String {
    let negative = DisplayText.singleLine(annotated.negativeName)
    let positive = DisplayText.singleLine(annotated.positiveName)
    if style.isColoured { return style.signed(negative, value: -1) + "  " + style.signed(positive, value: 1) }
    return "▾word▾ \(negative)   ▴word▴ \(positive)"
  }

  /// A part of a word, or all of it.
  private struct Piece {
    var text: String
    var painted: String
    var startsWord: Bool
    /// The columns of this piece and of those that follow it in the same word.
    var wordWidth: Int
  }

  private func pieces(largest: Double) -> [Piece] {
    var pieces: [Piece] = []
    var startsWord = true
    for segment in annotated.segments {
      let text = DisplayText.sanitized(segment.text)
      for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace).enumerated() {
        if part.offset > 0 { startsWord = true }
        guard !part.element.isEmpty else { continue }
        let marked = marked(String(part.element), value: segment.value, largest: largest)
        pieces.append(
          Piece(text: marked, painted: paint(marked, value: segment.value), startsWord: startsWord, wordWidth: 0))
        startsWord = false
      }
    }
    var wordWidth = 0
    for index in pieces.indices.reversed() {
      wordWidth += DisplayWidth.of(pieces[index].text)
      pieces[index].wordWidth = wordWidth
      if pieces[index].startsWord { wordWidth = 0 }
    }
    return pieces
  }

  private func marked(_ word: String, value: Double, largest: Double) -> String {
    guard !style.isColoured, largest > 0, abs(value) >= largest / 4 else { return word }
    return value > 0 ? "▴\(word)▴" : "▾\(word)▾"
  }

  private func paint(_ word: String, value: Double) -> String {
    value == 0 ? word : style.signed(word, value: value)
  }
}

/// A confusion table as text.
struct TerminalConfusion {
  let confusion: ReportFigure.Confusion

  /// Rows of true classes, columns of predicted ones, each count with its share of the row.
  var table: TextTable {
    let columns =
      [TextTable.Column("true ＼ predicted")]
      + confusion.labels.map { TextTable.Column($0, alignment: .trailing) }
      + [TextTable.Column("total", alignment: .trailing)]
    let rows = confusion.labels.indices.map { row in
      [confusion.labels[row]] + confusion.labels.indices.map { text(row: row, column: $0) }
        + [ReportNumber.text(confusion.counts[row].reduce(0, +))]
    }
    return TextTable(columns: columns, rows: rows)
  }

  private func text(row: Int, column: Int) -> String {
    let share = ReportNumber.text(confusion.share(row: row, column: column) ?? .nan, .percent(1))
    return ReportNumber.text(confusion.counts[row][column])
      + TextWrapping.padded("(\(share))", width: 9, alignment: .trailing)
  }
}
