import Testing
import TextFeatures

/// Dictionaries against a plain reading of quanteda's rule in Python (Fixtures/generators/lexicons.py), and against what quanteda's
/// own documentation and tests show.
@Suite struct LexiconParityTests {
  private struct File: Decodable {
    struct Case: Decodable {
      let dictionary: [String: [String]]
      let texts: [String]
      /// Counts in each text, by the order in which Python wrote the names.
      let key: [[Int]]
      let dictionaryScope: [[Int]]
    }
    let cases: [Case]
  }

  private static let names = ["one", "two.inner", "two.other", "neg_one"]

  private static func lexicon(_ categories: [(String, [String])]) throws -> Lexicon {
    let lines = categories.map { name, patterns in
      "\"\(name)\": [\(patterns.map { "\"\($0)\"" }.joined(separator: ", "))]"
    }
    return try LexiconFile(Array(lines.joined(separator: "\n").utf8), path: "test.yml", form: .yaml).lexicon
  }

  @Test func countsAreThoseOfAPlainReading() throws {
    let file: File = try Fixture.read("lexicons/lookup")
    #expect(file.cases.count == 40)
    var differing = 0
    for expected in file.cases {
      let lexicon = try Self.lexicon(Self.names.map { ($0, expected.dictionary[$0] ?? []) })
      let within = LexiconScorer(lexicon, poles: nil).scores(of: expected.texts)
      let across = LexiconScorer(lexicon, poles: nil, negation: .swap).scores(of: expected.texts)
      #expect(within.map(\.counts) == expected.key)
      #expect(across.map(\.counts) == expected.dictionaryScope)
      differing += zip(expected.key, expected.dictionaryScope).count { $0 != $1 }
    }
    #expect(differing > 30)
  }

  /// The keys that `tokens_lookup` gives, in their order, joined by spaces.
  private static func keys(_ text: String, _ lexicon: Lexicon, across: Bool = false) -> String {
    LexiconScorer(lexicon, poles: nil, negation: across ? .swap : .keep).matches(in: text)
      .sorted { ($0.bytes.lowerBound, $0.category) < ($1.bytes.lowerBound, $1.category) }
      .map { lexicon.categories[$0.category].name }.joined(separator: " ")
  }

  @Test("the examples of quanteda's reference page of tokens_lookup")
  func referencePage() throws {
    let papers = try Self.lexicon([("paper", ["New York Times"]), ("city", ["New York"])])
    let text = "The New York Times is a New York paper."
    #expect(Self.keys(text, papers) == "paper city city")
    #expect(Self.keys(text, papers, across: true) == "paper city")
    let nested = Array(
      """
      US: {Countries: [States], oceans: [Atlantic, Pacific]}
      Europe:
        Countries: [Britain, Ireland]
        oceans: {west: Irish Sea, east: English Channel}
      """.utf8)
    let lexicon = try LexiconFile(nested, path: "test.yml", form: .yaml).lexicon
    #expect(
      Self.keys("The United States has the Atlantic Ocean and the Pacific Ocean.", lexicon)
        == "US.Countries US.oceans US.oceans")
    #expect(
      Self.keys("Britain and Ireland have the Irish Sea and the English Channel.", lexicon)
        == "Europe.Countries Europe.Countries Europe.oceans.west Europe.oceans.east")
  }

  @Test("the cases of quanteda's own tests of tokens_lookup")
  func ownTests() throws {
    let border = "The United States is bordered by the Atlantic Ocean and the Pacific Ocean."
    let court = "The Supreme Court of the United States is seldom in a united state."
    let globs = try Self.lexicon([
      ("Countries", ["Stat*"]), ("oceans", ["*ic"]), ("gameconsoles", ["?box", "Nintendo*"]), ("swords", ["*s"]),
    ])
    #expect(Self.keys(border, globs) == "Countries swords swords oceans oceans")
    #expect(Self.keys(court, globs) == "Countries swords swords Countries")
    let phrases = try Self.lexicon([
      ("Countries", ["United States", "Federal Republic of Germany"]), ("team", ["Manchester United", "Arsenal"]),
    ])
    let counts = LexiconScorer(phrases, poles: nil).scores(of: [
      "We need Manchester Unity in the Federal Republic of Germany today.", "United statehood is a good state.",
      "luv the united states XXOO!",
    ]).map(\.counts)
    #expect(counts == [[1, 0], [0, 0], [1, 0]])
    let same = try Self.lexicon([("Countries", ["United States", "United States of America"]), ("oceans", ["Ocean"])])
    #expect(
      Self.keys("The United States of America is bordered by the Atlantic Ocean and the Pacific Ocean.", same)
        == "Countries oceans oceans")
    #expect(Self.keys("A B C", try Self.lexicon([("key", ["A B", "A B C"])])) == "key")
    #expect(Self.keys("A B C", try Self.lexicon([("key", ["B C", "A B C"])])) == "key")
  }

  @Test("the example of the reference page of data_dictionary_LSD2015")
  func negatedExample() throws {
    let lexicon = try Self.lexicon([
      ("negative", ["aggressive*"]), ("positive", ["win", "friend*"]), ("neg_positive", ["not win"]),
      ("neg_negative", ["not aggressive*"]),
    ])
    let text = "This aggressive policy will not win friends."
    #expect(Self.keys(text, lexicon, across: true) == "negative neg_positive positive")
  }
}
