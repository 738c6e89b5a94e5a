/// What a reporting verb may take.
struct CueFrames: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  /// “…,” he said
  static let quote = CueFrames(rawValue: 1 << 0)
  /// said (that) it was late
  static let clause = CueFrames(rawValue: 1 << 1)
  /// allowed that it was late
  static let that = CueFrames(rawValue: 1 << 2)
  /// It was late, he said
  static let after = CueFrames(rawValue: 1 << 3)
  /// It was late, he told reporters
  static let afterAddressee = CueFrames(rawValue: 1 << 4)
  /// asked whether it was late
  static let question = CueFrames(rawValue: 1 << 5)
  /// told them (that) it was late
  static let addresseeClause = CueFrames(rawValue: 1 << 6)
  /// asked them whether it was late
  static let addresseeQuestion = CueFrames(rawValue: 1 << 7)
  /// vowed to wait
  static let infinitive = CueFrames(rawValue: 1 << 8)
  /// urged them to wait
  static let objectInfinitive = CueFrames(rawValue: 1 << 9)
  /// promised them to wait
  static let addresseeInfinitive = CueFrames(rawValue: 1 << 10)
  /// denied having waited
  static let gerund = CueFrames(rawValue: 1 << 11)
  /// demanded an answer
  static let object = CueFrames(rawValue: 1 << 12)
  /// cited “technical work”: an object, where part of it is quoted
  static let quotedObject = CueFrames(rawValue: 1 << 13)
  /// called the offer “tourism”: an object and what is said of it in quotation marks
  static let objectQuoted = CueFrames(rawValue: 1 << 14)
  /// dismissed it as talk
  static let objectAs = CueFrames(rawValue: 1 << 15)
  /// accused them of waiting
  static let objectOf = CueFrames(rawValue: 1 << 16)
  /// thanked them for waiting
  static let objectFor = CueFrames(rawValue: 1 << 17)
  /// put the damage at a million
  static let objectAt = CueFrames(rawValue: 1 << 18)
  /// apologised (to them) for waiting
  static let purpose = CueFrames(rawValue: 1 << 19)
  /// was quoted as saying: the verb is in the passive, and its subject speaks
  static let passive = CueFrames(rawValue: 1 << 20)
  /// the note reads: only what is written speaks so
  static let document = CueFrames(rawValue: 1 << 21)
  /// did not rule out that: said only where it is negated
  static let negated = CueFrames(rawValue: 1 << 22)
  /// заявил о готовности: what is said stands after о
  static let about = CueFrames(rawValue: 1 << 23)
  /// призвал к спокойствию
  static let objectTo = CueFrames(rawValue: 1 << 24)
  /// предостерег от поспешности
  static let objectFrom = CueFrames(rawValue: 1 << 25)
  /// поздравил с победой
  static let objectWith = CueFrames(rawValue: 1 << 26)
  /// пригрозил санкциями
  static let instrument = CueFrames(rawValue: 1 << 27)

  /// The frames by the names that the lists use.
  static let names: [(name: String, value: CueFrames)] = [
    ("quote", .quote), ("clause", .clause), ("that", .that), ("after", .after), ("after-addressee", .afterAddressee),
    ("question", .question), ("addressee-clause", .addresseeClause), ("addressee-question", .addresseeQuestion),
    ("infinitive", .infinitive), ("object-infinitive", .objectInfinitive),
    ("addressee-infinitive", .addresseeInfinitive), ("gerund", .gerund), ("object", .object),
    ("quoted-object", .quotedObject), ("object-quoted", .objectQuoted), ("object-as", .objectAs),
    ("object-of", .objectOf), ("object-for", .objectFor), ("object-at", .objectAt), ("for", .purpose),
    ("passive", .passive), ("document", .document), ("negated", .negated), ("about", .about), ("object-to", .objectTo),
    ("object-from", .objectFrom), ("object-with", .objectWith), ("instrument", .instrument),
  ]
}

/// What is done by saying something.
enum CueClass: String, Sendable, Hashable, CaseIterable {
  case say
  case tell
  case think
  case warn
  case ask
  case urge
  case promise
  case refuse
  case deny
  case judge
  case accuse
}
