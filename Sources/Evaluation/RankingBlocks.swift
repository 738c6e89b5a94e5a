/// The runs of a ranking in short blocks, at whose ends a pass notes what it has seen.
///
/// Bins and thresholds that are the same in every resample end where a block does, and are differences of two notes. Bins of
/// equal mass, which end elsewhere in each resample, are looked for in one block instead of in all rows.
struct RankingBlocks: Sendable {
  /// Entries in a block, but for the last, and where a cut or a long run of equal scores says otherwise.
  private static let targetLength = 128

  /// What the areas read of some runs: entries of other classes, then those that share their score with the positive entries
  /// at the end. Runs without positive entries join the step that follows, for nothing is added up at their scores.
  struct Step: Sendable {
    let looseEnd: Int32
    let tiedEnd: Int32
    let end: Int32
  }

  let ranked: RankedRuns
  /// The number of runs up to each block's end.
  let runEnds: [Int]
  /// The number of steps up to each block's end.
  let stepEnds: [Int]
  /// The number of entries up to each block's end.
  let entryEnds: [Int]
  let steps: [Step]

  /// The number of blocks.
  var count: Int { runEnds.count }

  /// Cuts `ranked` into blocks.
  ///
  /// - Parameter cuts: positions of the ranking at which a block must end, in any order and with repetitions; none lies
  ///   within a run of equal scores.
  /// - Complexity: O(n + cuts log cuts).
  init(_ ranked: RankedRuns, cuts: [Int]) {
    let runEnds = Self.runEnds(of: ranked, cuts: cuts.sorted())
    let entryEnds = runEnds.map { Int(ranked.runs[$0 - 1].end) }
    var (steps, stepEnds) = ([Step](), [Int]())
    steps.reserveCapacity(ranked.runs.count)
    for (block, runEnd) in runEnds.enumerated() {
      for run in ranked.runs[(block == 0 ? 0 : runEnds[block - 1])..<runEnd] where run.positives < run.end {
        steps.append(Step(looseEnd: run.start, tiedEnd: run.positives, end: run.end))
      }
      let end = Int32(entryEnds[block])
      if steps.last?.end != end { steps.append(Step(looseEnd: end, tiedEnd: end, end: end)) }
      stepEnds.append(steps.count)
    }
    self.ranked = ranked
    (self.runEnds, self.stepEnds, self.entryEnds, self.steps) = (runEnds, stepEnds, entryEnds, steps)
  }

  private static func runEnds(of ranked: RankedRuns, cuts: [Int]) -> [Int] {
    var ends: [Int] = []
    var (blockStart, nextCut) = (0, 0)
    for (index, run) in ranked.runs.enumerated() {
      let isLast = index + 1 == ranked.runs.count
      // A cut among rows without weight ends the block before them.
      let following = isLast ? ranked.positionCount : Int(ranked.runs[index + 1].position)
      while nextCut < cuts.count, cuts[nextCut] <= Int(run.position) { nextCut += 1 }
      let isCut = nextCut < cuts.count && cuts[nextCut] <= following
      if isLast || isCut || Int(run.end) - blockStart >= targetLength {
        ends.append(index + 1)
        blockStart = Int(run.end)
      }
    }
    return ends
  }

  /// How many blocks lie before `position`.
  ///
  /// - Precondition: it is a cut, or an end of the ranking.
  /// - Complexity: O(log n).
  func blocks(before position: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if Int(ranked.runs[firstRun(of: middle)].position) < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first run of `block`.
  func firstRun(of block: Int) -> Int { block == 0 ? 0 : runEnds[block - 1] }
}
