/// An attribution as a rule proposes it, in tokens.
struct Proposal: Sendable {
  /// The content's fragments, ascending, none empty.
  var content: [Range<Int>]
  /// The reporting words.
  var cue: Range<Int>?
  /// The speaker as written.
  var speaker: Range<Int>?
  /// Who speaks where that is written elsewhere: the subject of the clause before, the antecedent of "who".
  var subject: Range<Int>?
  /// Who is spoken to, as written.
  var addressee: Range<Int>?
  /// The rule that proposes it.
  var rule: Rule
  /// What is done by saying it; nil without a cue.
  var cueClass: CueClass?
  /// Whether all of the content stands in quotation marks that are no part of it.
  var isDirect: Bool
  /// The quotations, by number, that are the content of a direct one.
  var quotations: [Int] = []
}
