internal import Corpora

/// Reads the rows of a gazetteer and holds them to each other.
struct GazetteerReader {
  /// Over how many names one may lead to a state or an organisation; more are a circle, or as good as one.
  private static let longestWay = 8
  private static let columns = ["name", "kind", "of", "language"]

  private(set) var entries: [GazetteerEntry]
  /// The entry of each name, by the name.
  private var indices: [String: Int]
  private var lines: [Int]
  private var complaints: [CorpusError.Complaint] = []
  private let file: String

  /// A reader of `file`, whose rows come after those of `base`.
  init(file: String, extending base: [GazetteerEntry]) {
    self.file = file
    entries = base
    lines = Array(repeating: 0, count: base.count)
    indices = Dictionary(uniqueKeysWithValues: base.enumerated().map { ($1.name, $0) })
  }

  /// Adds the rows of a file.
  ///
  /// A row takes the place of one of the base that has its name.
  /// - Throws: `CorpusError` with the places of all rows that are malformed, are there twice, belong to a name that is not
  ///   there, or belong to themselves by way of others.
  mutating func read(_ bytes: [UInt8]) throws {
    let records = try DelimitedRecord.all(in: bytes, name: file)
    guard let head = records.first else { return }
    guard head.fields == Self.columns else {
      throw CorpusError(
        complaints: [
          complaint(
            "the columns \(head.fields.joined(separator: ","))", at: head.line, "name,kind,of,language", hint: "")
        ], badRowCount: 1)
    }
    for record in records.dropFirst() { add(record) }
    for index in entries.indices { checkOwner(of: index) }
    guard complaints.isEmpty else {
      throw CorpusError(
        complaints: Array(complaints.prefix(CorpusError.maximumComplaints)), badRowCount: complaints.count)
    }
  }

  private mutating func add(_ record: DelimitedRecord) {
    guard let entry = entry(of: record) else { return }
    guard let old = indices[entry.name] else {
      indices[entry.name] = entries.count
      entries.append(entry)
      lines.append(record.line)
      return
    }
    guard lines[old] == 0 else {
      complaints.append(
        complaint(
          "the name \"\(entry.name)\" again, which line \(lines[old]) has", at: record.line, "one row a name",
          hint: "leave out the meaning that articles have less often"))
      return
    }
    entries[old] = entry
    lines[old] = record.line
  }

  private mutating func entry(of record: DelimitedRecord) -> GazetteerEntry? {
    guard record.fields.count == Self.columns.count else {
      complaints.append(
        complaint(
          "\(record.fields.count) fields", at: record.line, "name,kind,of,language",
          hint: "quote a name that holds a comma"))
      return nil
    }
    guard let kind = GazetteerEntry.Kind(rawValue: record.fields[1]) else {
      let kinds = GazetteerEntry.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      complaints.append(complaint("the kind \"\(record.fields[1])\"", at: record.line, kinds, hint: ""))
      return nil
    }
    let (name, of) = (record.fields[0], record.fields[2])
    let standsAlone = kind == .state || kind == .organisation || kind == .outlet
    guard !name.isEmpty, name.first != " ", name.last != " ", standsAlone == of.isEmpty || kind == .person else {
      let expected = standsAlone ? "a name, and nobody whom it is of" : "a name, and one whom it is of"
      complaints.append(complaint("\"\(name)\" of \"\(of)\"", at: record.line, expected, hint: ""))
      return nil
    }
    return GazetteerEntry(name: name, kind: kind, of: of, language: record.fields[3])
  }

  /// Follows a name to what it is of, and that to what it is of, to a name that stands alone.
  private mutating func checkOwner(of index: Int) {
    var current = index
    var steps = 0
    while !entries[current].of.isEmpty {
      guard let next = indices[entries[current].of] else {
        complaints.append(
          complaint(
            "\"\(entries[current].name)\" of \"\(entries[current].of)\"", at: max(lines[current], lines[index]),
            "a name that has a row", hint: "add a row for \"\(entries[current].of)\""))
        return
      }
      current = next
      steps += 1
      if steps > Self.longestWay {
        complaints.append(
          complaint(
            "\"\(entries[index].name)\", which leads from name to name without end by way of \"\(entries[index].of)\"",
            at: lines[index] > 0 ? lines[index] : lines[current], "a name that leads to a state or an organisation",
            hint: ""))
        return
      }
    }
  }

  private func complaint(_ seen: String, at line: Int, _ expected: String, hint: String) -> CorpusError.Complaint {
    CorpusError.Complaint(
      place: CorpusPlace(file: file, line: line), problem: "\(seen) (expected: \(expected))", hint: hint)
  }
}
