public import Reproducibility

extension ReportFigure {
  /// The figure as a Vega-Lite 5 specification with its data in it, for those who want to draw it in another way; nil where the
  /// figure is a table or a text.
  ///
  /// The data are those of `dataRows()`, all of them. The address of the schema is a name: nothing is fetched. A time is the
  /// number of its day.
  ///
  /// Complexity: O(n) in the points of the figure. Follows Satyanarayan, Moritz, Wongsuphasawat and Heer (2017).
  public func vegaLite() -> JSONValue? { vegaLite(atMost: .max) }

  /// The specification with no more than so many rows of data, evenly numbered; `usermeta` tells how many there are in all.
  func vegaLite(atMost count: Int) -> JSONValue? {
    guard let view else { return nil }
    let (columns, rows) = dataRows()
    let kept = rows.count <= count ? rows : (0..<count).map { rows[$0 * (rows.count - 1) / max(1, count - 1)] }
    let values = kept.map { row in JSONValue.object(zip(columns, row).map { JSONValue.Member($0, $1) }) }
    return .object(
      [
        .init("$schema", "https://vega.github.io/schema/vega-lite/v5.json"),
        .init("title", .string(title)), .init("description", .string(caption)),
        .init("usermeta", ["rows": .integer(kept.count), "rowsInAll": .integer(rows.count)]),
        .init("data", ["values": .array(values)]),
      ] + view)
  }

  /// How the data are drawn; nil for tables and texts.
  private var view: [JSONValue.Member]? {
    switch drawing {
    case .curve(let curve): curve.view
    case .reliability(let reliability): reliability.view
    case .bars(let bars): bars.view
    case .estimates(let estimates): estimates.view
    case .timeSeries(let series): series.view
    case .matrix(let matrix): matrix.view
    case .scatter(let scatter): scatter.view
    case .histogram(let histogram): histogram.view
    case .confusion, .annotatedText, .markedText: nil
    }
  }
}
