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
    let copies = CopyGroups(of: experiment.examples.dataset, dateColumn: experiment.request.design.dateColumn)
    return outcome(
      .duplicates, check: "the same or nearly the same text in training and test",
      of: FoldCrossing(experiment.plan, groups: (copies?.first ?? []).map { Optional($0) }),
      severeFrom: Self.severeShare,
      examples: "and trains on",
      saying: "are in their fold's training rows too, or nearly so; keep duplicates together, or leave all but one out")
  }

  private func containment() -> AuditOutcome {
    var parts = DisjointSets(count: experiment.corpus.count)
    for pair in ContainedTexts(experiment.corpus.texts, on: experiment.parallelism).pairs {
      parts.join(pair.row, pair.containerRow)
    }
    return outcome(
      .duplicates, check: "a text that is part of another in training and test",
      of: FoldCrossing(experiment.plan, groups: parts.roots().map { Optional($0) }), severeFrom: Self.severeShare,
      examples: "which shares its words with",
      saying: "are excerpts of one the fold trains on, or the other way round; keep excerpts with their source")
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
      let index = GroupIndex(try experiment.corpus.values(ofColumn: column.name))
      let groups = index.numbers.map { index.names[$0].isEmpty ? nil : Optional($0) }
      return outcome(
        .dependence, check: "one \(column.name) in training and test",
        of: FoldCrossing(experiment.plan, groups: groups), severeFrom: column.isNamed ? Self.severeShare : nil,
        examples: "beside",
        saying: "share their \(column.name) with training rows: they are not independent of them;"
          + " --split group:\(column.name) keeps them together")
    }
  }

  private func actors() -> AuditOutcome {
    let check = "one actor in training and test"
    guard let actors = experiment.actors else {
      return .notMade(.dependence, check, because: "no column names the actors; say which does with --actor-column")
    }
    return outcome(
      .dependence, check: check,
      of: FoldCrossing(experiment.plan, groups: actors.numbers.map { Optional($0) }), severeFrom: nil, examples: nil,
      saying: "are by actors the fold trains on: the figures speak of new statements by known actors only")
  }

  private func time() -> AuditOutcome {
    let check = "training on what came after the test"
    guard let days = experiment.days else {
      return .notMade(.temporal, check, because: "not every row has a date")
    }
    return outcome(
      .temporal, check: check, of: FoldCrossing(experiment.plan, trainedLaterThan: days.spans), severeFrom: nil,
      examples: "and trains on the later",
      saying:
        "are earlier than statements the fold trains on: the figures are no forecast; --split forward trains on earlier"
        + " ones only")
  }

  /// What a crossing of folds amounts to.
  ///
  /// - Parameters:
  ///   - share: the share of tested rows from which on it is severe; nil for a warning at most.
  ///   - words: what joins the two rows of an example; nil for no examples.
  private func outcome(
    _ type: LeakageType, check: String, of crossing: FoldCrossing, severeFrom share: Double?, examples words: String?,
    saying message: String
  ) -> AuditOutcome {
    guard !crossing.pairs.isEmpty else { return .clear(type, check) }
    let isSevere = share.map { crossing.share >= $0 } ?? false
    return .found(
      type, check, isSevere ? .severe : .warning,
      "\(crossing.pairs.count) of \(crossing.testedCount) tested statements \(message)",
      evidence: AuditFinding.Evidence(
        rows: crossing.pairs.count, of: crossing.testedCount,
        examples: words.map { experiment.examples(of: crossing, joinedBy: $0) } ?? []))
  }
}
