/// Finds the reporting verbs of a Russian sentence with their subjects.
struct RussianCueFinder {
  let clauses: RussianClauses
  private(set) var cues: [Cue] = []

  private var reader: ClauseReader { clauses.reader }
  private var lexicon: CueLexicon { clauses.reader.language.cues }

  /// The reporting verbs, in order.
  static func cues(in reader: ClauseReader) -> [Cue] {
    var finder = RussianCueFinder(clauses: RussianClauses(reader))
    for index in reader.items.indices where reader.items[index].quotation < 0 && lexiconHas(reader, index) {
      finder.consider(index)
    }
    return finder.cues
  }

  private init(clauses: RussianClauses) { self.clauses = clauses }

  private static func lexiconHas(_ reader: ClauseReader, _ index: Int) -> Bool {
    !reader.language.cues.forms(of: reader.items[index].word).subtracting(.base).isEmpty
  }

  private mutating func consider(_ index: Int) {
    guard cues.last.map({ $0.items.upperBound <= index }) ?? true, stands(index) else { return }
    let forms = lexicon.forms(of: reader.items[index].word)
    for number in lexicon.entries(of: reader.items[index].word) {
      let entry = lexicon[number]
      guard var cue = shaped(index, forms: forms, entry: entry) else { continue }
      RussianSubjectFinder(clauses: clauses, earlier: cues).findSubject(of: &cue)
      guard isSound(cue) else { continue }
      cues.append(cue)
      return
    }
  }

  /// Whether a verb can stand at `index`: with a capital only where a clause begins.
  private func stands(_ index: Int) -> Bool {
    !reader.items[index].isCapitalised || clauses.isBoundary(index - 1)
  }

  private func shaped(_ index: Int, forms: CueLexicon.Forms, entry: CueLexicon.Entry) -> Cue? {
    var end = index + 1
    for word in entry.tail {
      guard reader.isWord(end, word) else { return nil }
      end += 1
    }
    if !entry.tail.isEmpty, entry.frames.isDisjoint(with: .quote), !isLedOn(from: end) { return nil }
    var cue = Cue(items: index..<end, verb: index, entry: entry)
    let isNegated = reader.isWord(index - 1, clauses.grammar.not)
    if entry.frames.contains(.negated) {
      guard isNegated else { return nil }
      cue.items = index - 1..<end
    } else {
      cue.isNegated = isNegated
    }
    if forms.contains(.gerund), forms.isDisjoint(with: [.past, .third]) {
      guard clauses.isBoundary(index - 1) || reader.isWord(index - 1, [.coordinator, .adverb]) else { return nil }
      cue.form = .participle
    } else if forms.contains(.participle), !entry.frames.contains(.document) {
      cue.form = .passive
    }
    return cue
  }

  /// Whether что or an infinitive follows, as it does after выразил уверенность.
  private func isLedOn(from start: Int) -> Bool {
    let end = clauses.stretchEnd(of: start)
    if reader.kind(end) == .comma,
      reader.isWord(end + 1, [.subordinator]) || reader.isWord(end + 1, clauses.grammar.that)
    {
      return true
    }
    return (start..<end).contains { clauses.isInfinitive($0) || reader.isWord($0, clauses.grammar.that) }
  }

  /// Whether a cue can be one: somebody speaks, or nobody needs to.
  private func isSound(_ cue: Cue) -> Bool {
    switch cue.form {
    case .passive: return cue.speaker != nil
    case .participle, .infinitive: return true
    case .finite: break
    }
    if cue.isNegated || cue.speaker != nil || cue.antecedent != nil { return true }
    let frames = cue.entry.frames
    return !frames.isDisjoint(with: [.quote, .clause])
      && (frames.contains(.document) || isPlural(cue) || cue.subject == .elided)
  }

  private func isPlural(_ cue: Cue) -> Bool {
    VerbAgreement(of: clauses.forms.tokens[clauses.token(cue.verb)].range, in: clauses.forms.text).isPlural
  }
}
