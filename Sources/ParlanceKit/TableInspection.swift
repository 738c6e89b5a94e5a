public import LinearAlgebra
public import Reports
internal import Reproducibility

/// What is in a table of numbers.
public struct TableInspection: Encodable, Sendable, Hashable {
  /// Where it came from.
  public let data: DataSource
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The number of stored elements.
  public let stored: Int
  /// Rows by label, the most frequent first.
  public let labels: [CorpusInspection.Count]

  /// Looks through `dataset`, which holds `matrix`.
  public init(_ dataset: Dataset, matrix: SparseMatrix) {
    data = dataset.source
    rows = dataset.count
    columns = matrix.columnCount
    stored = matrix.storedCount
    labels = CorpusInspection.Count.counting(dataset.labels)
  }

  /// The inspection for eyes.
  public var report: Report {
    Report(
      title: data.name,
      summary: [
        ReportFact("format", "libsvm"), ReportFact("rows", .count(rows)), ReportFact("columns", .count(columns)),
        ReportFact("stored elements", .count(stored)), ReportFact("SHA-256", .text(data.sha256.hexadecimal)),
      ],
      sections: [CorpusInspection.Count.section("Labels", labels, of: rows)].compactMap { $0 })
  }
}
