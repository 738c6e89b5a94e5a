/// The single words that phrases hang on, by number.
final class GrammarWords: Sendable {
  let and: WordID
  let of: WordID
  let to: WordID
  let possessive: WordID
  let close: WordID
  let her: WordID
  /// Begins a clause far more often than a phrase.
  let that: WordID
  let himself: WordID
  let herself: WordID
  /// for, with: after a spokesman
  let forWhom: [WordID]
  /// in, at
  let whereAt: [WordID]
  let from: WordID
  let on: WordID
  /// a, an, some, another, one
  let indefinite: [WordID]
  /// each, both, neither, either
  let distributive: [WordID]
  let both: WordID
  let two: WordID
  /// more than one, by their own meaning
  let several: [WordID]
  /// de, van, al, bin: between the words of a name
  let particles: [WordID]
  /// he, she
  let male: [WordID]
  let female: [WordID]
  let neuter: [WordID]
  let they: [WordID]
  let firstPerson: [WordID]
  /// The nouns before a body's own name: "exporter Drusgaz".
  let named: [NounLexicon.Family]
  /// who, whom: after what they stand for
  let who: [WordID]

  /// The families of nouns that rules know by name.
  let families: NounFamilies

  /// The words of a language; those that it does not have are `unknown`, which nothing is.
  init(words table: InternedWords, nouns: NounLexicon) {
    func word(_ spelling: String) -> WordID {
      let bytes = Array(spelling.utf8)
      return table.find(bytes, hash: InternedWords.hash(bytes))
    }
    func list(_ words: String) -> [WordID] { words.split(separator: " ").map { word(String($0)) } }
    and = word("and")
    of = word("of")
    to = word("to")
    possessive = word("'s")
    close = word("close")
    her = word("her")
    that = word("that")
    himself = word("himself")
    herself = word("herself")
    forWhom = list("for")
    whereAt = list("in at")
    from = word("from")
    on = word("on")
    indefinite = list("a an some another one any several many few most more")
    distributive = list("each both neither either every")
    both = word("both")
    two = word("two")
    several = list("two three four five six seven eight nine ten eleven twelve some several many few most both dozens hundreds thousands these those others")
    particles = list("de la van von der den al el bin ibn ben du da dos di del ter af av zu")
    male = list("he him himself his")
    female = list("she her herself")
    neuter = list("it its itself which")
    they = list("they them their themselves")
    firstPerson = list("i we me us my our")
    named = ["company", "newspaper", "organisation", "agency", "party", "hospital"].map { nouns.family($0) }
    who = list("who whom which")
    families = NounFamilies(nouns)
  }
}
