internal import WrittenFiles

/// A dictionary as it was written, from which the readers of all forms make a `Lexicon`.
struct LexiconDraft {
  /// A pattern, its weight where it has one, and where it stands.
  struct Entry {
    let text: String
    var weight: Double?
    let line: Int
  }

  /// A category and where it begins.
  struct Category {
    let name: String
    let line: Int
    var entries: [Entry] = []
  }

  /// How many of a kind are named in a note.
  private static let shown = 3

  /// The categories, in order.
  var categories: [Category] = []
  /// What was passed over on the way, in sentences for the user.
  var notes: [String] = []
  /// What is wrong.
  var flaws: [TextFlaw] = []

  mutating func note(_ line: Int, _ problem: String) { flaws.append(TextFlaw(line: line, problem: problem)) }

  /// The dictionary, its patterns each once in a category, with notes about what was left out.
  ///
  /// Of a pattern that comes twice in a category the last one counts, as in R and Python where a name is given twice.
  ///
  /// - Throws: `TextFeaturesError` with the lines of all that is wrong.
  func lexicon(path: String) throws -> (lexicon: Lexicon, notes: [String]) {
    var draft = self
    draft.checkNames()
    var (repeated, unmatched, empty) = ([String](), [String](), [String]())
    var categories: [Lexicon.Category] = []
    for category in draft.categories {
      let entries = Self.entries(of: category, &repeated, &unmatched)
      if entries.isEmpty {
        empty.append("\"\(category.name)\" in line \(category.line)")
      } else {
        categories += Self.bySign(entries) ?? [Lexicon.Category(name: category.name, entries: entries)]
      }
    }
    if draft.flaws.isEmpty, categories.isEmpty {
      let reason = draft.categories.isEmpty ? "" : ": none of its entries can match a word"
      draft.note(1, "a dictionary without entries\(reason)")
    }
    if !draft.flaws.isEmpty { throw TextFeaturesError.lexicon(draft.flaws.sorted { $0.line < $1.line }, path: path) }
    let notes =
      draft.notes + Self.note(repeated, "come a second time in their category, and the last one counts")
      + Self.note(unmatched, "can match no word as texts are read, and are left out")
      + Self.note(empty, "have no entries, and are left out", of: "categories")
    do {
      return (try Lexicon(categories), notes.map { "\(path): \($0)" })
    } catch let flaw as TextFlaw {
      throw TextFeaturesError.lexicon([flaw], path: path)
    }
  }

  private mutating func checkNames() {
    var lines: [String: Int] = [:]
    for category in categories {
      if category.name.isEmpty || category.name.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
        note(category.line, "a category called \"\(category.name)\" (a name was expected)")
      }
      if let first = lines.updateValue(category.line, forKey: category.name) {
        note(category.line, "the category \"\(category.name)\" a second time (the first is in line \(first))")
      }
    }
  }

  private static func entries(
    of category: Category, _ repeated: inout [String], _ unmatched: inout [String]
  ) -> [Lexicon.Entry] {
    var (entries, places, lines) = ([Lexicon.Entry](), [String: Int](), [Int]())
    for entry in category.entries {
      let pattern = LexiconPattern.normalized(entry.text)
      guard LexiconPattern.atoms(of: pattern) != nil else {
        unmatched.append("\"\(pattern)\" in line \(entry.line)")
        continue
      }
      if let place = places[pattern] {
        repeated.append("\"\(pattern)\" in lines \(lines[place]) and \(entry.line)")
        entries[place] = Lexicon.Entry(pattern: pattern, weight: entry.weight)
      } else {
        places[pattern] = entries.count
        entries.append(Lexicon.Entry(pattern: pattern, weight: entry.weight))
        lines.append(entry.line)
      }
    }
    return entries
  }

  /// Weighted entries as categories, by the sign of their weights; nil for entries without weights.
  private static func bySign(_ entries: [Lexicon.Entry]) -> [Lexicon.Category]? {
    guard entries.first?.weight != nil else { return nil }
    let signs: [(name: String, isHere: (Double) -> Bool)] = [
      ("positive", { $0 > 0 }), ("negative", { $0 < 0 }), ("neutral", { $0 == 0 }),
    ]
    return signs.compactMap { sign in
      let chosen = entries.filter { sign.isHere($0.weight ?? 0) }
      return chosen.isEmpty ? nil : Lexicon.Category(name: sign.name, entries: chosen)
    }
  }

  private static func note(_ examples: [String], _ what: String, of kind: String = "entries") -> [String] {
    guard !examples.isEmpty else { return [] }
    let more = examples.count > shown ? " and others" : ""
    return ["\(examples.count) \(kind) \(what): \(examples.prefix(shown).joined(separator: ", "))\(more)"]
  }
}
