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
  ///
  /// - Parameter isRussian: whether the language is Russian; it is English otherwise.
  init(words table: InternedWords, nouns: NounLexicon, isRussian: Bool = false) {
    func word(_ spelling: String) -> WordID {
      let bytes = Array(spelling.utf8)
      return table.find(bytes, hash: InternedWords.hash(bytes))
    }
    func list(_ words: String, russian: String = "") -> [WordID] {
      (isRussian ? russian : words).split(separator: " ").map { word(String($0)) }.filter { $0 != .unknown }
    }
    and = word(isRussian ? "и" : "and")
    of = word("of")
    to = word("to")
    possessive = word("'s")
    close = word("close")
    her = word("her")
    that = word("that")
    himself = word(isRussian ? "сам" : "himself")
    herself = word(isRussian ? "сама" : "herself")
    forWhom = list("for")
    whereAt = list("in at")
    from = word("from")
    on = word("on")
    indefinite = list("a an some another one any several many few most more")
    distributive = list("each both neither either every", russian: "каждый каждая оба обе")
    both = word("both")
    two = word("two")
    several = list(
      "two three four five six seven eight nine ten eleven twelve some several many few most both dozens hundreds "
        + "thousands these those others",
      russian: "два две три четыре пять шесть семь восемь девять десять несколько многие оба обе двое трое")
    particles = list(
      "de la van von der den al el bin ibn ben du da dos di del ter af av zu",
      russian: "де ла ван фон дер ден аль эль бин ибн ди да дос дель")
    male = list("he him himself his", russian: "он его ему им него нему ним нем")
    female = list("she her herself", russian: "она ее ей ею нее ней нею")
    neuter = list("it its itself which", russian: "оно")
    they = list("they them their themselves", russian: "они их им ими них ним")
    firstPerson = list("i we me us my our", russian: "я мы меня нас мне нам")
    named = ["company", "newspaper", "organisation", "agency", "party", "hospital"].map { nouns.family($0) }
    who = list(
      "who whom which", russian: "который которая которое которые которого которой которому которую которых кто")
    families = NounFamilies(nouns)
  }
}
