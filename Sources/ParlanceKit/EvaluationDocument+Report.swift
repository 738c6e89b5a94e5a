internal import Classifiers
internal import Evaluation
public import Reports
internal import Reproducibility

extension EvaluationDocument {
  /// The document for eyes.
  public var report: Report {
    Report(
      title: kind == .evaluation
        ? "Evaluation of \(FilePath.lastComponent(of: model ?? "a model"))"
        : "Cross-validation of \(FilePath.lastComponent(of: data.name))",
      subtitle: "The score is the probability of “\(positive)”",
      summary: summary,
      sections: [
        discrimination, baselineSection, calibrationSection, groupSection, decisions, foldSection, permutationSection,
        nestedSection, gridSection, ablationSection, importanceSection, featureSection, reading,
      ].compactMap { $0 },
      provenance: provenance)
  }

  private var positive: String { result.positive }

  private var summary: [ReportFact] {
    let area = result.metrics[.rocAUC]
    return [
      ReportFact("rows", .count(result.rows)),
      ReportFact("share of \(positive)", .number(result.prevalence, .percent(1))),
      ReportFact("ROC AUC", area.reportValue),
      ReportFact("F1 of \(positive)", result.metrics[.f1].reportValue),
      ReportFact("accuracy", result.metrics[.accuracy].reportValue),
    ]
  }

  private var discrimination: ReportSection {
    var blocks: [ReportBlock] = [
      .table(
        ReportTable(
          caption: "Figures with \(intervalWords)", columns: [ReportColumn("figure"), ReportColumn("value")],
          rows: Metric.allCases.map { [.text($0.title), result.metrics[$0].reportValue] }))
    ]
    blocks += Metric.allCases.compactMap { metric in
      result.metrics[metric].note.map { .note("\(metric.title): \($0)") }
    }
    if !result.rocCurve.isEmpty {
      let points = result.rocCurve.map {
        ReportFigure.Curve.Point(x: $0.falsePositiveRate, y: $0.truePositiveRate, threshold: $0.threshold)
      }
      blocks.append(
        .figure(
          ReportFigure(
            title: "ROC curve", caption: "The diagonal is chance.",
            drawing: .curve(
              ReportFigure.Curve(
                kind: .rocCurve,
                series: [.init(label: positive, points: points, area: result.metrics[.rocAUC].reportValue)])))))
      blocks.append(
        .figure(
          ReportFigure(
            title: "Precision and recall", caption: "The line is the share of \(positive): what chance would reach.",
            drawing: .curve(
              ReportFigure.Curve(
                kind: .precisionRecall,
                series: [
                  .init(
                    label: positive,
                    points: result.precisionRecallCurve.map {
                      .init(x: $0.recall, y: $0.precision, threshold: $0.threshold)
                    },
                    area: result.metrics[.averagePrecision].reportValue)
                ], prevalence: result.prevalence)))))
    }
    return ReportSection(heading: "How well the classes are told apart", blocks: blocks)
  }

  private var calibrationSection: ReportSection {
    let bins = result.calibration.map { bin in
      ReportFigure.Reliability.Bin(
        lower: bin.lower, upper: bin.upper, meanPredicted: bin.meanPredicted, observedRate: bin.observed.value ?? 0,
        observedLow: bin.observed.low, observedHigh: bin.observed.high, count: Int(bin.count.rounded()))
    }
    return ReportSection(
      heading: "Whether probabilities mean what they say",
      blocks: [
        .figure(
          ReportFigure(
            title: "Reliability diagram",
            caption: "On the diagonal, statements given a probability are \(positive) that often.",
            drawing: .reliability(ReportFigure.Reliability(bins: bins)))),
        .facts([
          ReportFact("Brier score", result.metrics[.brier].reportValue, note: "0 is best"),
          ReportFact("reliability", result.murphy.reliability.reportValue, note: "0 is best"),
          ReportFact("resolution", result.murphy.resolution.reportValue, note: "greater is better"),
          ReportFact("uncertainty", result.murphy.uncertainty.reportValue, note: "of the labels themselves"),
          ReportFact(
            "skill", result.murphy.skillScore.reportValue, note: "1 is perfect, 0 no better than the base rate"),
        ]),
      ])
  }

  private var decisions: ReportSection {
    let counts = result.confusion.counts.map { row in row.map { Int($0.rounded()) } }
    let thresholds = result.thresholds.map { row -> [ReportValue] in
      [
        .number(row.threshold, .decimals(3)), .text(row.reason.title), row.figures.precision.plainValue,
        row.figures.recall.plainValue, row.specificity.plainValue, row.figures.f1.plainValue,
      ]
    }
    return ReportSection(
      heading: "What it decides",
      blocks: [
        .figure(
          ReportFigure(
            title: "Confusion table", caption: "True classes down, predicted classes across.",
            drawing: .confusion(ReportFigure.Confusion(labels: result.confusion.labels, counts: counts)))),
        .table(
          ReportTable(
            caption: "Each class by itself",
            columns: ["class", "rows", "predicted", "precision", "recall", "F1"].map { ReportColumn($0) },
            rows: result.classes.map { row in
              [
                .text(row.label), .count(Int(row.trueCount.rounded())),
                .count(Int(row.predictedCount.rounded())), row.figures.precision.plainValue,
                row.figures.recall.plainValue, row.figures.f1.plainValue,
              ]
            })),
        .table(
          ReportTable(
            caption: "Other thresholds for \(positive)",
            columns: ["threshold", "why", "precision", "recall", "specificity", "F1"].map { ReportColumn($0) },
            rows: thresholds)),
      ])
  }

