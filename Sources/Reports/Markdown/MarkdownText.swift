/// Words from anywhere as Markdown that shows them as they are.
enum MarkdownText {
  private static let special = Set("\\`*_[]|#~$!".unicodeScalars)

  /// The text on one line with every character that could mean something to GitHub's Markdown escaped; tags become
  /// references, and addresses are kept from turning into links.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in DisplayText.singleLine(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case _ where special.contains(scalar): result.append(contentsOf: ["\\", scalar])
      default: result.append(scalar)
      }
    }
    return withoutLinks(String(result))
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

  /// A fence longer than any run of backticks in `lines`, around them.
  static func fenced(_ lines: [String]) -> String {
    let text = lines.joined(separator: "\n")
    let longest = text.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)text\n\(text)\n\(fence)"
  }

  private static func withoutLinks(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let scheme = rest.firstRange(of: "://") {
      result += rest[..<scheme.lowerBound] + "\\://"
      rest = rest[scheme.upperBound...]
    }
    result += rest
    var parts = result.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropLast() where parts[index].lowercased().hasSuffix("www") { parts[index] += "\\" }
    return parts.joined(separator: ".")
  }
}
