internal import Evaluation
internal import Quotation
internal import Reproducibility

/// The figures of everything and of each kind, with intervals over articles.
struct ExtractionFigureTable {
  let overall: ExtractionFigures
  let kinds: [ExtractionEvaluation.Kind]
  let bootstrap: BootstrapSummary?

  init(_ score: ExtractionScore, options: ValidatedEvaluationOptions, on parallelism: Parallelism) {
    let groups = KindGroup.all.map { group in (group.name, score.articles.map { $0.tally(of: group) }) }.filter {
      let sum = ExtractionTally.sum($0.1)
      return sum[.gold] + sum[.predicted] > 0
    }
    // Everything first, then kind by kind.
    let tallies = [score.articles.map(\.tally)] + groups.map(\.1)
    @Sendable func values(weights: [Double]) -> [Double] {
      tallies.flatMap { ExtractionFigures.values(of: .sum($0, weights: weights)) }
    }
    let resampling = UnitBootstrap(
      unitCount: score.articles.count, clusters: Array(score.articles.indices), stream: "extraction", options: options)
    let outcome = resampling.outcome(
      on: parallelism, main: "the precision of statements", clusters: "articles", of: { values(weights: $0) })
    let whole = values(weights: Array(repeating: 1, count: score.articles.count))
    let figures = outcome?.adding(to: whole) ?? whole.map { MetricValue(value: $0.isNaN ? nil : $0) }
    let tables = tallies.enumerated().map { place, tallies in
      let start = place * ExtractionFigures.count
      return ExtractionFigures(.sum(tallies), values: Array(figures[start..<(start + ExtractionFigures.count)]))
    }
    overall = tables[0]
    kinds = zip(groups, tables.dropFirst()).map { ExtractionEvaluation.Kind(kind: $0.0, figures: $1) }
    bootstrap = outcome?.summary
  }
}

extension ExtractionFigures {
  /// Figures without intervals.
  init(_ tally: ExtractionTally) {
    self.init(tally, values: Self.values(of: tally).map { MetricValue(value: $0.isNaN ? nil : $0) })
  }
}

extension ScoredArticle {
  /// In what the two of a pair differ, of all that is stated.
  func differences(in pair: AttributionPair) -> [String] {
    let (gold, predicted) = (gold[pair.gold], predicted[pair.predicted])
    var differences: [String] = []
    if pair.contentF1 < 1 { differences.append("content") }
    if (gold.cue != nil || predicted.cue != nil) && pair.cueF1 < 1 { differences.append("cue") }
    if (gold.speaker != nil || predicted.speaker != nil) && pair.speakerF1 < 1 { differences.append("speaker") }
    if !MarkedAttribution.names(gold.actor, areThoseOf: predicted.actor) { differences.append("actor") }
    if !MarkedAttribution.names(gold.addressee, areThoseOf: predicted.addressee) { differences.append("addressee") }
    if let kind = gold.kind, let other = predicted.kind, kind != other { differences.append("kind") }
    if let voice = gold.voice, let other = predicted.voice, voice != other { differences.append("voice") }
    return differences
  }

  /// Some of the attributions, by their places.
  func inOrder(_ attributions: [MarkedAttribution], _ numbers: [Int]) -> [MarkedAttribution] {
    numbers.sorted { left, right in
      (attributions[left].content.start ?? 0, attributions[left].content.end ?? 0, left)
        < (attributions[right].content.start ?? 0, attributions[right].content.end ?? 0, right)
    }.map { attributions[$0] }
  }
}

extension ExtractionScore {
  /// How often each value of the gold was told as each.
  func confusion<Value: CaseIterable & RawRepresentable & Equatable>(
    of path: (MarkedAttribution) -> Value?
  ) -> ConfusionTable where Value.RawValue == String {
    let values = Array(Value.allCases)
    var counts = [[Double]](repeating: Array(repeating: 0, count: values.count), count: values.count)
    for article in articles {
      for pair in article.pairing.pairs {
        guard let gold = path(article.gold[pair.gold]).flatMap({ values.firstIndex(of: $0) }),
          let predicted = path(article.predicted[pair.predicted]).flatMap({ values.firstIndex(of: $0) })
        else { continue }
        counts[gold][predicted] += 1
      }
    }
    return ConfusionTable(labels: values.map(\.rawValue), counts: counts)
  }

  /// What has to be known about what was scored.
  var notes: [String] {
    var notes: [String] = []
    func list(_ names: [String]) -> String {
      names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    }
    if unscoredCount > 0 {
      notes.append(
        "predicted attributions left out, because their articles are not in the gold: \(unscoredCount), of "
          + list(unscored.map(\.name)))
    }
    if !silentArticles.isEmpty {
      notes.append(
        "articles without a predicted attribution, whose gold ones all count as missed: \(silentArticles.count), "
          + list(silentArticles))
    }
    let roughCount = articles.count { !$0.pairing.isOptimal }
    if roughCount > 0 {
      notes.append(
        "articles in which too many attributions overlap, so that the heaviest pairs were taken first: \(roughCount)")
    }
    let pairs = articles.flatMap { article in
      article.pairing.pairs.map { (article.gold[$0.gold], article.predicted[$0.predicted]) }
    }
    for (what, path) in [("actor", \MarkedAttribution.actor), ("addressee", \MarkedAttribution.addressee)]
    where pairs.contains(where: { !$0.0[keyPath: path].isEmpty }) && pairs.allSatisfy({ $0.1[keyPath: path].isEmpty }) {
      notes.append("no predicted attribution names an \(what), where the gold does")
    }
    return notes
  }
}
