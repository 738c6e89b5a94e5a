/// Something wrong in a file that somebody wrote by hand, and its place.
package struct TextFlaw: Error, Sendable, Hashable {
  /// The line, from 1.
  package let line: Int
  /// The column, from 1 and counted in code points, or nil where the whole line is meant.
  package let column: Int?
  /// What is wrong.
  package let problem: String

  /// Pairs a place with a problem.
  package init(line: Int, column: Int? = nil, problem: String) {
    self.line = line
    self.column = column
    self.problem = problem
  }

  /// The flaw as a line of a message about the file at `path`.
  package func described(in path: String) -> String {
    let place = column.map { "\(path):\(line):\($0)" } ?? "\(path):\(line)"
    return "\(place): \(problem)"
  }
}

/// The bytes of a file that somebody wrote by hand, as text.
package enum PlainText {
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The text, without a byte order mark.
  ///
  /// - Throws: the place of the first byte that no text in UTF-8 has.
  package static func decoded(_ bytes: [UInt8]) throws(TextFlaw) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw TextFlaw(line: 1, problem: "the file is in UTF-16 (UTF-8 was expected: iconv -f UTF-16 -t UTF-8)")
    }
    let isMarked = bytes.starts(with: byteOrderMark)
    let text = isMarked ? bytes[byteOrderMark.count...] : bytes[...]
    if let position = text.firstIndex(of: 0) {
      throw flaw(at: position, of: text, "a byte 0, which no text has (a text file was expected)")
    }
    guard let decoded = String(validating: text, as: UTF8.self) else {
      let position = firstFlaw(of: text)
      throw flaw(
        at: position, of: text,
        "the byte 0x\(String(text[position], radix: 16, uppercase: true)) is not UTF-8 (iconv converts other encodings)"
      )
    }
    return decoded
  }

  /// The lines of a text, without what ends them.
  package static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }

  /// Where the first byte is that makes no scalar with those before it.
  private static func firstFlaw(of text: ArraySlice<UInt8>) -> Int {
    var decoder = text.makeIterator()
    var (position, codec) = (text.startIndex, UTF8())
    while true {
      switch codec.decode(&decoder) {
      case .scalarValue(let scalar): position += UTF8.width(scalar)
      case .emptyInput, .error: return min(position, text.endIndex - 1)
      }
    }
  }

  private static func flaw(at position: Int, of text: ArraySlice<UInt8>, _ problem: String) -> TextFlaw {
    let before = text[..<position]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? text.startIndex
    let line = 1 + before.count { $0 == 0x0A }
    let column = 1 + before[start...].count { $0 & 0xC0 != 0x80 }
    return TextFlaw(line: line, column: column, problem: problem)
  }
}

extension Substring {
  /// Without white space at its ends.
  package var trimmingSpace: Substring {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return self[...last].drop { $0.isWhitespace }
  }
}
