internal import Reproducibility
internal import Statistics

extension Bootstrap {
  /// No more than so many groups of units are left out one after another; more units than that are put together at random, which
  /// leaves the acceleration's expectation as it is.
  static let mostJackknifeGroups = 2_000

  /// The bias-corrected interval of each figure; nil where the figure or its correction is undefined.
  func biasCorrectedIntervals(
    _ resamples: [[Double]], on parallelism: Parallelism, of figures: Figures
  ) -> [ConfidenceInterval?] {
    let estimates = figures(units.once, 1)[0]
    let jackknife = jackknifeValues(on: parallelism, of: figures)
    return estimates.indices.map { index in
      guard !estimates[index].isNaN else { return nil }
      return ConfidenceInterval.biasCorrected(
        of: resamples.map { $0[index] }.filter { !$0.isNaN }, estimate: estimates[index],
        jackknifeValues: jackknife.map { $0[index] }.filter { !$0.isNaN }, confidence: options.confidence)
    }
  }

  /// The figures with each unit, or each group of units, left out.
  private func jackknifeValues(on parallelism: Parallelism, of figures: Figures) -> [[Double]] {
    let groupCount = min(units.count, Self.mostJackknifeGroups)
    var generator = SeededGenerator(seed: options.seed).child(named: "jackknife")
    let order = groupCount == units.count ? Array(0..<units.count) : generator.shuffled(Array(0..<units.count))
    let width = Lanes.scalarCount
    return parallelism.map(count: (groupCount + width - 1) / width) { batch in
      let groups = (batch * width)..<min((batch + 1) * width, groupCount)
      var counts = units.once
      for (place, unit) in order.enumerated() where groups.contains(place % groupCount) {
        counts[unit][place % groupCount - groups.lowerBound] = 0
      }
      return figures(counts, groups.count)
    }.flatMap { $0 }
  }
}
