/// Makes the cells of a row from an object on one line. Columns are the keys, in the order in which they first come.
struct JSONRowReader: ~Copyable {
  /// What is wrong with a line, and where in it.
  struct Fault {
    let offset: Int
    let problem: String
    let hint: String
  }

  /// How many different keys a file may have: every row has a cell for each.
  static let maximumKeyCount = 4096

  private var document = SimdJSONDocument()
  private var keys: [[UInt8]] = []
  private var columns = NameTable()

  /// Reads the object on `line` into `cells`; `builder` learns of keys that have not come before.
  mutating func read(_ line: Span<UInt8>, into cells: inout RowCells, builder: inout CorpusBuilder) -> Fault? {
    if let reason = document.read(line) { return Self.locate(reason, in: line) }
    cells.clear(count: keys.count)
    for index in 0..<document.memberCount {
      let (kind, offset) = document.value(index)
      let column = column(ofMember: index, builder: &builder)
      if column >= Self.maximumKeyCount {
        return Fault(
          offset: offset,
          problem: "\(document.key(index).quoted) is one key too many (at most"
            + " \(Self.maximumKeyCount) different ones were expected in the file)",
          hint: "nest what varies from row to row in an object")
      }
      cells.grow(to: keys.count)
      if cells.offsets[column] >= 0 {
        return Fault(
          offset: offset,
          problem: "the key \(document.key(index).quoted) stands on this line twice (once was expected)",
          hint: "")
      }
      cells.offsets[column] = offset
      if kind == .null { continue }
      cells.starts[column] = cells.ownBytes.count
      document.appendValue(index, to: &cells.ownBytes)
      cells.ends[column] = cells.ownBytes.count
      if cells.ownBytes.span.hasNUL(from: cells.starts[column]) {
        return Fault(offset: offset, problem: "a NUL character in the value of \(document.key(index).quoted)", hint: "")
      }
    }
    return nil
  }

  /// The keys of the line, as a user would list them.
  var keyList: String { CorpusError.list((0..<document.memberCount).map { document.key($0) }) }

  /// The column of a member: most lines have the same keys in the same order, so the one at its place is tried first.
  private mutating func column(ofMember index: Int, builder: inout CorpusBuilder) -> Int {
    if index < keys.count, document.hasKey(keys[index], at: index) { return index }
    let key = document.key(index)
    if let column = columns.insert(key) { return column }
    if keys.count == Self.maximumKeyCount { return keys.count }
    keys.append(Array(key.utf8))
    builder.addColumn(key)
    return keys.count - 1
  }

  private static func locate(_ reason: String, in line: Span<UInt8>) -> Fault {
    var start = 0
    while start < line.count, line[start] == 32 || line[start] == 9 { start += 1 }
    if start < line.count, line[start] != UInt8(ascii: "{") {
      return Fault(
        offset: start,
        problem: "the line begins with \(character(at: start, in: line)) (an object in braces was expected)",
        hint: line[start] == UInt8(ascii: "[") ? "a JSON array becomes JSON Lines by: jq -c '.[]' FILE" : "")
    }
    guard let fault = JSONSyntax.firstFault(in: line) else {
      return Fault(offset: start, problem: "the object cannot be read: \(reason)", hint: "")
    }
    let isAtEnd = fault.offset == line.count
    return Fault(
      offset: fault.offset,
      problem:
        "\(isAtEnd ? "the line ends here" : character(at: fault.offset, in: line)) (\(fault.expected) was expected)",
      hint: isAtEnd ? "every object stands on one line; jq -c . FILE writes them so" : "")
  }

  private static func character(at offset: Int, in line: Span<UInt8>) -> String {
    let text = line.extracting(offset..<min(line.count, offset + 4)).text
    return text.unicodeScalars.first.map { String($0).quoted } ?? "nothing"
  }
}
