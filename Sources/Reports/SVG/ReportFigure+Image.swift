extension ReportFigure.Drawing {
  /// The drawing as an image; nil for tables and texts, which are none.
  func image(_ description: SVG.Description) -> Markup? {
    switch self {
    case .curve(let curve): MarkupWriter.write { CurveDrawing(curve: curve).write(description, to: &$0) }
    case .reliability(let reliability):
      MarkupWriter.write { ReliabilityDrawing(reliability: reliability).write(description, to: &$0) }
    case .bars(let bars): MarkupWriter.write { BarsDrawing(bars: bars).write(description, to: &$0) }
    case .estimates(let estimates):
      MarkupWriter.write { EstimatesDrawing(estimates: estimates).write(description, to: &$0) }
    case .timeSeries(let series): MarkupWriter.write { TimeSeriesDrawing(series: series).write(description, to: &$0) }
    case .matrix(let matrix): MarkupWriter.write { MatrixDrawing(matrix: matrix).write(description, to: &$0) }
    case .scatter(let scatter): MarkupWriter.write { ScatterDrawing(scatter: scatter).write(description, to: &$0) }
    case .histogram(let histogram):
      MarkupWriter.write { HistogramDrawing(histogram: histogram).write(description, to: &$0) }
    case .confusion, .annotatedText, .markedText: nil
    }
  }
}

extension ReportFigure {
  /// The figure as an SVG file: with its own style, in light colours and, where the reader's screen is dark, dark ones; with its
  /// ground and its size; without scripts and references to anything outside. Nil where the figure is a table or a text.
  ///
  /// The title and the caption are in it for those who cannot see it.
  public func standaloneSVG() -> String? {
    let description = SVG.Description(identifier: "figure", title: title, text: caption, standsAlone: true)
    return drawing.image(description).map { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\($0.source)\n" }
  }

  private static let longestName = 60

  /// A name for the figure's file, without an ending: `figure-01-mean-probability`. Only small Latin letters, digits and
  /// hyphens are in it; a title without any gives the number alone.
  ///
  /// - Precondition: `number`, the figure's place in its report, is from 1 on.
  public func fileName(number: Int) -> String {
    precondition(number > 0, "figures are numbered from 1 on, and \(number) is not")
    let digits = number < 10 ? "0\(number)" : String(number)
    let words = title.lowercased().utf8.split { byte in
      !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    let slug = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    let name = "figure-\(digits)-\(slug)".prefix(Self.longestName)
    return String(name.utf8.last == UInt8(ascii: "-") ? name.dropLast() : name)
  }
}
