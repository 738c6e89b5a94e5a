/// Words from anywhere as Markdown that shows them as they are.
enum MarkdownText {
  private static let special = Array("\\`*_[]|#~$!".utf8)

  /// The text on one line with every character that could mean something to GitHub's Markdown escaped; tags become
  /// references, and addresses are kept from turning into links.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in DisplayText.singleLine(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      default:
        if byte == UInt8(ascii: "/"), bytes.hasSuffix(":/") {
          bytes.insert(UInt8(ascii: "\\"), at: bytes.count - 2)
        } else if special.contains(byte) || byte == UInt8(ascii: ".") && bytes.hasSuffix("www") {
          bytes.append(UInt8(ascii: "\\"))
        }
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text as a paragraph, which must not begin like a list, a rule or a heading.
  static func paragraph(_ text: String) -> String {
    let escaped = escaped(text)
    guard let first = escaped.utf8.first else { return escaped }
    if "-+=".utf8.contains(first) { return "\\" + escaped }
    let digits = escaped.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    let rest = escaped.utf8.dropFirst(digits)
    guard digits > 0, let mark = rest.first, ".)".utf8.contains(mark) else { return escaped }
    return String(escaped.prefix(digits)) + "\\" + escaped.dropFirst(digits)
  }

  /// The text between two marks of emphasis, which spaces at its ends stay outside of; without words, no marks.
  static func emphasised(_ text: String, with mark: String) -> String {
    let words = escaped(text)
    guard !words.isEmpty else { return text.isEmpty ? "" : " " }
    let lead = text.first?.isWhitespace == true ? " " : ""
    let trail = text.last?.isWhitespace == true ? " " : ""
    return lead + mark + words + mark + trail
  }

  /// A fence longer than any run of backticks in `lines`, around them.
  static func fenced(_ lines: [String]) -> String {
    let text = lines.joined(separator: "\n")
    let longest = text.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)text\n\(text)\n\(fence)"
  }
}

extension [UInt8] {
  /// Whether the last bytes are those of `text`, in whatever case.
  fileprivate func hasSuffix(_ text: StaticString) -> Bool {
    suffix(text.utf8CodeUnitCount).map { $0 | 0x20 }.elementsEqual("\(text)".utf8.map { $0 | 0x20 })
  }
}
