internal import Classifiers
public import Reports
public import Reproducibility

/// What `parlance train` says when it is done.
public struct TrainingSummary: Encodable, Sendable, Hashable {
  /// The file the model was written to.
  public let model: String
  /// The number of rows it learnt from.
  public let rows: Int
  /// The classes it tells apart.
  public let classes: [String]
  /// The class whose probability is the score.
  public let positive: String
  /// The number of features.
  public let features: Int
  /// The number of stored features over all rows.
  public let nonzeros: Int
  /// The solver that fitted it.
  public let solver: String
  /// Why this solver.
  public let solverReason: String
  /// The number of iterations.
  public let iterations: Int
  /// How the fit ended: converged, iterationLimit or stalled.
  public let outcome: String
  /// The objective at the end.
  public let objective: Double
  /// The Euclidean norm of the objective's gradient at the end.
  public let gradientNorm: Double
  /// How far the objective can be from its minimum at most.
  public let dualityGap: Double
  /// The number of features with a weight that is not zero.
  public let weightedFeatures: Int
  /// What was added to the intercept to meet a prevalence, or nil.
  public let interceptCorrection: Double?
  /// How long it took from reading to the fitted model.
  public let seconds: Double
  /// The number of rows left out because their label was not asked for.
  public let leftOut: Int
  /// The number of rows left out because they could not be read.
  public let skipped: Int
  /// The SHA-256 of the training file.
  public let trainingData: ContentDigest
  /// How scores become probabilities; nil where they are the model's own.
  public let calibration: CalibrationRecord?
  /// What a user should know before relying on the model.
  public let warnings: [String]

  /// Sums up a training.
  public init(_ training: Training, path: String, seconds: Double) {
    let record = training.model.record
    let report = record.fitReport
    model = path
    rows = record.trainingData.rows
    classes = record.classes.names
    positive = record.classes.positive
    features = training.model.space.featureCount
    nonzeros = training.nonzeroCount
    solver = report.solver.rawValue
    solverReason = report.solverReason
    iterations = report.iterations
    outcome = report.outcome.rawValue
    objective = report.objective
    gradientNorm = report.gradientNorm
    dualityGap = report.dualityGap
    weightedFeatures = training.model.logistic.weightedFeatureCount
    interceptCorrection = report.interceptCorrection
    self.seconds = seconds
    leftOut = training.leftOutCount
    skipped = record.trainingData.skipped
    trainingData = record.trainingData.sha256
    calibration = record.calibration
    warnings =
      report.warnings
      + (calibration.flatMap { $0.map.method.warning(rowCount: $0.rows) }.map { [$0] } ?? [])
  }

  /// The summary for eyes.
  public var report: Report {
    var left: [ReportFact] = []
    if leftOut > 0 { left.append(ReportFact("left out", .count(leftOut), note: "their label was not asked for")) }
    if skipped > 0 { left.append(ReportFact("skipped", .count(skipped), note: "they could not be read")) }
    return Report(
      title: "Trained \(model)",
      summary: [ReportFact("rows", .count(rows))] + left + [
        ReportFact("classes", .text(classes.joined(separator: ", ")), note: "the score is of \(positive)"),
        ReportFact(
          "features", .count(features),
          note: "\(nonzeros) stored" + (weightedFeatures < features ? ", \(weightedFeatures) with a weight" : "")),
        ReportFact("solver", .text(solver), note: solverReason),
        ReportFact("outcome", .text(outcome), note: "after \(iterations) iterations"),
        ReportFact("objective", .number(objective, .significant(6))),
        ReportFact("gradient norm", .number(gradientNorm, .significant(3))),
        ReportFact("duality gap", .number(dualityGap, .significant(3)), note: "the objective is this near its minimum"),
      ] + (interceptCorrection.map { [FitReport.correctionFact($0)] } ?? []) + (calibration.map { [$0.fact] } ?? []) + [
        ReportFact("seconds", .number(seconds, .significant(3)))
      ],
      sections: warnings.isEmpty ? [] : [ReportSection(heading: "Warnings", blocks: warnings.map(ReportBlock.warning))])
  }
}

extension LogisticModel {
  /// The number of features with a weight that is not zero for some class.
  var weightedFeatureCount: Int {
    (0..<featureCount).count { column in
      (0..<coefficients.rowCount).contains { coefficients[$0, column] != 0 }
    }
  }
}

extension CalibrationRecord {
  /// The map in a line.
  var fact: ReportFact {
    ReportFact(
      "calibration", .text(map.method.rawValue),
      note: "fitted to \(rows) scores of models that had not seen the row (\(split))")
  }
}

extension FitReport {
  /// What was added to the intercept, for eyes.
  static func correctionFact(_ correction: Double) -> ReportFact {
    ReportFact("intercept corrected by", .number(correction, .signed(4)), note: "to meet the prevalence asked for")
  }

  /// The same where there was something.
  var correctionFacts: [ReportFact] { interceptCorrection.map { [Self.correctionFact($0)] } ?? [] }

  /// What a user should know before relying on a fit.
  var warnings: [String] {
    switch outcome {
    case .converged: []
    case .iterationLimit:
      [
        "the fit stopped after \(iterations) iterations, before it had converged: its weights are not the model's optimum"
      ]
    case .stalled:
      ["the fit could make no more progress before it had converged (relative gradient \(relativeGradientNorm))"]
    }
  }
}
