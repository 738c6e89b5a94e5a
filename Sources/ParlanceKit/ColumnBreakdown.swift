internal import Corpora
internal import Reports

/// How the rows of a corpus, and their labels, fall to the values of one column.
public struct ColumnBreakdown: Encodable, Sendable, Hashable {
  /// What is known of the rows that have one value.
  public struct Value: Encodable, Sendable, Hashable {
    /// The value.
    public let value: String
    /// The number of rows.
    public let rows: Int
    /// The number of those rows with each label, the labels in the order of the corpus's own table; empty without labels.
    public let labels: [CorpusInspection.Count]
  }

  /// The name of the column.
  public let column: String
  /// Its values, the most frequent first.
  public let values: [Value]

  /// A column that means nothing to the program is broken down only if it has no more values than this; of others no more are shown.
  private static let mostValues = 30
  /// With more labels than this there is no room for a share of each.
  private static let mostLabels = 4

  /// The columns of `corpus` whose values put rows into groups: actors, targets and languages, and any other with few values.
  ///
  /// - Parameter labels: the labels of the corpus, in the order wanted.
  static func all(of corpus: Corpus, labels: [CorpusInspection.Count]) -> [ColumnBreakdown] {
    corpus.namedColumns.compactMap { column in
      switch column.meaning {
      case .id, .text, .label, .date, .weight: return nil
      case .actor, .target, .lang:
        return ColumnBreakdown(column.name, column.values, labelled: corpus.labels, as: labels)
      case nil:
        let breakdown = ColumnBreakdown(column.name, column.values, labelled: corpus.labels, as: labels)
        let isGrouping = breakdown.values.count <= mostValues && breakdown.values.count * 2 <= corpus.count
        return isGrouping ? breakdown : nil
      }
    }
  }

  private init(_ name: String, _ values: [String], labelled labels: [String]?, as order: [CorpusInspection.Count]) {
    column = name
    var labelCounts: [String: [String: Int]] = [:]
    if let labels {
      for (value, label) in zip(values, labels) { labelCounts[value, default: [:]][label, default: 0] += 1 }
    }
    self.values = CorpusInspection.Count.counting(values).map { count in
      Value(
        value: count.value, rows: count.rows,
        labels: order.map { CorpusInspection.Count(value: $0.value, rows: labelCounts[count.value]?[$0.value] ?? 0) })
    }
  }

  /// The breakdown as a table, with the share of each label in each value's rows where there are few labels.
  var section: ReportSection {
    let shown = values.prefix(Self.mostValues)
    let labels = (values.first?.labels ?? []).map(\.value)
    let withLabels = (1...Self.mostLabels).contains(labels.count)
    let total = values.reduce(0) { $0 + $1.rows }
    let table = ReportTable(
      caption: values.count > shown.count ? "The most frequent of \(values.count)" : "",
      columns: [column, "rows", "share"].map { ReportColumn($0) } + (withLabels ? labels.map { ReportColumn($0) } : []),
      rows: shown.map { value in
        [.text(value.value), .count(value.rows), .share(Double(value.rows) / Double(total))]
          + (withLabels
            ? value.labels.map { .number(Double($0.rows) / Double(value.rows), .percent(0)) } : [])
      })
    return ReportSection(heading: "By \(column)", blocks: [.table(table)])
  }
}
