import Comparisons
import Reproducibility
import Testing

/// Whether intervals of smoothed means hold what the window averages.
@Suite struct SeriesCoverageTests {
  /// 1,000 simulations know a coverage of 0.95 to 0.007.
  @Test(arguments: SmoothingKernel.allCases) func intervalsCover(kernel: SmoothingKernel) {
    let found = Parallelism(threadCount: 2).map(count: 1_000) { index in
      var simulation = Simulation("smoothed", index)
      let rows = simulation.dated(clusters: 60, days: 90, largest: 5)
      let series = SmoothedSeries(of: rows.dated, at: [45], width: 50, kernel: kernel, confidence: 0.95)
      return (series.points[0].low ?? 1) <= 0 && (series.points[0].high ?? -1) >= 0
    }
    let covered = Double(found.count { $0 }) / Double(found.count)
    #expect(covered > 0.92 && covered < 0.98, "\(covered)")
  }

  @Test func fewClustersCoverTooOrHaveNone() {
    let found = Parallelism(threadCount: 2).map(count: 1_000) { index -> Bool? in
      var simulation = Simulation("few", index)
      let rows = simulation.dated(clusters: 8, days: 60, largest: 3)
      let series = SmoothedSeries(of: rows.dated, at: [30], width: 40, kernel: .kernel, confidence: 0.95)
      return series.points[0].low.map { $0 <= 0 && (series.points[0].high ?? -1) >= 0 }
    }
    let known = found.compactMap(\.self)
    let covered = Double(known.count { $0 }) / Double(known.count)
    #expect(known.count > 500 && covered > 0.89 && covered < 0.99, "\(covered) of \(known.count)")
  }
}
