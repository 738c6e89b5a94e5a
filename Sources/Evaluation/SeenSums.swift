/// Sums over consecutive rows of a ranking.
struct RankedSums {
  var weight = 0.0
  var positive = 0.0
  var score = 0.0

  static func - (left: RankedSums, right: RankedSums) -> RankedSums {
    RankedSums(
      weight: left.weight - right.weight, positive: left.positive - right.positive, score: left.score - right.score)
  }
}

/// What the passes over a ranking had seen before each of its blocks, in one resample.
struct SeenSums {
  private let areas: RankingAreas
  private let scores: [Lanes]
  private let lane: Int

  init(areas: RankingAreas, scores: [Lanes], lane: Int) {
    self.areas = areas
    self.scores = scores
    self.lane = lane
  }

  /// The sums over all blocks before `block`.
  func before(_ block: Int) -> RankedSums {
    let positive = areas.positives[block][lane]
    return RankedSums(weight: weight(before: block), positive: positive, score: scores[block][lane])
  }

  /// The weight before `block`.
  func weight(before block: Int) -> Double {
    areas.positives[block][lane] + (areas.others[block][lane] - RankingAreas.offset)
  }

  /// The sums over `blocks`.
  subscript(blocks: Range<Int>) -> RankedSums { before(blocks.upperBound) - before(blocks.lowerBound) }

  /// The sums over each of `bins`.
  func over(_ bins: [PlacedBin]) -> [RankedSums] { bins.map { self[$0.blocks] } }

  /// The sums over all blocks.
  var all: RankedSums { before(scores.count - 1) }
}
