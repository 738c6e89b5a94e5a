import LinearAlgebra
import Reproducibility
import Testing
import TextFeatures

/// Terms are looked up in three ways, chosen by the amount of text: in the sorted list, in a table by their bytes, and in a
/// table by their words. All find the same.
@Suite struct LookupTests {
  private static let configurations: [BlockConfiguration] =
    everyKindOfBlock + [
      BlockConfiguration(name: "singles", ngrams: NgramRange(1, 1)),
      BlockConfiguration(name: "pairs", ngrams: NgramRange(2, 2), sublinearTF: true),
      BlockConfiguration(name: "later", ngrams: NgramRange(3, 4), minimumDocuments: .count(2)),
      BlockConfiguration(name: "sixteen", ngrams: NgramRange(1, 16), minimumDocuments: .count(3)),
      BlockConfiguration(
        name: "stopped", ngrams: NgramRange(1, 2), stopWords: ["of", "war", "мир"], stemming: "russian", idf: .none),
      BlockConfiguration(
        name: "odd", ngrams: NgramRange(1, 3),
        vocabulary: [
          "peace war", "peace", "war  peace", " war", "war ", "", " ", "of", "of of of", "peace war of war", "և",
          "мир война",
          "war\u{1}", "peace-war", "x_1 x_1", "Straße straße", "straße", "international_cooperation_of peace",
        ]),
      BlockConfiguration(name: "tiny", analyzer: .char, ngrams: NgramRange(1, 9), minimumDocuments: .count(4)),
    ]

  private static let hostile = [
    "", " ", "war", "war peace of war", "of of of of of", "peace war\u{0}war peace", "war  peace", "ΑΣ ΑΣΑ Σ",
    String(repeating: "peace war of ", count: 300), String(repeating: "İ", count: 200),
    "international_cooperation_of peace",
    "eightby8 eightby8 sevenby ninebytes9 sixteenbytes0016 seventeenbytes017 eightby9", "straße Straße STRASSE x_1 x_1",
    "мир война мир", "\u{10FFFF}a\u{10FFFF}", "__actor__ __number__ 42 war", "eightby8\u{0}", "a\u{301}\u{323} war",
  ]

  /// A pipeline as it was read from a file, which has looked up nothing yet.
  private func fresh(_ fitted: FittedPipeline) throws -> FittedPipeline { try FittedPipeline(restoring: fitted.state) }

  @Test(arguments: configurations)
  func oneTextIsFoundAsManyAre(_ block: BlockConfiguration) throws {
    for (seed, lowercase) in [(UInt64(1), true), (2, false)] {
      let texts = randomTexts(120, seed: seed) + Self.hostile + Self.hostile + Self.hostile
      let masks: [FeatureConfiguration.Mask] = lowercase ? [.actors, .numbers] : []
      let features = try pipeline([block], lowercase: lowercase, masks: masks)
      let analyzed = try features.analyze(texts, masks: MaskTerms(actors: ["Peace", "war of"]))
      let fitted = try features.fit(analyzed, rows: Array(texts.indices))
      let asked = texts + randomTexts(60, seed: seed + 10)
      let many = try fresh(fitted).transform(asked)
      let known = fitted.transform(analyzed, rows: Array(texts.indices)).expanded()
      #expect(many.selecting(rows: Array(texts.indices)) == known)
      let single = try fresh(fitted)
      for (row, text) in asked.enumerated() {
        #expect(single.transform([text]) == many.selecting(rows: [row]), "\(text.prefix(60))")
      }
    }
  }

  @Test func theValuesOfAnExplanationAreThoseOfTheRow() throws {
    let fitted = try pipeline(Self.configurations.filter { $0.hashing == nil }).fit(randomTexts(200) + Self.hostile)
    let restored = try fresh(fitted)
    let rows = dense(fitted.transform(Self.hostile))
    for (text, row) in zip(Self.hostile, rows) {
      var found = [Double](repeating: 0, count: fitted.columnCount)
      for occurrence in restored.occurrences(in: text) { found[occurrence.column] = occurrence.value }
      #expect(found == row)
    }
  }

  @Test func oneWordOverAndOverTakesNoLongerThanOthers() throws {
    let fitted = try pipeline([BlockConfiguration(ngrams: NgramRange(1, 3), idf: .none, norm: .none)])
      .fit(["of of of", "of peace of", "war"])
    let count = 200_000
    let text = String(repeating: "of ", count: count) + "peace of"
    #expect(names(fitted) == ["of", "of of", "of of of", "of peace", "of peace of", "peace", "peace of", "war"])
    let counts = [count + 1, count - 1, count - 2, 1, 1, 1, 1, 0].map(Double.init)
    #expect(dense(fitted.transform([text]))[0] == counts)
  }

  @Test func damagedTermsMakeNoTable() throws {
    // Terms that only a damaged file holds, whose words would make a table of gigabytes.
    let terms = [String(repeating: " ", count: 3_000_000), "a" + String(repeating: " a", count: 1_000_000), "war"]
    var state = try pipeline([BlockConfiguration(ngrams: NgramRange(1, 2), idf: .none)]).fit(["war war"]).state
    state.blocks[0].termBytes = terms.flatMap { Array($0.utf8) }
    state.blocks[0].termOffsets = terms.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.utf8.count) }
    let restored = try FittedPipeline(restoring: state)
    #expect(dense(restored.transform(["war a a", "a war peace"])) == [[0, 0, 1], [0, 0, 1]])
  }

  @Test func wordsOfAllLengthsAreToldApart() throws {
    // Words that differ in their last byte only, of 2 to 40 bytes and more than 255.
    let words = (Array(2...40) + [254, 255, 256, 300]).flatMap { length in
      "abc".map { String(repeating: "x", count: length - 1) + String($0) }
    }
    let fitted = try pipeline([BlockConfiguration(idf: .none, norm: .none)]).fit(words)
    #expect(fitted.columnCount == words.count)
    let matrix = fitted.transform(words + words.map { $0 + "d" })
    for row in words.indices { #expect(dense(matrix.selecting(rows: [row]))[0].reduce(0, +) == 1) }
    for row in words.indices {
      let unknown = dense(matrix.selecting(rows: [words.count + row]))[0]
      #expect(unknown.reduce(0, +) == 0)
    }
  }
}
