/// The reporting verbs of a language, looked up by any of their forms.
struct CueLexicon: Sendable {
  /// The forms of a verb that a word may be.
  struct Forms: OptionSet, Sendable {
    let rawValue: UInt8

    static let base = Forms(rawValue: 1)
    static let third = Forms(rawValue: 2)
    static let past = Forms(rawValue: 4)
    static let participle = Forms(rawValue: 8)
    static let gerund = Forms(rawValue: 16)
    static let inOrder: [Forms] = [.base, .third, .past, .participle, .gerund]
  }

  /// A verb with the words that belong to it, and what it takes.
  struct Entry: Sendable {
    let tail: [WordID]
    let cueClass: CueClass
    let frames: CueFrames
  }

  private struct Word {
    var forms: Forms = []
    var plainForms: Forms = []
    var entries: [Int] = []
  }

  private var entries: [Entry] = []
  /// By the number of a word: what it is as a verb.
  private var words: [Word] = []

  /// Reads the rows of a list of cues.
  ///
  /// - Parameter isInflected: whether verbs have persons and genders, which are told by their endings as Russian ones.
  /// - Precondition: the rows name classes and frames that there are.
  init(rows: [[String]], isInflected: Bool = false, words table: inout InternedWords) {
    for row in rows {
      precondition(row.count == 4, "a row of \(row.count) columns in a list of cues")
      guard let cueClass = CueClass(rawValue: row[2]) else {
        preconditionFailure("no class of cues is called \(row[2])")
      }
      let tail = row[1].split(separator: " ").map { table.insert(Array($0.utf8)) }
      entries.append(Entry(tail: tail, cueClass: cueClass, frames: Self.frames(named: row[3])))
      if isInflected {
        for form in RussianConjugation.forms(row[0]) { add(table.insert(Array(form.text.utf8)), form: form.kind) }
        continue
      }
      for (index, form) in row[0].split(separator: " ").enumerated() {
        let kind = index < 5 ? Forms.inOrder[index] : index % 2 == 1 ? [.past, .participle] : .gerund
        add(table.insert(Array(form.utf8)), form: kind)
      }
    }
    for index in words.indices {
      words[index].entries.sort { (-entries[$0].tail.count, $0) < (-entries[$1].tail.count, $1) }
    }
  }

  private static func frames(named names: String) -> CueFrames {
    names.split(separator: " ").reduce(into: CueFrames()) { frames, name in
      guard let found = CueFrames.names.first(where: { $0.name == name }) else {
        preconditionFailure("no frame of cues is called \(name)")
      }
      frames.formUnion(found.value)
    }
  }

  private mutating func add(_ word: WordID, form: Forms) {
    let number = Int(word.number)
    while words.count <= number { words.append(Word()) }
    words[number].forms.formUnion(form)
    if entries.last?.tail.isEmpty == true { words[number].plainForms.formUnion(form) }
    if words[number].entries.last != entries.count - 1 { words[number].entries.append(entries.count - 1) }
  }

  /// Whether a word is a form of a reporting verb.
  func isVerb(_ word: WordID) -> Bool { !forms(of: word).isEmpty }

  /// The forms that a word may be; none where it is no reporting verb.
  func forms(of word: WordID) -> Forms { Int(word.number) < words.count ? words[Int(word.number)].forms : [] }

  /// The forms that a word may be of verbs that need no other words.
  func plainForms(of word: WordID) -> Forms { Int(word.number) < words.count ? words[Int(word.number)].plainForms : [] }

  /// The verbs that a word may be, those with longer tails first.
  func entries(of word: WordID) -> [Int] { Int(word.number) < words.count ? words[Int(word.number)].entries : [] }

  /// The entry with a number.
  subscript(entry: Int) -> Entry { entries[entry] }
}
