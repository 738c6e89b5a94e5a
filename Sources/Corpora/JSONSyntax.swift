/// Finds where a line is not JSON: looked at only where simdjson has refused one, whose errors have no place.
struct JSONSyntax {
  /// The first fault: where it is and what ought to be there.
  struct Fault {
    let offset: Int
    let expected: String
  }

  private enum Expecting {
    case value
    case valueOrEnd
    case key
    case keyOrEnd
    case colon
    case commaOrEnd
    case nothing

    var words: String {
      switch self {
      case .value: "a value"
      case .valueOrEnd: "a value or ]"
      case .key: "a key in double quotes"
      case .keyOrEnd: "a key in double quotes or }"
      case .colon: ":"
      case .commaOrEnd: ", or a closing bracket"
      case .nothing: "nothing more on the line"
      }
    }
  }

  private var position = 0
  private var expecting = Expecting.value
  /// The brackets that are open.
  private var open: [UInt8] = []

  /// The first fault of `text`, or nil where it is JSON by its grammar (RFC 8259).
  static func firstFault(in text: Span<UInt8>) -> Fault? {
    var syntax = JSONSyntax()
    while true {
      while syntax.position < text.count, [9, 10, 13, 32].contains(text[syntax.position]) { syntax.position += 1 }
      guard syntax.position < text.count else {
        return syntax.expecting == .nothing ? nil : Fault(offset: text.count, expected: syntax.expecting.words)
      }
      if let fault = syntax.take(text) { return fault }
    }
  }

  /// Takes the next token where it may stand.
  private mutating func take(_ text: Span<UInt8>) -> Fault? {
    let byte = text[position]
    switch (expecting, byte) {
    case (.valueOrEnd, UInt8(ascii: "]")), (.keyOrEnd, UInt8(ascii: "}")): close()
    case (.value, _), (.valueOrEnd, _): return takeValue(text)
    case (.key, UInt8(ascii: "\"")), (.keyOrEnd, UInt8(ascii: "\"")):
      expecting = .colon
      return takeString(text)
    case (.colon, UInt8(ascii: ":")): expecting = .value
    case (.commaOrEnd, UInt8(ascii: ",")): expecting = open.last == UInt8(ascii: "{") ? .key : .value
    case (.commaOrEnd, UInt8(ascii: "]")) where open.last == UInt8(ascii: "["): close()
    case (.commaOrEnd, UInt8(ascii: "}")) where open.last == UInt8(ascii: "{"): close()
    default: return Fault(offset: position, expected: expecting.words)
    }
    position += 1
    return nil
  }

  private mutating func close() {
    open.removeLast()
    expecting = open.isEmpty ? .nothing : .commaOrEnd
  }

  private mutating func takeValue(_ text: Span<UInt8>) -> Fault? {
    let start = position
    switch text[position] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      open.append(text[position])
      expecting = text[position] == UInt8(ascii: "{") ? .keyOrEnd : .valueOrEnd
      position += 1
      return nil
    case UInt8(ascii: "\""):
      expecting = open.isEmpty ? .nothing : .commaOrEnd
      return takeString(text)
    default:
      while position < text.count, Self.isWord(text[position]) { position += 1 }
      expecting = open.isEmpty ? .nothing : .commaOrEnd
      return Self.isScalar(text.extracting(start..<position))
        ? nil : Fault(offset: start, expected: Expecting.value.words)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }
  }

  private static func isScalar(_ word: Span<UInt8>) -> Bool {
    if word.equals("true".utf8) || word.equals("false".utf8) || word.equals("null".utf8) { return true }
    guard word.parsedNumber != nil, word[0] != UInt8(ascii: "+"), word[word.count - 1] != UInt8(ascii: ".") else {
      return false
    }
    let digits = word[0] == UInt8(ascii: "-") ? 1 : 0
    guard word[digits] != UInt8(ascii: ".") else { return false }
    let hasLeadingZero = word[digits] == UInt8(ascii: "0") && word.count > digits + 1
    return !hasLeadingZero || !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(word[digits + 1])
  }

  /// Takes a string whose opening quote is at hand.
  private mutating func takeString(_ text: Span<UInt8>) -> Fault? {
    position += 1
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "\""):
        position += 1
        return nil
      case UInt8(ascii: "\\"):
        let length = Self.escapeLength(text, at: position)
        guard length > 0 else {
          return Fault(offset: position, expected: "an escape of JSON's, such as \\n or \\u00e9")
        }
        position += length
      case 0..<32: return Fault(offset: position, expected: "an escape such as \\t for a control character")
      default: position += 1
      }
    }
    return Fault(offset: position, expected: "a closing \"")
  }

  /// How many bytes the escape at `start` has, or 0 where it is none. Halves of surrogate pairs must follow one another.
  private static func escapeLength(_ text: Span<UInt8>, at start: Int) -> Int {
    guard start + 1 < text.count else { return 0 }
    switch text[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 2
    case UInt8(ascii: "u"):
      guard let unit = codeUnit(text, at: start) else { return 0 }
      if !(0xD800..<0xE000).contains(unit) { return 6 }
      guard unit < 0xDC00, let second = codeUnit(text, at: start + 6) else { return 0 }
      return (0xDC00..<0xE000).contains(second) ? 12 : 0
    default: return 0
    }
  }

  /// The number of the escape `\uXXXX` at `start`, or nil where there is none.
  private static func codeUnit(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard start + 6 <= text.count, text[start] == UInt8(ascii: "\\"), text[start + 1] == UInt8(ascii: "u") else {
      return nil
    }
    var value = 0
    for index in (start + 2)..<(start + 6) {
      switch text[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value * 16 + Int(text[index] - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value * 16 + Int(text[index] - UInt8(ascii: "a")) + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value * 16 + Int(text[index] - UInt8(ascii: "A")) + 10
      default: return nil
      }
    }
    return value
  }
}
