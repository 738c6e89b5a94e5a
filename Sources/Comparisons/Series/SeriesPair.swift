internal import Reproducibility

/// Two series of the same periods, and their correlations where one is put in another order or periods are drawn anew.
struct SeriesPair: Sendable {
  let first: [Double?]
  let second: [Double?]

  private static let resamplesInPiece = 32

  func sums(of lag: LaggedCorrelation) -> LaggedCorrelation.Sums {
    lag.isSecondFollowing
      ? lag.sums(follower: second, leader: first) : lag.sums(follower: first, leader: second)
  }

  /// The correlations at each lag with the leading series in random orders of its blocks, a row for each order.
  ///
  /// Nil where an order brings gaps together so that too few periods are complete, or does away with what varies.
  func permutedCorrelations(
    of lags: [LaggedCorrelation], options: LaggedExchange.Options, generator: SeededGenerator,
    on parallelism: Parallelism
  ) -> [[Double?]] {
    let blocks = BlockOrder(count: first.count, length: options.blockLength)
    return resamples(options.resampleCount, on: parallelism) { index in
      var source = generator.child(named: "permutation", index: index)
      let leadingFirst = blocks.shuffled(from: &source).map { first[$0] }
      let leadingSecond = blocks.shuffled(from: &source).map { second[$0] }
      return lags.map { lag in
        let sums =
          lag.isSecondFollowing
          ? lag.sums(follower: second, leader: leadingFirst) : lag.sums(follower: first, leader: leadingSecond)
        return sums.count < LaggedExchange.leastPeriods ? nil : lag.correlation(of: sums)
      }
    }
  }

  /// The correlations at each lag over periods drawn in blocks, a row for each resample. A period is drawn with what precedes it, so
  /// that the ends of blocks join nothing that does not belong together.
  func resampledCorrelations(
    of lags: [LaggedCorrelation], options: LaggedExchange.Options, generator: SeededGenerator,
    on parallelism: Parallelism
  ) -> [[Double?]] {
    let blocks = BlockOrder(count: first.count, length: options.blockLength)
    return resamples(options.resampleCount, on: parallelism) { index in
      var source = generator.child(named: "resample", index: index)
      let periods = blocks.drawn(from: &source)
      return lags.map { lag in
        let (follower, leader) = lag.isSecondFollowing ? (second, first) : (first, second)
        var sums = LaggedCorrelation.Sums()
        for period in periods { lag.add(period, follower: follower, leader: leader, to: &sums) }
        return sums.count < LaggedExchange.leastPeriods ? nil : lag.correlation(of: sums)
      }
    }
  }

  private func resamples(
    _ count: Int, on parallelism: Parallelism, _ body: @Sendable (Int) -> [Double?]
  ) -> [[Double?]] {
    let pieces = Pieces(itemCount: count, targetLength: Self.resamplesInPiece)
    return parallelism.map(count: pieces.count) { piece in pieces[piece].map(body) }.flatMap(\.self)
  }
}
