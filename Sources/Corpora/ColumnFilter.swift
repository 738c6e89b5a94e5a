/// Keeps the rows whose `column` has the value `value`, byte for byte.
///
/// Several filters on one column are alternatives; filters on different columns must all hold.
public struct ColumnFilter: Codable, Sendable, Hashable, CustomStringConvertible {
  /// The column looked at.
  public let column: String
  /// The value its cells must have; nothing is trimmed.
  public let value: String

  /// Asks for `value` in `column`.
  public init(column: String, value: String) {
    self.column = column
    self.value = value
  }

  /// Reads `column=value`, split at the first `=`; both sides may have spaces, and the value may be empty.
  ///
  /// - Throws: `CorpusError` where there is no `=`, or nothing before it.
  public init(parsing text: String) throws {
    guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")), sign > text.startIndex else {
      throw CorpusError.malformedFilter(text)
    }
    self.init(column: String(text[..<sign]), value: String(text[text.utf8.index(after: sign)...]))
  }

  /// `column=value`.
  public var description: String { "\(column)=\(value)" }
}
