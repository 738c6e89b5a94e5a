internal import Reproducibility

/// A figure as HTML: the drawing, its caption, and its figures as a table to unfold.
struct HTMLFigure {
  let figure: ReportFigure
  /// Its number in the page, from 1.
  let number: Int

  private var identifier: String { "figure-\(number)" }

  /// Drawings are images of fixed proportions; tables and texts take the width they need.
  private var kind: String {
    switch figure.drawing {
    case .matrix(let matrix): MatrixDrawing(matrix: matrix).isWide ? "plotted wide" : "plotted"
    case .curve, .reliability, .bars, .estimates, .timeSeries, .scatter, .histogram: "plotted"
    case .confusion, .annotatedText, .markedText: "worded"
    }
  }

  func write(to writer: inout MarkupWriter) {
    writer.element("figure", ["id": identifier, "class": kind, "aria-labelledby": identifier + "-caption"]) { element in
      element.element("div", box) { writeDrawing(to: &$0) }
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
      if let interaction { element.data(interaction) }
    }
    writer.lineBreak()
  }

  /// The most points of a figure that its specification in the page holds; the figure's own has them all.
  private static let mostRows = 1000

  /// What the script needs: the name of files, the estimates with their places and the specification.
  private var interaction: JSONValue? {
    guard let specification = figure.vegaLite(atMost: Self.mostRows) else { return nil }
    return [
      "name": .string(figure.fileName(number: number)), "marks": .array(figure.drawing.marks.map(\.json)),
      "vegaLite": specification,
    ]
  }

  /// What holds the drawing; a wide one scrolls by itself, by keyboard too.
  private var box: KeyValuePairs<StaticString, String> {
    guard kind.hasSuffix("wide") else { return ["class": "drawing"] }
    return ["class": "drawing", "role": "group", "tabindex": "0", "aria-labelledby": identifier + "-caption"]
  }

  private func writeDrawing(to writer: inout MarkupWriter) {
    let description = SVG.Description(identifier: identifier, title: figure.title, text: figure.caption)
    if let image = figure.drawing.image(description) { writer.insert(image) }
    switch figure.drawing {
    case .confusion(let confusion):
      HTMLConfusion(confusion: confusion, identifier: identifier, title: figure.title).write(to: &writer)
    case .annotatedText(let text): HTMLAnnotatedText(annotated: text).write(to: &writer)
    case .markedText(let text): HTMLMarkedText(marked: text).write(to: &writer)
    case .curve, .reliability, .bars, .estimates, .timeSeries, .matrix, .scatter, .histogram: break
    }
  }
}
