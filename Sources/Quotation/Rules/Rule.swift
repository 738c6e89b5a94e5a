/// The rules by which attributions are found, each a construction of its own.
enum Rule: String, Sendable, Hashable, CaseIterable {
  /// “We are ready,” the minister said.
  case quoteCueAfter = "quote-cue-after"
  /// “We are ready,” said the minister.
  case quoteInverted = "quote-inverted"
  /// The minister said: “We are ready.”
  case quoteCueBefore = "quote-cue-before"
  /// “We,” the minister said, “are ready.”
  case quoteSplit = "quote-split"
  /// Asked about it he shrugged: “We are ready.”
  case quoteWithoutCue = "quote-without-cue"
  /// A sentence in quotation marks, of which nothing says whose it is.
  case unattributed
  /// The minister said that they were ready.
  case indirectThat = "indirect-that"
  /// The minister said they were ready.
  case indirectBare = "indirect-bare"
  /// The minister asked whether they were ready.
  case indirectQuestion = "indirect-question"
  /// They were, the minister said, ready.
  case indirectMiddle = "indirect-cue-middle"
  /// They were ready, the minister said.
  case indirectFinal = "indirect-cue-final"
  /// They were ready, according to the minister.
  case accordingTo = "according-to"
  /// They were, in the words of the minister, ready.
  case inTheWordsOf = "in-the-words-of"
  /// The minister vowed to be ready; urged them to be ready.
  case infinitive
  /// The minister accused them of being late, thanked them for coming, denied being late.
  case gerund
  /// The minister demanded an answer, dismissed the claim as talk.
  case nounContent = "noun-content"
  /// He said they were late, adding that it was no matter.
  case participleAdded = "participle-added"
  /// The claim was rejected by the minister; he was quoted as saying that they were ready.
  case passive
  /// “We are ready,” the statement said.
  case statementDocument = "statement-document"
  /// Minister says they are ready (a headline).
  case headline
  /// He told of how the boy had said, ‘Come in’: a statement within quotation marks.
  case nested
}
