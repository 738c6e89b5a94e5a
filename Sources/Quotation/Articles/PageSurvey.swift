/// What can be said of each element of a page before the article's place is known.
struct PageSurvey {
  let tree: HTMLTree
  /// Why an element, with all in it, is left out; nil for what stays, and within what is left out.
  let omissions: [OmissionReason?]
  /// How many bytes of paragraphs stand in an element, links aside, without what is left out.
  let prose: [Int]

  /// How many bytes a block has at least to be taken for a paragraph.
  private static let shortestParagraph = 60

  /// - Parameter trustingNames: whether the names of elements count, or only what they are.
  init(_ tree: HTMLTree, trustingNames: Bool) {
    self.tree = tree
    let own = Self.ownProse(tree)
    let whole = Self.summed(own, over: tree, omissions: nil)
    let omissions = Self.omissions(tree, prose: whole, trustingNames: trustingNames)
    self.omissions = omissions
    prose = Self.summed(own, over: tree, omissions: omissions)
  }

  /// The bytes of paragraphs whose nearest block is the element.
  private static func ownProse(_ tree: HTMLTree) -> [Int] {
    var (text, links) = ([Int](repeating: 0, count: tree.nodes.count), [Int](repeating: 0, count: tree.nodes.count))
    var block = [Int](repeating: 0, count: tree.nodes.count)
    var (linkEnd, unreadEnd) = (0, 0)
    for (index, node) in tree.nodes.enumerated() where index > 0 {
      block[index] = node.tag.map { !$0.isInline } == true ? index : block[node.parent]
      if node.tag == .a { linkEnd = max(linkEnd, node.end) }
      if node.tag?.isUnread == true { unreadEnd = max(unreadEnd, node.end) }
      guard node.tag == nil, index >= unreadEnd else { continue }
      let count = tree.text[node.range].count { !ByteText.isSpace($0) }
      text[block[index]] += count
      if index < linkEnd { links[block[index]] += count }
    }
    return zip(text, links).map { text, links in
      text - links >= shortestParagraph && links * 3 < text ? text - links : 0
    }
  }

  /// Sums over all that stands in an element.
  private static func summed(_ own: [Int], over tree: HTMLTree, omissions: [OmissionReason?]?) -> [Int] {
    var sums = own
    if let omissions {
      var index = 0
      while index < sums.count {
        guard omissions[index] != nil else {
          index += 1
          continue
        }
        for inner in index..<tree.nodes[index].end { sums[inner] = 0 }
        index = tree.nodes[index].end
      }
    }
    for index in tree.nodes.indices.reversed() where index > 0 { sums[tree.nodes[index].parent] += sums[index] }
    return sums
  }

  /// What is left out: never what holds the headline, the article's marked body or most of the page's paragraphs, unless those
  /// are readers'.
  private static func omissions(_ tree: HTMLTree, prose: [Int], trustingNames: Bool) -> [OmissionReason?] {
    var holdsTitle = [Bool](repeating: false, count: tree.nodes.count)
    for index in tree.nodes.indices.reversed() where index > 0 {
      let node = tree.nodes[index]
      if node.tag == .h1 || node.tag == .main || tree.value(.itemprop, of: index) == "articleBody" {
        holdsTitle[index] = true
      }
      if holdsTitle[index] { holdsTitle[node.parent] = true }
    }
    var result = [OmissionReason?](repeating: nil, count: tree.nodes.count)
    var index = 1
    while index < tree.nodes.count {
      result[index] = PageParts.omission(byKindOf: index, in: tree)
      if result[index] == nil, trustingNames, !holdsTitle[index],
        let reason = PageParts.omission(byNameOf: index, in: tree), reason == .comments || prose[index] * 2 <= prose[0]
      {
        result[index] = reason
      }
      index = result[index] == nil ? index + 1 : tree.nodes[index].end
    }
    return result
  }

  /// The element that holds the article: the smallest with nearly all paragraphs of the article that the page marks, or else
  /// of the page.
  var container: Int {
    var place = start
    var index = place + 1
    while index < tree.nodes[place].end {
      if tree.nodes[index].tag == nil || omissions[index] != nil {
        index = tree.nodes[index].end
      } else if prose[index] * 5 >= prose[place] * 4, prose[place] > 0, tree.nodes[index].tag?.isInline == false,
        prose[index] > ownLimit(of: index)
      {
        place = index
        index += 1
      } else {
        index = tree.nodes[index].end
      }
    }
    return place
  }

  /// A paragraph that is the whole article is no place to descend to.
  private func ownLimit(of node: Int) -> Int {
    tree.nodes[node].tag == .p || tree.nodes[node].tag == .blockquote ? .max : 0
  }

  /// The marked body with most paragraphs, or the article element that has half of them, or the main part of the page.
  private var start: Int {
    let elements = visibleElements
    func largest(_ isWanted: (Int) -> Bool) -> Int? {
      elements.filter { isWanted($0) && prose[$0] > 0 }.max { (prose[$0], -$0) < (prose[$1], -$1) }
    }
    if let marked = largest({ tree.value(.itemprop, of: $0) == "articleBody" }) { return marked }
    if let article = largest({ tree.nodes[$0].tag == .article }), prose[article] * 2 >= prose[0] { return article }
    return largest { tree.nodes[$0].tag == .main || tree.value(.role, of: $0) == "main" } ?? 0
  }

  /// The elements that are not left out, in order.
  var visibleElements: [Int] {
    var result: [Int] = []
    var index = 1
    while index < tree.nodes.count {
      if omissions[index] != nil {
        index = tree.nodes[index].end
        continue
      }
      if tree.nodes[index].tag != nil { result.append(index) }
      index += 1
    }
    return result
  }

  /// The nearest article or main part around `node`, or nil.
  func section(around node: Int) -> Int? {
    var index = node
    while index > 0 {
      let tag = tree.nodes[index].tag
      if tag == .article || tag == .main || tree.value(.role, of: index) == "main" { return index }
      index = tree.nodes[index].parent
    }
    return nil
  }
}
