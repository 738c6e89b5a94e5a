/// The families of nouns that rules know by name.
struct NounFamilies: Sendable {
  let minister: NounLexicon.Family
  let premier: NounLexicon.Family
  let spokesperson: NounLexicon.Family
  let man: NounLexicon.Family
  let ministry: NounLexicon.Family
  let company: NounLexicon.Family
  let office: NounLexicon.Family
  let parliament: NounLexicon.Family
  let staff: NounLexicon.Family
  let statement: NounLexicon.Family
  /// Those whose nouns are said of the same one by turns: "Commodore Brevik", "the commander".
  let exchangeable: UInt64
  /// Those whose nouns tell little: "the head of the delegation" may be a minister.
  let vague: UInt64
  let leader: NounLexicon.Family
  let president: NounLexicon.Family
  let military: NounLexicon.Family
  let diplomat: NounLexicon.Family
  let state: NounLexicon.Family
  let side: NounLexicon.Family
  /// Those whose nouns a state's leader may be called by.
  let rulers: UInt64
  let prime: UInt32

  init(_ nouns: NounLexicon) {
    minister = nouns.family("minister")
    premier = nouns.family("premier")
    spokesperson = nouns.family("spokesperson")
    man = nouns.family("man")
    ministry = nouns.family("ministry")
    company = nouns.family("company")
    office = nouns.family("office")
    parliament = nouns.family("parliament")
    staff = nouns.family("staff")
    statement = nouns.family("statement")
    exchangeable = [
      "minister", "premier", "president", "spokesperson", "military", "envoy", "legislator", "leader", "diplomat",
    ].reduce(0) { $0 | nouns.family($1).bit }
    vague = ["leader", "official", "counterpart", "delegate"].reduce(0) { $0 | nouns.family($1).bit }
    leader = nouns.family("leader")
    president = nouns.family("president")
    military = nouns.family("military")
    diplomat = nouns.family("diplomat")
    state = nouns.family("state")
    side = nouns.family("side")
    rulers = president.bit | premier.bit | leader.bit
    prime = InternedWords.hash(Array("prime".utf8))
  }
}
