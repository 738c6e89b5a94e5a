internal import WrittenFiles
internal import Yams

/// Reads dictionaries in quanteda's YAML form.
///
///     escalation:
///       threat: [will regret, crush*]
///       ultimatum:
///         - final warning
///     __: [war]
///
/// Names are joined by full stops. Under a name stands a pattern, a list of them, or further names; a list may hold further
/// names too, and what stands under `__` belongs to the name above it, as quanteda's `as.yaml` writes it.
struct YAMLLexiconReader {
  private static let own = "__"
  private static let deepest = 32
  /// More than any dictionary has; aliases of aliases can stand for any number.
  private static let mostNodes = 2_000_000

  private var draft = LexiconDraft()
  private var nodes = 0

  /// The draft of a dictionary.
  ///
  /// - Throws: where the file is no YAML; what else is wrong is in the draft.
  static func draft(of bytes: [UInt8]) throws(TextFlaw) -> LexiconDraft {
    guard let root = try YAMLText(owner: "category").composed(bytes), case .mapping(let mapping) = root else {
      throw TextFlaw(line: 1, problem: "no categories (name: [pattern, pattern] was expected)")
    }
    var reader = YAMLLexiconReader()
    try reader.add(mapping, under: [])
    return reader.draft
  }

  private mutating func add(_ mapping: Node.Mapping, under names: [String]) throws(TextFlaw) {
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        draft.note(key.line, "a category whose name is a list or a mapping (a name was expected)")
        continue
      }
      if name == Self.own, !names.isEmpty {
        try addContent(value, under: names, at: key.line)
      } else {
        try addCategory(names + [name], value, at: key.line)
      }
    }
  }

  private mutating func addCategory(_ names: [String], _ value: Node, at line: Int) throws(TextFlaw) {
    guard names.count <= Self.deepest else {
      throw TextFlaw(line: line, problem: "categories within more than \(Self.deepest) others")
    }
    let place = draft.categories.count
    draft.categories.append(LexiconDraft.Category(name: names.joined(separator: "."), line: line))
    try addContent(value, under: names, at: line)
    // A name that only gathers others is no category of its own.
    if draft.categories[place].entries.isEmpty, draft.categories.count > place + 1 {
      draft.categories.remove(at: place)
    }
  }

  /// Adds what stands under a name.
  private mutating func addContent(_ node: Node, under names: [String], at line: Int) throws(TextFlaw) {
    nodes += 1
    guard nodes <= Self.mostNodes else {
      throw TextFlaw(line: line, problem: "more than \(Self.mostNodes) entries and names, aliases written out")
    }
    switch node {
    case .scalar(let scalar):
      // A name with nothing behind it.
      if scalar.string.isEmpty { return }
      let name = names.joined(separator: ".")
      guard let place = draft.categories.lastIndex(where: { $0.name == name }) else { return }
      draft.categories[place].entries.append(LexiconDraft.Entry(text: scalar.string, line: node.line))
    case .sequence(let nodes):
      for node in nodes { try addContent(node, under: names, at: node.line) }
    case .mapping(let mapping): try add(mapping, under: names)
    case .alias: draft.note(node.line, "an alias that stands for nothing")
    }
  }
}
