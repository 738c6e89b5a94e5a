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
        TextRun(text: PassageSign.raised(number) + "[") { style.series($0, index: number &- 1) }
      case .closing(let number):
        TextRun(text: "]") { style.series($0, index: number &- 1) }
      }
    }
    return RunWrapping.lines(runs, width: width - 2).map { style.faint("│ ") + $0 }
  }

  private func paint(
    _ text: String, passage: Int?, isSetOff: Bool, role: ReportFigure.MarkedText.Paragraph.Role
  ) -> String {
    let text = isSetOff ? style.underlined(text) : text
    if let passage { return style.series(text, index: passage &- 1) }
    switch role {
    case .heading: return style.strong(text)
    case .body: return text
    case .aside: return style.faint(text)
    }
  }

  /// A remark, its number in a column of its own. Lines break between its parts where these are not too long.
  private func lines(of remark: ReportFigure.MarkedText.Remark) -> [String] {
    let margin = 6
    let room = width - margin
    let parts = [remark.title] + remark.details
    var lines: [[TextRun]] = []
    var lineWidth = 0
    for (index, part) in parts.enumerated() where !part.isEmpty {
      let text = DisplayText.singleLine(part)
      let run = TextRun(text: text) { index == 0 ? style.strong($0) : $0 }
      let needed = DisplayWidth.of(text) + 2
      if !lines.isEmpty, lineWidth + 1 + needed <= room {
        lines[lines.count - 1] += [TextRun(text: " · ", paint: style.faint), run]
        lineWidth += 1 + needed
      } else {
        lines.append([run])
        lineWidth = needed - 2
      }
    }
    let number = TextWrapping.padded(String(remark.number), width: margin - 2, alignment: .trailing) + "  "
    let lead = style.series(number, index: remark.number &- 1)
    return lines.flatMap { RunWrapping.lines($0, width: room) }.enumerated().map { index, line in
      (index == 0 ? lead : String(repeating: " ", count: margin)) + line
    }
  }
}
