internal import Reproducibility
internal import Yams

/// A name with a list of texts, as a YAML file of groups has them: `name: [text, text]`.
package struct NamedList: Sendable, Hashable {
  /// One of the texts.
  package struct Item: Sendable, Hashable {
    /// The text.
    package let text: String
    /// The line it stands in.
    package let line: Int
  }

  /// What the list is called.
  package let name: String
  /// The texts, at least one.
  package let items: [Item]

  /// Reads the file at `path`.
  ///
  /// - Parameters:
  ///   - things: what the texts name, in complaints.
  ///   - example: a line of such a file, in complaints.
  /// - Throws: `FileError`; `WrittenFileError` with the line of what is no such list.
  package static func read(_ path: String, of things: String, example: String) throws -> [NamedList] {
    do {
      return try lists(try InputFile.contents(of: path), of: things)
    } catch let flaw as TextFlaw {
      throw WrittenFileError(flaw.described(in: path), hint: "a file of groups has lines like \(example)")
    }
  }

  private static func lists(_ bytes: [UInt8], of things: String) throws -> [NamedList] {
    guard let root = try YAMLText(owner: "file").composed(bytes), case .mapping(let mapping) = root, !mapping.isEmpty
    else {
      throw TextFlaw(line: 1, problem: "no groups (name: [text, text] was expected)")
    }
    return try mapping.map { key, value in
      guard let name = key.scalar?.string, !name.isEmpty else {
        throw TextFlaw(line: key.line, problem: "a group without a name (a text was expected)")
      }
      guard case .sequence(let nodes) = value, !nodes.isEmpty else {
        throw TextFlaw(
          line: key.line, problem: "the group \"\(name)\" has no list (a list of \(things) was expected)")
      }
      let items = try nodes.map { node in
        guard let text = node.scalar?.string, !text.isEmpty else {
          throw TextFlaw(
            line: node.line, problem: "an entry of \"\(name)\" that is no text (a list of \(things) was expected)")
        }
        return Item(text: text, line: node.line)
      }
      return NamedList(name: name, items: items)
    }
  }
}
