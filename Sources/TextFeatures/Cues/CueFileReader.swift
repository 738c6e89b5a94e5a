internal import WrittenFiles
internal import Yams

/// Reads a cue file's YAML into drafts of cues, noting what is wrong on the way.
struct CueFileReader {
  /// A text and the line it stands in.
  struct Located: Sendable {
    let text: String
    let line: Int
  }

  /// A cue as it was written.
  struct Draft: Sendable {
    var name = Located(text: "", line: 0)
    var definition = ""
    var leans = "none"
    var patterns: [Located] = []
    /// What is written without its `not: `.
    var exceptions: [String] = []
    var exceptionLines: [Int] = []
    var examples: [Located] = []
    var counterExamples: [Located] = []

    var entry: CueFile.Entry {
      func made(_ examples: [Located]) -> [CueFile.Example] {
        examples.map { CueFile.Example(text: $0.text, line: $0.line) }
      }
      return CueFile.Entry(
        name: name.text, definition: definition, leans: leans, examples: made(examples),
        counterExamples: made(counterExamples))
    }
  }

  private static let keys = ["name", "definition", "leans", "patterns", "except", "examples", "counterExamples"]
  private static let directions = ["escalatory", "deescalatory", "none"]
  private static let negation = "not:"

  let path: String
  private var flaws: [TextFlaw] = []

  init(path: String) { self.path = path }

  /// The drafts of all cues.
  ///
  /// - Throws: `TextFeaturesError` with the lines of all that is wrong.
  mutating func read(_ bytes: [UInt8]) throws -> [Draft] {
    let root: Node?
    do {
      root = try YAMLText(owner: "cue").composed(bytes)
    } catch {
      throw self.error([error])
    }
    guard case .sequence(let nodes)? = root, !nodes.isEmpty else {
      throw error([TextFlaw(line: 1, problem: "no list of cues (- name: ..., patterns: [...] was expected)")])
    }
    let drafts = nodes.map { draft($0) }
    var lines: [String: Int] = [:]
    for draft in drafts where !draft.name.text.isEmpty {
      if let first = lines.updateValue(draft.name.line, forKey: draft.name.text) {
        note(draft.name.line, "the cue \"\(draft.name.text)\" a second time (the first is in line \(first))")
      }
    }
    if drafts.count > FoundStretch.mostCues { note(1, "\(drafts.count) cues (\(FoundStretch.mostCues) at most)") }
    if !flaws.isEmpty { throw error(flaws) }
    return drafts
  }

  private func error(_ flaws: [TextFlaw]) -> TextFeaturesError { .cueFile(flaws, path: path) }

  private mutating func note(_ line: Int, _ problem: String) {
    flaws.append(TextFlaw(line: line, problem: problem))
  }

  private mutating func draft(_ node: Node) -> Draft {
    var draft = Draft()
    let line = node.line
    guard case .mapping(let mapping) = node else {
      note(line, "something that is no cue (name: and patterns: were expected)")
      return draft
    }
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      switch name {
      case "name": draft.name = text(value, of: name)
      case "definition": draft.definition = text(value, of: name).text
      case "leans": draft.leans = direction(value)
      case "patterns": draft.patterns = texts(value, of: name)
      case "except": addExceptions(texts(value, of: name), to: &draft)
      case "examples": draft.examples = texts(value, of: name)
      case "counterExamples": draft.counterExamples = texts(value, of: name)
      default: note(key.line, "an unknown key \"\(name)\" (there are \(Self.keys.joined(separator: ", ")))")
      }
    }
    checkName(draft, line: line)
    if draft.patterns.isEmpty { note(line, "the cue \"\(draft.name.text)\" has no patterns") }
    return draft
  }

  private mutating func checkName(_ draft: Draft, line: Int) {
    let name = draft.name.text
    guard !name.isEmpty else { return note(line, "a cue without a name") }
    let isPlain = name.unicodeScalars.allSatisfy { $0.isPythonWord || $0 == "-" || $0 == "." }
    if !isPlain {
      note(draft.name.line, "the cue \"\(name)\" (a name of letters, digits, hyphens and full stops was expected)")
    }
  }

  private mutating func direction(_ node: Node) -> String {
    let found = text(node, of: "leans")
    if !Self.directions.contains(found.text) {
      note(found.line, "leans is \"\(found.text)\" (\(Self.directions.joined(separator: ", ")) were expected)")
    }
    return found.text
  }

  private mutating func addExceptions(_ exceptions: [Located], to draft: inout Draft) {
    for exception in exceptions {
      var text = exception.text[...]
      if text.hasPrefix(Self.negation) { text = text.dropFirst(Self.negation.count).drop(while: \.isWhitespace) }
      draft.exceptions.append(String(text))
      draft.exceptionLines.append(exception.line)
    }
  }

  private mutating func text(_ node: Node, of key: String) -> Located {
    guard let scalar = node.scalar else {
      note(node.line, "\(key) is a list or a mapping (a text was expected)")
      return Located(text: "", line: node.line)
    }
    return Located(text: scalar.string, line: node.line)
  }

  private mutating func texts(_ node: Node, of key: String) -> [Located] {
    guard case .sequence(let nodes) = node else {
      note(node.line, "\(key) is no list")
      return []
    }
    return nodes.map { text($0, of: key) }
  }
}
