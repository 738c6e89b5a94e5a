import Foundation
import FoundationXML
import Reports
import Testing

/// A page as its elements, read by an XML parser, which takes nothing that is not well formed.
final class HTMLDocument: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// The names of the elements around it, outermost first.
    let ancestors: [String]
    /// The text of it and of all in it.
    var text = ""
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  /// Nil where the page is not well formed.
  init?(_ page: String) {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    open.append(elements.count)
    let ancestors = open.dropLast().map { elements[$0].name }
    elements.append(Element(name: name, attributes: attributes, ancestors: ancestors))
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for index in open { elements[index].text += text }
  }
}

extension HTMLDocument {
  /// The file of a figure that is drawn.
  static func image(of figure: ReportFigure) throws -> HTMLDocument {
    let file = try #require(figure.standaloneSVG())
    return try #require(HTMLDocument(file), "the image is not well formed")
  }

  /// How many elements are of a class.
  func count(ofClass kind: String) -> Int { elements.filter { $0.attributes["class"] == kind }.count }
}

extension HTMLDocument.Element {
  /// An attribute as a number; not a number where it is none.
  func number(_ attribute: String) -> Double { attributes[attribute].flatMap(Double.init) ?? .nan }
}
