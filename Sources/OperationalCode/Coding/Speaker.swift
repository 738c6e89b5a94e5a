internal import Quotation

/// Who speaks: what tells that a verb is the speaker's own.
public struct Speaker: Sendable {
  /// The speaker's state among the gazetteer's entries; nil where it is not known.
  let state: Int?
  /// The lower-case words of the speaker's name.
  let name: [String]

  /// A speaker of whom nothing is known.
  public static let unknown = Speaker(state: nil, name: [])
}

extension VerbCoder {
  /// What is known of a speaker from the name in a corpus: its words, and the state that the gazetteer finds in it.
  ///
  /// - Parameter name: a state, a body or a person: "Russian Foreign Ministry", "Sergey Lavrov".
  public func speaker(named name: String) -> Speaker {
    guard name.contains(where: \.isLetter) else { return .unknown }
    let article = TokenizedArticle(.statement(Array(name.utf8)), language: .english)
    let words = article.tokens.indices.filter { article.tokens[$0].kind == .word }.map {
      article.text(of: $0..<$0 + 1).lowercased()
    }
    guard let gazetteer else { return Speaker(state: nil, name: words) }
    if let state = gazetteer.state(ofEntryNamed: name) { return Speaker(state: state, name: words) }
    for index in article.tokens.indices {
      if let found = gazetteer.name(at: index, in: article.tokens, end: article.tokens.count),
        let state = gazetteer.state(of: found.entry)
      {
        return Speaker(state: state, name: words)
      }
    }
    return Speaker(state: nil, name: words)
  }
}
