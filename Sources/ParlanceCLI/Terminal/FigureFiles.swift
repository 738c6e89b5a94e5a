internal import Corpora
internal import Reports
internal import Reproducibility

/// The figures of a report as files: each as a drawing, as its data, and as a Vega-Lite specification of both.
struct FigureFiles {
  /// Their names and bytes, in the order of the report.
  let files: [(name: String, bytes: [UInt8])]

  /// - Throws: `CorpusError` where two columns of data have one name.
  init(_ report: Report) throws {
    files = try report.figures.enumerated().flatMap { index, figure -> [(name: String, bytes: [UInt8])] in
      guard let drawing = figure.standaloneSVG(), let specification = figure.vegaLite() else { return [] }
      let name = figure.fileName(number: index + 1)
      let data = figure.dataRows()
      return [
        ("\(name).svg", Array(drawing.utf8)),
        ("\(name).csv", Array(try RowTable(columns: data.columns, rows: data.rows).text(as: .csv).utf8)),
        ("\(name).vl.json", Array((specification.text(pretty: true) + "\n").utf8)),
      ]
    }
  }
}
