import Reproducibility
import Synchronization
import Testing

@Suite struct ParallelismTests {
  private struct Failure: Error, Equatable { let index: Int }

  @Test(arguments: [1, 2, 3, 8]) func resultsComeInOrderAndEachIndexRunsOnce(threads: Int) {
    let runs = Mutex([Int](repeating: 0, count: 500))
    let results = Parallelism(threadCount: threads).map(count: 500) { index in
      runs.withLock { $0[index] += 1 }
      return index * index
    }
    #expect(results == (0..<500).map { $0 * $0 })
    #expect(runs.withLock { $0 }.allSatisfy { $0 == 1 })
  }

  @Test(arguments: [1, 2, 8]) func theErrorOfTheLowestIndexIsThrown(threads: Int) {
    #expect(throws: Failure(index: 17)) {
      try Parallelism(threadCount: threads).map(count: 200) { index in
        if index % 50 == 17 { throw Failure(index: index) }
        return index
      }
    }
  }

  @Test func noWorkGivesNoResults() {
    #expect(Parallelism(threadCount: 4).map(count: 0) { $0 }.isEmpty)
  }

  @Test func mapsWithinMapsFinish() {
    let parallelism = Parallelism(threadCount: 3)
    let sums = parallelism.map(count: 10) { outer in
      parallelism.map(count: 10) { outer * $0 }.reduce(0, +)
    }
    #expect(sums == (0..<10).map { $0 * 45 })
  }

  @Test(arguments: [(0, 5, Int.max), (1, 5, .max), (10, 5, .max), (11, 5, .max), (1_000, 1, 7), (3, 1, 100)])
  func piecesCoverEverythingOnceAndAreNearlyEqual(itemCount: Int, targetLength: Int, maximumCount: Int) {
    let pieces = Pieces(itemCount: itemCount, targetLength: targetLength, maximumCount: maximumCount)
    let ranges = (0..<pieces.count).map { pieces[$0] }
    #expect(ranges.flatMap { Array($0) } == Array(0..<itemCount))
    #expect(pieces.count <= maximumCount)
    let lengths = ranges.map(\.count)
    #expect((lengths.max() ?? 0) - (lengths.min() ?? 0) <= 1)
    #expect(!lengths.contains(0))
  }

  @Test func sumsOfPiecesAreTheSameBitsOnAnyThreadCount() {
    var generator = SeededGenerator(seed: 9)
    let values = (0..<10_000).map { _ in generator.unitInterval() - 0.5 }
    let pieces = Pieces(itemCount: values.count, targetLength: 64)
    let sums = [1, 2, 5].map { threads in
      Parallelism(threadCount: threads).map(count: pieces.count) { piece in values[pieces[piece]].reduce(0, +) }
        .reduce(0, +)
    }
    #expect(sums[0] == sums[1] && sums[1] == sums[2])
  }
}
