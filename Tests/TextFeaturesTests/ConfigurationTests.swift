import Foundation
import Testing
import TextFeatures

/// Options: their defaults, their form as JSON, and what is refused.
@Suite struct ConfigurationTests {
  @Test func everyOptionSurvivesJSON() throws {
    var configuration = FeatureConfiguration(
      lowercase: false, normalForm: .nfkc, masks: [.numbers, .actors], blocks: everyKindOfBlock)
    configuration.blocks[0].ngramBlock?.minimumDocuments = .proportion(1)
    configuration.blocks[0].ngramBlock?.maximumDocuments = .count(1)
    let data = try JSONEncoder().encode(configuration)
    #expect(try JSONDecoder().decode(FeatureConfiguration.self, from: data) == configuration)
  }

  @Test func countsAndSharesAreToldApartByThePoint() throws {
    #expect(try DocumentBound(parsing: "1", option: "min-df") == .count(1))
    #expect(try DocumentBound(parsing: "1.0", option: "min-df") == .proportion(1))
    #expect(try DocumentBound(parsing: "0.25", option: "min-df") == .proportion(0.25))
    for text in ["0", "-1", "1.5", "x", "", "1e3", "nan", "-0.1"] {
      let error = #expect(throws: TextFeaturesError.self) { try DocumentBound(parsing: text, option: "min-df") }
      #expect(error?.problem.contains("min-df") == true)
    }
  }

  @Test func ngramRangesAreReadAndRefused() throws {
    #expect(try NgramRange(parsing: "1-2") == NgramRange(1, 2))
    #expect(try NgramRange(parsing: "3") == NgramRange(3, 3))
    for text in ["", "0-1", "2-1", "1-17", "a-b", "1-2-3", "1-", "-1", "1.5"] {
      #expect(throws: TextFeaturesError.self, "\(text)") { try NgramRange(parsing: text) }
    }
  }

  /// What can be wrong with options, and the words of the message that say so.
  @Test(arguments: [
    Mistake(["features", "at least one"]) { $0.blocks = [] },
    Mistake(["mask", "twice"]) { $0.masks = [.actors, .actors] },
    Mistake(["two blocks", "words"]) { $0.blocks = [.ngrams(.words), .ngrams(.words)] },
    Mistake(["name"]) { $0.blocks[0].ngramBlock?.name = "two words" },
    Mistake(["ngrams", "2-1", "words"]) { $0.blocks[0].ngramBlock?.ngrams = NgramRange(2, 1) },
    Mistake(["min-df", "0"]) { $0.blocks[0].ngramBlock?.minimumDocuments = .count(0) },
    Mistake(["max-df", "1.5"]) { $0.blocks[0].ngramBlock?.maximumDocuments = .proportion(1.5) },
    Mistake(["max-df", "nan"]) { $0.blocks[0].ngramBlock?.maximumDocuments = .proportion(.nan) },
    Mistake(["max-features", "0"]) { $0.blocks[0].ngramBlock?.maximumFeatures = 0 },
    Mistake(["stem", "klingon", "armenian", "russian"]) { $0.blocks[0].ngramBlock?.stemming = "klingon" },
    Mistake(["stem", "char_wb"]) {
      $0.blocks = [.ngrams(.characters)]; $0.blocks[0].ngramBlock?.stemming = "english"
    },
    Mistake(["stop-words", "char_wb"]) {
      $0.blocks = [.ngrams(.characters)]; $0.blocks[0].ngramBlock?.stopWords = ["a"]
    },
    Mistake(["vocabulary", "empty"]) { $0.blocks[0].ngramBlock?.vocabulary = [] },
    Mistake(["vocabulary", "war", "twice"]) { $0.blocks[0].ngramBlock?.vocabulary = ["war", "peace", "war"] },
    Mistake(["hash-features", "0"]) { $0.blocks[0].ngramBlock?.hashing = .init(columnCount: 0) },
    Mistake(["min-df", "hash-features"]) {
      $0.blocks[0].ngramBlock?.hashing = .init(); $0.blocks[0].ngramBlock?.minimumDocuments = .count(2)
    },
    Mistake(["max-features", "hash-features"]) {
      $0.blocks[0].ngramBlock?.hashing = .init(); $0.blocks[0].ngramBlock?.maximumFeatures = 2
    },
    Mistake(["unsmoothed", "hash-features"]) {
      $0.blocks[0].ngramBlock?.hashing = .init(); $0.blocks[0].ngramBlock?.idf = .unsmoothed
    },
    Mistake(["unsmoothed", "vocabulary"]) {
      $0.blocks[0].ngramBlock?.vocabulary = ["war"]; $0.blocks[0].ngramBlock?.idf = .unsmoothed
    },
  ])
  func impossibleOptionsAreNamed(_ mistake: Mistake) {
    var configuration = FeatureConfiguration()
    mistake.make(&configuration)
    let error = #expect(throws: TextFeaturesError.self) { try configuration.validated() }
    for word in mistake.words { #expect(error?.description.contains(word) == true, "\(error?.description ?? "")") }
  }

  @Test func stopWordsThatNeverMatchAreNoted() throws {
    let block = BlockConfiguration(stopWords: ["the", "The", "don't", "a"])
    let notes = try FeatureConfiguration(blocks: [block]).validated().notes
    #expect(notes.count == 1)
    for word in ["3 of 4", "\"The\"", "\"don't\"", "\"a\""] { #expect(notes.first?.contains(word) == true) }
    #expect(try FeatureConfiguration().validated().notes.isEmpty)
  }

  @Test func fitsWithoutTermsSayWhy() throws {
    let none = #expect(throws: TextFeaturesError.self) { try pipeline([.words]).fit(["a b", "", "!"]) }
    #expect(none?.problem.contains("no terms in the 3 texts") == true)
    let rare = #expect(throws: TextFeaturesError.self) {
      try pipeline([BlockConfiguration(minimumDocuments: .count(2), maximumDocuments: .count(2))])
        .fit(["war aa", "war bb", "war cc"])
    }
    #expect(rare?.problem.contains("none of the 4 terms of the 3 training texts") == true)
    #expect(rare?.problem.contains("3 are in fewer") == true && rare?.problem.contains("1 in more") == true)
    #expect(throws: TextFeaturesError.self) { try pipeline([.words]).fit([]) }
  }
}

/// Something impossible among the options, and the words of the message that say so.
struct Mistake: Sendable, CustomTestStringConvertible {
  let words: [String]
  let make: @Sendable (inout FeatureConfiguration) -> Void

  init(_ words: [String], _ make: @escaping @Sendable (inout FeatureConfiguration) -> Void) {
    self.words = words
    self.make = make
  }

  var testDescription: String { words.joined(separator: ", ") }
}
