import Comparisons
import Reproducibility
import Testing

@Suite struct SeriesChangeTests {
  private func changes(
    _ rows: SeriesRows, resamples: Int = 99, threads: Int = 1, _ change: (inout ChangePoints.Options) -> Void = { _ in }
  ) -> ChangePoints {
    var options = ChangePoints.Options()
    options.resampleCount = resamples
    change(&options)
    return ChangePoints(in: rows.dated, options: options, on: Parallelism(threadCount: threads))
  }

  /// Sixty clusters on as many days or fewer, with a mean that changes twice.
  private func rows(_ index: Int, days: Int = 90) -> SeriesRows {
    var simulation = Simulation("changes", index)
    return simulation.dated(clusters: 60, days: days, largest: 3) { $0 < days / 3 ? 0 : $0 < 2 * days / 3 ? 3 : -1 }
  }

  /// Every way to part the clusters, tried one by one.
  private func bruteForce(_ values: [Double], _ days: [Int], changes: Int, least: Int, from start: Int = 0) -> Double {
    func residualSum(_ part: ArraySlice<Double>) -> Double {
      let mean = part.reduce(0, +) / Double(part.count)
      return part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    guard changes > 0 else {
      return values.count - start >= least ? residualSum(values[start...]) : .infinity
    }
    return ((start + least)..<max(start + least, values.count)).filter { days[$0] != days[$0 - 1] }.map { end in
      residualSum(values[start..<end]) + bruteForce(values, days, changes: changes - 1, least: least, from: end)
    }.min() ?? .infinity
  }

  @Test(arguments: [10, 200]) func partsLeaveTheLeastSquaresOfAll(days: Int) throws {
    var simulation = Simulation("parts", days)
    var rows = SeriesRows()
    for cluster in 0..<24 {
      rows.append(simulation.normal(), day: simulation.generator.index(below: days), cluster: cluster)
    }
    let found = changes(rows) {
      $0.mostChanges = 3
      $0.leastObservations = 3
    }
    let order = rows.days.indices.sorted { rows.days[$0] < rows.days[$1] }
    try #require(found.fits.count == 4 && found.observations == 24)
    for fit in found.fits {
      let expected = bruteForce(
        order.map { rows.values[$0] }, order.map { rows.days[$0] }, changes: fit.changes, least: 3)
      #expect(abs(fit.residualSum - expected) < 1e-10 * expected)
    }
  }

  @Test func clearChangesAreFoundWithTheirMeans() throws {
    let found = changes(rows(0))
    try #require(found.changes.count == 2)
    let (up, down) = (found.changes[0], found.changes[1])
    #expect((28...33).contains(up.day) && (58...63).contains(down.day))
    #expect(up.after == down.before && abs(up.difference - (up.after - up.before)) < 1e-12)
    #expect(up.lowDay <= up.day && up.day <= up.highDay && up.highDay < down.lowDay)
    #expect(try #require(up.low) > 1 && #require(up.high) < 5 && #require(down.high) < -2)
    #expect(found.p == 0.01 && found.note == nil && (found.statistic ?? 0) > 10)
  }

  @Test func daysAndValuesMayBeShiftedAndScaled() throws {
    let rows = rows(1, days: 40)
    let found = changes(rows)
    var moved = rows
    moved.days = rows.days.map { $0 - 10_000 }
    moved.values = rows.values.map { 1_000 + 8 * $0 }
    let other = changes(moved)
    #expect(other.changes.map(\.day) == found.changes.map { $0.day - 10_000 } && !found.changes.isEmpty)
    #expect(other.changes.map(\.highDay) == found.changes.map { $0.highDay - 10_000 })
    #expect(other.p == found.p)
    for (one, expected) in zip(other.changes, found.changes) {
      #expect(abs(one.before - (1_000 + 8 * expected.before)) < 1e-9)
      #expect(abs(try #require(one.low) - 8 * #require(expected.low)) < 1e-9)
    }
  }

  @Test func orderNumbersRepetitionAndThreadsChangeNothing() {
    let rows = rows(2, days: 30)
    let found = changes(rows) { $0.blockLength = 3 }
    var generator = SeededGenerator(seed: 3)
    var other = rows.ordered(generator.shuffled(Array(rows.values.indices)))
    #expect(changes(other, threads: 2) { $0.blockLength = 3 } == found)
    other.clusters = other.clusters.map { 500 - 3 * $0 }
    #expect(changes(other) { $0.blockLength = 3 } == found)
    let twice = changes(rows.ordered(rows.values.indices.flatMap { [$0, $0] })) { $0.blockLength = 3 }
    #expect(twice.changes.map(\.day) == found.changes.map(\.day) && twice.observations == found.observations)
    #expect(!found.changes.isEmpty && twice.p == found.p)
  }

  @Test func whereNoneCanBeLookedForItSaysWhy() {
    func rows(_ days: [Int], _ value: (Int) -> Double) -> SeriesRows {
      SeriesRows(days: days, values: days.indices.map(value), clusters: Array(days.indices))
    }
    func note(_ rows: SeriesRows) -> String? {
      let found = changes(rows)
      #expect(found.changes.isEmpty && found.fits.isEmpty && found.p == nil && found.statistic == nil)
      return found.note
    }
    #expect(note(SeriesRows()) == "0 clusters are too few (10 at least were expected)")
    #expect(note(rows(Array(0..<9), Double.init)) == "9 clusters are too few (10 at least were expected)")
    #expect(note(rows([Int](repeating: 4, count: 12), Double.init)) == "all clusters are of one day")
    #expect(note(rows(Array(0..<12)) { _ in 0.1 }) == "the clusters do not differ at all")
    #expect(
      note(rows([0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2], Double.init))
        == "no day has 5 clusters before it and as many from it on")
    // A step without noise leaves nothing to divide by, and one change is all there is.
    let step = changes(rows(Array(0..<20)) { $0 < 10 ? 0.1 : 0.7 })
    #expect(step.changes.map(\.day) == [10] && step.statistic == nil && step.note == nil && step.changes[0].low == nil)
    #expect(step.changes[0].lowDay == 10 && step.changes[0].highDay == 10)
  }

