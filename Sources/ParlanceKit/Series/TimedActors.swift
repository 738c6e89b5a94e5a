internal import Comparisons
internal import Corpora

/// Each actor's statements with the days they were made on.
struct TimedActors {
  /// The statements of each actor, in the order of their names.
  let actors: [DatedValues]
  /// The mean of each actor's clusters, at the mean of their days, earliest first.
  let clusterMeans: [[ClusterMean]]
  /// The days from the first statement of anybody to the last.
  let days: ClosedRange<Int>
  /// What was made of coarse dates, in sentences.
  let notes: [String]

  /// - Throws: `ConfigurationError` where there is no column of dates, or with the place of what is none.
  init(_ rows: ComparedRows, values: [Double], corpus: Corpus) throws {
    let dates = try corpus.dated(
      expecting: "day, month or year", hint: "fill the dates, or leave such rows out with --where"
    ) { $0 }
    let chosen = rows.rows.map { dates[$0] }
    let days = chosen.map(\.middleDayNumber)
    actors = rows.actors.rows.map { own in
      DatedValues(
        days: own.map { days[$0] }, values: own.map { values[$0] }, clusters: own.map { rows.table.clusters[$0] })
    }
    clusterMeans = actors.map { $0.clusterMeans() }
    self.days = (days.min() ?? 0)...(days.max() ?? 0)
    let coarse = chosen.count { $0.day == nil }
    notes =
      coarse > 0
      ? ["\(coarse) of \(chosen.count) dates tell a month or a year only, and are taken for the day in its middle"] : []
  }
}
