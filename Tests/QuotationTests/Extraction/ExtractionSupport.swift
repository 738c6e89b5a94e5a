import Quotation

/// An article of paragraphs, the first of them its headline.
func article(_ paragraphs: [String], name: String = "a") -> Article {
  var text: [UInt8] = []
  var places: [Article.Paragraph] = []
  for (index, paragraph) in paragraphs.enumerated() {
    let start = text.count
    text += Array(paragraph.utf8)
    places.append(Article.Paragraph(kind: index == 0 ? .title : .body, range: start..<text.count))
    text += [10, 10]
  }
  return Article(
    name: name, text: text, title: paragraphs.first, date: nil, language: "en", paragraphs: places, leftOut: [])
}

/// An attribution in words.
struct Found: Equatable, CustomStringConvertible {
  let speaker: String
  let cue: String
  let content: [String]
  let kind: Attribution.Kind
  let rule: String

  var description: String { "<\(speaker)|\(cue)> \(content) \(kind) \(rule)" }
}

/// What is found in the paragraphs of an article with an empty headline.
func found(in paragraphs: String...) -> [Found] {
  let article = article(["-"] + paragraphs)
  return StatementExtractor().attributions(in: article).map { Found($0, in: article) }
}

extension Found {
  init(_ attribution: Attribution, in article: Article) {
    func text(_ range: Range<Int>?) -> String {
      range.map { String(decoding: article.text[$0], as: UTF8.self) } ?? ""
    }
    self.init(
      speaker: text(attribution.speaker), cue: text(attribution.cue), content: attribution.content.map { text($0) },
      kind: attribution.kind, rule: attribution.rule)
  }

  init(_ speaker: String, _ cue: String, _ content: String..., kind: Attribution.Kind, rule: String) {
    self.init(speaker: speaker, cue: cue, content: content, kind: kind, rule: rule)
  }
}
