/// What the rules know of a language: its words by class and its reporting verbs.
///
/// An immutable class, since every unit of the extractor has it at hand and its tables would be copied with each.
public final class LanguageData: Sendable {
  /// The language, as "en".
  public let tag: String
  /// Its words by number.
  let words: InternedWords
  /// What each word is, by its number.
  private let wordClasses: [WordClass]
  /// Its reporting verbs and phrases.
  let cues: CueLexicon
  /// The words that rules ask for by name.
  let grammar: RuleWords
  /// Its nouns for those who speak, and its given names.
  let nouns: NounLexicon
  /// The words that names and those who bear them are read by.
  let nameGrammar: GrammarWords

  /// Whether its nouns have cases and its verbs genders, as Russian ones.
  let isInflected: Bool
  /// The words that the rules for Russian ask for by name.
  let russianWords: RussianGrammar
  /// The bodies that have an English name.
  let bodies: KnownBodies

  /// English.
  public static let english = LanguageData(
    tag: "en", wordLists: [PackageResources.en_words_csv], cues: PackageResources.en_cues_csv,
    nouns: PackageResources.en_nouns_csv, givenNames: PackageResources.en_given_names_csv)

  /// The data of a language, or nil where there are none.
  public static func named(_ tag: String) -> LanguageData? { tag == "en" ? english : tag == "ru" ? russian : nil }

  /// Russian.
  public static let russian = LanguageData(
    tag: "ru", wordLists: [PackageResources.ru_words_csv], cues: PackageResources.ru_cues_csv,
    nouns: PackageResources.ru_nouns_csv, givenNames: PackageResources.ru_given_names_csv,
    bodies: PackageResources.ru_bodies_csv, isInflected: true)

  /// Reads lists that are part of this library.
  ///
  /// - Precondition: the lists name classes that there are.
  init(
    tag: String, wordLists: [[UInt8]], cues: [UInt8], nouns: [UInt8], givenNames: [UInt8], bodies: [UInt8] = [],
    isInflected: Bool = false
  ) {
    self.tag = tag
    self.isInflected = isInflected
    var words = InternedWords()
    var classes: [WordClass] = [[]]
    for list in wordLists {
      for row in LanguageList.rows(of: list) {
        precondition(row.count == 2, "a row of \(row.count) columns in a list of words")
        let named = WordClass.names.first { $0.name == row[0] }
        guard let added = named?.value else { preconditionFailure("no class of words is called \(row[0])") }
        for word in row[1].split(separator: " ") {
          let number = Int(words.insert(Array(word.utf8)).number)
          if number == classes.count { classes.append([]) }
          classes[number].formUnion(added)
        }
      }
    }
    self.cues = CueLexicon(rows: LanguageList.rows(of: cues), isInflected: isInflected, words: &words)
    grammar = RuleWords(words: &words, translated: isInflected ? RussianGrammar.ruleWords : [:])
    self.nouns = NounLexicon(
      nouns: LanguageList.rows(of: nouns), givenNames: LanguageList.rows(of: givenNames), isInflected: isInflected,
      words: &words)
    nameGrammar = GrammarWords(words: words, nouns: self.nouns, isRussian: isInflected)
    russianWords = RussianGrammar(words: &words)
    self.bodies = KnownBodies(rows: LanguageList.rows(of: bodies))
    self.words = words
    wordClasses = classes + Array(repeating: [], count: words.count - classes.count)
  }

  /// Whether a source without a reporting verb is named with a word: according, словам.
  func isSource(_ word: WordID) -> Bool {
    isInflected
      ? russianWords.sources.contains(word) || russianWords.papers.contains(word) : grammar.sources.contains(word)
  }

  /// What a word is.
  public func classes(of word: WordID) -> WordClass { wordClasses[Int(word.number)] }

  /// The number of a lower-case word, or `unknown`.
  public func word(_ spelling: String) -> WordID {
    let bytes = Array(spelling.utf8)
    return words.find(bytes, hash: InternedWords.hash(bytes))
  }
}

/// Reads the lists of Resources: columns between commas, lines that begin with # are comments, the first other line is the head.
enum LanguageList {
  static func rows(of list: [UInt8]) -> [[String]] {
    let lines = list.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
    return lines.dropFirst().map { line in
      line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}
