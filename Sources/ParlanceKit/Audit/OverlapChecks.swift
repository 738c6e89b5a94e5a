internal import Corpora
internal import Evaluation
internal import Reproducibility

/// What is on both sides of a fold and should not be: texts, parts of texts, documents, speakers, later dates.
struct OverlapChecks {
  let experiment: AuditedExperiment

  /// From this share of tested rows on, duplicates are severe.
  private static let severeShare = 0.01

  func outcomes() throws -> [AuditOutcome] {
    [duplicates(), containment()] + (try units()) + [actors(), time()]
  }

  private func duplicates() -> AuditOutcome {
    let check = "the same or nearly the same text in training and test"
    let groups = CopyGroups(experiment.corpus.texts).first
    let crossing = FoldCrossing(experiment.plan, groups: groups.map { Optional($0) })
    guard !crossing.pairs.isEmpty else { return .clear(.duplicates, check) }
    return .found(
      .duplicates, check, crossing.share >= Self.severeShare ? .severe : .warning,
      "\(crossing.pairs.count) of \(crossing.testedCount) tested statements are in their fold's training rows too, or nearly so;"
        + " keep duplicates together, or leave all but one out",
      evidence: AuditFinding.Evidence(
        rows: crossing.pairs.count, of: crossing.testedCount,
        examples: experiment.examples(of: crossing, joinedBy: "and trains on")))
  }

  private func containment() -> AuditOutcome {
    let check = "a text that is part of another in training and test"
    let contained = ContainedTexts(experiment.corpus.texts, on: experiment.parallelism).pairs
    var parts = DisjointSets(count: experiment.corpus.count)
    for pair in contained { parts.join(pair.row, pair.containerRow) }
    let crossing = FoldCrossing(experiment.plan, groups: parts.roots().map { Optional($0) })
    guard !crossing.pairs.isEmpty else { return .clear(.duplicates, check) }
    return .found(
      .duplicates, check, crossing.share >= Self.severeShare ? .severe : .warning,
      "\(crossing.pairs.count) of \(crossing.testedCount) tested statements are excerpts of one the fold trains on, or the other"
        + " way round; keep excerpts with their source",
      evidence: AuditFinding.Evidence(
        rows: crossing.pairs.count, of: crossing.testedCount,
        examples: experiment.examples(of: crossing, joinedBy: "which shares its words with")))
  }

  private func units() throws -> [AuditOutcome] {
    let columns = experiment.unitColumns
    guard !columns.isEmpty else {
      return [
        .notMade(
          .dependence, "documents and events shared across folds",
          because: "no column names them; say which does with --group")
      ]
    }
    return try columns.map { column in
      let check = "one \(column.name) in training and test"
      let values = try experiment.corpus.values(ofColumn: column.name)
      let index = GroupIndex(values)
      let groups = index.numbers.map { index.names[$0].isEmpty ? nil : Optional($0) }
      let crossing = FoldCrossing(experiment.plan, groups: groups)
      guard !crossing.pairs.isEmpty else { return .clear(.dependence, check) }
      let isSevere = column.isNamed && crossing.share >= Self.severeShare
      return .found(
        .dependence, check, isSevere ? .severe : .warning,
        "\(crossing.pairs.count) of \(crossing.testedCount) tested statements share their \(column.name) with training rows: they"
          + " are not independent of them; --split group:\(column.name) keeps them together",
        evidence: AuditFinding.Evidence(
          rows: crossing.pairs.count, of: crossing.testedCount,
          examples: experiment.examples(of: crossing, joinedBy: "beside")))
    }
  }

  private func actors() -> AuditOutcome {
    let check = "one actor in training and test"
    guard let actors = experiment.actors else {
      return .notMade(.dependence, check, because: "no column names the actors; say which does with --actor-column")
    }
    let crossing = FoldCrossing(experiment.plan, groups: actors.numbers.map { Optional($0) })
    guard !crossing.pairs.isEmpty else { return .clear(.dependence, check) }
    return .found(
      .dependence, check, .warning,
      "\(crossing.pairs.count) of \(crossing.testedCount) tested statements are by actors the fold trains on: the figures speak of"
        + " new statements by known actors only",
      evidence: AuditFinding.Evidence(rows: crossing.pairs.count, of: crossing.testedCount))
  }

  private func time() -> AuditOutcome {
    let check = "training on what came after the test"
    guard let dates = experiment.dates else {
      return .notMade(.temporal, check, because: "not every row has a date")
    }
    let crossing = FoldCrossing(experiment.plan, trainedLaterThan: dates)
    guard !crossing.pairs.isEmpty else { return .clear(.temporal, check) }
    return .found(
      .temporal, check, .warning,
      "\(crossing.pairs.count) of \(crossing.testedCount) tested statements are earlier than statements the fold trains on: the"
        + " figures are no forecast; --split forward trains on earlier ones only",
      evidence: AuditFinding.Evidence(
        rows: crossing.pairs.count, of: crossing.testedCount,
        examples: experiment.examples(of: crossing, joinedBy: "and trains on the later")))
  }
}
