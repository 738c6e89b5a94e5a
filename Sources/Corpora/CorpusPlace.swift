/// Where something stands in a file.
public struct CorpusPlace: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The file, as the user named it; "-" is the standard input.
  public let file: String
  /// The line, from 1, or nil where the complaint is about the file as a whole.
  public let line: Int?
  /// The column, from 1, counted in code points from the beginning of the line, or nil where only the line is meant.
  public let column: Int?

  /// Names a place.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`, as compilers write it and editors jump to it.
  public var description: String {
    let name = file == "-" ? "<stdin>" : file
    guard let line else { return name }
    guard let column else { return "\(name):\(line)" }
    return "\(name):\(line):\(column)"
  }
}
