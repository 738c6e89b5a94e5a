/// Paragraphs with their passages in numbered brackets, coloured where there are colours, and the remarks below.
struct TerminalMarkedText {
  let marked: ReportFigure.MarkedText
  let width: Int
  let style: TerminalStyle

  func lines() -> [String] {
    let blocks = marked.paragraphs.map { paragraph in
      text(of: paragraph) + (paragraph.remarks.isEmpty ? [] : [""] + paragraph.remarks.flatMap(lines))
    }
    return Array(blocks.joined(separator: [""]))
  }

  private func text(of paragraph: ReportFigure.MarkedText.Paragraph) -> [String] {
    let runs = paragraph.segments.map { segment in
      switch segment {
      case .text(let text, let passage, let isSetOff):
        TextRun(text: text) { paint($0, passage: passage, isSetOff: isSetOff, role: paragraph.role) }
      case .opening(let number):
        TextRun(text: PassageSign.raised(number) + "[") { style.series($0, index: number - 1) }
      case .closing(let number):
        TextRun(text: "]") { style.series($0, index: number - 1) }
      }
    }
    return RunWrapping.lines(runs, width: width - 2).map { style.faint("│ ") + $0 }
  }

  private func paint(
    _ text: String, passage: Int?, isSetOff: Bool, role: ReportFigure.MarkedText.Paragraph.Role
  ) -> String {
    let text = isSetOff ? style.underlined(text) : text
    if let passage { return style.series(text, index: passage - 1) }
    switch role {
    case .heading: return style.strong(text)
    case .body: return text
    case .aside: return style.faint(text)
    }
  }

  /// A remark: its number in a column of its own, and under it nothing.
  private func lines(of remark: ReportFigure.MarkedText.Remark) -> [String] {
    let number = String(remark.number)
    let margin = 6
    let details = remark.details.map(DisplayText.singleLine).filter { !$0.isEmpty }
    var runs = [TextRun(text: DisplayText.singleLine(remark.title), paint: style.strong)]
    if !details.isEmpty {
      runs.append(TextRun(text: " · " + details.joined(separator: " · "), paint: { $0 }))
    }
    let lines = RunWrapping.lines(runs, width: width - margin)
    return lines.enumerated().map { index, line in
      let head = index == 0 ? String(repeating: " ", count: max(0, margin - 2 - number.utf8.count)) + number + "  " : ""
      let lead = index == 0 ? style.series(head, index: remark.number - 1) : String(repeating: " ", count: margin)
      return lead + line
    }
  }
}
