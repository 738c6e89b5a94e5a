/// A figure as HTML: the drawing, its caption, and its figures as a table to unfold.
struct HTMLFigure {
  let figure: ReportFigure
  /// Its number in the page, from 1.
  let number: Int

  private var identifier: String { "figure-\(number)" }

  /// Drawings are images of fixed proportions; tables and texts take the width they need.
  private var kind: String {
    switch figure.drawing {
    case .curve, .reliability, .bars, .estimates, .histogram: "plotted"
    case .confusion, .annotatedText, .markedText: "worded"
    }
  }

  func write(to writer: inout MarkupWriter) {
    writer.element("figure", ["id": identifier, "class": kind, "aria-labelledby": identifier + "-caption"]) { element in
      element.element("div", ["class": "drawing"]) { writeDrawing(to: &$0) }
      element.element("figcaption") { caption in
        caption.element("p", ["id": identifier + "-caption", "dir": "auto"]) { text in
          text.element("strong", text: "Figure \(number). \(figure.title).")
          text.space()
          text.text(figure.caption)
        }
        if case .confusion = figure.drawing { return }
        caption.element("details") { details in
          details.element("summary", text: "Figure \(number) as a table")
          HTMLTable(table: figure.dataTable, identifier: identifier + "-data").write(to: &details)
        }
      }
    }
    writer.lineBreak()
  }

  private func writeDrawing(to writer: inout MarkupWriter) {
    let accessible = SVG.Description(identifier: identifier, title: figure.title, text: figure.caption)
    switch figure.drawing {
    case .curve(let curve): CurveDrawing(curve: curve).write(accessible, to: &writer)
    case .reliability(let reliability): ReliabilityDrawing(reliability: reliability).write(accessible, to: &writer)
    case .bars(let bars): BarsDrawing(bars: bars).write(accessible, to: &writer)
    case .estimates(let estimates): EstimatesDrawing(estimates: estimates).write(accessible, to: &writer)
    case .histogram(let histogram): HistogramDrawing(histogram: histogram).write(accessible, to: &writer)
    case .confusion(let confusion):
      HTMLConfusion(confusion: confusion, identifier: identifier, title: figure.title).write(to: &writer)
    case .annotatedText(let text): HTMLAnnotatedText(annotated: text).write(to: &writer)
    case .markedText(let text): HTMLMarkedText(marked: text).write(to: &writer)
    }
  }
}
