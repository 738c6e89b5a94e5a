/// A text with its marks: coloured words, or without colours, arrows around the stretches that mattered.
struct TerminalAnnotatedText {
  let annotated: ReportFigure.AnnotatedText
  let width: Int
  let style: TerminalStyle

  func lines() -> [String] {
    // Two columns are the rule's.
    RunWrapping.lines(runs, width: width - 2).map { style.faint("│ ") + $0 } + ["", key]
  }

  private var key: String {
    let names = [annotated.negativeName, annotated.positiveName].map { name in
      TextWrapping.truncated(DisplayText.singleLine(name), width: width / 2 - 6)
    }
    if style.isColoured { return style.signed(names[0], value: -1) + "  " + style.signed(names[1], value: 1) }
    return "▾ \(names[0]) ▾   ▴ \(names[1]) ▴"
  }

  private var runs: [TextRun] {
    let largest = annotated.largestValue
    return annotated.segments.map { segment in
      let sign = sign(of: segment.value, largest: largest)
      return TextRun(text: Self.text(segment.text, within: sign)) { part in
        segment.value == 0 ? part : style.signed(part, value: segment.value)
      }
    }
  }

  /// The text with a sign right before its first word and right after its last.
  private static func text(_ text: String, within sign: String) -> String {
    guard !sign.isEmpty, let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return text }
    return text[..<first] + sign + text[first...last] + sign + text[text.index(after: last)...]
  }

  /// What stands around a stretch of the text that mattered; nothing where colours tell.
  private func sign(of value: Double, largest: Double) -> String {
    guard !style.isColoured, largest > 0, abs(value) >= largest / 4 else { return "" }
    return value > 0 ? "▴" : "▾"
  }
}
