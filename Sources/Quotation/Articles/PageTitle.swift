/// Finds a page's headline among its headings.
enum PageTitle {
  /// The unit that is the headline: a heading that says what the page calls itself, or else the last main heading before the
  /// article's paragraphs, or the first one in its section; nil where there is none. Complexity: O(n).
  static func find(
    in page: PageUnits, nodes tree: HTMLTree, container: Int, section: Int?, titles: [String]
  ) -> Int? {
    let headings = page.units.indices.filter { page.units[$0].hints.contains(.heading) }
    let main = headings.filter { isMain(page.nodes[$0], in: tree) }
    let wanted = titles.map { PlainLine.normalized(0..<$0.utf8.count, in: Array($0.utf8)) }
    for candidates in [main, headings] {
      if let named = candidates.first(where: { says(wanted, page.units[$0], in: page.text) }) { return named }
    }
    if let section,
      let first = main.first(where: { page.nodes[$0] >= section && page.nodes[$0] < tree.nodes[section].end })
    {
      return first
    }
    return main.last { page.nodes[$0] < container } ?? main.first
  }

  /// Whether a text stands in an `h1`.
  private static func isMain(_ node: Int, in tree: HTMLTree) -> Bool {
    var index = node
    while index > 0 {
      if tree.nodes[index].tag == .h1 { return true }
      if tree.nodes[index].tag?.isInline == false { return false }
      index = tree.nodes[index].parent
    }
    return false
  }

  /// Whether a heading says one of `titles`, or enough of its beginning.
  private static func says(_ titles: [[UInt8]], _ unit: TextUnit, in text: [UInt8]) -> Bool {
    guard unit.range.count >= 8, unit.range.count <= 1000 else { return false }
    let heading = PlainLine.normalized(unit.range, in: text)
    return titles.contains { $0 == heading || ($0.starts(with: heading) && heading.count * 2 >= $0.count) }
  }

  /// The smallest element that holds both nodes.
  static func commonAncestor(of node: Int, and other: Int?, in tree: HTMLTree) -> Int {
    guard let other else { return node }
    var index = node
    while index > 0, !(index <= other && other < tree.nodes[index].end) { index = tree.nodes[index].parent }
    return index
  }
}
