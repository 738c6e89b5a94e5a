/// Turns proposals into attributions.
struct AttributionWriter {
  let mentions: Mentions
  let discourse: Discourse
  let proposals: [Proposal]

  private var article: TokenizedArticle { mentions.article }

  /// How sure a statement is at most that nothing in the article gives to anybody.
  private static let nobodysConfidence = 0.25

  /// The attributions in order.
  func attributions() -> [Attribution] {
    let voices = VoiceReader(article: article)
    let cues = proposals.compactMap(\.cue?.lowerBound).sorted()
    let found = proposals.map { proposal in
      let holdsAnother = proposal.content.contains { Self.holds(cues, within: $0) }
      let actor = actor(of: proposal)
      let isNobodys = actor.isEmpty && proposal.speaker == nil
      return Attribution(
        content: proposal.content.map(article.bytes(of:)), cue: proposal.cue.map(article.bytes(of:)),
        speaker: proposal.speaker.map(article.bytes(of:)), actor: actor,
        addressee: addressee(of: proposal), kind: kind(of: proposal),
        voice: voices.voice(of: proposal, holdsAnother: holdsAnother), rule: proposal.rule.rawValue,
        confidence: isNobodys ? min(proposal.rule.confidence, Self.nobodysConfidence) : proposal.rule.confidence)
    }
    return found.sorted(by: Self.precedes)
  }

  /// Whether one of ascending numbers lies in a range.
  private static func holds(_ numbers: [Int], within range: Range<Int>) -> Bool {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] < range.upperBound
  }

  /// Who speaks, as an actor.
  private func actor(of proposal: Proposal) -> String {
    let place = proposal.cue?.lowerBound ?? proposal.content[0].lowerBound
    let speaker = proposal.subject ?? proposal.speaker
    return discourse.actor(of: speaker, at: place).actor
  }

  /// Who is spoken to, as an actor; empty for reporters, who only pass it on.
  private func addressee(of proposal: Proposal) -> String {
    guard let addressee = proposal.addressee, let first = addressee.first else { return "" }
    let phrase = mentions.phrase(startingAt: first) ?? addressee
    guard !phrase.contains(where: { article.isWord(at: $0, .audience) }) else { return "" }
    return discourse.actor(of: phrase, at: first).actor
  }

  private func kind(of proposal: Proposal) -> Attribution.Kind {
    if proposal.isDirect { return .direct }
    let isQuoted = proposal.content.contains { range in
      range.contains { index in
        let token = article.tokens[index]
        return (token.kind == .openingQuote || token.kind == .straightQuote) && !isName(at: index)
      }
    }
    return isQuoted ? .mixed : .indirect
  }

  /// Whether the quotation that begins at a token is a name.
  private func isName(at token: Int) -> Bool {
    var low = 0
    var high = article.quotations.count
    while low < high {
      let middle = (low + high) / 2
      if article.quotations[middle].opening < token { low = middle + 1 } else { high = middle }
    }
    guard low < article.quotations.count, article.quotations[low].opening == token else {
      return true
    }
    return article.isName(article.quotations[low])
  }

  private static func precedes(_ left: Attribution, _ right: Attribution) -> Bool {
    let a = (left.content[0].lowerBound, -(left.content.last?.upperBound ?? 0), left.cue?.lowerBound ?? 0)
    let b = (right.content[0].lowerBound, -(right.content.last?.upperBound ?? 0), right.cue?.lowerBound ?? 0)
    return a < b
  }
}
