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
  }

  private var nouns: [Noun?] = []
  private var givenNames: [Gender] = []
  private var families: [String] = []

  /// Reads lists that are part of this library, and gives their words numbers.
  ///
  /// - Precondition: the lists are well-formed and have at most 64 families.
  init(nouns nounList: [[String]], givenNames nameList: [[String]], words: inout InternedWords) {
    for row in nounList where row[0] != "particle" {
      precondition(row.count == 5, "a row of \(row.count) columns in a list of nouns")
      guard let kind = Noun.Kind(rawValue: row[0]) else { preconditionFailure("no kind of nouns is called \(row[0])") }
      let noun = Noun(kind: kind, gender: Gender(row[1]), isPlural: row[2] == "p", family: insert(family: row[3]))
      for word in row[4].split(separator: " ") { set(noun, of: words.insert(Array(word.utf8))) }
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
      }
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

  /// What a word is, or nil where it is no noun of the list.
  func noun(_ word: WordID) -> Noun? { Int(word.number) < nouns.count ? nouns[Int(word.number)] : nil }

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
