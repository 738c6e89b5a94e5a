internal import Corpora
internal import Evaluation
internal import Reports
internal import Reproducibility

/// What tells the classes apart without being what is to be measured: who speaks, how a text is written, words by which the labels
/// were given, columns of the corpus.
struct ProxyChecks {
  let experiment: AuditedExperiment
  let baselines: [Baseline]

  /// From these areas under the ROC curve on, something that should not tell the classes tells them too well.
  private static let areas = (warning: 0.65, severe: 0.8)
  /// From these kappas between labels and a word list on, labels were given by that list, or as good as.
  private static let kappas = (warning: 0.6, severe: 0.9)

  func outcomes() throws -> [AuditOutcome] {
    [try actor(), try form(), try lexicon()] + (try columns())
  }

  private func actor() throws -> AuditOutcome {
    try baseline(
      .actor, check: "the actor tells the label",
      missing: "no column names the actors; say which does with --actor-column",
      because: "of actors that training and test share, who speaks alone",
      advice: "--split group:ACTORS and --mask actors show what is left without it")
  }

  private func form() throws -> AuditOutcome {
    try baseline(
      .form, check: "the form of a text tells the label", missing: "",
      because: "length, capitals, digits, quotation marks and final marks alone",
      advice: "look for sources or labels that come in a form of their own")
  }

  private func baseline(
    _ kind: Baseline.Kind, check: String, missing: String, because: String, advice: String
  ) throws -> AuditOutcome {
    guard let found = baselines.first(where: { $0.kind == kind }) else {
      return .notMade(.illegitimateFeatures, check, because: missing)
    }
    guard let area = try experiment.area(of: found.predictions.pooled), let value = area.value else {
      return .notMade(.illegitimateFeatures, check, because: "its area under the ROC curve is undefined")
    }
    let isSure = (area.low ?? value) > 0.5
    guard value >= Self.areas.warning, isSure else {
      return .clear(.illegitimateFeatures, check, because: "AUC \(ReportNumber.text(value, .decimals(3)))")
    }
    return .found(
      .illegitimateFeatures, check, value >= Self.areas.severe ? .severe : .warning,
      "\(because) tell the label with an AUC of \(ReportNumber.text(value, .decimals(3))); \(advice)",
      evidence: AuditFinding.Evidence(
        figures: [AuditFinding.Figure("AUC of \(kind.rawValue) alone", value, low: area.low, high: area.high)]))
  }

  private func lexicon() throws -> AuditOutcome {
    let check = "a word list gives the labels"
    guard !experiment.request.lexicon.isEmpty else {
      return .notMade(.illegitimateFeatures, check, because: "no list was named; --lexicon FILE takes one")
    }
    let hits = PhraseList(experiment.request.lexicon).matches(in: experiment.corpus.texts)
    let positives = experiment.examples.labels.map { $0 == experiment.rows.positiveClass }
    let kappa = try Self.kappa(of: hits, with: positives)
    guard let kappa, abs(kappa) >= Self.kappas.warning else {
      return .clear(
        .illegitimateFeatures, check,
        because: kappa.map { "kappa \(ReportNumber.text($0, .decimals(3)))" } ?? "kappa is undefined")
    }
    let differing = zip(hits, positives).count { $0 != $1 }
    return .found(
      .illegitimateFeatures, check, abs(kappa) >= Self.kappas.severe ? .severe : .warning,
      "whether a statement has a word of the list agrees with its label with a kappa of \(ReportNumber.text(kappa, .decimals(3))): labels given"
        + " by a list cannot be tested by features that see its words",
      evidence: AuditFinding.Evidence(
        rows: hits.count - differing, of: hits.count, figures: [AuditFinding.Figure("kappa", kappa)]))
  }

  /// Cohen's kappa of two yes-or-no judgements; nil where it is undefined.
  private static func kappa(of hits: [Bool], with positives: [Bool]) throws -> Double? {
    var options = EvaluationOptions()
    options.resampleCount = 0
    let data = try ScoredLabels(labels: positives.map { $0 ? 1 : 0 }, positiveScores: hits.map { $0 ? 1 : 0 })
    return try Evaluator(try options.validated()).intervals(of: [.kappa], for: data, on: .serial)[.kappa]?.value
  }

  /// Columns with few values, such as the outlet, by which the label can be told.
  private func columns() throws -> [AuditOutcome] {
    let corpus = experiment.corpus
    var outcomes: [AuditOutcome] = []
    let roles =
      [corpus.ids, corpus.texts]
      + [corpus.labels, corpus.actors, corpus.dates, corpus.weights.map { $0.map { "\($0)" } }]
      .compactMap { $0 }
    for name in corpus.columnNames {
      let values = try corpus.values(ofColumn: name)
      if roles.contains(where: { $0 == values }) || experiment.unitColumns.contains(where: { $0.name == name }) {
        continue
      }
      let index = GroupIndex(values)
      guard index.names.count >= 2, index.names.count <= max(2, min(50, corpus.count / 20)) else { continue }
      let predictions = try OutOfFoldPredictions(
        ratesByGroup: index.numbers, plan: experiment.plan, of: experiment.rows)
      guard let area = try experiment.area(of: predictions.pooled), let value = area.value else { continue }
      let check = "column \(name) tells the label"
      if value >= Self.areas.severe, (area.low ?? value) > 0.5 {
        outcomes.append(
          .found(
            .illegitimateFeatures, check, .warning,
            "column \(name), with \(index.names.count) values, tells the label with an AUC of \(ReportNumber.text(value, .decimals(3))): texts that"
              + " give it away give the label away",
            evidence: AuditFinding.Evidence(
              figures: [AuditFinding.Figure("AUC of \(name) alone", value, low: area.low, high: area.high)])))
      } else {
        outcomes.append(.clear(.illegitimateFeatures, check, because: "AUC \(ReportNumber.text(value, .decimals(3)))"))
      }
    }
    return outcomes
  }
}
