/// The nouns of a language for those who speak and are spoken to, and the given names that tell a gender.
struct NounLexicon: Sendable {
  /// The nouns that can name the same one, such as those for members of a parliament.
  struct Family: Sendable, Hashable {
    fileprivate let number: UInt8

    /// A bit of its own.
    var bit: UInt64 { 1 << UInt64(number) }
  }

  /// A noun.
  struct Noun: Sendable, Hashable {
    /// What those are that it names.
    enum Kind: String, Sendable {
      case person
      case body
      case state
      case side
      /// Stands only before a name.
      case title
    }

    let kind: Kind
    let gender: Gender
    let isPlural: Bool
    let family: Family
    /// The cases that it may be in; all where a language has none.
    var cases = GrammaticalCases.all
    /// Its nominative, where that is another word; `unknown` otherwise.
    var nominative = WordID.unknown
  }

  private var nouns: [Noun?] = []
  private var givenNames: [Gender] = []
  private var families: [String] = []
  /// The gender of given names by the hash of their stems, for those that have cases; sorted by the hash.
  private var stems: [(hash: UInt32, gender: Gender)] = []

  /// Reads lists that are part of this library, and gives their words numbers.
  ///
  /// - Parameter isInflected: whether nouns have cases, which are formed as of Russian ones.
  /// - Precondition: the lists are well-formed and have at most 64 families.
  init(
    nouns nounList: [[String]], givenNames nameList: [[String]], isInflected: Bool = false, words: inout InternedWords
  ) {
    for row in nounList where row[0] != "particle" {
      precondition(row.count == 5, "a row of \(row.count) columns in a list of nouns")
      guard let kind = Noun.Kind(rawValue: row[0]) else { preconditionFailure("no kind of nouns is called \(row[0])") }
      let noun = Noun(kind: kind, gender: Gender(row[1]), isPlural: row[2] == "p", family: insert(family: row[3]))
      for word in row[4].split(separator: " ") {
        if isInflected {
          setForms(noun, of: word, isIndeclinable: row[2] == "0", words: &words)
        } else {
          set(noun, of: words.insert(Array(word.utf8)))
        }
      }
    }
    for row in nounList where row[0] == "particle" {
      for word in row[4].split(separator: " ") { _ = words.insert(Array(word.utf8)) }
    }
    for row in nameList {
      precondition(row.count == 2, "a row of \(row.count) columns in a list of given names")
      for name in row[1].split(separator: " ") {
        let number = Int(words.insert(Array(name.utf8)).number)
        while givenNames.count <= number { givenNames.append(.unknown) }
        givenNames[number] = Gender(row[0])
        if isInflected { noteStem(of: name, gender: Gender(row[0])) }
      }
    }
  }

  /// Sets the forms of a noun that has cases; a form of several nouns is the first one's, in all their cases.
  private mutating func setForms(_ noun: Noun, of word: Substring, isIndeclinable: Bool, words: inout InternedWords) {
    let declension = RussianDeclension(word, isFeminine: noun.gender == .female, isIndeclinable: isIndeclinable)
    guard let first = declension.forms.first else { return }
    let nominative = words.insert(Array(first.text.utf8))
    for form in declension.forms {
      let number = Int(words.insert(Array(form.text.utf8)).number)
      while nouns.count <= number { nouns.append(nil) }
      if nouns[number] == nil {
        var its = noun
        its.cases = form.cases
        its.nominative = nominative
        nouns[number] = its
      } else {
        nouns[number]?.cases.formUnion(form.cases)
      }
    }
  }

  private mutating func noteStem(of name: Substring, gender: Gender) {
    let bytes = Array(name.utf8)
    let hash = InternedWords.hash(bytes[..<CyrillicStem.length(of: bytes)])
    let place = stems.firstIndex { $0.hash >= hash } ?? stems.count
    if place < stems.count, stems[place].hash == hash {
      if stems[place].gender != gender { stems[place].gender = .unknown }
    } else {
      stems.insert((hash, gender), at: place)
    }
  }

  private mutating func insert(family name: String) -> Family {
    let index = families.firstIndex(of: name) ?? families.count
    if index == families.count { families.append(name) }
    precondition(index < 64, "more than 64 families of nouns")
    return Family(number: UInt8(index))
  }

  private mutating func set(_ noun: Noun, of word: WordID) {
    while nouns.count <= Int(word.number) { nouns.append(nil) }
    precondition(nouns[Int(word.number)] == nil, "a noun that is listed twice")
    nouns[Int(word.number)] = noun
  }

  /// The family of that name.
  ///
  /// - Precondition: the list has it.
  func family(_ name: String) -> Family {
    guard let index = families.firstIndex(of: name) else { preconditionFailure("no family of nouns is called \(name)") }
    return Family(number: UInt8(index))
  }

  /// What a family is called.
  func name(of family: Family) -> String { families[Int(family.number)] }

  /// What a word is, or nil where it is no noun of the list.
  func noun(_ word: WordID) -> Noun? { Int(word.number) < nouns.count ? nouns[Int(word.number)] : nil }

  /// Whether a spelling without its ending is a given name's, and the gender that it tells.
  ///
  /// Complexity: O(log n) in the names.
  func givenName(stem: UInt32) -> Gender? {
    var (low, high) = (0, stems.count)
    while low < high {
      let middle = (low + high) / 2
      if stems[middle].hash < stem { low = middle + 1 } else { high = middle }
    }
    return low < stems.count && stems[low].hash == stem ? stems[low].gender : nil
  }

  /// The gender that a given name tells.
  func gender(ofGivenName word: WordID) -> Gender {
    Int(word.number) < givenNames.count ? givenNames[Int(word.number)] : .unknown
  }
}

/// The grammatical gender of a person, as far as words tell it.
enum Gender: UInt8, Sendable, Hashable {
  case unknown
  case male
  case female

  /// Reads "m" and "f".
  init(_ letter: String) { self = letter == "m" ? .male : letter == "f" ? .female : .unknown }

  /// Whether both may be of one person.
  func fits(_ other: Gender) -> Bool { self == .unknown || other == .unknown || self == other }
}
