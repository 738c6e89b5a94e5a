/// Turns a JSON document that holds a list of objects into JSON Lines, so that both are read by one reader.
///
/// Nothing is checked here: what is no JSON stays so, and the reader of the lines complains about it where it stands.
struct JSONRows {
  /// The keys under which a document may hold its list.
  private static let listNames = ["statements", "attributions"]

  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The objects of the list that `bytes` are, or hold under `statements` or `attributions`, one on a line and each on the line
  /// where it begins, as far as that is possible. Nil where there is no such list: JSON Lines, for one.
  ///
  /// Complexity: O(n).
  static func lines(of bytes: [UInt8]) -> [UInt8]? {
    var rows = JSONRows(bytes)
    guard rows.enterList() else { return nil }
    return rows.elements()
  }

  /// Goes to what follows the list's opening bracket.
  private mutating func enterList() -> Bool {
    skipBlanks()
    if take(UInt8(ascii: "[")) { return true }
    guard take(UInt8(ascii: "{")) else { return false }
    while true {
      skipBlanks()
      let start = position
      guard skipValue(), bytes[start] == UInt8(ascii: "\"") else { return false }
      let key = String(decoding: bytes[(start + 1)..<(position - 1)], as: UTF8.self)
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { return false }
      skipBlanks()
      if Self.listNames.contains(key), take(UInt8(ascii: "[")) { return true }
      guard skipValue() else { return false }
      skipBlanks()
      guard take(UInt8(ascii: ",")) else { return false }
    }
  }

  /// The elements up to the closing bracket, each on a line.
  private mutating func elements() -> [UInt8] {
    var lines: [UInt8] = []
    var line = 1
    var lineOfPosition = 1 + bytes[..<position].count { $0 == 10 }
    var counted = position
    while true {
      skipBlanks()
      lineOfPosition += bytes[counted..<position].count { $0 == 10 }
      counted = position
      let start = position
      guard position < bytes.count, bytes[position] != UInt8(ascii: "]"), skipValue() else { break }
      if !lines.isEmpty { lines.append(10) }
      line += lines.isEmpty ? 0 : 1
      while line < lineOfPosition {
        lines.append(10)
        line += 1
      }
      lines += bytes[start..<position].map { $0 == 10 || $0 == 13 ? 32 : $0 }
      skipBlanks()
      guard take(UInt8(ascii: ",")) else { break }
    }
    lines.append(10)
    return lines
  }

  private mutating func skipBlanks() {
    while position < bytes.count, [9, 10, 13, 32].contains(bytes[position]) { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Goes behind a value: a string, something in brackets, or what reaches to the next comma or bracket. False where there is none.
  private mutating func skipValue() -> Bool {
    let start = position
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        position += 1
        continue
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return position > start }
        depth -= 1
        position += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        if depth == 0 { return position > start }
        position += 1
        continue
      default:
        position += 1
        continue
      }
      if depth == 0 { return true }
    }
    return position > start
  }

  private mutating func skipString() {
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    position = min(position + 1, bytes.count)
  }
}
