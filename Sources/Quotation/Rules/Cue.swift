/// A reporting verb as it stands in a sentence, with its subject.
struct Cue {
  /// The verb's form, as far as it matters.
  enum Form {
    /// He said, he has said.
    case finite
    /// ..., adding
    case participle
    /// to say
    case infinitive
    /// was rejected
    case passive
  }

  /// Where the subject stands.
  enum Subject {
    /// Before the verb.
    case before
    /// After the verb.
    case inverted
    /// It is that of the verb before: he came and said.
    case elided
    /// who said
    case relative
    /// rejected by him
    case agent
  }

  /// The items of the cue: from the auxiliary or raising verb that belongs to it to the last word of its tail.
  var items: Range<Int>
  /// The item of the verb.
  var verb: Int
  /// The verb's entry.
  var entry: CueLexicon.Entry
  var form = Form.finite
  var isNegated = false
  var subject = Subject.elided
  /// The items of the clause's subject with all that belongs to it; empty where it is elided.
  var subjectItems = 0..<0
  /// The tokens of the speaker as written.
  var speaker: Range<Int>?
  /// The tokens of who speaks, where the speaker is not written or is a relative pronoun.
  var antecedent: Range<Int>?

  /// Where the reporting words and their subject begin, as an item.
  var start: Int { subjectItems.isEmpty ? items.lowerBound : min(subjectItems.lowerBound, items.lowerBound) }
  /// Where they end.
  var end: Int { subjectItems.isEmpty ? items.upperBound : max(subjectItems.upperBound, items.upperBound) }
}
