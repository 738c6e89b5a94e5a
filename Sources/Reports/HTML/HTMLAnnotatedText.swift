/// A text with its marks as HTML: the stronger the contribution, the stronger the colour, and the value on request.
struct HTMLAnnotatedText {
  let annotated: ReportFigure.AnnotatedText

  func write(to writer: inout MarkupWriter) {
    let largest = annotated.largestValue
    writer.element("blockquote", ["class": "annotated", "dir": "auto"]) { quote in
      for segment in annotated.segments {
        guard segment.value != 0 else {
          quote.preformatted(segment.text)
          continue
        }
        let direction = segment.value > 0 ? "positive" : "negative"
        let attributes: KeyValuePairs<StaticString, String> = [
          "class": "\(direction) shade-\(annotated.level(of: segment, largest: largest))",
          "title": Typography.minus(ReportNumber.text(segment.value, .signed(3))),
        ]
        quote.element("mark", attributes) { $0.preformatted(segment.text) }
      }
    }
    writer.element("p", ["class": "key"]) { key in
      key.element("mark", ["class": "negative shade-3"], text: annotated.negativeName)
      key.space()
      key.element("mark", ["class": "positive shade-3"], text: annotated.positiveName)
    }
  }
}

extension ReportFigure.AnnotatedText {
  /// One of four strengths, 1 to 4, relative to the strongest segment.
  func level(of segment: Segment, largest: Double) -> Int {
    guard largest > 0 else { return 1 }
    return max(1, min(4, Int((abs(segment.value) / largest * 4).rounded(.up))))
  }
}
