internal import Reproducibility

extension ReportStatements {
  /// What a row may have; a table has those that any row has.
  enum Field: String, CaseIterable {
    case id, text, actor, date, label, predicted, probability, fold
  }

  /// The fields that any row has, in the order of columns.
  ///
  /// Complexity: O(rows).
  var fields: [Field] {
    Field.allCases.filter { field in
      switch field {
      case .id, .text, .probability: true
      case .actor: rows.contains { $0.actor != nil }
      case .date: rows.contains { $0.date != nil }
      case .label: rows.contains { $0.label != nil }
      case .predicted: rows.contains { $0.predicted != nil }
      case .fold: rows.contains { $0.fold != nil }
      }
    }
  }

  /// The column of a field.
  func column(_ field: Field) -> ReportColumn {
    switch field {
    case .id: ReportColumn("Name")
    case .text: ReportColumn("Statement")
    case .actor: ReportColumn("Actor")
    case .date: ReportColumn("Date")
    case .label: ReportColumn("True class")
    case .predicted: ReportColumn("Predicted")
    case .probability: ReportColumn("P(\(positive))", alignment: .trailing)
    case .fold: ReportColumn("Fold")
    }
  }

  /// Some of the rows as a table of those fields.
  func table(of rows: some Sequence<Row>, fields: [Field]) -> ReportTable {
    ReportTable(
      caption: caption, columns: fields.map(column), rows: rows.map { row in fields.map { row.value($0) } })
  }

  private static let mostMistakes = 10

  /// The most confident mistakes, as a table for forms that cannot page; nil where there is none.
  ///
  /// Complexity: O(n log n).
  var mistakeTable: ReportTable? {
    let (ordered, count) = inReadingOrder
    guard count > 0 else { return nil }
    return table(of: ordered.prefix(min(count, Self.mostMistakes)), fields: fields)
  }

  /// How many statements and mistakes there are, and which of them the table of mistakes has.
  ///
  /// Complexity: O(n).
  var mistakeSummary: String {
    let mistakes = rows.count { isMistake($0) }
    let total = "\(ReportNumber.text(rows.count)) \(rows.count == 1 ? "statement" : "statements")"
    let threshold = ReportNumber.text(self.threshold, .significant(3))
    guard rows.contains(where: { $0.label != nil }) else {
      return "\(total), none with a known class; threshold \(threshold)."
    }
    let wrong = mistakes == 0 ? "none" : ReportNumber.text(mistakes)
    let shown = mistakes > Self.mostMistakes ? "; the \(Self.mostMistakes) most confident mistakes are shown" : ""
    return "\(total), \(wrong) classified wrongly at a threshold of \(threshold)\(shown)."
  }

  var json: JSONValue {
    [
      "kind": "statements", "caption": .string(caption), "positive": .string(positive),
      "threshold": .number(threshold), "rows": .array(rows.map(\.json)),
    ]
  }
}

extension ReportStatements.Row {
  fileprivate var json: JSONValue {
    [
      "id": .string(id), "text": .string(text), "actor": .optional(actor), "date": .optional(date),
      "label": .optional(label), "predicted": .optional(predicted), "probability": .number(probability),
      "fold": .optional(fold),
    ]
  }

  /// The text of a field; nil where there is none.
  func words(_ field: ReportStatements.Field) -> String? {
    switch field {
    case .id: id
    case .text: text
    case .actor: actor
    case .date: date
    case .label: label
    case .predicted: predicted
    case .fold: fold
    case .probability: nil
    }
  }

  /// The value of a field, as a table has it.
  func value(_ field: ReportStatements.Field) -> ReportValue {
    field == .probability ? .number(probability, .decimals(3)) : words(field).map(ReportValue.text) ?? .missing
  }
}
