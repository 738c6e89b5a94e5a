internal import Comparisons
internal import Corpora
internal import Evaluation

extension DyadEstimate {
  /// Each actor on each target that it speaks of, in the order of their names, all drawn together towards the mean of the dyads.
  ///
  /// - Throws: `CorpusError` where there is no column of targets; `ConfigurationError` for too many pairs, or none.
  static func all(
    _ rows: ComparedRows, values: [Double], of corpus: Corpus, request: ActorComparisonRequest
  ) throws -> [DyadEstimate] {
    let written = try corpus.values(meaning: CorpusColumn.target.rawValue)
    let targets = rows.rows.map { written[$0] }
    let named = targets.indices.filter { !targets[$0].isEmpty }
    guard !named.isEmpty else {
      throw ConfigurationError(
        "\(corpus.source.name) names a target in no statement that is compared (at least one was expected)",
        hint: "--target-column names the column of those spoken of")
    }
    let targetIndex = GroupIndex(named.map { targets[$0] })
    let pairs = zip(named, targetIndex.numbers).map { row, target in
      rows.actors.numbers[row] * targetIndex.names.count + target
    }
    let numbers = Set(pairs).sorted()
    guard numbers.count <= ComparedRows.mostEstimates else {
      throw ConfigurationError(
        "\(corpus.source.name) has \(numbers.count) pairs of actors and targets (at most \(ComparedRows.mostEstimates) were expected)",
        hint: "--minimum and --where leave some out")
    }
    let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    let clusters = GroupIndex(named.map { rows.clusters[$0] })
    let table = ClusterTable(
      actors: pairs.map { places[$0] ?? 0 }, actorCount: numbers.count, clusters: clusters.numbers,
      clusterCount: clusters.names.count)
    let estimates = ClusteredEstimates(meansOf: named.map { values[$0] }, in: table)
    let measured = MeasuredActors(
      estimates, statements: table.statementCounts, measure: request.selection.measure, isAdjusted: false,
      confidence: request.options.confidence, method: request.heterogeneity)
    return numbers.indices.map { place in
      DyadEstimate(
        actor: rows.actors.names[numbers[place] / targetIndex.names.count],
        target: targetIndex.names[numbers[place] % targetIndex.names.count], n: table.statementCounts[place],
        clusters: table.clusterCounts[place], value: measured.values[place], shrunken: measured.shrunken[place])
    }
  }
}
