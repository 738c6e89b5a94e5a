internal import Reproducibility

/// An estimate of a drawing with its place, so that a page can say what it is where a reader points at it.
struct FigureMark: Hashable {
  /// The edges of the place, in the drawing's own units; those of a point are the same.
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double
  /// What it is of, its value and its interval.
  let text: String

  /// A rectangle.
  init(left: Double, top: Double, right: Double, bottom: Double, _ label: String, _ value: ReportValue) {
    self.left = min(left, right)
    self.top = min(top, bottom)
    self.right = max(left, right)
    self.bottom = max(top, bottom)
    text = SVG.cut(label, columns: Self.labelColumns) + ": " + Typography.number(value)
  }

  /// A point.
  init(x: Double, y: Double, _ label: String, _ value: ReportValue) {
    self.init(left: x, top: y, right: x, bottom: y, label, value)
  }

  private static let labelColumns = 80

  /// Edges to a tenth and the text, as a list.
  var json: JSONValue {
    .array([left, top, right, bottom].map { .number(($0 * 10).rounded() / 10) } + [.string(text)])
  }
}

extension ReportFigure.Drawing {
  /// The most points of a line that have marks; a reader points at none more finely.
  static let mostMarks = 400

  /// The estimates of the drawing with their places, in reading order; none for tables and texts.
  ///
  /// A long line has marks at some of its points only.
  var marks: [FigureMark] {
    switch self {
    case .curve(let curve): CurveDrawing(curve: curve).marks
    case .reliability(let reliability): ReliabilityDrawing(reliability: reliability).marks
    case .bars(let bars): BarsDrawing(bars: bars).marks
    case .estimates(let estimates): EstimatesDrawing(estimates: estimates).marks
    case .timeSeries(let series): TimeSeriesDrawing(series: series).marks
    case .matrix(let matrix): MatrixDrawing(matrix: matrix).marks
    case .scatter(let scatter): ScatterDrawing(scatter: scatter).marks
    case .histogram(let histogram): HistogramDrawing(histogram: histogram).marks
    case .confusion, .annotatedText, .markedText: []
    }
  }
}
