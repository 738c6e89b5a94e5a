/// Finds the reporting verbs of a sentence with their subjects.
struct CueFinder {
  let reader: ClauseReader
  private(set) var cues: [Cue] = []

  private var language: LanguageData { reader.language }
  private var grammar: RuleWords { reader.language.grammar }

  init(reader: ClauseReader) { self.reader = reader }

  /// The reporting verbs, in order.
  static func cues(in reader: ClauseReader) -> [Cue] {
    var finder = CueFinder(reader: reader)
    for index in reader.items.indices where !language(reader, index).isEmpty { finder.consider(index) }
    return finder.cues
  }

  private static func language(_ reader: ClauseReader, _ index: Int) -> CueLexicon.Forms {
    reader.items[index].quotation < 0 ? reader.language.cues.forms(of: reader.items[index].word) : []
  }

  /// Takes the word at `index` for a reporting verb where its form and surroundings allow that.
  private mutating func consider(_ index: Int) {
    guard cues.last.map({ $0.items.upperBound <= index }) ?? true else { return }
    let forms = language.cues.forms(of: reader.items[index].word)
    for number in language.cues.entries(of: reader.items[index].word) {
      let entry = language.cues[number]
      guard let end = tailEnd(entry, after: index),
        var cue = shaped(index, forms: forms, entry: entry, end: end)
      else { continue }
      SubjectFinder(reader: reader, earlier: cues).findSubject(of: &cue)
      guard isSound(cue), !isPluralNoun(cue, forms: forms) else { continue }
      if reader.isWord(cue.start - 1, .condition) { cue.isNegated = true }
      cues.append(cue)
      return
    }
  }

  /// Where the words end that belong to the verb at `index`, or nil where they do not stand there.
  private func tailEnd(_ entry: CueLexicon.Entry, after index: Int) -> Int? {
    var end = index + 1
    if entry.frames.contains(.passive), reader.isWord(end, grammar.by),
      let phrase = reader.phrase(startingAt: end + 1, notAfter: reader.count)
    {
      end = phrase.upperBound
    }
    for word in entry.tail {
      guard reader.isWord(end, word) else { return nil }
      end += 1
    }
    return end
  }

  /// The verb's form, seen by what stands before it; nil where it is a noun or an adjective there.
  private func shaped(_ index: Int, forms: CueLexicon.Forms, entry: CueLexicon.Entry, end: Int) -> Cue? {
    var cue = Cue(items: index..<end, verb: index, entry: entry)
    let lead = VerbLead(before: index, in: reader)
    cue.isNegated = lead.isNegated
    if lead.copula >= 0, forms.contains(.participle) {
      cue.form = .passive
      if entry.frames.contains(.passive) { cue.items = lead.copula..<end }
      return cue
    }
    guard !entry.frames.contains(.passive) else { return nil }
    if reader.isWord(lead.before, .negativePronoun), lead.before == index - 1 { cue.isNegated = true }
    if forms.contains(.gerund) { return gerund(cue, lead: lead) }
    if reader.isWord(lead.before, grammar.to), lead.before >= 0 {
      return infinitive(cue, to: lead.before, forms: forms)
    }
    if lead.auxiliary >= 0 || lead.modal >= 0 {
      return compound(cue, entry: entry, auxiliary: lead.auxiliary, modal: lead.modal, forms: forms)
    }
    if forms.contains(.participle), reader.isWord(end, grammar.by),
      entry.frames.contains(.object) || reader.startsKnown(end + 1)
    {
      return nil
    }
    guard !isNoun(index, forms: forms), entry.cueClass != .think || !forms.contains(.past) else { return nil }
    if forms.isDisjoint(with: [.past, .third]), !isPlainPresent(lead.before) { return nil }
    return cue
  }

  /// "is saying" is finite; "adding" after a comma, "by saying" and "as saying" belong to the verb before.
  private func gerund(_ cue: Cue, lead: VerbLead) -> Cue? {
    var cue = cue
    if lead.copula >= 0 {
      return cue.entry.frames.isDisjoint(with: [.quote, .clause]) ? nil : cue
    }
    let isGoverned = reader.isWord(lead.before, .preposition) && !reader.isWord(lead.before, .subordinator)
    let isAllowed = reader.isWord(lead.before, grammar.by) || reader.isWord(lead.before, grammar.as)
    let isSaying = !cue.entry.frames.isDisjoint(with: [.quote, .clause])
    guard lead.auxiliary < 0, !isGoverned || isAllowed && isSaying else { return nil }
    cue.form = .participle
    return cue
  }

