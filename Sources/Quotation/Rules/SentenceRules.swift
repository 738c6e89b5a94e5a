/// Applies the rules to one sentence.
///
/// Every reporting verb proposes at most one attribution: the first rule that fits in the order of `proposal(for:)`.
struct SentenceRules {
  let reader: ClauseReader
  let cues: [Cue]
  /// Whether the sentence stands inside quotation marks, where only quotations with a cue count.
  let isQuoted: Bool
  /// Whether it is a headline, whose verbs are few and in the present.
  let isHeadline: Bool
  private(set) var proposals: [Proposal] = []

  var article: TokenizedArticle { reader.article }
  var language: LanguageData { reader.language }
  var grammar: RuleWords { reader.language.grammar }

  init(reader: ClauseReader, isQuoted: Bool, isHeadline: Bool) {
    self.reader = reader
    self.isQuoted = isQuoted
    self.isHeadline = isHeadline
    cues = reader.language.isInflected ? RussianCueFinder.cues(in: reader) : CueFinder.cues(in: reader)
  }

  /// What the rules propose for the sentence, in the order of their cues.
  static func proposals(in reader: ClauseReader, isQuoted: Bool = false, isHeadline: Bool = false) -> [Proposal] {
    var rules = SentenceRules(reader: reader, isQuoted: isQuoted, isHeadline: isHeadline)
    if reader.language.isInflected { return RussianRules.proposals(in: rules) }
    for index in rules.cues.indices {
      if let proposal = rules.proposal(for: index) { rules.add(proposal) }
    }
    guard !isQuoted else { return rules.proposals }
    rules.addAccordingTo()
    rules.addWithTheWords()
    rules.addAfterColon()
    return rules.proposals
  }

  mutating func add(_ proposal: Proposal) {
    if isQuoted, proposal.quotations.isEmpty { return }
    proposals.append(proposal)
  }

  private func proposal(for index: Int) -> Proposal? {
    let cue = cues[index]
    guard !cue.isNegated else { return nil }
    switch cue.form {
    case .passive where !cue.entry.frames.contains(.passive): return passive(index)
    case .infinitive: return quoteAfterInfinitive(index)
    case .participle: return complement(of: index)
    default: break
    }
    return quoteBefore(index) ?? quoteAfter(index) ?? clauseBefore(index) ?? clauseBeforeAs(index)
      ?? complement(of: index)
  }

  /// A proposal with what the cue tells.
  func proposal(_ cue: Cue, content: [Range<Int>], rule: Rule, addressee: Range<Int>? = nil) -> Proposal {
    Proposal(
      content: content.map(reader.tokens), cue: reader.tokens(cue.items), speaker: cue.speaker,
      subject: cue.antecedent, addressee: addressee.map(reader.tokens), rule: rule, cueClass: cue.entry.cueClass,
      isDirect: false)
  }
}
