/// Writes Russian phrases in the nominative, for results.
///
/// Names are in no list, so their nominative is made from their endings and the gender: «Мирны Илич» is «Мирна Илич», «Корина
/// Мальдрета» in the genitive is «Корин Мальдрет».
struct RussianNominative {
  let article: TokenizedArticle

  /// A name in another case as it is in the nominative.
  func name(_ tokens: Range<Int>, gender: Gender) -> String {
    let words = tokens.map { article.text(of: $0..<$0 + 1) }
    let gender = gender == .unknown ? guess(words) : gender
    return words.enumerated().map { index, word in
      nominative(word, gender: gender, isSurname: index > 0 || words.count == 1)
    }.joined(separator: " ")
  }

  /// The gender that a name in another case tells.
  func gender(of tokens: Range<Int>) -> Gender { guess(tokens.map { article.text(of: $0..<$0 + 1) }) }

  /// The gender that the endings of a name in another case tell.
  private func guess(_ words: [String]) -> Gender {
    guard let first = words.first, let last = words.last else { return .unknown }
    if Self.ends(first, "ы", "и", "ой", "ей") || Self.ends(last, "ой", "ую") { return .female }
    if Self.ends(first, "у", "ю"), words.count > 1 { return Self.ends(last, "у", "ю", "ому") ? .male : .female }
    return .male
  }

  private static func ends(_ word: String, _ endings: String...) -> Bool { endings.contains { word.hasSuffix($0) } }

  private func nominative(_ word: String, gender: Gender, isSurname: Bool) -> String {
    gender == .female ? feminine(word, isSurname: isSurname) : masculine(word)
  }

  private func masculine(_ word: String) -> String {
    func cut(_ count: Int) -> String { String(word.dropLast(count)) }
    if Self.ends(word, "ского", "цкого", "скому", "цкому") { return cut(3) + "ий" }
    if Self.ends(word, "ского", "ским", "цким") { return cut(2) + "ий" }
    if Self.ends(word, "ого", "ому") { return cut(3) + "ый" }
    if Self.ends(word, "овым", "евым", "иным", "ыным") { return cut(2) }
    if Self.ends(word, "ом") { return cut(2) }
    if Self.ends(word, "ем") { return soft(cut(2)) }
    if Self.ends(word, "я", "ю") { return soft(cut(1)) }
    if Self.ends(word, "а", "у") { return cut(1) }
    if Self.ends(word, "е") { return Self.isVowel(cut(1).last) ? cut(1) + "й" : cut(1) }
    if Self.ends(word, "ы") { return cut(1) + "а" }
    return word
  }

  /// й after a vowel, ь after a consonant that is not hushing.
  private func soft(_ stem: String) -> String {
    if Self.isVowel(stem.last) { return stem + "й" }
    return stem.last.map { "жчшщц".contains($0) } == true ? stem : stem + "ь"
  }

  private static func isVowel(_ letter: Character?) -> Bool { letter.map { "аеиоуыэюя".contains($0) } ?? false }

  private func feminine(_ word: String, isSurname: Bool) -> String {
    func cut(_ count: Int) -> String { String(word.dropLast(count)) }
    if isSurname, Self.ends(word, "ской", "цкой") { return cut(2) + "ая" }
    if Self.ends(word, "скую", "цкую") { return cut(2) + "ая" }
    if Self.ends(word, "ой") { return cut(2) + "а" }
    if Self.ends(word, "ей") { return cut(2) + "я" }
    if Self.ends(word, "ы", "у") { return cut(1) + "а" }
    if Self.ends(word, "ю") { return cut(1) + "я" }
    if Self.ends(word, "и") { return cut(1) + (cut(1).last.map { "гкхжчшщ".contains($0) } == true ? "а" : "я") }
    if Self.ends(word, "е") { return cut(1) + "а" }
    return word
  }

  // MARK: Phrases with a noun

  /// A phrase with a noun of the lists, whose first noun and the adjectives before it are put into the nominative.
  func phrase(_ tokens: Range<Int>) -> String {
    guard let head = tokens.first(where: { noun(at: $0) != nil }), let noun = noun(at: head),
      noun.nominative != .unknown
    else { return Self.joined(tokens.map { article.text(of: $0..<$0 + 1) }) }
    let isPlural = noun.cases.isDisjoint(with: .one)
    guard !isPlural else { return Self.joined(tokens.map { article.text(of: $0..<$0 + 1) }) }
    let lemma = String(decoding: article.language.words.spelling(of: noun.nominative), as: UTF8.self)
    let isFeminine = noun.gender == .female || noun.kind != .person && Self.ends(lemma, "а", "я")
    let isNeuter = noun.kind != .person && Self.ends(lemma, "о", "е")
    let words = tokens.map { token -> String in
      let word = article.text(of: token..<token + 1)
      if token > head { return word }
      if token == head {
        return article.tokens[token].letters == .small
          ? lemma
          : word.first?.isUppercase == true && word != word.uppercased()
            ? lemma.prefix(1).uppercased() + lemma.dropFirst() : word
      }
      return adjective(word, isFeminine: isFeminine, isNeuter: isNeuter)
    }
    return Self.joined(words)
  }

  private func noun(at token: Int) -> NounLexicon.Noun? { article.language.nouns.noun(article.tokens[token].word) }

  private static func joined(_ words: [String]) -> String { words.joined(separator: " ") }

  private func adjective(_ word: String, isFeminine: Bool, isNeuter: Bool) -> String {
    let endings = ["ого", "его", "ому", "ему", "ой", "ей", "ую", "юю", "ым", "им", "ом", "ем"]
    guard let ending = endings.first(where: { word.hasSuffix($0) && word.count > $0.count + 2 }) else { return word }
    let stem = word.dropLast(ending.count)
    let isSoft = ending.first == "е" || ending.first == "ю"
    let isVelar = stem.last.map { "гкхжчшщ".contains($0) } ?? false
    if isFeminine { return stem + (isSoft && !isVelar ? "яя" : "ая") }
    if isNeuter { return stem + (isSoft ? "ее" : "ое") }
    return stem + (isSoft || isVelar ? "ий" : "ый")
  }
}
