/// Makes a tree of what a parser reports: elements that begin and end, and texts.
struct HTMLTreeBuilder {
  /// How deep elements may stand in one another, as in browsers: parsers look through all that are open at each end tag.
  static let maximumDepth = 512
  /// How many bytes of a script are kept: those in which linked data name a date.
  static let keptScript = 1 << 14

  private var tree = HTMLTree()
  private var open = [0]
  /// Whether the last node is a text that what follows goes on with.
  private var isInText = false

  /// Whether elements stand in one another as deep as they may.
  var isFull: Bool { open.count > Self.maximumDepth }

  /// Takes the beginning of an element.
  mutating func begin(_ name: String, line: Int, attributes: [(HTMLAttribute, String)]) {
    let start = tree.attributes.count
    for (name, value) in attributes { tree.attributes.append(HTMLTree.Attribute(name: name, value: value)) }
    append(HTMLTag.named[name] ?? .other, range: start..<tree.attributes.count, line: line)
    open.append(tree.nodes.count - 1)
  }

  /// Takes the end of the element that began last and has not ended.
  mutating func end() {
    guard open.count > 1, let node = open.popLast() else { return }
    tree.nodes[node].end = tree.nodes.count
    isInText = false
  }

  /// Takes a piece of text.
  mutating func add(_ piece: some Collection<UInt8>, line: Int) {
    guard !piece.isEmpty else { return }
    let start = tree.text.count
    tree.text += String(decoding: piece, as: UTF8.self).utf8
    if isInText {
      tree.nodes[tree.nodes.count - 1].range = tree.nodes[tree.nodes.count - 1].range.lowerBound..<tree.text.count
    } else {
      append(nil, range: start..<tree.text.count, line: line)
      isInText = true
    }
  }

  /// Takes a piece of a script or a style sheet, of which only the beginning is kept.
  mutating func addScript(_ piece: some Collection<UInt8>, line: Int) {
    let known = isInText ? tree.nodes[tree.nodes.count - 1].range.count : 0
    add(piece.prefix(max(0, Self.keptScript - known)), line: line)
  }

  /// Ends all elements that have not ended.
  mutating func endAll() {
    while open.count > 1 { end() }
    isInText = false
  }

  /// The tree, once all is told.
  consuming func finished() -> HTMLTree {
    endAll()
    tree.nodes[0].end = tree.nodes.count
    return tree
  }

  private mutating func append(_ tag: HTMLTag?, range: Range<Int>, line: Int) {
    let index = tree.nodes.count
    tree.nodes.append(HTMLTree.Node(tag: tag, parent: open[open.count - 1], end: index + 1, range: range, line: line))
    if tag != nil { isInText = false }
  }
}
