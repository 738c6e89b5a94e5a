/// Forms the cases of Russian nouns that are listed in the nominative.
struct RussianDeclension {
  /// A form with the cases that it may be in.
  struct Form {
    let text: String
    let cases: GrammaticalCases
  }

  /// The forms; one that is several cases stands there several times.
  private(set) var forms: [Form] = []

  /// The forms of a word of a list.
  ///
  /// - Parameters:
  ///   - word: the nominative; after "/" the stem of the other cases; a plural by its five cases with "|" between them.
  ///   - isFeminine: whether a word that ends with ь is feminine.
  ///   - isIndeclinable: whether all cases are alike.
  init(_ word: Substring, isFeminine: Bool, isIndeclinable: Bool) {
    let plural = word.split(separator: "|").map(String.init)
    if plural.count == 5 {
      addPlural(plural[0], genitive: plural[1], others: [plural[2], plural[3], plural[4]])
      return
    }
    let parts = word.split(separator: "/").map(String.init)
    guard !isIndeclinable, let nominative = parts.first else {
      forms = [Form(text: String(word), cases: .all)]
      return
    }
    decline(nominative, stem: parts.count > 1 ? parts[1] : nil, isFeminine: isFeminine)
  }

  private mutating func decline(_ word: String, stem given: String?, isFeminine: Bool) {
    let last = word.last ?? "-"
    let stem = given ?? (Self.isVowelOrSoft(last) ? String(word.dropLast()) : word)
    let isSibilant = stem.last.map { "жшчщц".contains($0) } ?? false
    let isHissing = stem.last.map { "гкхжшчщ".contains($0) } ?? false
    switch last {
    case "й" where ["ий", "ый", "ой"].contains(String(word.suffix(2))): adjective(String(word.dropLast(2)), word)
    case "я" where word.hasSuffix("ая"): feminineAdjective(String(word.dropLast(2)), word)
    case "а":
      add(
        word, stem, isHissing ? "и" : "ы", "е", "у", isSibilant ? "ей" : "ой", "е", "", isHissing ? "и" : "ы",
        hard: true)
    case "я" where word.hasSuffix("ия"): add(word, stem, "и", "и", "ю", "ей", "и", "й", "и", hard: false)
    case "я": add(word, stem, "и", "е", "ю", "ей", "е", "ь", "и", hard: false)
    case "ь" where isFeminine: add(word, stem, "и", "и", "ь", "ью", "и", "ей", "и", hard: false)
    case "ь": add(word, stem, "я", "ю", "я", "ем", "е", "ей", "и", hard: false)
    case "й": add(word, stem, "я", "ю", "я", "ем", "е", "ев", "и", hard: false)
    case "о": add(word, stem, "а", "у", "о", "ом", "е", "", "а", hard: true)
    case "е": add(word, stem, "я", "ю", "е", "ем", word.hasSuffix("ие") ? "и" : "е", "й", "я", hard: false)
    case "и", "у", "ы", "э", "ю": forms.append(Form(text: word, cases: .all))
    default:
      let genitivePlural = isSibilant && stem.last != "ц" ? "ей" : "ов"
      add(word, stem, "а", "у", "а", isSibilant ? "ем" : "ом", "е", genitivePlural, isHissing ? "и" : "ы", hard: true)
    }
  }

  private static func isVowelOrSoft(_ letter: Character) -> Bool { "аяоеьй".contains(letter) }

  /// - Parameter hard: whether the plural's vowel is а.
  private mutating func add(
    _ nominative: String, _ stem: String, _ genitive: String, _ dative: String, _ accusative: String,
    _ instrumental: String, _ prepositional: String, _ pluralGenitive: String, _ plural: String, hard: Bool
  ) {
    forms.append(Form(text: nominative, cases: [.nominative, .one]))
    let endings: [(String, GrammaticalCases)] = [
      (genitive, .genitive), (dative, .dative), (accusative, .accusative), (instrumental, .instrumental),
      (prepositional, .prepositional),
    ]
    for (ending, cases) in endings { forms.append(Form(text: stem + ending, cases: cases.union(.one))) }
    let vowel = hard ? "а" : "я"
    addPlural(
      stem + plural, genitive: stem + pluralGenitive,
      others: [stem + vowel + "м", stem + vowel + "ми", stem + vowel + "х"])
  }

  private mutating func addPlural(_ nominative: String, genitive: String, others: [String]) {
    forms.append(Form(text: nominative, cases: .pluralNominative))
    let cases: [GrammaticalCases] = [.dative, .instrumental, .prepositional]
    forms.append(Form(text: genitive, cases: [.genitive, .accusative, .plural]))
    for (form, its) in zip(others, cases) { forms.append(Form(text: form, cases: [its, .plural])) }
  }

  /// командующий, военный
  private mutating func adjective(_ stem: String, _ nominative: String) {
    let isSoft = stem.last.map { "жшчщ".contains($0) } ?? false
    let vowel = isSoft ? "и" : "ы"
    let singular: [(String, GrammaticalCases)] = [
      (isSoft ? "его" : "ого", [.genitive, .accusative]), (isSoft ? "ему" : "ому", .dative),
      (vowel + "м", .instrumental), (isSoft ? "ем" : "ом", .prepositional),
    ]
    forms.append(Form(text: nominative, cases: [.nominative, .one]))
    for (ending, cases) in singular { forms.append(Form(text: stem + ending, cases: cases.union(.one))) }
    addPlural(
      stem + vowel + "е", genitive: stem + vowel + "х",
      others: [stem + vowel + "м", stem + vowel + "ми", stem + vowel + "х"])
    feminineAdjective(stem, stem + "ая")
  }

  /// пострадавшая
  private mutating func feminineAdjective(_ stem: String, _ nominative: String) {
    let isSoft = stem.last.map { "жшчщ".contains($0) } ?? false
    forms.append(Form(text: nominative, cases: [.nominative, .one]))
    forms.append(
      Form(
        text: stem + (isSoft ? "ей" : "ой"), cases: [.genitive, .dative, .instrumental, .prepositional, .one]))
    forms.append(Form(text: stem + "ую", cases: [.accusative, .one]))
  }
}
