import LinearAlgebra
import Reproducibility
import Testing
import TextFeatures

/// Relations that hold whatever the right values are.
@Suite struct InvarianceTests {
  private let texts = randomTexts(300)

  @Test func threadsChangeNothing() throws {
    // Over four megabytes, so that texts are cut into pieces and n-grams into partitions.
    let long = (0..<24).map { randomTexts(400, seed: $0).joined(separator: " ") } + texts
    let features = try pipeline([
      BlockConfiguration(ngrams: NgramRange(1, 2)),
      BlockConfiguration(
        name: "hashed", analyzer: .charWithinWords, ngrams: NgramRange(3, 3), hashing: .init(columnCount: 512)),
    ])
    let repeated = (0..<4).flatMap { _ in long }
    #expect(repeated.reduce(0) { $0 + $1.utf8.count } > 4 << 20)
    let serial = try features.analyze(repeated)
    let rows = repeated.indices.filter { $0 % 3 != 0 }
    let fitted = try features.fit(serial, rows: rows)
    let matrix = fitted.transform(serial, rows: rows).expanded()
    for threadCount in [2, 3] {
      let parallelism = Parallelism(threadCount: threadCount)
      let analyzed = try features.analyze(repeated, on: parallelism)
      let other = try features.fit(analyzed, rows: rows, on: parallelism)
      #expect(other.state == fitted.state)
      #expect(other.transform(analyzed, rows: rows, on: parallelism).expanded() == matrix)
      #expect(other.transform(rows.map { repeated[$0] }, on: parallelism) == matrix)
    }
  }

  @Test func permutedRowsPermuteTheMatrix() throws {
    let features = try pipeline(everyKindOfBlock)
    var generator = SeededGenerator(seed: 5)
    let order = generator.shuffled(Array(texts.indices))
    let fitted = try features.fit(texts)
    let permuted = order.map { texts[$0] }
    let other = try features.fit(permuted)
    #expect(other.state == fitted.state)
    #expect(other.transform(permuted) == fitted.transform(texts).selecting(rows: order))
  }

  @Test func fittingOnRowsIsFittingOnACorpusOfThem() throws {
    let features = try pipeline(everyKindOfBlock)
    let analyzed = try features.analyze(texts)
    for rows in [Array(0..<50), texts.indices.filter { $0 % 3 == 1 }, [7, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15]] {
      let fitted = try features.fit(analyzed, rows: rows)
      let alone = try features.fit(rows.map { texts[$0] })
      #expect(fitted.state == alone.state)
      #expect(fitted.transform(analyzed, rows: rows).expanded() == alone.transform(rows.map { texts[$0] }))
    }
  }

  @Test func analysedRowsAndNewTextsHaveTheSameBits() throws {
    let features = try pipeline(everyKindOfBlock)
    let analyzed = try features.analyze(texts)
    let fitted = try features.fit(analyzed, rows: Array(0..<150))
    let rows = Array((100..<300).reversed())
    #expect(fitted.transform(analyzed, rows: rows).expanded() == fitted.transform(rows.map { texts[$0] }))
    let elsewhere = try features.analyze(Array(texts[100..<300].reversed()))
    #expect(
      fitted.transform(elsewhere, rows: Array(0..<200)).expanded() == fitted.transform(analyzed, rows: rows).expanded())
  }

  @Test func blocksSideBySideAreEachByItself() throws {
    let together = try pipeline(everyKindOfBlock).fit(texts)
    let matrix = together.transform(texts)
    for (index, block) in everyKindOfBlock.enumerated() {
      let alone = try pipeline([block]).fit(texts)
      #expect(matrix.blocks[index] == alone.transform(texts).blocks[0])
      #expect(together.schema.blocks[index].columns.count == alone.columnCount)
      #expect(together.schema.blocks[index].columns.lowerBound == matrix.blockOffsets[index])
      #expect(together.state.blocks[index] == alone.state.blocks[0])
    }
  }

  @Test func oneAnalysisServesOtherSelectionsAndWeights() throws {
    let analyzed = try pipeline([BlockConfiguration(ngrams: NgramRange(1, 2))]).analyze(texts)
    let strict = BlockConfiguration(
      ngrams: NgramRange(1, 2), minimumDocuments: .count(5), maximumFeatures: 20, sublinearTF: true, norm: .l1)
    let fitted = try pipeline([strict]).fit(analyzed, rows: Array(texts.indices))
    #expect(fitted.state == (try pipeline([strict]).fit(texts)).state)
  }

  @Test func heldOutTextsTeachNothing() throws {
    let features = try pipeline([BlockConfiguration(ngrams: NgramRange(1, 2))])
    let training = Array(texts[0..<100])
    let analyzed = try features.analyze(training + ["unseenword peace", "unseenword war"])
    let fitted = try features.fit(analyzed, rows: Array(0..<100))
    #expect(fitted.state == (try features.fit(training)).state)
    #expect(!names(fitted).contains { $0.contains("unseenword") })
  }

  @Test func stretchesOfNewTextsGiveTheSameRows() throws {
    let fitted = try pipeline(everyKindOfBlock).fit(texts)
    let whole = fitted.transform(texts)
    for start in stride(from: 0, to: 300, by: 77) {
      let rows = Array(start..<min(300, start + 77))
      #expect(fitted.transform(rows.map { texts[$0] }) == whole.selecting(rows: rows))
    }
    #expect(fitted.transform([]).rowCount == 0)
  }
}
