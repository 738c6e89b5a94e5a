internal import Comparisons
internal import Evaluation

extension PeriodEstimate {
  /// Periods beyond this are more than dates can be meant to span.
  private static let mostPeriods = 2_400

  /// Each actor in each part of time, from the first with a statement of anybody to the last; those without are there, with no value.
  static func series(
    _ rows: ComparedRows, values: [Double], selection: ActorSelection, confidence: Double
  ) -> [PeriodEstimate] {
    guard let period = selection.period, let numbers = rows.periods, let first = numbers.min(),
      let last = numbers.max()
    else { return [] }
    var rowsOf: [Int: [Int]] = [:]
    for (row, number) in numbers.enumerated() { rowsOf[number, default: []].append(row) }
    // A corpus with a date of another age among its own shows only the periods that have statements.
    let shown = last - first < mostPeriods ? Array(first...last) : rowsOf.keys.sorted()
    let parts = shown.map { number in
      EstimatesOfPart(
        rows, rows: rowsOf[number] ?? [], values: values, measure: selection.measure, confidence: confidence)
    }
    return rows.actors.names.indices.flatMap { actor in
      zip(shown, parts).map { number, part in
        let found = part.estimates[actor]
        return PeriodEstimate(
          actor: rows.actors.names[actor], period: period.name(of: number), middleDay: period.middleDay(of: number),
          n: found?.n ?? 0, clusters: found?.clusters ?? 0,
          value: found?.value ?? MetricValue(value: nil, note: "no statements"))
      }
    }
  }
}

/// The estimates of those who speak in one part of time, by the number of the actor.
private struct EstimatesOfPart {
  let estimates: [Int: (n: Int, clusters: Int, value: MetricValue)]

  init(
    _ all: ComparedRows, rows: [Int], values: [Double], measure: ComparisonMeasure, confidence: Double
  ) {
    guard !rows.isEmpty else {
      estimates = [:]
      return
    }
    let speakers = Set(rows.map { all.actors.numbers[$0] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: speakers.enumerated().map { ($1, $0) })
    let clusters = GroupIndex(rows.map { all.clusters[$0] })
    let table = ClusterTable(
      actors: rows.map { places[all.actors.numbers[$0]] ?? 0 }, actorCount: speakers.count, clusters: clusters.numbers,
      clusterCount: clusters.names.count)
    let found = ClusteredEstimates(meansOf: rows.map { values[$0] }, in: table)
    estimates = Dictionary(
      uniqueKeysWithValues: speakers.enumerated().map { place, actor in
        let value = MeasuredActors.value(
          found, place, statements: table.statementCounts[place], measure: measure, confidence: confidence)
        return (actor, (table.statementCounts[place], table.clusterCounts[place], value))
      })
  }
}