  /// Far more days than places are tried.
  @Test func manyDaysAreSearchedAtSomePlaces() throws {
    var simulation = Simulation("many days", 0)
    var rows = SeriesRows()
    for day in 0..<6_000 { rows.append(simulation.normal() + (day < 2_500 ? 0 : 1), day: day, cluster: day) }
    let found = changes(rows, resamples: 19, threads: 2) { $0.mostChanges = 2 }
    try #require(found.changes.count == 1 && found.observations == 6_000)
    #expect(abs(found.changes[0].day - 2_500) < 30 && found.p == 0.05)
  }

  private func share(of count: Int, _ holds: @Sendable (Int) -> Bool) -> Double {
    Double(Parallelism(threadCount: 2).map(count: count, holds).count { $0 }) / Double(count)
  }

  private static func simulated(_ name: String, _ index: Int, change: Double, resamples: Int) -> ChangePoints {
    var simulation = Simulation(name, index)
    let rows = simulation.dated(clusters: 60, days: 120, largest: 3) { $0 < 50 ? 0 : change }
    var options = ChangePoints.Options()
    options.resampleCount = resamples
    return ChangePoints(in: rows.dated, options: options, on: .serial)
  }

  /// 1,000 simulations know a level of 0.05 to 0.007.
  @Test func withoutAChangeTheTestKeepsItsLevel() {
    let found = Parallelism(threadCount: 2).map(count: 1_000) {
      Self.simulated("none", $0, change: 0, resamples: 99).p ?? 1
    }
    let (rejected, halves) = (found.count { $0 <= 0.05 }, found.count { $0 <= 0.5 })
    #expect(rejected > 30 && rejected < 80, "\(rejected)")
    #expect(halves > 450 && halves < 550, "\(halves)")
  }

  @Test func aClearChangeIsFoundAndItsPlaceCovered() {
    let rejected = share(of: 200) { (Self.simulated("one", $0, change: 2, resamples: 99).p ?? 1) <= 0.05 }
    #expect(rejected > 0.97, "\(rejected)")
    // Days without clusters are no place for a part to begin, so that the new part may begin some days later.
    let covered = share(of: 400) { index in
      var simulation = Simulation("place", index)
      var rows = SeriesRows()
      for day in 0..<60 { rows.append(simulation.normal() + (day < 25 ? 0 : 1.5), day: day, cluster: day) }
      var options = ChangePoints.Options()
      options.resampleCount = 199
      return ChangePoints(in: rows.dated, options: options, on: .serial).changes.contains {
        $0.lowDay <= 25 && $0.highDay >= 25
      }
    }
    #expect(covered > 0.9, "\(covered)")
  }
}
