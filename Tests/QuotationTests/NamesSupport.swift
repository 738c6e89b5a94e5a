import Quotation

/// An article's phrases and whom they mean.
struct NamedArticle {
  let article: TokenizedArticle
  let mentions: Mentions
  let discourse: Discourse

  /// Reads paragraphs, one a line.
  init(_ text: String, gazetteer: Gazetteer = .bundled) {
    let bytes = Array(text.utf8)
    var paragraphs: [Article.Paragraph] = []
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == 10 {
      if index > start { paragraphs.append(Article.Paragraph(kind: .body, range: start..<index)) }
      start = index + 1
    }
    article = TokenizedArticle(
      Article(
        name: "a", text: bytes, title: nil, date: nil, language: "en", paragraphs: paragraphs, leftOut: []),
      language: .english)
    mentions = Mentions(article, gazetteer: gazetteer)
    discourse = Discourse(mentions, gazetteer: gazetteer)
  }

  /// The tokens of the last place where `text` stands.
  func tokens(of text: String) -> Range<Int>? {
    for first in article.tokens.indices.reversed() {
      for last in first..<min(first + 14, article.tokens.count) where article.text(of: first..<last + 1) == text {
        return first..<last + 1
      }
    }
    return nil
  }

  /// The phrase that begins where `text` last does.
  func phrase(startingWith text: String) -> String? {
    tokens(of: text).flatMap { mentions.phrase(startingAt: $0.lowerBound) }.map(article.text(of:))
  }

  /// The phrase that ends where `text` last does.
  func phrase(endingWith text: String) -> String? {
    tokens(of: text).flatMap { mentions.phrase(endingAt: $0.upperBound) }.map(article.text(of:))
  }

  /// Whom `text` means where it stands last; of nobody named, where `text` is what is said.
  func actor(_ text: String) -> String {
    guard let tokens = tokens(of: text) else { return "(not there)" }
    return discourse.actor(of: tokens, at: tokens.lowerBound).actor
  }

  /// Who says `text` where nobody is named.
  func elided(_ text: String) -> String {
    tokens(of: text).map { discourse.actor(of: nil, at: $0.lowerBound).actor } ?? "(not there)"
  }

  /// Whom `speaker` speaks to.
  func addressee(_ text: String, of speaker: String) -> String {
    guard let tokens = tokens(of: text) else { return "(not there)" }
    return discourse.addressee(tokens, of: self.tokens(of: speaker), at: tokens.lowerBound).actor
  }
}

/// Two invented states, as the articles of this repository have them.
let inventedStates: Gazetteer = {
  let rows = """
    name,kind,of,language
    Ardavia,state,,
    Merenth,capital,Ardavia,
    Ardavian,demonym,Ardavia,en
    Kestria,state,,
    Dolvar,capital,Kestria,
    Kestrian,demonym,Kestria,en
    Joint Observer Mission,organisation,,en
    """
  do {
    return try Gazetteer(bytes: Array(rows.utf8), file: "g.csv")
  } catch { preconditionFailure("\(error)") }
}()
