internal import Reproducibility

/// How often each unit is in each resample.
///
/// Resample i is drawn by a generator of its own, made from the seed and i, as many draws as there are units. One without a
/// positive or without another row, where there are both, is drawn anew from where the generator stands.
struct ResampleDraws: Sendable {
  /// Memory for the draws of one batch of resamples.
  struct Scratch {
    /// The counts of the first resample's units, then of the second's, and so on: narrow, so that draws stay in the cache. A
    /// count of 65,536 is as good as impossible (of n units with n draws, one has so many with a chance below n / 65536!).
    fileprivate var drawn: [UInt16]
    /// The counts of each unit in all resamples.
    fileprivate(set) var counts: [Lanes]

    init(unitCount: Int) {
      drawn = Array(repeating: 0, count: unitCount * Lanes.scalarCount)
      counts = Array(repeating: .zero, count: unitCount)
    }
  }

  private let unitCount: Int
  private let seed: UInt64
  /// Whether a unit has weight of positive and of other rows.
  private let hasPositive: [Bool]
  private let hasOther: [Bool]
  private let needsBoth: Bool

  init(_ ranked: RankedRuns, unitCount: Int, seed: UInt64) {
    var hasPositive = [Bool](repeating: false, count: unitCount)
    var hasOther = hasPositive
    let units = ranked.units
    for run in ranked.runs {
      for unit in units[Int(run.start)..<Int(run.positives)] { hasOther[Int(unit)] = true }
      for unit in units[Int(run.positives)..<Int(run.end)] { hasPositive[Int(unit)] = true }
    }
    self.unitCount = unitCount
    self.seed = seed
    self.hasPositive = hasPositive
    self.hasOther = hasOther
    needsBoth = hasPositive.contains(true) && hasOther.contains(true)
  }

  /// Draws `resamples`, one into each lane from the first on.
  ///
  /// - Returns: how often each was drawn anew.
  /// - Precondition: there are no more resamples than lanes.
  /// - Complexity: O(units × lanes).
  func draw(_ resamples: Range<Int>, into scratch: inout Scratch) -> [Int] {
    precondition(resamples.count <= Lanes.scalarCount, "\(resamples.count) resamples in \(Lanes.scalarCount) lanes")
    let redraws = resamples.enumerated().map { lane, resample in
      draw(resample, at: lane * unitCount, into: &scratch.drawn)
    }
    Self.transpose(scratch.drawn, into: &scratch.counts)
    return redraws
  }

  private static func transpose(_ drawn: [UInt16], into counts: inout [Lanes]) {
    let count = counts.count
    let drawn = drawn.span
    var counts = counts.mutableSpan
    for unit in 0..<count {
      counts[unit] = Lanes(
        Double(drawn[unit]), Double(drawn[unit + count]), Double(drawn[unit + 2 * count]),
        Double(drawn[unit + 3 * count]), Double(drawn[unit + 4 * count]), Double(drawn[unit + 5 * count]),
        Double(drawn[unit + 6 * count]), Double(drawn[unit + 7 * count]))
    }
  }

  private func draw(_ resample: Int, at start: Int, into drawn: inout [UInt16]) -> Int {
    var generator = SeededGenerator(seed: seed).child(named: "bootstrap", index: resample)
    var redraws = -1
    repeat {
      redraws += 1
      var counts = drawn.mutableSpan
      for unit in start..<(start + unitCount) { counts[unit] = 0 }
      generator.tally(unitCount, below: unitCount, into: &counts, from: start)
    } while !isComplete(drawn, from: start)
    return redraws
  }

  /// Whether both kinds of rows were drawn, where there are both.
  private func isComplete(_ drawn: [UInt16], from start: Int) -> Bool {
    guard needsBoth else { return true }
    var (positive, other) = (false, false)
    for unit in 0..<unitCount where drawn[start + unit] > 0 {
      positive = positive || hasPositive[unit]
      other = other || hasOther[unit]
      if positive, other { return true }
    }
    return false
  }
}
