/// What a Russian verb's ending tells of its subject.
struct VerbAgreement: Sendable {
  /// Whether the subject is a plural.
  let isPlural: Bool
  /// The gender's ending of a past: л, ла or ло; nil for others.
  let past: Past?

  enum Past: Sendable {
    case masculine
    case feminine
    case neuter
  }

  private static let endings = SuffixTable<VerbAgreement>([
    ("л лся ерг ес ек", VerbAgreement(isPlural: false, past: .masculine)),
    ("ла лась", VerbAgreement(isPlural: false, past: .feminine)),
    ("ло лось", VerbAgreement(isPlural: false, past: .neuter)),
    ("ли лись", VerbAgreement(isPlural: true, past: nil)),
    ("ют ят ут ат ются ятся утся атся ут", VerbAgreement(isPlural: true, past: nil)),
  ])

  private init(isPlural: Bool, past: Past?) {
    self.isPlural = isPlural
    self.past = past
  }

  /// Reads the ending of a verb.
  init(of word: Range<Int>, in text: [UInt8]) {
    self = Self.endings.value(of: word, in: text, stem: 0) ?? VerbAgreement(isPlural: false, past: nil)
  }

  /// Whether a mention can be the verb's subject.
  func fits(_ mention: Mention, forms: RussianWordForms) -> Bool {
    guard mention.canSpeak,
      mention.cases.contains(isPlural ? .pluralNominative : .nominative) || mention.form == .pronoun
    else {
      return false
    }
    if mention.form == .pronoun { return fitsPronoun(mention, forms: forms) }
    guard let past else { return true }
    let noun = mention.noun < 0 ? nil : forms.language.nouns.noun(forms.tokens[mention.noun].word)
    if let noun, noun.kind == .person || noun.kind == .title {
      return past == .neuter ? false : noun.gender == .unknown || (noun.gender == .male) == (past == .masculine)
    }
    if mention.entry >= 0 || noun != nil {
      return fitsEnding(of: mention.noun >= 0 ? mention.noun : mention.name.upperBound - 1, forms: forms)
    }
    let gender =
      mention.name.isEmpty ? nil : forms.language.nouns.givenName(stem: forms.tokens[mention.name.lowerBound].spelling)
    guard let gender, gender != .unknown else { return past != .neuter }
    return (gender == .male) == (past == .masculine)
  }

  private func fitsPronoun(_ mention: Mention, forms: RussianWordForms) -> Bool {
    let words = forms.language.nameGrammar
    let word = forms.tokens[mention.tokens.lowerBound].word
    if words.who.contains(word) { return true }
    if words.they.contains(word) { return isPlural }
    guard words.male.contains(word) || words.female.contains(word) || words.neuter.contains(word) else {
      return words.firstPerson.contains(word)
    }
    guard !isPlural else { return false }
    switch past {
    case .masculine: return words.male.contains(word)
    case .feminine: return words.female.contains(word)
    case .neuter: return words.neuter.contains(word)
    case nil: return true
    }
  }

  private static let feminine = SuffixTable<Bool>([("а я ь", true)])
  private static let neuter = SuffixTable<Bool>([("о е", true)])
  private static let indeclinable = SuffixTable<Bool>([("и у ы ю", true)])

  /// Whether a name or noun that is no person's ends as its gender wants.
  private func fitsEnding(of token: Int, forms: RussianWordForms) -> Bool {
    guard forms.tokens[token].letters != .allCapitals else { return true }
    let word = forms.tokens[token].range
    if Self.indeclinable.value(of: word, in: forms.text, stem: 0) != nil { return true }
    let isFeminine = Self.feminine.value(of: word, in: forms.text, stem: 0) != nil
    let isNeuter = Self.neuter.value(of: word, in: forms.text, stem: 0) != nil
    switch past {
    case .masculine: return !isFeminine && !isNeuter || forms.lastLetter(token) == 0x8C
    case .feminine: return isFeminine
    case .neuter: return isNeuter
    case nil: return true
    }
  }
}
