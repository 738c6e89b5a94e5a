public import Reproducibility
internal import WrittenFiles
internal import Yams

/// An experiment as somebody wrote it: keys with their values, in YAML.
///
/// What the keys may be is not known here; see the commands that read them.
public struct ExperimentFile: Sendable, Hashable {
  /// A key with what stands after it.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public let key: String
    /// Its values as they are written; none for a key without any.
    public let values: [String]
    /// Whether the values are written as a list.
    public let isList: Bool
    /// The line of the key.
    public let line: Int
  }

  /// Keys under one heading.
  public struct Section: Sendable, Hashable {
    /// The heading.
    public let name: String
    /// The line of the heading.
    public let line: Int
    /// The keys, in the order of the file.
    public let entries: [Entry]

    /// Puts keys under a heading.
    public init(name: String, line: Int, entries: [Entry]) {
      (self.name, self.line, self.entries) = (name, line, entries)
    }
  }

  /// The file, as the user named it.
  public let path: String
  /// The keys that stand under no heading, in the order of the file.
  public let entries: [Entry]
  /// The headings.
  public let sections: [Section]

  /// Reads the file at `path`.
  ///
  /// - Throws: `FileError`; `WrittenFileError` with the place of what is no experiment.
  public init(path: String) throws {
    self.path = path
    do {
      (entries, sections) = try Self.read(try InputFile.contents(of: path))
    } catch let flaw as TextFlaw {
      throw WrittenFileError(
        flaw.described(in: path), hint: "parlance experiment init writes an experiment with all keys explained")
    }
  }

  /// An error about a line of the file.
  public func error(_ line: Int, _ problem: String, hint: String) -> any UserFacingError {
    WrittenFileError("\(path):\(line): \(problem)", hint: hint)
  }

  private static func read(_ bytes: [UInt8]) throws -> (entries: [Entry], sections: [Section]) {
    if let line = tabbedLine(of: bytes) {
      throw TextFlaw(line: line, problem: "a tab at the beginning of the line (YAML indents with spaces)")
    }
    guard let root = try YAMLText(owner: "experiment").composed(bytes), case .mapping(let mapping) = root else {
      throw TextFlaw(line: 1, problem: "no keys (lines like \"corpus: statements.csv\" were expected)")
    }
    var (entries, sections) = ([Entry](), [Section]())
    for (key, value) in mapping {
      let name = try name(of: key)
      if case .mapping(let inner) = value {
        sections.append(
          Section(name: name, line: key.line, entries: try inner.map { try entry(try self.name(of: $0), $0, $1) }))
      } else {
        entries.append(try entry(name, key, value))
      }
    }
    return (entries, sections)
  }

  private static func name(of key: Node) throws -> String {
    guard let name = key.scalar?.string, !name.isEmpty else {
      throw TextFlaw(line: key.line, problem: "a key that is no text")
    }
    return name
  }

  private static func entry(_ name: String, _ key: Node, _ value: Node) throws -> Entry {
    switch value {
    case .scalar(let scalar):
      let isNothing = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      return Entry(key: name, values: isNothing ? [] : [scalar.string], isList: false, line: key.line)
    case .sequence(let sequence):
      let values = try sequence.map { node in
        guard let text = node.scalar?.string else {
          throw TextFlaw(line: node.line, problem: "a value of \"\(name)\" that is no text and no number")
        }
        return text
      }
      return Entry(key: name, values: values, isList: true, line: key.line)
    case .mapping, .alias:
      throw TextFlaw(line: key.line, problem: "keys under \"\(name)\", where a value was expected")
    }
  }

  private static func tabbedLine(of bytes: [UInt8]) -> Int? {
    var (line, isAtStart) = (1, true)
    for byte in bytes {
      if byte == 0x09, isAtStart { return line }
      if byte == 0x0A { line += 1 }
      isAtStart = byte == 0x0A || (isAtStart && byte == 0x20)
    }
    return nil
  }
}
