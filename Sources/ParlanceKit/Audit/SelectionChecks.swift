internal import Evaluation

/// How the test was made and used: whether there is one, who chose by it, and whether it stands for the corpus.
struct SelectionChecks {
  let experiment: AuditedExperiment

  /// So many differently configured models may be judged by one test before choosing among them shows.
  private static let usesLimit = 10
  /// By so much the share of a class among tested rows may differ from its share among all.
  private static let shareLimit = 0.05

  func outcomes() -> [AuditOutcome] {
    [
      .clear(
        .noTestSet, "rows tested by a model that was trained on them",
        because: "a fold plan that trains on what it tests is refused"),
      .clear(
        .preprocessing, "vocabulary, document frequencies or scales learnt from test rows",
        because: "all that learns is learnt anew from the training rows of each fold"),
      chosenSettings(), reuse(), coverage(), classShares(),
    ]
  }

  private var sameData: [EvaluationDocument] {
    experiment.request.evaluations.filter { $0.data.sha256 == experiment.examples.dataset.source.sha256 }
  }

  private func chosenSettings() -> AuditOutcome {
    let check = "settings chosen by the rows they are judged by"
    guard !experiment.request.evaluations.isEmpty else {
      return .notMade(.selection, check, because: "no results were named; --evaluation FILE takes them")
    }
    let chosen = sameData.filter { $0.best != nil && $0.kind == .crossvalidation }
    guard !chosen.isEmpty else { return .clear(.selection, check) }
    return .found(
      .selection, check, .warning,
      "\(chosen.count) of \(sameData.count) results report the best of several settings on the folds by which it was chosen;"
        + " --nested chooses inside each fold",
      evidence: AuditFinding.Evidence(
        figures: chosen.map { AuditFinding.Figure("settings tried", Double($0.grid.count)) }))
  }

  private func reuse() -> AuditOutcome {
    let check = "how often the test was used"
    guard !experiment.request.evaluations.isEmpty else {
      return .notMade(.selection, check, because: "no results were named; --evaluation FILE takes them")
    }
    let configurations = Set(sameData.map(\.configuration)).count
    let evidence = AuditFinding.Evidence(
      figures: [
        AuditFinding.Figure("results on this corpus", Double(sameData.count)),
        AuditFinding.Figure("different configurations", Double(configurations)),
      ])
    guard configurations > 1 else { return .clear(.selection, check, because: "one configuration was judged by it") }
    return .found(
      .selection, check, configurations > Self.usesLimit ? .warning : .notice,
      "\(configurations) different configurations were judged by this corpus: the best of them is the more flattered the more"
        + " there are; keep a corpus aside for the last word",
      evidence: evidence)
  }

  private func coverage() -> AuditOutcome {
    let check = "rows that no fold tests"
    let tested = Set(experiment.plan.folds.flatMap(\.testRows))
    let missing = experiment.plan.rowCount - tested.count
    guard missing > 0 else { return .clear(.samplingBias, check) }
    return .found(
      .samplingBias, check, .notice,
      "\(missing) of \(experiment.plan.rowCount) rows are tested by no fold, so that the figures do not speak of them",
      evidence: AuditFinding.Evidence(rows: missing, of: experiment.plan.rowCount))
  }

  private func classShares() -> AuditOutcome {
    let check = "classes as frequent in the test as in the corpus"
    let labels = experiment.examples.labels
    let tested = experiment.plan.folds.flatMap(\.testRows)
    let differences = experiment.examples.classes.names.indices.map { label -> Double in
      let share = Double(tested.count { labels[$0] == label }) / Double(max(1, tested.count))
      return share - Double(labels.count { $0 == label }) / Double(max(1, labels.count))
    }
    guard let largest = differences.indices.max(by: { abs(differences[$0]) < abs(differences[$1]) }),
      abs(differences[largest]) > Self.shareLimit
    else { return .clear(.samplingBias, check) }
    let name = experiment.examples.classes.names[largest]
    return .found(
      .samplingBias, check, .notice,
      "\"\(name)\" is \(differences[largest] > 0 ? "more" : "less") frequent among tested rows than in the corpus; precision and"
        + " calibration speak of the tested share",
      evidence: AuditFinding.Evidence(figures: [AuditFinding.Figure("difference of shares", differences[largest])]))
  }
}
