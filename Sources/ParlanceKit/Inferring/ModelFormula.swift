/// What is explained by what, as R writes it: `escalatory ~ actor + period`.
///
/// Terms are columns, joined by `+` alone; `1` stands for none. A name with other signs in it stands in back quotes.
public struct ModelFormula: Sendable, Hashable {
  /// What is explained: a label, or a column of numbers.
  public let outcome: String
  /// The columns that explain it, in order; empty for the mean alone.
  public let columns: [String]

  /// Reads a formula.
  ///
  /// - Throws: `ConfigurationError` that shows the place, in characters, of what cannot be read.
  public init(parsing text: String) throws {
    var reader = FormulaReader(text)
    outcome = try reader.name(expecting: "what is to be explained")
    try reader.take("~", after: outcome)
    var columns: [String] = []
    repeat {
      let column = try reader.name(expecting: "a column, or 1 for none")
      if columns.contains(where: { $0.utf8.elementsEqual(column.utf8) }) {
        throw ConfigurationError("the formula \(text) names \(column) twice", hint: "name it once")
      }
      columns.append(column)
    } while try reader.takesAnother()
    self.columns = columns == ["1"] ? [] : columns
    if self.columns.contains("1") {
      throw ConfigurationError(
        "the formula \(text) has 1 beside columns (the intercept is always there)", hint: "leave 1 out")
    }
    if self.columns.contains(where: { $0.utf8.elementsEqual(outcome.utf8) }) {
      throw ConfigurationError("the formula \(text) explains \(outcome) by itself", hint: "name other columns")
    }
  }
}

/// Takes a formula apart.
private struct FormulaReader {
  private static let operators: Set<Character> = ["*", ":", "^", "|", "(", ")", "-", "/", "%", "+", "~"]

  private let text: String
  private let characters: [Character]
  private var place = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  /// A name, with or without back quotes.
  mutating func name(expecting expected: String) throws -> String {
    skipSpaces()
    if place < characters.count, characters[place] == "`" {
      guard let end = characters[(place + 1)...].firstIndex(of: "`"), end > place + 1 else {
        throw error("a back quote that nothing closes", expected: expected)
      }
      defer { place = end + 1 }
      return String(characters[(place + 1)..<end])
    }
    let start = place
    while place < characters.count, !Self.operators.contains(characters[place]), characters[place] != "`" { place += 1 }
    var end = place
    while end > start, characters[end - 1].isWhitespace { end -= 1 }
    guard end > start else { throw error(seen, expected: expected) }
    return String(characters[start..<end])
  }

  mutating func take(_ sign: Character, after name: String) throws {
    skipSpaces()
    guard place < characters.count, characters[place] == sign else {
      throw error(seen, expected: "\(sign) after \(name)")
    }
    place += 1
  }

  /// Whether a `+` follows, which is passed over; false at the end.
  mutating func takesAnother() throws -> Bool {
    skipSpaces()
    guard place < characters.count else { return false }
    guard characters[place] == "+" else {
      throw error(seen, expected: "+ or the end; other operators are not known")
    }
    place += 1
    return true
  }

  private var seen: String { place < characters.count ? "\(characters[place])" : "the end" }

  private mutating func skipSpaces() {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
  }

  private func error(_ seen: String, expected: String) -> ConfigurationError {
    ConfigurationError(
      "the formula \(text) has \(seen) at character \(place + 1) (\(expected) was expected)",
      hint: "as in \"escalatory ~ actor + period\"; names with signs in them stand in back quotes")
  }
}
