import Comparisons
import Reproducibility
import Statistics
import Testing

@Suite struct SeriesSmoothingTests {
  private static let days = Array(stride(from: -10, through: 110, by: 10))

  private func rows(_ index: Int = 0) -> SeriesRows {
    var simulation = Simulation("smoothing", index)
    return simulation.dated(clusters: 40, days: 100, largest: 4) { Double($0) / 50 }
  }

  private func smoothed(_ rows: SeriesRows, at days: [Int] = days, width: Int = 30, _ kernel: SmoothingKernel)
    -> [SmoothedSeries.Point]
  {
    SmoothedSeries(of: rows.dated, at: days, width: width, kernel: kernel, confidence: 0.95).points
  }

  private func expectAlike(
    _ found: [SmoothedSeries.Point], _ expected: [SmoothedSeries.Point], scale: Double = 1, shift: Double = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    func isClose(_ one: Double?, _ other: Double?) -> Bool {
      guard let one, let other else { return one == nil && other == nil }
      return abs(one - other) < 1e-9 * max(1, abs(other))
    }
    #expect(found.count == expected.count && expected.contains { $0.low != nil }, sourceLocation: sourceLocation)
    for (one, other) in zip(found, expected) {
      #expect(isClose(one.value, other.value.map { scale * $0 + shift }), sourceLocation: sourceLocation)
      #expect(isClose(one.standardError, other.standardError.map { abs(scale) * $0 }), sourceLocation: sourceLocation)
      let ends = [other.low, other.high].map { $0.map { scale * $0 + shift } }
      #expect(isClose(one.low, scale < 0 ? ends[1] : ends[0]), sourceLocation: sourceLocation)
      #expect(isClose(one.high, scale < 0 ? ends[0] : ends[1]), sourceLocation: sourceLocation)
      #expect(one.clusters == other.clusters && one.note == other.note, sourceLocation: sourceLocation)
    }
  }

  /// A rolling window over everything is the plain mean with its cluster-robust error.
  @Test func aWindowOverAllIsThePlainMean() throws {
    let rows = rows()
    let table = ClusterTable(
      actors: rows.values.map { _ in 0 }, actorCount: 1, clusters: rows.clusters, clusterCount: 40)
    let plain = ClusteredEstimates(meansOf: rows.values, in: table)
    let interval = try #require(plain.interval(of: 0, confidence: 0.95))
    let point = smoothed(rows, at: [50], width: 400, .rolling)[0]
    #expect(abs(try #require(point.value) - plain.values[0]) < 1e-13)
    #expect(abs(try #require(point.standardError) - #require(plain.standardError(of: 0))) < 1e-13)
    #expect(abs(try #require(point.low) - interval.low) < 1e-12)
    #expect(abs(try #require(point.high) - interval.high) < 1e-12)
    #expect(point.statements == rows.values.count && point.clusters == 40 && point.note == nil)
    // So wide a kernel is nearly flat.
    let flat = smoothed(rows, at: [50], width: 10_000_000, .kernel)[0]
    #expect(abs(try #require(flat.value) - plain.values[0]) < 1e-9)
  }

  @Test(arguments: SmoothingKernel.allCases) func daysAndValuesMayBeShiftedAndScaled(kernel: SmoothingKernel) {
    let rows = rows()
    let found = smoothed(rows, kernel)
    var later = rows
    later.days = rows.days.map { $0 + 12_345 }
    let shifted = smoothed(later, at: Self.days.map { $0 + 12_345 }, kernel)
    #expect(shifted.map(\.value) == found.map(\.value) && shifted.map(\.high) == found.map(\.high))
    var scaled = rows
    scaled.values = rows.values.map { 100 - 3 * $0 }
    expectAlike(smoothed(scaled, kernel), found, scale: -3, shift: 100)
  }

  @Test(arguments: SmoothingKernel.allCases) func orderNumbersAndRepetitionChangeNothing(kernel: SmoothingKernel) {
    let rows = rows()
    let found = smoothed(rows, kernel)
    var generator = SeededGenerator(seed: 3)
    #expect(smoothed(rows.ordered(generator.shuffled(Array(rows.values.indices))), kernel) == found)
    var renumbered = rows
    renumbered.clusters = rows.clusters.map { 7 * (100 - $0) }
    expectAlike(smoothed(renumbered, kernel), found)
    let twice = rows.ordered(rows.values.indices.flatMap { [$0, $0] })
    expectAlike(smoothed(twice, kernel), found)
    #expect(smoothed(twice, kernel).map(\.statements) == found.map { 2 * $0.statements })
  }

