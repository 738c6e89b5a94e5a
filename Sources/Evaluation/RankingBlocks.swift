/// The runs of a ranking in short blocks, at whose ends a pass notes what it has seen.
///
/// Bins and thresholds that are the same in every resample end where a block does, and are differences of two notes. Bins of
/// equal mass, which end elsewhere in each resample, are looked for in one block instead of in all rows.
struct RankingBlocks: Sendable {
  /// Entries in a block, but for the last, and where a cut or a long run of equal scores says otherwise.
  private static let targetLength = 128

  /// Some runs as the areas are computed from them: up to four kinds of entries, each of which may be missing.
  struct Group: Sendable {
    /// The end of entries of other classes at whose scores there is no positive entry, so that nothing is added up there.
    let looseEnd: Int32
    /// The end of entries of other classes that share their score with the positive entries that follow.
    let tiedEnd: Int32
    /// The end of those positive entries.
    let joinedEnd: Int32
    /// The end of positive entries each of which is alone at its score.
    var end: Int32
  }

  let ranked: RankedRuns
  /// The number of runs up to each block's end.
  let runEnds: [Int]
  /// The number of groups up to each block's end.
  let groupEnds: [Int]
  /// The number of entries up to each block's end.
  let entryEnds: [Int]
  let groups: [Group]

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
    var (groups, groupEnds) = ([Group](), [Int]())
    for (block, runEnd) in runEnds.enumerated() {
      let first = groups.count
      for run in ranked.runs[(block == 0 ? 0 : runEnds[block - 1])..<runEnd] where run.positives < run.end {
        if run.end - run.start > 1 {
          groups.append(Group(looseEnd: run.start, tiedEnd: run.positives, joinedEnd: run.end, end: run.end))
        } else if groups.count > first, groups[groups.count - 1].end == run.start {
          groups[groups.count - 1].end = run.end
        } else {
          groups.append(Group(looseEnd: run.start, tiedEnd: run.start, joinedEnd: run.start, end: run.end))
        }
      }
      let end = Int32(entryEnds[block])
      if groups.last?.end != end { groups.append(Group(looseEnd: end, tiedEnd: end, joinedEnd: end, end: end)) }
      groupEnds.append(groups.count)
    }
    self.ranked = ranked
    (self.runEnds, self.groupEnds, self.entryEnds, self.groups) = (runEnds, groupEnds, entryEnds, groups)
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
