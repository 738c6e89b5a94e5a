/// What a form of a verb can be.
struct VerbForm: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  /// attack: after will, do, to, or I, we, you, they
  static let base = VerbForm(rawValue: 1)
  /// attacks
  static let third = VerbForm(rawValue: 2)
  /// attacked: the past or the participle
  static let past = VerbForm(rawValue: 4)
  /// attacking
  static let gerund = VerbForm(rawValue: 8)
  /// is (ready to help): finite whatever its subject
  static let finite = VerbForm(rawValue: 16)
}

/// One form of a verb or verb phrase as a sequence of lower-case words.
struct VerbPattern: Sendable, Hashable {
  /// How many words an object within a phrase has at most.
  static let longestObject = 5

  /// Its words, without the place of an object.
  let words: [String]
  /// Whether an object stands between the first word and the others.
  let hasObjectInside: Bool
  let form: VerbForm
  /// The verb's number in the list.
  let entry: Int

  /// The patterns of all forms of a verb.
  static func patterns(of entry: VerbList.Entry, number: Int) -> [VerbPattern] {
    let split = entry.forms.map { $0.split(separator: "_").map(String.init) }
    let heads = split.map { $0[0] }
    let forms = VerbPattern.forms(ofHeads: heads)
    return split.indices.map { index in
      let words = split[index].filter { $0 != "*" }
      return VerbPattern(
        words: words, hasObjectInside: words.count < split[index].count, form: forms[index], entry: number)
    }
  }

  /// What each form is, by the first word of it and of the others.
  private static func forms(ofHeads heads: [String]) -> [VerbForm] {
    var forms: [VerbForm] = []
    /// The infinitives of the verb's spellings.
    var infinitives: Set<String> = []
    for (index, head) in heads.enumerated() {
      if infinitives.contains(head) || index == 0 {
        forms.append(.base)
      } else if head.hasSuffix("ing") {
        forms.append(.gerund)
      } else if ["is", "are", "am", "was", "were"].contains(head) {
        forms.append(.finite)
      } else if head.hasSuffix("s"), !head.hasSuffix("ss") {
        forms.append(.third)
      } else if forms[index - 1] == .gerund {
        forms.append(.base)
      } else {
        forms.append(.past)
      }
      if forms[index] == .base { infinitives.insert(head) }
    }
    // hurt, set: the past is the infinitive where no other word is the past.
    guard !forms.contains(.past), heads[0] != "be" else { return forms }
    return forms.map { $0 == .base ? [.base, .past] : $0 }
  }
}
