import LinearAlgebra
import Reproducibility
import Testing
import TextFeatures

/// What an analysis leaves out and how it cuts texts up shows in no result.
@Suite struct AnalysisTests {
  private let texts = randomTexts(200, seed: 3)

  private static let blocks =
    everyKindOfBlock + [
      BlockConfiguration(name: "pairs", ngrams: NgramRange(2, 2), minimumDocuments: .count(3)),
      BlockConfiguration(name: "stretches", ngrams: NgramRange(1, 5), minimumDocuments: .count(2), norm: .l1),
      BlockConfiguration(name: "letters", analyzer: .char, ngrams: NgramRange(2, 5), minimumDocuments: .count(4)),
      BlockConfiguration(
        name: "parts", analyzer: .charWithinWords, ngrams: NgramRange(5, 8), minimumDocuments: .count(2), norm: .none),
      BlockConfiguration(
        name: "often", ngrams: NgramRange(1, 2), minimumDocuments: .count(2), maximumFeatures: 30, sublinearTF: true),
    ]

  @Test(arguments: blocks) func chunksAndThreadsChangeNothing(_ block: BlockConfiguration) throws {
    let features = try pipeline([block])
    let rows = texts.indices.filter { $0 % 4 != 1 }
    let analyzed = try features.analyze(texts)
    let fitted = try features.fit(analyzed, rows: rows)
    let matrix = fitted.transform(analyzed, rows: rows)
    for (chunkBytes, threadCount) in [(1, 1), (300, 2), (3000, 3)] {
      let parallelism = Parallelism(threadCount: threadCount)
      let cut = try features.analyze(texts, chunkBytes: chunkBytes, on: parallelism)
      let other = try features.fit(cut, rows: rows, on: parallelism)
      #expect(other.state == fitted.state)
      #expect(other.transform(cut, rows: rows, on: parallelism) == matrix)
    }
  }

  @Test(arguments: blocks) func whatIsLeftOutIsMissedByNoFit(_ block: BlockConfiguration) throws {
    let features = try pipeline([block])
    let analyzed = try features.analyze(texts)
    let whole = try features.analyze(texts, chunkBytes: nil, keepsAll: true)
    for rows in [Array(texts.indices), texts.indices.filter { $0 % 3 == 1 }, Array(0..<40)] {
      let fitted = try features.fit(analyzed, rows: rows)
      let expected = try features.fit(whole, rows: rows)
      #expect(fitted.state == expected.state)
      #expect(
        fitted.transform(analyzed, rows: rows).expanded() == expected.transform(whole, rows: rows).expanded())
      #expect(
        fitted.transform(analyzed, rows: rows).expanded() == fitted.transform(rows.map { texts[$0] }).expanded())
    }
  }

  /// A lower bound, rows taken twice and a vocabulary ask for n-grams that an analysis for a higher bound has left out.
  @Test func whatWasLeftOutIsFoundAgain() throws {
    let strict = BlockConfiguration(ngrams: NgramRange(1, 2), minimumDocuments: .count(5))
    let analyzed = try pipeline([strict]).analyze(texts)
    let rows = Array(0..<60)
    var lower = strict
    lower.minimumDocuments = .count(2)
    var share = strict
    share.minimumDocuments = .proportion(0.02)
    var given = strict
    given.vocabulary = ["peace17 war", "peace 17", "of", "zebra"]
    for (block, rows) in [(lower, rows), (share, rows), (given, rows), (strict, [0, 0, 0, 0, 0, 1, 2, 3])] {
      let features = try pipeline([block])
      let fitted = try features.fit(analyzed, rows: rows)
      #expect(fitted.state == (try features.fit(rows.map { texts[$0] })).state)
      #expect(
        fitted.transform(analyzed, rows: [9, 3]).expanded() == fitted.transform([texts[9], texts[3]]).expanded())
    }
    let elsewhere = try pipeline([lower]).fit(texts)
    #expect(
      elsewhere.transform(analyzed, rows: rows).expanded() == elsewhere.transform(rows.map { texts[$0] }).expanded())
  }

  @Test func refusalsCountWhatWasLeftOut() throws {
    for count in [3, 1000] {
      let features = try pipeline([BlockConfiguration(ngrams: NgramRange(1, 2), minimumDocuments: .count(count))])
      let rows = [4, 5]
      let analyzed = try features.analyze(texts)
      let whole = try features.analyze(texts, chunkBytes: nil, keepsAll: true)
      let error = #expect(throws: TextFeaturesError.self) { try features.fit(analyzed, rows: rows) }
      let expected = #expect(throws: TextFeaturesError.self) { try features.fit(whole, rows: rows) }
      #expect(error == expected && error != nil)
    }
  }

  @Test func speechesOfManyWordsStandBesideSentences() throws {
    let speech = randomTexts(1500, seed: 8).joined(separator: " ")
    let mixed = [texts[0], speech, "", texts[1], speech + " peace", "of"]
    let features = try pipeline(Self.blocks)
    let analyzed = try features.analyze(mixed)
    let fitted = try features.fit(analyzed, rows: Array(mixed.indices))
    #expect(fitted.transform(analyzed, rows: Array(mixed.indices)).expanded() == fitted.transform(mixed).expanded())
    let whole = try features.analyze(mixed, chunkBytes: 100, keepsAll: true)
    #expect(try features.fit(whole, rows: Array(mixed.indices)).state == fitted.state)
  }

  /// Words that share their first eight bytes, and words of seven to nine of them.
  @Test func longWordsAreToldApart() throws {
    let words = ["deterre", "deterred", "deterrent", "deterrents", "deterrence", "ΕΙΡΗΝΗΝ", "ειρηνηνικος"]
    let fitted = try pipeline([.words]).fit([words.joined(separator: " "), words.reversed().joined(separator: " ")])
    #expect(
      names(fitted) == ["deterre", "deterred", "deterrence", "deterrent", "deterrents", "ειρηνην", "ειρηνηνικος"])
  }
}
