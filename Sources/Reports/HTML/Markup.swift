internal import Mustache
internal import Reproducibility

/// A piece of HTML or SVG that is whole: every element closed, every text escaped.
///
/// The only way to make one is `MarkupWriter`, so that a text cannot be taken for markup.
struct Markup: Hashable, MustacheCustomRenderable {
  fileprivate(set) var source = ""

  /// What a template puts in its place.
  var renderText: String { source }
  /// Whether a template's section for it is left out.
  var isNull: Bool { source.isEmpty }

  /// `text` as markup that shows it on one line.
  init(_ text: String) { source = Self.escaped(DisplayText.singleLine(text)) }

  fileprivate init(source: String) { self.source = source }

  private static let special = Array("&<>\"'".utf8)

  /// `text` with the characters that mean something in markup replaced, byte by byte: a `<` is one even where a combining
  /// mark follows that makes the two a single Swift `Character`.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { special.contains($0) }) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Writes HTML and SVG that is also well-formed XML. Names come from the program; texts and attribute values from anywhere.
/// Attributes without a value are left out.
struct MarkupWriter {
  private var source = ""

  /// What was written.
  var markup: Markup { Markup(source: source) }

  /// The markup that `content` writes.
  static func write(_ content: (inout MarkupWriter) -> Void) -> Markup {
    var writer = MarkupWriter()
    content(&writer)
    return writer.markup
  }

  /// The program's own source, which is put in as it is.
  static func verbatim(_ parts: [StaticString]) -> Markup { Markup(source: parts.map(\.description).joined()) }

  /// The program's own source after a change of its own.
  static func verbatim(_ parts: [StaticString], changed change: (String) -> String) -> Markup {
    Markup(source: change(verbatim(parts).source))
  }

  /// The program's own script, put in as it is, in a section that an XML parser takes as text too.
  ///
  /// - Precondition: nothing in it ends a script or the section.
  static func script(_ source: String) -> Markup {
    for end in ["</", "<!--", "]]>"] { precondition(!source.contains(end), "a script with \(end) in it") }
    return Markup(source: "//<![CDATA[\n\(source)\n//]]>")
  }

  /// An element with the content that `content` writes.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: (inout MarkupWriter) -> Void
  ) {
    open(name, attributes)
    source += ">"
    content(&self)
    source += "</\(name)>"
  }

  /// An element with nothing but a text.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element that never has content.
  mutating func empty(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
    open(name, attributes)
    source += "/>"
  }

  /// A text on one line.
  mutating func text(_ text: String) { source += Markup(text).source }

  /// A text with its own line breaks and spaces.
  mutating func preformatted(_ text: String) { source += Markup.escaped(DisplayText.sanitized(text)) }

  /// A single space.
  mutating func space() { source += " " }

  /// A line end, for those who read the source.
  mutating func lineBreak() { source += "\n" }

  /// Values for the page's script, in an element that shows nothing and runs nothing.
  mutating func data(_ value: JSONValue) {
    source += "<script type=\"application/json\">\(PageData.text(value))</script>"
  }

  /// Markup written before.
  mutating func insert(_ markup: Markup) { source += markup.source }

  private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
    source += "<\(name)"
    for (key, value) in attributes where !value.isEmpty {
      source += " \(key)=\"\(Markup.escaped(DisplayText.singleLine(value)))\""
    }
  }
}
