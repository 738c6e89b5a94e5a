extension JSONValue {
  /// The document as text: on one line, or with `pretty` indented by two spaces. No line end is added.
  ///
  /// Complexity: O(n) in the length of the result.
  public func text(pretty: Bool = false) -> String {
    var bytes: [UInt8] = []
    append(to: &bytes, depth: pretty ? 0 : nil)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the document, on one line, to `bytes`. Complexity: O(n) in the length of what is appended.
  public func append(to bytes: inout [UInt8]) { append(to: &bytes, depth: nil) }

  /// Appends the document to `bytes`; `depth` is the nesting so far where it is to be indented, else nil.
  private func append(to bytes: inout [UInt8], depth: Int?) {
    switch self {
    case .null: bytes += "null".utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .number(let value): bytes += Self.shortest(value).utf8
    case .string(let value): Self.append(value, to: &bytes)
    case .array(let values):
      Self.append(brackets: ("[", "]"), count: values.count, to: &bytes, depth: depth) { index, bytes, inner in
        values[index].append(to: &bytes, depth: inner)
      }
    case .object(let members):
      Self.append(brackets: ("{", "}"), count: members.count, to: &bytes, depth: depth) { index, bytes, inner in
        Self.append(members[index].key, to: &bytes)
        bytes += (inner == nil ? ":" : ": ").utf8
        members[index].value.append(to: &bytes, depth: inner)
      }
    }
  }

  private static func append(
    brackets: (open: String, close: String), count: Int, to bytes: inout [UInt8], depth: Int?,
    element: (Int, inout [UInt8], Int?) -> Void
  ) {
    bytes += brackets.open.utf8
    let inner = depth.map { $0 + 1 }
    for index in 0..<count {
      if index > 0 { bytes += ",".utf8 }
      breakLine(in: &bytes, depth: inner)
      element(index, &bytes, inner)
    }
    if count > 0 { breakLine(in: &bytes, depth: depth) }
    bytes += brackets.close.utf8
  }

  private static func breakLine(in bytes: inout [UInt8], depth: Int?) {
    guard let depth else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  /// The fewest digits that read back to `value`, in the form Python and JavaScript also write where they can.
  static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == value.rounded(), abs(value) < 1e15 { return value == 0 ? "0" : String(Int64(value)) }
    return value.description
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case 0..<32:
        let digits = Array("0123456789abcdef".utf8)
        bytes += "\\u00".utf8
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
