internal import Comparisons
internal import Corpora
internal import Evaluation
public import Reproducibility

extension ActorSeriesDocument {
  /// Follows the actors of a scored corpus over time.
  ///
  /// - Throws: `CorpusError` for columns that are not there; `ConfigurationError` for nobody, missing dates, exchange that names
  ///   nobody, and options that do not go together.
  /// - Complexity: O(n log n), days of the series times statements in a window, and for each actor resamples times clusters.
  public init(_ scored: ScoredCorpus, request: ActorSeriesRequest, on parallelism: Parallelism) throws {
    let request = try request.resolved()
    let selection = request.selection
    let rows = try ComparedRows(scored, selection: selection, fewestActors: 1)
    let values = try rows.values(of: selection.measure, threshold: selection.threshold)
    let timed = try TimedActors(rows, values: values, corpus: scored.corpus)
    let found = SeriesValues(timed, rows: rows, values: values, request: request)
    let changes = timed.actors.map { actor in
      request.changes.mostChanges > 0 ? ChangePoints(in: actor, options: request.changes, on: parallelism) : nil
    }
    actors = rows.actors.names.indices.map { actor in
      ActorSeries(
        rows.actors.names[actor], timed: timed, number: actor, points: found.points[actor], changes: changes[actor])
    }
    exchange = try ExchangeLag.all(rows, values: values, request: request, on: parallelism)
    events = request.events?.events ?? []
    (by, cluster, measure, threshold) = (selection.by, selection.cluster, selection.measure, selection.threshold)
    (smooth, width, widths) = (found.smoothing, found.width, found.losses)
    (period, confidence) = (selection.period, request.confidence)
    (resamples, seed) = (request.resampleCount, request.seed)
    (clusters, statements) = (rows.table.clusterCount, rows.table.count)
    (positive, scores, data) = (scored.positive, scored.scores, scored.data)
    notes = scored.notes + rows.notes + timed.notes + Self.notes(timed, request: request)
    version = ProgramVersion.current
  }

  private static func notes(_ timed: TimedActors, request: ActorSeriesRequest) -> [String] {
    var notes: [String] = []
    if request.selection.cluster == nil { notes.append(ActorComparisonDocument.independenceNote) }
    let beyond = (request.events?.events ?? []).filter { !timed.days.contains($0.day) }
    if !beyond.isEmpty {
      notes.append(
        "\(beyond.count) events are before the first statement or after the last, and not drawn: "
          + beyond.map(\.label).listed)
    }
    return notes
  }
}

extension ActorSeries {
  /// More clusters than this cannot be told apart in a drawing.
  private static let mostObservations = 400

  fileprivate init(
    _ name: String, timed: TimedActors, number: Int, points: [SeriesPoint], changes: ChangePoints?
  ) {
    let values = timed.actors[number]
    actor = name
    n = values.count
    clusters = timed.clusterMeans[number].count
    self.points = points
    self.changes = changes?.changes.map { SeriesChange($0) } ?? []
    (pNoChange, changesNote) = (changes?.p, changes?.note)
    observations = clusters <= Self.mostObservations ? timed.clusterMeans[number] : []
  }
}

extension SeriesChange {
  fileprivate init(_ change: ChangePoints.Change) {
    (day, lowDay, highDay) = (change.day, change.lowDay, change.highDay)
    date = StatementDate.text(ofDay: day)
    low = StatementDate.text(ofDay: lowDay)
    high = StatementDate.text(ofDay: highDay)
    (before, after, difference) = (change.before, change.after, change.difference)
    (differenceLow, differenceHigh) = (change.low, change.high)
  }
}

extension StatementDate {
  /// How a day is written.
  static func text(ofDay number: Int) -> String { StatementDate(dayNumber: number)?.description ?? "" }
}