  @Test(arguments: SmoothingKernel.allCases) func meansStayWithinTheWindowsValues(kernel: SmoothingKernel) {
    let rows = rows(1)
    for point in smoothed(rows, at: Array(0..<100), width: 7, kernel) {
      let near = zip(rows.days, rows.values).filter { kernel.weight(at: $0.0 - point.day, width: 7) > 0 }.map(\.1)
      #expect(point.statements == near.count)
      #expect((point.value == nil) == near.isEmpty)
      if let value = point.value { #expect(near.contains { $0 <= value } && near.contains { $0 >= value }) }
    }
  }

  @Test func gapsAndSingleClustersSayWhy() {
    var rows = SeriesRows()
    for (day, cluster, value) in [(0, 0, 0.5), (0, 0, 0.7), (20, 1, 0.1), (21, 2, 0.3), (40, 3, 0.2), (41, 4, 0.2)] {
      rows.append(value, day: day, cluster: cluster)
    }
    let points = smoothed(rows, at: [0, 10, 20, 40, 60], width: 10, .rolling)
    #expect(points.map { $0.value.map { ($0 * 1e9).rounded() / 1e9 } } == [0.6, nil, 0.2, 0.2, nil])
    #expect(
      points[0].note == "one cluster alone has no error" && points[0].standardError == nil && points[0].low == nil)
    #expect(points[1].note == "no statements within 5 days" && points[1].statements == 0)
    // Two clusters: half their distance, and t with one degree of freedom.
    #expect(points[2].note == nil && abs((points[2].standardError ?? 0) - 0.1) < 1e-12)
    #expect(abs((points[2].high ?? 0) - (0.2 + 0.1 * 12.706_204_736_174_7)) < 1e-9)
    #expect(points[3].note == "its clusters do not differ at all" && points[3].low == nil)
    // At the edge of a kernel's window nothing weighs.
    #expect(smoothed(rows, at: [5], width: 10, .kernel)[0].note == "no statements within 4 days")
    #expect(smoothed(rows, at: [5], width: 10, .rolling)[0].clusters == 1)
    #expect(smoothed(rows, at: [5], width: 1, .kernel)[0].note == "no statements on the day")
    // Of two clusters one is far nearer.
    let lopsided = smoothed(rows, at: [17], width: 9, .kernel)[0]
    #expect(lopsided.clusters == 2 && lopsided.standardError != nil && lopsided.low == nil)
    #expect(lopsided.note == "one cluster outweighs the others, so that its error is not known")
    let none = DatedValues(days: [], values: [], clusters: [])
    #expect(SmoothedSeries(of: none, at: [3], width: 5, kernel: .kernel, confidence: 0.9).points[0].value == nil)
  }

  /// The width by its definition, every statement by all others.
  private func loss(_ series: [SeriesRows], width: Int, _ kernel: SmoothingKernel) -> Double {
    var (sum, count) = (0.0, 0)
    for rows in series {
      for (row, day) in rows.days.enumerated() {
        let others = rows.days.indices.filter { rows.clusters[$0] != rows.clusters[row] }
        let weights = others.map { kernel.weight(at: rows.days[$0] - day, width: width) }
        let total = weights.reduce(0, +)
        let prediction =
          total > 0
          ? zip(others, weights).reduce(0) { $0 + $1.1 * rows.values[$1.0] } / total
          : others.reduce(0) { $0 + rows.values[$1] } / Double(others.count)
        sum += (rows.values[row] - prediction) * (rows.values[row] - prediction)
        count += 1
      }
    }
    return sum / Double(count)
  }

  @Test(arguments: SmoothingKernel.allCases) func widthsLoseWhatLeavingOutClustersLoses(kernel: SmoothingKernel) {
    var series = [rows(2), rows(3)]
    // A cluster that spans days.
    series[0].clusters = series[0].clusters.map { $0 < 6 ? 0 : $0 }
    let candidates = [1, 5, 20, 60, 300]
    let found = SmoothingWidth(for: series.map(\.dated), candidates: candidates, kernel: kernel)
    let expected = candidates.map { loss(series, width: $0, kernel) }
    for (one, other) in zip(found.losses, expected) { #expect(abs(one - other) < 1e-12 * other) }
    #expect(found.losses.count == 5 && expected[candidates.firstIndex(of: found.days) ?? 0] == expected.min())
    // Someone of a single cluster tells nothing.
    let alone = DatedValues(days: [1, 2], values: [5, 9], clusters: [0, 0])
    #expect(SmoothingWidth(for: series.map(\.dated) + [alone], candidates: candidates, kernel: kernel) == found)
    let nothing = SmoothingWidth(for: [alone], candidates: [30, 90, 60], kernel: kernel)
    #expect(nothing.days == 90 && nothing.losses.isEmpty)
  }

  /// A wave of 60 days is followed by a narrow window, and noise about a constant by the widest.
  @Test(arguments: SmoothingKernel.allCases) func widthsFollowWhatThereIs(kernel: SmoothingKernel) {
    var simulation = Simulation("widths", 0)
    let wave = simulation.dated(clusters: 400, days: 400, largest: 3) { $0 / 30 % 2 == 0 ? 2 : -2 }
    let flat = simulation.dated(clusters: 400, days: 400, largest: 3)
    let candidates = [15, 30, 120, 800]
    #expect(SmoothingWidth(for: [wave.dated], candidates: candidates, kernel: kernel).days <= 30)
    #expect(SmoothingWidth(for: [flat.dated], candidates: candidates, kernel: kernel).days >= 120)
  }

  @Test func alikeWidthsGoToTheWider() {
    let dated = DatedValues(days: [0, 1, 2], values: [0.3, 0.1, 0.7], clusters: [0, 1, 2])
    #expect(SmoothingWidth(for: [dated], candidates: [10, 40, 20], kernel: .rolling).days == 40)
  }
}
