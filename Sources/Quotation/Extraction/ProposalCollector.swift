/// Gathers what the rules propose for an article: sentence by sentence, with quotations that go on over sentences and paragraphs.
struct ProposalCollector {
  private let article: TokenizedArticle
  private let mentions: Mentions
  private(set) var proposals: [Proposal] = []
  /// The first quotation that has not been passed.
  private var nextQuotation = 0
  /// The direct proposal that the quotation before belongs to, in this paragraph.
  private var direct: Int?
  /// The proposal whose last quotation goes on in the next paragraph.
  private var continued: Int?
  /// The last speaker of this paragraph, as written.
  private var lastSpeaker: Range<Int>?

  private init(_ mentions: Mentions) {
    self.mentions = mentions
    article = mentions.article
  }

  /// What the rules propose for an article, in the order of its sentences.
  static func proposals(in mentions: Mentions) -> [Proposal] {
    let article = mentions.article
    var collector = ProposalCollector(mentions)
    var paragraph: Int32 = -1
    for sentence in article.sentences {
      let number = article.tokens[sentence.lowerBound].paragraph
      if number != paragraph { collector.beginParagraph() }
      paragraph = number
      switch article.article.paragraphs[Int(number)].kind {
      case .title, .body: collector.read(sentence)
      case .byline, .date, .caption: break
      }
    }
    return collector.proposals
  }

  private mutating func beginParagraph() {
    direct = nil
    lastSpeaker = nil
  }

  private mutating func read(_ sentence: Range<Int>) {
    while nextQuotation < article.quotations.count, article.quotations[nextQuotation].opening < sentence.lowerBound {
      nextQuotation += 1
    }
    var quotations: [Int] = []
    var passed = nextQuotation
    while passed < article.quotations.count, article.quotations[passed].opening < sentence.upperBound {
      quotations.append(passed)
      passed += 1
    }
    let isTitle = article.article.paragraphs[Int(article.tokens[sentence.lowerBound].paragraph)].kind == .title
    guard isTitle || !quotations.isEmpty || mayReport(sentence) else {
      (direct, continued) = (nil, nil)
      return
    }
    let view = SentenceView(withoutDateline(sentence), of: article, quotations: quotations)
    let reader = ClauseReader(mentions: mentions, view: view)
    var found = SentenceRules.proposals(in: reader, isHeadline: isTitle)
    if isTitle { for index in found.indices { found[index].rule = .headline } }
    join(found, view: view)
    for number in quotations where article.quotations[number].depth == 0 { readInside(number) }
  }

  /// Whether a sentence has a word that a rule begins with.
  private func mayReport(_ sentence: Range<Int>) -> Bool {
    let language = article.language
    return sentence.contains { index in
      let word = article.tokens[index].word
      return word != .unknown && (language.cues.isVerb(word) || language.isSource(word))
    }
  }

  /// A paragraph's first sentence without "DOLVAR, May 4 (MN) —" before it.
  private func withoutDateline(_ sentence: Range<Int>) -> Range<Int> {
    let paragraph = article.paragraphs[Int(article.tokens[sentence.lowerBound].paragraph)]
    guard sentence.lowerBound == paragraph.lowerBound,
      article.tokens[sentence.lowerBound].letters == .allCapitals
        || article.tokens[sentence.lowerBound].kind == .openingBracket
    else {
      return sentence
    }
    for index in sentence.prefix(18) {
      let token = article.tokens[index]
      switch token.kind {
      case .dash: return index + 1 < sentence.upperBound ? index + 1..<sentence.upperBound : sentence
      case .word where token.isCapitalised || article.isWord(at: index, .time), .number, .comma, .openingBracket,
        .closingBracket, .other, .fullStop:
        continue
      default: return sentence
      }
    }
    return sentence
  }