  /// "to" and the verb: reported only after verbs that say how it was said.
  private func infinitive(_ cue: Cue, to: Int, forms: CueLexicon.Forms) -> Cue? {
    var raising = to - 1
    while raising >= 0, reader.isAdverb(raising) || reader.isWord(raising, grammar.on),
      !reader.isWord(raising, .raising)
    {
      raising -= 1
    }
    guard forms.contains(.base), raising >= 0 else { return nil }
    var cue = cue
    if reader.isWord(raising, .raising) {
      cue.items = raising..<cue.items.upperBound
      return cue
    }
    cue.form = .infinitive
    return cue
  }

  /// A verb with auxiliaries: "has said" is one cue, "had said" and "would only say" begin with the verb.
  private func compound(_ cue: Cue, entry: CueLexicon.Entry, auxiliary: Int, modal: Int, forms: CueLexicon.Forms)
    -> Cue?
  {
    var cue = cue
    if modal >= 0, auxiliary < 0 || auxiliary < modal {
      guard forms.contains(.base) else { return nil }
      let isOnly = (modal..<cue.items.upperBound + 1).contains { reader.isWord($0, grammar.only) }
      guard isOnly, !cue.isNegated else {
        cue.isNegated = true
        return cue
      }
      let end = reader.isWord(cue.items.upperBound, grammar.only) ? cue.items.upperBound + 1 : cue.items.upperBound
      cue.items = modal..<end
      return cue
    }
    guard !forms.isDisjoint(with: [.participle, .base]), !reader.hasSuffix(grammar.gerundSuffix, auxiliary) else {
      return nil
    }
    let isPerfect = reader.isWord(auxiliary, grammar.has) || reader.isWord(auxiliary, grammar.have)
    if !isPerfect, entry.frames == [.object] || entry.cueClass == .think { return nil }
    if isPerfect, auxiliary == cue.verb - 1 { cue.items = auxiliary..<cue.items.upperBound }
    return cue
  }

  /// Whether the word at `index` is a noun: something stands before it that only a noun can follow.
  private func isNoun(_ index: Int, forms: CueLexicon.Forms) -> Bool {
    if reader.items[index].isCapitalised, index > 0, !forms.contains(.past) { return true }
    let before = index - 1
    guard before >= 0, reader.items[before].isWord, !reader.isQuotation(before) else { return false }
    if reader.isWord(before, .possessive) {
      return !reader.isWord(before, .objectPronoun) || !reader.isKnown(before..<index)
    }
    if reader.isWord(before, grammar.possessiveClitic) { return true }
    if forms == .third, reader.isWord(before, .quantifier) || reader.kind(before) == .number { return true }
    if reader.isWord(before, .determiner) {
      return !reader.isWord(before, [.relative, .quantifier]) && !isAloneSubject(before)
    }
    return reader.isWord(before, .preposition) && !reader.isWord(before, [.adverb, .subordinator])
      && !forms.contains(.past)
  }

  /// the two coastal states, media reports: what could be a verb is a noun unless what stands before it is known to speak
  private func isPluralNoun(_ cue: Cue, forms: CueLexicon.Forms) -> Bool {
    let phrase = cue.subjectItems
    guard forms == .third, cue.subject == .before, cue.items.count == 1, let last = phrase.last,
      reader.items[last].isWord, !reader.items[last].isCapitalised, !reader.isWord(last, .personalPronoun)
    else { return false }
    let hasDeterminer = reader.isWord(phrase.lowerBound, [.determiner, .possessive])
    let hasOwner = phrase.contains { reader.isWord($0, grammar.possessiveClitic) }
    if grammar.plural.contains(reader.items[phrase.lowerBound].word) { return true }
    return !hasDeterminer && !hasOwner || reader.isWord(phrase.lowerBound, .quantifier) || !reader.isKnown(phrase)
  }

  /// Each, both, this and the like can be a subject by themselves.
  private func isAloneSubject(_ index: Int) -> Bool {
    reader.isWord(index, [.negativePronoun])
      || reader.items[index].isCapitalised && !reader.isWord(index + 1, .time)
        && reader.isWord(index, grammar.each)
  }

  /// Whether a verb in its base form can be a present after the item at `before`: they say, both sides agree.
  private func isPlainPresent(_ before: Int) -> Bool {
    guard before >= 0 else { return false }
    if reader.isWord(before, .personalPronoun) { return true }
    guard reader.items[before].isWord, reader.items[before].quotation < 0 else { return false }
    if reader.isWord(before, grammar.people) { return true }
    return reader.hasSuffix(grammar.pluralSuffix, before) && !reader.items[before].isCapitalised
      || reader.isWord(before, .objectPronoun)
  }

  /// Whether a cue can be one: somebody speaks.
  private func isSound(_ cue: Cue) -> Bool {
    switch cue.form {
    case .passive: cue.entry.frames.contains(.passive) ? cue.speaker != nil : cue.subject == .agent
    case .finite: cue.speaker != nil || cue.subject == .elided || cue.isNegated
    case .participle, .infinitive: true
    }
  }
}
