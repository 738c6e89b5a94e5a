internal import Reproducibility

/// Statements as compact data for a page: a list for each row, names that recur written once, long texts cut where all of them
/// would take too much room.
struct StatementsData {
  private let fields: [ReportStatements.Field]
  private let columns: [ReportColumn]
  private let rows: ArraySlice<ReportStatements.Row>
  private let mistakeCount: Int
  /// The bytes that a text is cut to; nil leaves all whole.
  private let longest: Int?
  /// What was left out, as sentences.
  let notes: [String]

  /// The fewest bytes that texts are cut to; beyond that, rows are left out.
  private static let shortest = 80

  /// For rows in reading order, the first of which are the mistakes.
  ///
  /// Complexity: O(n log n).
  init(statements: ReportStatements, rows: [ReportStatements.Row], mistakeCount: Int, budget: Int) {
    fields = statements.fields
    columns = fields.map(statements.column)
    let lengths = rows.map { Self.size(of: $0.text) }
    let others = rows.map { row in
      Self.overhead
        + ReportStatements.Field.allCases.reduce(0) { total, field in
          Self.isCoded(field) || field == .text ? total : total + Self.size(of: row.words(field) ?? "")
        }
    }
    let room = budget - others.reduce(0, +)
    let longest = lengths.reduce(0, +) > room ? max(Self.shortest, Self.cut(lengths, to: room)) : nil
    var kept = 0
    var size = 0
    while kept < rows.count {
      size += others[kept] + min(lengths[kept], longest ?? .max)
      if size > budget { break }
      kept += 1
    }
    self.longest = longest
    self.rows = rows.prefix(kept)
    self.mistakeCount = min(mistakeCount, kept)
    notes = Self.notes(longest: longest, kept: kept, of: rows.count)
  }

  /// The bytes of a row beside its texts: numbers, brackets, commas and quotes.
  private static let overhead = 48

  /// Fields whose values recur, which rows give by number.
  private static func isCoded(_ field: ReportStatements.Field) -> Bool {
    switch field {
    case .actor, .label, .predicted, .fold: true
    case .id, .text, .date, .probability: false
    }
  }

  /// The bytes that a text takes in the page.
  private static func size(of text: String) -> Int {
    text.utf8.reduce(0) { $0 + size(of: $1) }
  }

  private static func size(of byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0x7F: 6
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): 2
    default: 1
    }
  }

  /// The length to cut to, so that texts of those lengths take no more than `room`.
  ///
  /// Complexity: O(n log n).
  private static func cut(_ lengths: [Int], to room: Int) -> Int {
    var left = room
    let sorted = lengths.sorted()
    for (index, length) in sorted.enumerated() {
      let share = left / (sorted.count - index)
      guard length <= share else { return max(0, share) }
      left -= length
    }
    return sorted.last ?? 0
  }

  private static func notes(longest: Int?, kept: Int, of total: Int) -> [String] {
    var notes: [String] = []
    if let longest {
      let length = ReportNumber.text(longest)
      notes.append(
        "To keep the page small, statements of more than \(length) bytes are cut; the report as JSON has them whole.")
    }
    if kept < total {
      let counts = "Of \(ReportNumber.text(total)) statements the first \(ReportNumber.text(kept))"
      notes.append("\(counts) are in this page; the report as JSON has all.")
    }
    return notes
  }

  /// The data; a row has a value for each field and, last, whether it is a mistake.
  func json(pageSize: Int) -> JSONValue {
    var coded: [ReportStatements.Field: [String: Int]] = [:]
    var names: [ReportStatements.Field: [JSONValue]] = [:]
    func code(_ text: String, of field: ReportStatements.Field) -> JSONValue {
      if let number = coded[field]?[text] { return .integer(number) }
      let number = names[field, default: []].count
      coded[field, default: [:]][text] = number
      names[field, default: []].append(.string(DisplayText.singleLine(text)))
      return .integer(number)
    }
    func value(_ field: ReportStatements.Field, of row: ReportStatements.Row) -> JSONValue {
      if field == .probability { return .number((row.probability * 1e6).rounded() / 1e6) }
      guard let words = row.words(field) else { return .null }
      if Self.isCoded(field) { return code(words, of: field) }
      return .string(field == .text ? shortened(DisplayText.singleLine(words)) : DisplayText.singleLine(words))
    }
    let lists = rows.enumerated().map { index, row in
      JSONValue.array(fields.map { value($0, of: row) } + [.integer(index < mistakeCount ? 1 : 0)])
    }
    return [
      "pageSize": .integer(pageSize), "fields": .array(fields.map { .string($0.rawValue) }),
      "columns": .array(columns.map { .string(DisplayText.singleLine($0.heading)) }),
      "names": .array(fields.map { Self.isCoded($0) ? .array(names[$0] ?? []) : .null }), "rows": .array(lists),
    ]
  }

  /// The text, cut between two characters where it is too long.
  private func shortened(_ text: String) -> String {
    guard let longest, Self.size(of: text) > longest else { return text }
    var (end, size) = (text.startIndex, 0)
    for index in text.unicodeScalars.indices {
      end = index
      let scalar = text.unicodeScalars[index]
      size += scalar.isASCII ? Self.size(of: UInt8(scalar.value)) : UTF8.width(scalar)
      if size > longest - 3 { break }
    }
    return text[..<end] + "…"
  }
}
