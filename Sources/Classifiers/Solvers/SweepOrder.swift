internal import Reproducibility

/// The order in which `DualDescent` visits rows: in short runs, the runs in an order drawn anew for each sweep, which converges
/// faster than any fixed order (and quickly on rows sorted by class).
///
/// Where the rows have so many entries that memory may not hold them, the runs that lie in the same few megabytes come together:
/// those places are drawn first and the runs within each then, so that a mapped file is read in long stretches. That depends on the
/// shape of the matrix alone and not on where its entries are, for the order decides about the last bits of a model.
package struct SweepOrder: Sendable {
  /// The number of entries from which on runs are kept together: they take a gigabyte.
  static let largeCount = 1 << 28
  /// How many entries lie in one place: some four megabytes.
  static let placeCount = 1 << 20

  private let rowCount: Int
  private let runLength: Int
  /// How many runs lie in one place; at least as many as there are where all are drawn together.
  private let runsPerPlace: Int
  private let draws = SeededGenerator(seed: 1)

  /// - Parameters:
  ///   - storedCount: the number of entries in all rows.
  ///   - largeCount: the number from which on runs are kept together.
  ///   - placeCount: how many of them lie in one place.
  package init(rowCount: Int, storedCount: Int, largeCount: Int = largeCount, placeCount: Int = placeCount) {
    self.rowCount = rowCount
    runLength = max(1, min(32, rowCount / 1000))
    let entriesPerRun = max(1, storedCount / max(1, rowCount) * runLength)
    runsPerPlace = storedCount < largeCount ? .max : max(1, placeCount / entriesPerRun)
  }

  /// Every row once, in runs. Complexity: O(rows).
  package func runs(ofSweep sweep: Int) -> [Range<Int>] {
    var generator = draws.child(named: "sweep", index: sweep)
    let runCount = (rowCount + runLength - 1) / runLength
    let numbers =
      runCount <= runsPerPlace
      ? generator.shuffled(Array(0..<runCount))
      : generator.shuffled(Array(stride(from: 0, to: runCount, by: runsPerPlace))).flatMap { first in
        generator.shuffled(Array(first..<min(runCount, first + runsPerPlace)))
      }
    return numbers.map { ($0 * runLength)..<min(rowCount, ($0 + 1) * runLength) }
  }
}
