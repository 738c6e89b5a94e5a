internal import Comparisons
internal import Corpora
internal import Evaluation
public import Reproducibility

extension ActorComparisonDocument {
  /// Fewer clusters than this give intervals that are unsure, however they are made.
  static let fewClusters = 20
  /// What is said where no clusters are named.
  static let independenceNote =
    "each statement is taken for independent: --cluster names the column of speeches or articles, within which they are not"
  /// More actors make more pairs than anybody reads.
  private static let mostActorsInPairs = 60

  /// Compares the actors of a scored corpus.
  ///
  /// - Throws: `CorpusError` for columns that are not there; `ConfigurationError` for one actor only, dates that tell no period, and
  ///   contrasts that name nobody; `ComparisonsError` for controls that cannot be told apart from actors.
  /// - Complexity: O(resamples × what actors have in clusters).
  public init(_ scored: ScoredCorpus, request: ActorComparisonRequest, on parallelism: Parallelism) throws {
    try request.check()
    let selection = request.selection
    let rows = try ComparedRows(scored, selection: selection)
    let names = rows.actors.names
    let pairs = try Self.pairs(of: names, request: request)
    let values = try rows.values(of: selection.measure, threshold: selection.threshold)
    let controls = try rows.controls(of: scored.corpus, request: request)
    let estimates =
      controls.isEmpty
      ? ClusteredEstimates(meansOf: values, in: rows.table)
      : try ClusteredEstimates(adjustedMeansOf: values, in: rows.table, for: controls)
    let measured = MeasuredActors(
      estimates, statements: rows.table.statementCounts, measure: selection.measure, isAdjusted: !controls.isEmpty,
      confidence: request.options.confidence, method: request.heterogeneity)
    actors = try Self.actors(rows, estimates: estimates, measured: measured, request: request)
    pooling = measured.pooling
    let family = ContrastFamily(
      pairs ?? [], of: estimates, values: values, in: rows.table, isAdjusted: !controls.isEmpty,
      options: request.options, on: parallelism)
    contrasts = family.contrasts.map { ComparedContrast(a: names[$0.first], b: names[$0.second], contrast: $0) }
    periods = PeriodEstimate.series(
      rows, values: values, selection: selection, confidence: request.options.confidence)
    dyads = request.byTarget ? try DyadEstimate.all(rows, values: values, of: scored.corpus, request: request) : []
    (by, cluster, measure, threshold) = (selection.by, selection.cluster, selection.measure, selection.threshold)
    (adjust, period, confidence) = (request.adjust, selection.period, request.options.confidence)
    (resamples, seed) = (request.options.resampleCount, request.options.seed)
    (clusters, statements) = (rows.table.clusterCount, rows.table.count)
    (positive, scores, data) = (scored.positive, scored.scores, scored.data)
    notes =
      scored.notes + rows.notes
      + Self.notes(actors, rows: rows, scored: scored, hasPairs: pairs != nil, request: request)
    version = ProgramVersion.current
  }

  /// The pairs to compare; nil where all were asked for and are too many.
  private static func pairs(
    of names: [String], request: ActorComparisonRequest
  ) throws -> [(first: Int, second: Int)]? {
    guard request.contrasts.isEmpty else {
      let known = ActorNames(names)
      return try request.contrasts.map { text in
        let (first, second) = try known.pair(text, of: "--contrast")
        let numbers = [first, second].compactMap { names.firstIndex(of: $0) }
        return (numbers[0], numbers[1])
      }
    }
    guard names.count <= mostActorsInPairs else { return nil }
    return names.indices.flatMap { first in names.indices[(first + 1)...].map { (first, $0) } }
  }

  private static func actors(
    _ rows: ComparedRows, estimates: ClusteredEstimates, measured: MeasuredActors, request: ActorComparisonRequest
  ) throws -> [ComparedActor] {
    let table = rows.table
    func figures(_ measure: ComparisonMeasure) throws -> [MetricValue] {
      if measure == .logit, rows.logits == nil {
        return rows.actors.names.map { _ in MetricValue(value: nil, note: "probabilities of 0 or 1 have no log-odds") }
      }
      let plain = ClusteredEstimates(
        meansOf: try rows.values(of: measure, threshold: request.selection.threshold), in: table)
      return rows.actors.names.indices.map {
        MeasuredActors.value(
          plain, $0, statements: table.statementCounts[$0], measure: measure, confidence: request.options.confidence)
      }
    }
    let (probabilities, logits, shares) = (try figures(.probability), try figures(.logit), try figures(.share))
    let found = rows.actors.names.indices.map { actor in
      ComparedActor(
        actor: rows.actors.names[actor], n: table.statementCounts[actor], clusters: table.clusterCounts[actor],
        estimate: measured.values[actor], standardError: estimates.standardError(of: actor),
        shrunken: measured.shrunken[actor], meanProbability: probabilities[actor], meanLogit: logits[actor],
        share: shares[actor])
    }
    // Names are in their order already, and sorting by estimates keeps that of equals.
    return found.enumerated().sorted {
      (-($0.element.estimate.value ?? 0), $0.offset) < (-($1.element.estimate.value ?? 0), $1.offset)
    }.map(\.element)
  }

  private static func notes(
    _ actors: [ComparedActor], rows: ComparedRows, scored: ScoredCorpus, hasPairs: Bool,
    request: ActorComparisonRequest
  ) -> [String] {
    var notes: [String] = []
    if request.selection.cluster == nil { notes.append(independenceNote) }
    let few = actors.filter { $0.clusters < fewClusters }
    if !few.isEmpty {
      notes.append(
        "fewer than \(fewClusters) clusters, so that intervals are unsure: "
          + few.map { "\($0.actor) (\($0.clusters))" }.listed)
    }
    if !hasPairs {
      notes.append(
        "\(actors.count) actors make more pairs than can be read: name some with --contrast \"A - B\", or leave actors out with --minimum"
      )
    }
    if let note = rows.reportNote(of: scored.corpus) { notes.append(note) }
    if scored.corpus.weights != nil { notes.append("the corpus's weights are not used: each statement counts once") }
    return notes
  }
}
