/// A page as a parser saw it: elements and texts in document order, without what nobody reads.
struct HTMLTree {
  /// An element or a text.
  struct Node {
    /// What it is; nil for text.
    var tag: HTMLTag?
    /// The node it stands in.
    var parent: Int
    /// The node after the last one inside it.
    var end: Int
    /// Its text in `HTMLTree.text`, or its attributes in `HTMLTree.attributes`.
    var range: Range<Int>
    /// The line of the page on which it begins, from 1.
    var line: Int
  }

  /// An attribute that says something of an element's part in the page.
  struct Attribute {
    var name: HTMLAttribute
    var value: String
  }

  /// The nodes; the first is the page itself, and a node comes after the one it stands in.
  var nodes = [Node(tag: .other, parent: 0, end: 1, range: 0..<0, line: 1)]
  /// The texts of all nodes, one after the other, in valid UTF-8.
  var text: [UInt8] = []
  /// The attributes of all elements, one after the other.
  var attributes: [Attribute] = []

  /// The value of an element's attribute, or nil where it has none.
  func value(_ name: HTMLAttribute, of node: Int) -> String? {
    guard nodes[node].tag != nil else { return nil }
    return attributes[nodes[node].range].first { $0.name == name }?.value
  }

  /// The texts inside a node, with a space behind each, as far as `limit` bytes are reached.
  func text(in node: Int, limit: Int = 2000) -> [UInt8] {
    var result: [UInt8] = []
    for inner in node..<nodes[node].end where nodes[inner].tag == nil {
      result += text[nodes[inner].range]
      result.append(32)
      if result.count >= limit { break }
    }
    return result
  }
}

/// The attributes that are kept.
enum HTMLAttribute: String, CaseIterable {
  case classes = "class"
  case content
  case datetime
  case hidden
  case hreflang
  case id
  case itemprop
  case name
  case property
  case role
  case style
  case type

  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

/// The elements that mean something here.
enum HTMLTag: String, CaseIterable {
  case a, address, article, aside, blockquote, body, br, button, canvas, caption, center, dd, details, dialog, div, dl,
    dt,
    embed, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, head, header, hr, html, iframe, input,
    label,
    li, link, main, map, math, menu, meta, nav, noscript, object, ol, option, p, pre, script, section, select, style,
    summary,
    svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, ul, video, audio
  /// All others, which stand within a line.
  case other

  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// Whether it stands within a line of text.
  var isInline: Bool {
    switch self {
    case .a, .br, .button, .input, .label, .link, .meta, .other, .time, .script, .style, .noscript, .select, .option,
      .svg,
      .math, .canvas, .embed, .object, .iframe, .template, .map, .video, .audio, .textarea:
      true
    default: false
    }
  }

  /// Whether nobody reads what stands in it.
  var isUnread: Bool {
    switch self {
    case .script, .style, .noscript, .template, .iframe, .object, .embed, .svg, .math, .canvas, .video, .audio, .select,
      .option, .textarea, .button, .input, .head, .map, .title, .dialog:
      true
    default: false
    }
  }

  /// Whether it is a heading.
  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }
}
