package import Yams

/// Reads a file of YAML, and tells the line of what is wrong.
package struct YAMLText {
  /// What a mapping of the file is called, in complaints of a key that comes twice.
  package let owner: String

  /// - Parameter owner: what a mapping of the file is called.
  package init(owner: String) { self.owner = owner }

  /// The document's only node; nil for an empty one.
  ///
  /// - Throws: `TextFlaw` for bytes that are no text, no YAML or nested without end.
  package func composed(_ bytes: [UInt8]) throws(TextFlaw) -> Node? {
    let text = try PlainText.decoded(bytes)
    if let line = YAMLNesting.tooDeepLine(in: bytes) {
      throw TextFlaw(line: line, problem: "lists within lists, deeper than anybody nests them")
    }
    do {
      return try Yams.compose(yaml: text)
    } catch {
      throw TextFlaw(error as? YamlError, owner: owner)
    }
  }
}

extension Node {
  /// The line it begins in, from 1.
  package var line: Int { mark?.line ?? 1 }
}

extension TextFlaw {
  /// What the YAML parser found.
  fileprivate init(_ error: YamlError?, owner: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(line: mark.line, column: mark.column, problem: "YAML that cannot be read: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.init(
        line: context.mark.line, problem: "a key twice in one \(owner): \(duplicates.joined(separator: ", "))")
    default:
      self.init(line: 1, problem: "YAML that cannot be read")
    }
  }
}

/// Finds nesting that would exhaust the YAML parser's stack.
private enum YAMLNesting {
  private static let deepest = 200

  /// The first line whose brackets, or dashes at its beginning, are nested deeper than a parser should follow; nil for none.
  static func tooDeepLine(in bytes: [UInt8]) -> Int? {
    var (line, depth, dashes, isAtStart) = (1, 0, 0, true)
    for byte in bytes {
      switch byte {
      case 0x0A: (line, dashes, isAtStart) = (line + 1, 0, true)
      case 0x5B, 0x7B: (depth, isAtStart) = (depth + 1, false)
      case 0x5D, 0x7D: (depth, isAtStart) = (max(0, depth - 1), false)
      case 0x2D, 0x3F: dashes += isAtStart ? 1 : 0
      case 0x20, 0x09: break
      default: isAtStart = false
      }
      if depth > deepest || dashes > deepest { return line }
    }
    return nil
  }
}
