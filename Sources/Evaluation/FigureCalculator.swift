/// What of an evaluation is the same in every resample: the ranking, and where bins and thresholds are in it.
struct FigureCalculator: Sendable {
  let ranking: RankedScores
  let units: ResamplingUnits
  let positiveClass: Int
  let binCount: Int
  let unitSums: UnitSums
  let blocks: RankingBlocks
  let widthBins: [PlacedBin]
  let massBins: [PlacedBin]
  let thresholds: [PlacedThreshold]

  init(_ data: ScoredLabels, options: ValidatedEvaluationOptions) {
    let ranking = RankedScores(data, decision: options.decision)
    let units =
      data.truth.clusters.map { ResamplingUnits(clusters: $0, rows: ranking.rows) }
      ?? ResamplingUnits(positions: ranking.count)
    let ranked = RankedRuns(ranking, units: units)
    let widthBins = ranking.widthBins(count: options.binCount)
    let massBins = ranking.massBins(ends: Self.massBinEnds(of: ranked, units: units, count: options.binCount))
    let thresholds = ranking.thresholdPlaces(decision: options.decision)
    let edges = (widthBins + massBins).flatMap { [$0.positions.lowerBound, $0.positions.upperBound] }
    let blocks = RankingBlocks(ranked, cuts: edges + thresholds.map(\.position))
    self.ranking = ranking
    self.units = units
    positiveClass = data.truth.positiveClass
    binCount = options.binCount
    unitSums = UnitSums(ranking, units: units)
    self.blocks = blocks
    self.widthBins = widthBins.map { PlacedBin($0, in: blocks) }
    self.massBins = massBins.map { PlacedBin($0, in: blocks) }
    self.thresholds = thresholds.map { PlacedThreshold($0, in: blocks) }
  }

  /// Where bins of equal mass of the rows themselves end.
  private static func massBinEnds(of ranked: RankedRuns, units: ResamplingUnits, count: Int) -> [Int] {
    let blocks = RankingBlocks(ranked, cuts: [])
    let weights = ranked.weights(drawn: units.once)
    let seen = SeenSums(areas: blocks.areas(weights: weights), scores: blocks.scores(weights: weights), lane: 0)
    return MassBins(of: seen, in: blocks, weights: weights, lane: 0, count: count).ends
  }

  /// The figures of the rows themselves, as of a resample that drew every unit once.
  var unresampled: ResampleFigures { ResampleFigures(ResampleBatch(self, drawn: units.once), lane: 0) }
}

/// A bin and the blocks that it is made of.
struct PlacedBin: Sendable {
  let place: BinPlace
  let blocks: Range<Int>

  init(_ place: BinPlace, in blocks: RankingBlocks) {
    self.place = place
    self.blocks =
      blocks.blocks(before: place.positions.lowerBound)..<blocks.blocks(before: place.positions.upperBound)
  }
}

/// A threshold and how many blocks from the top are at or above it.
struct PlacedThreshold: Sendable {
  let place: ThresholdPlace
  let blockCount: Int

  init(_ place: ThresholdPlace, in blocks: RankingBlocks) {
    self.place = place
    blockCount = blocks.blocks(before: place.position)
  }
}
