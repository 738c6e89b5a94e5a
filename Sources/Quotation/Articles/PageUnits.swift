/// Makes units of text of a page's blocks.
struct PageUnits {
  /// Something that was left out, and the node at which it stands.
  struct Omission {
    var node: Int
    var reason: OmissionReason
    var excerpt: String
  }

  /// The text of all units, white space collapsed, a line end behind each.
  private(set) var text: [UInt8] = []
  private(set) var units: [TextUnit] = []
  /// The node at which each unit begins.
  private(set) var nodes: [Int] = []
  /// What is left out for its markup.
  private(set) var omissions: [Omission] = []

  private var start = 0
  private var block: Int32 = 0
  private var firstNode = 0
  private var firstLine = 0
  private var linkBytes = 0
  private var pendingSpace = false

  /// Reads the blocks of a page. Complexity: O(n).
  init(_ survey: PageSurvey) {
    let tree = survey.tree
    var (index, linkEnd) = (1, 0)
    var open: [(end: Int, isBlock: Bool, hints: TextUnit.Hints)] = []
    while index < tree.nodes.count {
      while let last = open.last, last.end <= index {
        open.removeLast()
        if last.isBlock { endBlock(last.hints) }
      }
      let node = tree.nodes[index]
      if let reason = survey.omissions[index] {
        omit(index, reason, in: tree)
        if node.tag?.isInline == false { endBlock(open.last?.hints ?? []) }
        index = node.end
        continue
      }
      if node.tag == .head {
        index = node.end
        continue
      }
      if let tag = node.tag {
        if !tag.isInline { endBlock(open.last?.hints ?? []) }
        if tag == .br { endLine(open.last?.hints ?? []) }
        if tag == .a { linkEnd = max(linkEnd, node.end) }
        open.append((node.end, !tag.isInline, (open.last?.hints ?? []).union(Self.hints(of: index, in: tree))))
      } else {
        append(index, in: tree, isLink: index < linkEnd)
      }
      index += 1
    }
    endBlock(open.last?.hints ?? [])
  }

  private static func hints(of node: Int, in tree: HTMLTree) -> TextUnit.Hints {
    var hints: TextUnit.Hints = []
    let tag = tree.nodes[node].tag
    if tag?.isHeading == true { hints.insert(.heading) }
    // Inline parts of a paragraph say nothing of the whole.
    guard tag?.isInline == false else { return hints }
    if PageParts.isCaption(node, in: tree) { hints.insert(.caption) }
    if PageParts.isByline(node, in: tree) { hints.insert(.byline) }
    return hints
  }

  private mutating func omit(_ node: Int, _ reason: OmissionReason, in tree: HTMLTree) {
    let inside = tree.text(in: node)
    let excerpt = ByteText.excerpt(0..<inside.count, of: inside, limit: PlainTextArticle.excerptLength)
    if !excerpt.isEmpty { omissions.append(Omission(node: node, reason: reason, excerpt: excerpt)) }
  }

  private mutating func append(_ node: Int, in tree: HTMLTree, isLink: Bool) {
    let range = tree.nodes[node].range
    var index = range.lowerBound
    var line = tree.nodes[node].line
    while index < range.upperBound {
      let byte = tree.text[index]
      if byte == 10 { line += 1 }
      let length = byte < 0x80 ? 1 : ByteText.scalar(at: index, in: tree.text).length
      defer { index += length }
      if byte < 0x80 ? ByteText.isSpace(byte) : ByteText.spaceLength(at: index, in: tree.text) > 0 {
        // Those that have no width part no words.
        pendingSpace = pendingSpace || (text.count > start && !Self.isInvisible(index, in: tree.text))
        continue
      }
      if byte == 0xC2, Self.isInvisible(index, in: tree.text) { continue }
      if text.count == start { (firstNode, firstLine) = (node, line) }
      if pendingSpace { text.append(32) }
      pendingSpace = false
      for offset in 0..<length { text.append(tree.text[index + offset]) }
      if isLink { linkBytes += length }
    }
  }

  /// Whether a mark that shows nothing stands at `index`: a soft hyphen, a zero-width space, a byte order mark.
  private static func isInvisible(_ index: Int, in text: [UInt8]) -> Bool {
    let value = text[index] < 0x80 ? 0 : ByteText.scalar(at: index, in: text).value
    return value == 0xAD || value == 0x200B || value == 0xFEFF
  }

  private mutating func endLine(_ hints: TextUnit.Hints) {
    pendingSpace = false
    defer { linkBytes = 0 }
    guard text.count > start else { return }
    var unit = TextUnit(range: start..<text.count, block: block, line: Int32(clamping: firstLine), hints: hints)
    if linkBytes * 5 >= unit.range.count * 4 { unit.hints.insert(.linked) }
    // Who wrote an article takes no more than a line.
    if unit.range.count > 200 { unit.hints.remove(.byline) }
    units.append(unit)
    nodes.append(firstNode)
    text.append(10)
    start = text.count
  }

  private mutating func endBlock(_ hints: TextUnit.Hints) {
    endLine(hints)
    block += 1
  }

  /// Takes unit `index` for the headline.
  mutating func markTitle(_ index: Int) { units[index].hints.insert(.title) }
}
