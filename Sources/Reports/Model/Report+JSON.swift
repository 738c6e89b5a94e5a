public import Reproducibility

extension Report {
  /// The report as JSON: full precision, texts exactly as they are, every point of every curve.
  ///
  /// Blocks and drawings carry their `kind`; values that are not numbers are `null`.
  public func json() -> JSONValue {
    [
      "title": .string(title), "subtitle": .optional(subtitle), "language": .string(language),
      "summary": .array(summary.map(\.json)),
      "sections": .array(
        sections.map { ["heading": .string($0.heading), "blocks": .array($0.blocks.map(\.json))] }),
      "provenance": .array(provenance.map(\.json)),
    ]
  }
}

extension ReportFact {
  var json: JSONValue { ["name": .string(name), "value": value.json, "note": .optional(note)] }
}

extension ReportValue {
  var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .count(let count): .integer(count)
    case .number(let value, _): .number(value)
    case .interval(let value, let low, let high, _):
      ["value": .number(value), "low": .number(low), "high": .number(high)]
    case .share(let share): .number(share)
    case .missing: .null
    }
  }
}

extension ReportBlock {
  var json: JSONValue {
    switch self {
    case .paragraph(let text): ["kind": "paragraph", "text": .string(text)]
    case .note(let text): ["kind": "note", "text": .string(text)]
    case .warning(let text): ["kind": "warning", "text": .string(text)]
    case .facts(let facts): ["kind": "facts", "facts": .array(facts.map(\.json))]
    case .table(let table): table.json
    case .figure(let figure): figure.json
    case .statements(let statements): statements.json
    case .threshold(let threshold): threshold.json
    }
  }
}

extension ReportTable {
  var json: JSONValue {
    [
      "kind": "table", "caption": .string(caption),
      "columns": .array(columns.map { ["heading": .string($0.heading), "unit": .optional($0.unit)] }),
      "rows": .array(rows.map { .array($0.map(\.json)) }),
    ]
  }
}
