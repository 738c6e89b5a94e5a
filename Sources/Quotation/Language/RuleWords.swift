/// The words that rules ask for by name.
///
/// An immutable class, so that looking at one of them does not copy the lists.
final class RuleWords: Sendable {
  let that: WordID
  let to: WordID
  let and: WordID
  let but: WordID
  let of: WordID
  let `for`: WordID
  let `as`: WordID
  let at: WordID
  let by: WordID
  let not: WordID
  let only: WordID
  let according: WordID
  let words: WordID
  let word: WordID
  let with: WordID
  let `in`: WordID
  let has: WordID
  let have: WordID
  let who: WordID
  let i: WordID
  let each: WordID
  let people: WordID
  /// of, for, with: within a phrase that another word begins
  let joining: [WordID]
  /// both, these: before plurals
  let plural: [WordID]
  /// What rules without a verb begin with.
  let sources: [WordID]
  let then: WordID
  /// quote and cite in their forms
  let quote: [WordID]
  /// say in all its forms
  let say: [WordID]
  let neither: WordID
  let nothing: WordID
  let on: WordID
  let possessiveClitic: WordID
  /// What adverbs end with.
  let adverbSuffix: [UInt8]
  /// What past tenses end with.
  let pastSuffix: [UInt8]
  /// What gerunds end with.
  let gerundSuffix: [UInt8]
  /// What plurals end with.
  let pluralSuffix: [UInt8]

  /// Gives the words numbers.
  ///
  /// - Parameter translated: what stands for them in another language.
  init(words table: inout InternedWords, translated: [String: String] = [:]) {
    func word(_ spelling: String, _ table: inout InternedWords) -> WordID {
      table.insert(Array((translated[spelling] ?? spelling).utf8))
    }
    that = word("that", &table)
    to = word("to", &table)
    and = word("and", &table)
    but = word("but", &table)
    of = word("of", &table)
    `for` = word("for", &table)
    `as` = word("as", &table)
    at = word("at", &table)
    by = word("by", &table)
    not = word("not", &table)
    only = word("only", &table)
    according = word("according", &table)
    words = word("words", &table)
    self.word = word("word", &table)
    with = word("with", &table)
    `in` = word("in", &table)
    has = word("has", &table)
    have = word("have", &table)
    who = word("who", &table)
    i = word("i", &table)
    each = word("each", &table)
    people = word("people", &table)
    joining = [of, `for`, with]
    plural = ["both", "these", "those", "all"].map { word($0, &table) }
    sources = [according, words]
    then = word("then", &table)
    quote = ["quoted", "cited", "quotes", "cites", "quoting", "citing"].map { word($0, &table) }
    say = ["say", "says", "said", "saying"].map { word($0, &table) }
    neither = word("neither", &table)
    nothing = word("nothing", &table)
    on = word("on", &table)
    possessiveClitic = word("'s", &table)
    adverbSuffix = Array("ly".utf8)
    pastSuffix = Array("ed".utf8)
    gerundSuffix = Array("ing".utf8)
    pluralSuffix = Array("s".utf8)
  }
}
