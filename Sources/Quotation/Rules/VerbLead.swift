/// The auxiliaries, adverbs and negations right before a verb.
struct VerbLead {
  /// The item before all of them; -1 where the sentence begins with them.
  private(set) var before: Int
  /// The first auxiliary; -1 where there is none.
  private(set) var auxiliary = -1
  /// The last form of "be"; -1 where there is none.
  private(set) var copula = -1
  /// The first modal; -1 where there is none.
  private(set) var modal = -1
  /// Whether one of them is a negation.
  private(set) var isNegated = false

  /// Looks at what stands before the verb at `verb`.
  init(before verb: Int, in reader: ClauseReader) {
    before = verb - 1
    let grammar = reader.language.grammar
    while before >= 0,
      reader.isAdverb(before) || reader.isWord(before, [.auxiliary, .modal, .negation])
        || reader.isWord(before, grammar.not)
    {
      if reader.isWord(before, .negation) || reader.isWord(before, grammar.not) { isNegated = true }
      if reader.isWord(before, .copula), !reader.isWord(before, .clitic), copula < 0 { copula = before }
      if reader.isWord(before, .modal) { modal = before }
      if reader.isWord(before, .auxiliary), !reader.isWord(before, grammar.possessiveClitic) { auxiliary = before }
      before -= 1
    }
  }
}
