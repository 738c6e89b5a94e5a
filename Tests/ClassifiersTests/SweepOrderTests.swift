import Classifiers
import Testing

/// The order of rows in dual coordinate descent.
@Suite("The order of a sweep")
struct SweepOrderTests {
  @Test("Every row is visited once, differently in each sweep", arguments: [0, 1, 999, 12_345, 70_001])
  func everyRowOnce(rows: Int) {
    for large in [Int.max, 0] {
      let order = SweepOrder(rowCount: rows, storedCount: rows * 20, largeCount: large, placeCount: 1 << 16)
      #expect(order.runs(ofSweep: 0).flatMap { $0 }.sorted() == Array(0..<rows))
      #expect(rows < 2 || order.runs(ofSweep: 0) != order.runs(ofSweep: 1))
      #expect(order.runs(ofSweep: 3) == order.runs(ofSweep: 3))
    }
  }

  @Test("Runs of large matrices that lie together are visited together")
  func places() {
    let order = SweepOrder(rowCount: 100_000, storedCount: 2_000_000, largeCount: 1_000_000, placeCount: 64_000)
    // 64 000 entries are 100 runs of 32 rows with 20 each.
    let places = order.runs(ofSweep: 5).map { $0.lowerBound / 3200 }
    let changes = zip(places, places.dropFirst()).count { $0 != $1 }
    #expect(changes == 100_000 / 3200)
    #expect(places != places.sorted())
  }
}
