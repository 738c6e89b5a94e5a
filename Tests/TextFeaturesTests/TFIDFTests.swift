import Foundation
import LinearAlgebra
import Testing
import TextFeatures

/// Values by hand and from scikit-learn's documentation.
@Suite struct TFIDFTests {
  private let example = [
    "This is the first document.", "This document is the second document.", "And this is the third one.",
    "Is this the first document?",
  ]

  /// formulas.md 4.1, recomputed there from scikit-learn's example of four documents.
  @Test func theFirstDocumentOfScikitLearnsExample() throws {
    let fitted = try pipeline([.words]).fit(example)
    #expect(names(fitted) == ["and", "document", "first", "is", "one", "second", "the", "third", "this"])
    let row = dense(fitted.transform(example))[0]
    let expected = [0, 0.46979139, 0.58028582, 0.38408524, 0, 0, 0.38408524, 0, 0.38408524]
    for (value, golden) in zip(row, expected) { #expect(abs(value - golden) < 5e-9) }
  }

  /// "document" is twice in the second text and in three of four: idf = ln(5/4) + 1 or ln(4/3) + 1.
  @Test(arguments: [
    (BlockConfiguration.InverseDocumentFrequency.smooth, false, 2 * (log(5.0 / 4) + 1)),
    (.unsmoothed, false, 2 * (log(4.0 / 3) + 1)), (.none, false, 2), (.none, true, 1 + log(2.0)),
    (.smooth, true, (1 + log(2.0)) * (log(5.0 / 4) + 1)),
  ])
  func weightsByHand(_ idf: BlockConfiguration.InverseDocumentFrequency, isSublinear: Bool, expected: Double) throws {
    let block = BlockConfiguration(sublinearTF: isSublinear, idf: idf, norm: .none)
    let fitted = try pipeline([block]).fit(example)
    #expect(abs(dense(fitted.transform(example))[1][1] - expected) < 1e-15)
  }

  @Test func normsAreOneAndEmptyRowsStayZero() throws {
    for norm in [BlockConfiguration.Norm.l1, .l2] {
      let fitted = try pipeline([BlockConfiguration(norm: norm)]).fit(example)
      let rows = dense(fitted.transform(example + ["", "zebra"]))
      for row in rows.prefix(4) {
        let size = norm == .l1 ? row.reduce(0) { $0 + abs($1) } : row.reduce(0) { $0 + $1 * $1 }.squareRoot()
        #expect(abs(size - 1) < 1e-15)
      }
      #expect(rows[4].allSatisfy { $0 == 0 } && rows[5].allSatisfy { $0 == 0 })
    }
  }

  @Test func countsBeyondAByteAreKept() throws {
    let block = BlockConfiguration(idf: .none, norm: .none)
    let texts = [
      String(repeating: "war ", count: 254), String(repeating: "war ", count: 255),
      String(repeating: "war peace ", count: 70_000),
    ]
    let fitted = try pipeline([block]).fit(texts)
    #expect(dense(fitted.transform(texts)) == [[0, 254], [0, 255], [70_000, 70_000]])
    let analyzed = try pipeline([block]).analyze(texts)
    #expect(fitted.transform(analyzed, rows: [2, 1]).expanded() == fitted.transform([texts[2], texts[1]]))
  }

  @Test func ofEquallyFrequentTermsTheFirstInOrderAreKept() throws {
    let fitted = try pipeline([BlockConfiguration(maximumFeatures: 3)]).fit(["bb aa dd cc ee ee"])
    #expect(names(fitted) == ["aa", "bb", "ee"])
  }

  @Test func columnsStandInTheOrderOfCodePoints() throws {
    let fitted = try pipeline([BlockConfiguration(ngrams: NgramRange(1, 2))], lowercase: false)
      .fit(["ab a_ ab abc ａｂ 𐐀𐐀 Ab éé ee"])
    let terms = names(fitted).map { $0.unicodeScalars.map(\.value) }
    #expect(zip(terms, terms.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    #expect(names(fitted).count == 16)
  }

  @Test func aFixedVocabularyIsTakenAsItIs() throws {
    let block = BlockConfiguration(
      minimumDocuments: .count(9), vocabulary: ["zebra", "first", "document"], norm: .none)
    let fitted = try pipeline([block]).fit(example)
    #expect(names(fitted) == ["document", "first", "zebra"])
    let row = dense(fitted.transform(["zebra first"]))[0]
    #expect(row == [0, log(5.0 / 3) + 1, log(5.0) + 1])
  }
}
