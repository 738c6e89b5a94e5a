/// How speakers stand to what they say.
struct VoiceReader {
  let article: TokenizedArticle

  /// The voice of a proposal, the first that fits.
  ///
  /// - Parameter holdsAnother: whether another proposal's cue stands within its content.
  func voice(of proposal: Proposal, holdsAnother: Bool) -> Attribution.Voice {
    if holdsAnother { return .reports }
    if proposal.cueClass == .deny || isDenial(proposal) { return .denies }
    if quotesOther(proposal) { return .quotesOther }
    if isConditional(proposal) { return .conditional }
    return .asserts
  }

  private func isDenial(_ proposal: Proposal) -> Bool {
    guard let first = proposal.content.first else { return false }
    let isNegative = first.prefix(4).contains { article.isWord(at: $0, [.negativePronoun]) }
    return isNegative || proposal.content.contains { range in range.contains { article.isWord(at: $0, .falsehood) } }
  }

  /// Whether a quotation within the quotation holds a word of others: what they call ‘security’.
  private func quotesOther(_ proposal: Proposal) -> Bool {
    if article.language.isInflected { return holdsQuotation(proposal) || speaksOfQuotation(proposal) }
    return proposal.content.contains { range in range.contains { article.tokens[$0].kind == .innerOpeningQuote } }
      && proposal.quotations.isEmpty == false
  }

  /// Whether direct speech holds a quotation in its marks.
  private func holdsQuotation(_ proposal: Proposal) -> Bool {
    proposal.isDirect
      && proposal.content.contains { range in
        range.contains { article.tokens[$0].kind == .openingQuote || article.tokens[$0].kind == .straightQuote }
      }
  }

  /// назвал слова о «тишине» ложью: what is judged is quoted.
  private func speaksOfQuotation(_ proposal: Proposal) -> Bool {
    guard proposal.cueClass == .judge || proposal.cueClass == .deny else { return false }
    return proposal.content.contains { range in
      range.dropLast(2).contains {
        article.isWord(at: $0, .summary) && article.isWord(at: $0 + 1, .preposition)
          && article.tokens[$0 + 2].kind == .openingQuote
      }
    }
  }

  private func isConditional(_ proposal: Proposal) -> Bool {
    proposal.content.contains { range in
      range.contains { index in
        article.isWord(at: index, .condition)
          && (!article.isWord(at: index, .modal) || index == range.lowerBound)
      }
    }
  }
}
