/// All that is said about predictions whose true classes are known.
///
/// Figures of the "positive class" are that class against all others; accuracy, balanced accuracy, MCC, kappa, macro F1 and
/// log loss are over all classes.
public struct EvaluationResult: Codable, Sendable, Hashable {
  /// The number of rows.
  public let rows: Int
  /// What the class is called that the score speaks of.
  public let positive: String
  /// The share of the positive class, by weight.
  public let prevalence: Double
  /// The threshold at which the positive class is predicted; nil with more than two classes, where the most probable is.
  public let threshold: Double?
  /// The figures, by metric.
  public let metrics: MetricTable
  /// How often each true class was predicted as each class.
  public let confusion: ConfusionTable
  /// Calibration in bins of equal width that hold rows, from low to high scores.
  public let calibration: [CalibrationBin]
  /// Calibration in bins of equal mass, from low to high scores.
  public let massCalibration: [CalibrationBin]
  /// The Brier score's parts.
  public let murphy: MurphyDecomposition
  /// Precision, recall and F1 of each class.
  public let classes: [ClassFigures]
  /// The same, averaged over classes.
  public let averages: AverageFigures
  /// What decisions at other thresholds would give, ascending.
  public let thresholds: [ThresholdRow]
  /// DeLong's interval for the area under the ROC curve; nil without two rows of either kind, or with weights.
  public let deLong: DeLongInterval?
  /// How the intervals were made; nil where none were asked for.
  public let bootstrap: BootstrapSummary?
  /// The ROC curve, condensed to at most 400 points; empty without both classes.
  public let rocCurve: [ROCPoint]
  /// The precision-recall curve, condensed to at most 400 points; empty without a positive row.
  public let precisionRecallCurve: [PrecisionRecallPoint]

  /// Writes all members in the order above, null for what there is none of.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rows, forKey: .rows)
    try container.encode(positive, forKey: .positive)
    try container.encode(prevalence, forKey: .prevalence)
    try container.encode(threshold, forKey: .threshold)
    try container.encode(metrics, forKey: .metrics)
    try container.encode(confusion, forKey: .confusion)
    try container.encode(calibration, forKey: .calibration)
    try container.encode(massCalibration, forKey: .massCalibration)
    try container.encode(murphy, forKey: .murphy)
    try container.encode(classes, forKey: .classes)
    try container.encode(averages, forKey: .averages)
    try container.encode(thresholds, forKey: .thresholds)
    try container.encode(deLong, forKey: .deLong)
    try container.encode(bootstrap, forKey: .bootstrap)
    try container.encode(rocCurve, forKey: .rocCurve)
    try container.encode(precisionRecallCurve, forKey: .precisionRecallCurve)
  }
}
