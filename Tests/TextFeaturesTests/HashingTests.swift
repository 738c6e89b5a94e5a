import LinearAlgebra
import Testing
import TextFeatures

/// Hashed columns: their number, their names and collisions.
@Suite struct HashingTests {
  private let texts = ["war war peace", "war talks", "peace talks force"]

  @Test func thereAreAsManyColumnsAsAskedFor() throws {
    let fitted = try pipeline([BlockConfiguration(hashing: .init())]).fit(texts)
    #expect(fitted.columnCount == 1 << 20)
    #expect(fitted.transform(texts).columnCount == 1 << 20)
  }

  @Test func usedColumnsAreNamedByTheirMostFrequentTerms() throws {
    let fitted = try pipeline([BlockConfiguration(hashing: .init(columnCount: 1, namesPerColumn: 2))]).fit(
      texts + ["war"])
    #expect(fitted.schema.terms(of: 0) == ["war", "peace"])
    #expect(fitted.schema.name(of: 0) == "#0 war|peace")
    let wide = try pipeline([BlockConfiguration(hashing: .init(columnCount: 4096))]).fit(texts)
    let named = (0..<4096).filter { !wide.schema.terms(of: $0).isEmpty }
    #expect(named.flatMap { wide.schema.terms(of: $0) }.sorted() == ["force", "peace", "talks", "war"])
    let unused = (0..<4096).first { !named.contains($0) }
    #expect(unused.map { wide.schema.name(of: $0) } == unused.map { "#\($0)" })
  }

  @Test func withoutSignsCollisionsAddUp() throws {
    let block = BlockConfiguration(idf: .none, norm: .none, hashing: .init(columnCount: 1, alternatesSign: false))
    let fitted = try pipeline([block]).fit(texts)
    #expect(dense(fitted.transform(texts)) == [[3], [2], [3]])
  }

  @Test func sublinearCountsKeepTheirSign() throws {
    let block = BlockConfiguration(sublinearTF: true, idf: .none, norm: .none, hashing: .init(columnCount: 64))
    let raw = BlockConfiguration(idf: .none, norm: .none, hashing: .init(columnCount: 64))
    let values = dense(try pipeline([block]).fit(texts).transform(texts)).flatMap { $0 }
    let counts = dense(try pipeline([raw]).fit(texts).transform(texts)).flatMap { $0 }
    #expect(zip(values, counts).allSatisfy { ($0 > 0) == ($1 > 0) && ($0 < 0) == ($1 < 0) })
  }
}