  private var foldSection: ReportSection? {
    guard !folds.isEmpty else { return nil }
    return ReportSection(
      heading: "Fold by fold",
      blocks: [
        .table(
          ReportTable(
            caption: "Figures of each fold alone; those above are of all predictions together",
            columns: ["fold", "rows", "trained on", "features", "ROC AUC", "F1", "accuracy"].map { ReportColumn($0) },
            rows: folds.map { fold in
              [
                .text(fold.name), .count(fold.rows), .count(fold.trainingRows), .count(fold.features),
                fold.metrics[.rocAUC].plainValue, fold.metrics[.f1].plainValue, fold.metrics[.accuracy].plainValue,
              ]
            }))
      ] + foldwiseBlocks)
  }

  private var gridSection: ReportSection? {
    guard !grid.isEmpty else { return nil }
    return ReportSection(
      heading: "Settings tried",
      blocks: [
        .table(
          ReportTable(
            caption: "Pooled figures for each C; the best by \(best?.metric.title ?? "")",
            columns: ["C", "ROC AUC", "F1", "log loss", ""].map { ReportColumn($0) },
            rows: grid.map { setting in
              [
                .text("\(setting.C)"), setting.metrics[.rocAUC].plainValue,
                setting.metrics[.f1].plainValue, setting.metrics[.logLoss].plainValue,
                .text(setting.C == best?.C ? "best" : ""),
              ]
            }))
      ])
  }

  private var featureSection: ReportSection? {
    guard !strongestFeatures.isEmpty else { return nil }
    let blocks = Set(strongestFeatures.map(\.block)).count
    let items = strongestFeatures.sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }.map { feature in
      ReportFigure.Bars.Item(
        label: blocks > 1 ? "\(feature.name) (\(feature.block))" : feature.name, value: feature.weight)
    }
    let model = kind == .evaluation ? "the model" : "a model of all rows"
    return ReportSection(
      heading: "Strongest features",
      blocks: [
        .figure(
          ReportFigure(
            title: "Weights in \(model)",
            caption: "What a feature adds to the log-odds of \(positive), for each unit of it.",
            drawing: .bars(
              ReportFigure.Bars(
                items: items, measure: "weight", negativeName: "away from \(positive)",
                positiveName: "towards \(positive)"))
          ))
      ])
  }

  private var reading: ReportSection {
    var blocks = notes.map(ReportBlock.warning)
    if let note = result.bootstrap?.note { blocks.append(.warning(note)) }
    blocks.append(
      .paragraph(
        "The figures speak of statements like those scored here. A score is no measure of anybody's intent and no forecast of "
          + "events; whether it follows stance rather than topic has to be judged on statements where the two part ways."
      ))
    return ReportSection(heading: "What to keep in mind", blocks: blocks)
  }

  private var intervalWords: String {
    guard let bootstrap = result.bootstrap else { return "no intervals (none were asked for)" }
    return bootstrap.words(cluster: cluster)
  }

  private var provenance: [ReportFact] {
    var facts = [
      ReportFact("data", .text("\(data.name), \(data.rows) rows, SHA-256 \(data.sha256.short)"))
    ]
    if let trainingData {
      facts.append(
        ReportFact(
          "trained on", .text("\(trainingData.name), \(trainingData.rows) rows, SHA-256 \(trainingData.sha256.short)")))
    }
    if let split { facts.append(ReportFact("split", .text(split))) }
    if let foldPlan { facts.append(ReportFact("fold plan", .text("SHA-256 \(foldPlan.short)"))) }
    facts += configuration.facts
    if let bootstrap = result.bootstrap { facts.append(ReportFact("seed", .text(String(bootstrap.seed)))) }
    facts.append(ReportFact("made with", .text("parlance \(version)")))
    return facts
  }
}

extension MetricValue {
  /// The value with its interval.
  var reportValue: ReportValue { .estimate(value, low: low, high: high, style: .decimals(3)) }

  /// The value alone.
  var plainValue: ReportValue { .estimate(value, style: .decimals(3)) }
}

extension Metric {
  /// What the figure is called in print.
  var title: String {
    switch self {
    case .accuracy: "accuracy"
    case .balancedAccuracy: "balanced accuracy"
    case .precision: "precision"
    case .recall: "recall"
    case .f1: "F1"
    case .macroF1: "macro F1"
    case .mcc: "Matthews correlation"
    case .kappa: "Cohen's kappa"
    case .logLoss: "log loss"
    case .brier: "Brier score"
    case .rocAUC: "ROC AUC"
    case .averagePrecision: "average precision"
    case .eceWidth: "calibration error, equal width"
    case .eceMass: "calibration error, equal mass"
    }
  }
}

extension ThresholdRow.Reason {
  /// Why a threshold is in the table, in print.
  var title: String {
    switch self {
    case .grid: ""
    case .decision: "in use"
    case .bestF1: "best F1"
    case .youden: "best recall + specificity"
    }
  }
}
