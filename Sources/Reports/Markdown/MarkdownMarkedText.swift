/// A paragraph with its numbered passages in bold, and the remarks as a list below.
struct MarkdownMarkedText {
  let paragraph: ReportFigure.MarkedText.Paragraph

  /// The paragraph and its list, where it has one.
  func blocks() -> [String] {
    // Words that are set off are in the remarks; here they would cut the emphasis into pieces.
    var numbered = paragraph
    numbered.marks.removeAll { $0.number == nil }
    let text = numbered.segments.map { segment in
      switch segment {
      case .text(let text, let passage, _): MarkdownText.emphasised(text, with: passage == nil ? "" : "**")
      case .opening(let number): PassageSign.raised(number) + "\\["
      case .closing: "\\]"
      }
    }.joined()
    let remarks = paragraph.remarks.map { remark in
      let details = ([remark.title] + remark.details).filter { !$0.isEmpty }.map(MarkdownText.escaped)
      return "- **\(remark.number)** " + details.joined(separator: " · ")
    }
    return ["> " + text] + (remarks.isEmpty ? [] : [remarks.joined(separator: "\n")])
  }
}
