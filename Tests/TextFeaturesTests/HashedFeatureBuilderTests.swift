import Foundation
import LinearAlgebra
import Reproducibility
import Testing
import TextFeatures

/// Hashed features learnt batch by batch.
@Suite struct HashedFeatureBuilderTests {
  private let texts = randomTexts(300)
  private let blocks = [
    BlockConfiguration(name: "pairs", ngrams: NgramRange(2, 3), sublinearTF: true, hashing: .init(columnCount: 64)),
    BlockConfiguration(
      name: "stems", stopWords: ["of"], stemming: "english", norm: .l1,
      hashing: .init(columnCount: 1 << 16, alternatesSign: false, namesPerColumn: 1)),
    BlockConfiguration(
      name: "inside", analyzer: .charWithinWords, ngrams: NgramRange(2, 4), idf: .none, norm: .none,
      hashing: .init(columnCount: 512, namesPerColumn: 0)),
  ]

  private func place() throws -> ScratchPlace {
    try ScratchPlace(path: "\(NSTemporaryDirectory())/parlance-\(UUID().uuidString)", replacing: false)
  }

  @Test(arguments: [1, 7, 100, 300]) func batchesGiveWhatAllTextsGive(batch: Int) throws {
    let features = try pipeline(blocks, masks: [.numbers])
    let analyzed = try features.analyze(texts)
    let whole = try features.fit(analyzed, rows: Array(texts.indices))
    var builder = try HashedFeatureBuilder(features, at: try place())
    for start in stride(from: 0, to: texts.count, by: batch) {
      try builder.append(try features.hashedCounts(of: Array(texts[start..<min(texts.count, start + batch)])))
    }
    let (fitted, matrix) = try builder.finish(on: Parallelism(threadCount: 2))
    #expect(fitted.state == whole.state)
    #expect(matrix == whole.transform(analyzed, rows: Array(texts.indices)))
  }

  @Test func termsThatFindNoRoomNameNoColumn() throws {
    let features = try pipeline([BlockConfiguration(hashing: .init(columnCount: 1, namesPerColumn: 9))])
    for room in [(terms: 2, bytes: 100), (terms: 9, bytes: 8)] {
      var builder = try HashedFeatureBuilder(features, at: try place(), nameRoom: room)
      try builder.append(try features.hashedCounts(of: ["war", "peace war"]))
      try builder.append(try features.hashedCounts(of: ["talks", "talks", "peace", "peace", "talks"]))
      let (fitted, matrix) = try builder.finish()
      #expect(fitted.schema.terms(of: 0) == ["peace", "war"])
      #expect(matrix.rowCount == 7)
    }
  }

  @Test func noTextsAreRefused() throws {
    let builder = try HashedFeatureBuilder(try pipeline(blocks), at: try place())
    #expect(throws: TextFeaturesError.self) { try builder.finish() }
  }
}