  /// Adds a sentence's proposals, and its quotations that none of them has.
  private mutating func join(_ found: [Proposal], view: SentenceView) {
    let first = view.items.first { $0.isQuotation }?.quotation
    let leading = view.items.first.flatMap { $0.isQuotation ? $0.quotation : nil }
    var rest = found
    if let number = leading, article.quotations[number].isContinuation, let owner = continued {
      append(number, to: owner)
      if let own = rest.firstIndex(where: { $0.quotations.first == number }) {
        merge(rest.remove(at: own), into: owner)
      }
      direct = owner
    } else if let number = leading, !rest.contains(where: { covers($0, number) }), isSpeech(number, view: view) {
      if let owner = direct { append(number, to: owner) } else { addUnattributed(number) }
    } else if first == nil || !rest.isEmpty || leading == nil {
      direct = nil
    }
    if !rest.isEmpty { direct = nil }
    for proposal in rest {
      proposals.append(proposal)
      if proposal.isDirect { direct = proposals.count - 1 }
      lastSpeaker = proposal.speaker ?? proposal.subject ?? lastSpeaker
    }
    continued = nil
    if let number = view.items.last(where: { $0.isQuotation })?.quotation, article.quotations[number].continues {
      continued = proposals.indices.suffix(8).last { proposals[$0].quotations.contains(number) }
    }
  }

  private func covers(_ proposal: Proposal, _ number: Int) -> Bool {
    proposal.content.contains { $0.overlaps(article.quotations[number].inner) }
  }

  private mutating func append(_ number: Int, to owner: Int) {
    proposals[owner].quotations.append(number)
    proposals[owner].content.append(article.quotations[number].inner)
  }

  /// Gives a proposal without a cue the cue that a later part of it has, and the parts after that.
  private mutating func merge(_ later: Proposal, into owner: Int) {
    for number in later.quotations.dropFirst() { append(number, to: owner) }
    guard proposals[owner].cue == nil else { return }
    proposals[owner].cue = later.cue
    proposals[owner].speaker = later.speaker
    proposals[owner].subject = later.subject
    proposals[owner].addressee = later.addressee
    proposals[owner].cueClass = later.cueClass
    proposals[owner].rule = later.rule
  }

  /// Whether a quotation without a cue is speech: it is its whole sentence, and a sentence itself.
  private func isSpeech(_ number: Int, view: SentenceView) -> Bool {
    let quotation = article.quotations[number]
    guard view.items.dropFirst().allSatisfy({ !$0.isWord && !$0.isQuotation && $0.kind != .comma }) else {
      return false
    }
    guard !quotation.continues else { return true }
    let isEnded = quotation.inner.reversed().prefix(3).contains { article.tokens[$0].isSentenceEnd }
    return isEnded || view.items.dropFirst().contains { $0.kind == .fullStop || $0.kind == .question }
  }

  private mutating func addUnattributed(_ number: Int) {
    proposals.append(
      Proposal(
        content: [article.quotations[number].inner], cue: nil, speaker: nil, subject: lastSpeaker, addressee: nil,
        rule: lastSpeaker == nil ? .unattributed : .quoteWithoutCue, cueClass: nil, isDirect: true, quotations: [number]
      ))
    direct = proposals.count - 1
  }

  // MARK: Quotations within quotations

  /// Looks for statements with quotation marks of their own within a quotation.
  private mutating func readInside(_ number: Int) {
    let inner = article.quotations[number].inner
    var numbers: [Int] = []
    var next = number + 1
    while next < article.quotations.count, article.quotations[next].opening < inner.upperBound {
      numbers.append(next)
      next += 1
    }
    guard !numbers.isEmpty else { return }
    var rest = numbers[...]
    for sentence in article.sentences(within: inner, quotations: numbers) {
      let own = rest.prefix { article.quotations[$0].opening < sentence.upperBound }
      rest = rest.dropFirst(own.count)
      guard !own.isEmpty else { continue }
      let view = SentenceView(sentence, of: article, quotations: own)
      guard view.items.contains(where: { $0.isQuotation }) else { continue }
      for var proposal in SentenceRules.proposals(in: ClauseReader(mentions: mentions, view: view), isQuoted: true) {
        proposal.rule = .nested
        proposals.append(proposal)
      }
    }
  }
}

extension TokenizedArticle {
  /// The sentences within a quotation.
  func sentences(within range: Range<Int>, quotations numbers: [Int]) -> [Range<Int>] {
    SentenceSplitter(tokens: tokens, language: language)
      .sentences(in: [range], quotations: numbers.map { quotations[$0] })
  }
}
