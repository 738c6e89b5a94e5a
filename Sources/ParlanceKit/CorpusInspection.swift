public import Corpora
public import Reports
public import Reproducibility

/// What is in a corpus, and what is wrong with it.
public struct CorpusInspection: Encodable, Sendable, Hashable {
  /// A value and how many rows have it.
  public struct Count: Codable, Sendable, Hashable {
    /// The value.
    public let value: String
    /// The number of rows.
    public let rows: Int
  }

  /// Where it came from.
  public let data: DataSource
  /// The format of the file.
  public let format: CorpusFormat
  /// The columns of the table.
  public let columns: [String]
  /// The number of rows.
  public let rows: Int
  /// Rows by label, the most frequent first; empty without labels.
  public let labels: [Count]
  /// Rows and labels by the values of each column that puts rows into groups, in the order of the columns.
  public let breakdowns: [ColumnBreakdown]
  /// The earliest date, as it is written; nil without dates.
  public let firstDate: String?
  /// The latest date, as it is written; nil without dates.
  public let lastDate: String?
  /// The length of the statements in Unicode scalars: shortest, median, longest.
  public let lengths: [Int]
  /// What is wrong or worth knowing, the most severe first.
  public let findings: [CorpusFinding]

  /// Looks through `corpus`.
  public init(_ corpus: Corpus, on parallelism: Parallelism) {
    data = DataSource(corpus.source, rows: corpus.count, skipped: corpus.skippedRows, filtered: corpus.filteredRows)
    format = corpus.source.format
    columns = corpus.columnNames
    rows = corpus.count
    labels = Count.counting(corpus.labels)
    breakdowns = ColumnBreakdown.all(of: corpus, labels: labels)
    let dates = (corpus.dates ?? []).compactMap { text in StatementDate(text).map { (text, $0.firstDayNumber) } }
    firstDate = dates.min { $0.1 < $1.1 }?.0
    lastDate = dates.max { $0.1 < $1.1 }?.0
    let sorted = corpus.texts.map(\.unicodeScalars.count).sorted()
    lengths = sorted.isEmpty ? [] : [sorted[0], sorted[sorted.count / 2], sorted[sorted.count - 1]]
    findings = CorpusValidation.findings(of: corpus, on: parallelism)
  }

  /// The inspection for eyes.
  public var report: Report {
    Report(
      title: data.name,
      summary: summary,
      sections: [Count.section("Labels", labels, of: rows)].compactMap { $0 } + breakdowns.map(\.section)
        + [ReportSection(heading: "Findings", blocks: [findingsBlock])])
  }

  private var findingsBlock: ReportBlock {
    guard !findings.isEmpty else { return .paragraph("Nothing was found to be wrong.") }
    return .table(
      ReportTable(
        caption: "What was found, the most severe first",
        columns: [ReportColumn("severity"), ReportColumn("finding"), ReportColumn("for example")],
        rows: findings.map { finding in
          [
            .text(finding.severity.rawValue), .text(finding.message),
            .text(finding.examples.first.map { "line \($0.place.line ?? 0): \($0.detail)" } ?? ""),
          ]
        }))
  }

  private var summary: [ReportFact] {
    var facts = [
      ReportFact("format", .text(format.rawValue)), ReportFact("rows", .count(rows)),
      ReportFact("columns", .text(columns.joined(separator: ", "))),
      ReportFact("SHA-256", .text(data.sha256.hexadecimal)),
    ]
    if data.skipped > 0 { facts.append(ReportFact("skipped", .count(data.skipped))) }
    if data.filtered > 0 { facts.append(ReportFact("filtered out", .count(data.filtered))) }
    if let firstDate, let lastDate { facts.append(ReportFact("dates", .text("\(firstDate) to \(lastDate)"))) }
    if lengths.count == 3 {
      facts.append(
        ReportFact(
          "characters", .text("\(lengths[0]) to \(lengths[2]) a statement, half of them below \(lengths[1] + 1)")))
    }
    return facts
  }
}

extension CorpusInspection.Count {
  /// How many rows have each value, the most frequent first.
  static func counting(_ values: [String]?) -> [CorpusInspection.Count] {
    var rows: [String: Int] = [:]
    for value in values ?? [] { rows[value, default: 0] += 1 }
    return rows.map { CorpusInspection.Count(value: $0.key, rows: $0.value) }.sorted { left, right in
      left.rows != right.rows ? left.rows > right.rows : left.value.utf8.lexicographicallyPrecedes(right.value.utf8)
    }
  }

  /// The most frequent values as a table, or nil where there are none.
  static func section(_ title: String, _ counts: [CorpusInspection.Count], of total: Int) -> ReportSection? {
    guard !counts.isEmpty else { return nil }
    let shown = counts.prefix(20)
    let table = ReportTable(
      caption: counts.count > shown.count ? "The most frequent of \(counts.count)" : "",
      columns: [ReportColumn(title.lowercased()), ReportColumn("rows"), ReportColumn("share")],
      rows: shown.map { [.text($0.value), .count($0.rows), .share(Double($0.rows) / Double(max(1, total)))] })
    return ReportSection(heading: title, blocks: [.table(table)])
  }
}
