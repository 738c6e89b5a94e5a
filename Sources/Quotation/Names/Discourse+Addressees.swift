extension Discourse {
  /// Who is spoken to, warned, urged or accused.
  ///
  /// - Parameters:
  ///   - addressee: the tokens that name them.
  ///   - speaker: the tokens that name the speaker; nil where the sentence names none.
  ///   - token: where the statement's cue begins.
  /// - Returns: an actor as of `actor(of:at:)`; empty for reporters and other audiences, who only pass on what they are told.
  package func addressee(_ addressee: Range<Int>, of speaker: Range<Int>?, at token: Int) -> Resolution {
    let nobody = Resolution(actor: "", confidence: 0.9)
    guard let last = addressee.last else { return nobody }
    let classes = article.classes(at: last)
    let head = mention(of: addressee).map { $0.noun < 0 ? last : $0.noun } ?? last
    if let noun = article.language.nouns.noun(article.tokens[head].word), noun.family == parliament {
      return parliament(mention(of: addressee), addressee, speaker: entity(of: speaker, at: token))
    }
    if classes.contains(.audience) || article.isWord(at: head, .audience) { return nobody }
    guard let mention = mention(of: addressee) else { return Resolution(actor: written(addressee), confidence: 0.7) }
    if mention.form == .name, isUnknownName(addressee) { return nobody }
    return actor(of: addressee, at: token)
  }

  /// "told parliament": the speaker's.
  private func parliament(_ mention: Mention?, _ tokens: Range<Int>, speaker: Entity?) -> Resolution {
    guard tokens.count == 1 else { return actor(of: tokens, at: tokens.lowerBound) }
    guard let speaker, speaker.state >= 0 else { return Resolution(actor: "", confidence: 0.5) }
    return Resolution(actor: adjective(of: speaker.state) + " " + written(tokens), confidence: 0.8)
  }
}
