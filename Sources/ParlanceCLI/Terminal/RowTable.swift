internal import Corpora
internal import Reports
internal import Reproducibility

/// Rows of named values: the form that pipes from one command into another.
struct RowTable {
  let columns: [String]
  let rows: [[JSONValue]]

  init(columns: [String], rows: [[JSONValue]]) {
    self.columns = columns
    self.rows = rows
  }

  /// One row: the members of an object that are plain values.
  init(_ object: JSONValue) {
    guard case .object(let members) = object else {
      self.init(columns: [], rows: [])
      return
    }
    let plain = members.filter { member in
      switch member.value {
      case .array, .object: false
      default: true
      }
    }
    self.init(columns: plain.map(\.key), rows: [plain.map(\.value)])
  }

  /// All rows in a format that reads back as a corpus.
  ///
  /// - Throws: `CorpusError` where two columns have one name.
  func text(as format: CorpusFormat) throws -> String {
    var writer = try CorpusWriter(format: format, columnNames: columns)
    for row in rows { writer.append(row) }
    return String(decoding: writer.takeBytes(), as: UTF8.self)
  }

  /// The rows for eyes.
  var reportTable: ReportTable {
    ReportTable(
      caption: "", columns: columns.map { ReportColumn($0) },
      rows: rows.map { row in
        row.map { value in
          switch value {
          case .number(let number): .number(number, .significant(6))
          case .integer(let number): .count(number)
          case .string(let text): .text(text)
          case .boolean(let truth): .text(truth ? "yes" : "no")
          case .null, .array, .object: .missing
          }
        }
      })
  }
}
