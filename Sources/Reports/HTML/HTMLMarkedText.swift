/// Paragraphs with their numbered passages as HTML, and the remarks as a list after each.
struct HTMLMarkedText {
  let marked: ReportFigure.MarkedText

  func write(to writer: inout MarkupWriter) {
    for paragraph in marked.paragraphs {
      writer.element("blockquote", ["class": "annotated", "dir": "auto"]) { quote in
        for segment in paragraph.segments {
          switch segment {
          case .text(let text, let passage, let isSetOff):
            Self.write(text, isPassage: passage != nil, isSetOff: isSetOff, to: &quote)
          case .opening(let number): quote.element("mark", ["class": "number"], text: String(number))
          case .closing: break
          }
        }
      }
      guard !paragraph.remarks.isEmpty else { continue }
      writer.element("ol", ["class": "remarks"]) { list in
        for remark in paragraph.remarks {
          list.element("li", ["dir": "auto"]) { item in
            item.element("strong", text: "\(remark.number) \(remark.title)")
            for detail in remark.details where !detail.isEmpty {
              item.text(" · ")
              item.space()
              item.text(detail)
            }
          }
        }
      }
    }
  }

  private static func write(_ text: String, isPassage: Bool, isSetOff: Bool, to writer: inout MarkupWriter) {
    func inner(_ writer: inout MarkupWriter) {
      if isSetOff {
        writer.element("mark", ["class": "words"]) { $0.preformatted(text) }
      } else {
        writer.preformatted(text)
      }
    }
    if isPassage { writer.element("mark", ["class": "negative shade-1"], inner) } else { inner(&writer) }
  }
}
