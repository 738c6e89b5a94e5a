/// The figures every evaluation gives, in the order in which results list them.
public enum Metric: String, Codable, Sendable, Hashable, CaseIterable {
  /// The share of rows whose class was predicted right, over all classes.
  case accuracy
  /// The mean of the recalls of the classes that occur.
  case balancedAccuracy
  /// Of the rows predicted positive, the share that are.
  case precision
  /// Of the positive rows, the share predicted so.
  case recall
  /// The harmonic mean of the positive class's precision and recall.
  case f1
  /// The mean of the F1 of every class that occurs or was predicted.
  case macroF1
  /// Matthews's correlation of true and predicted classes, over all classes (Gorodkin 2004 for more than two).
  case mcc
  /// Cohen's kappa: agreement of true and predicted classes beyond chance.
  case kappa
  /// The mean negative natural logarithm of the probability given to the true class.
  case logLoss
  /// The mean squared difference between the positive class's probability and 1 or 0 (Brier 1950).
  case brier
  /// The probability that a random positive row is scored above a random other row, ties counting half.
  case rocAUC
  /// The mean precision over the steps of recall, without interpolation.
  case averagePrecision
  /// Expected calibration error of the positive class's probability over bins of equal width.
  case eceWidth
  /// Expected calibration error over bins of equal mass.
  case eceMass

  /// Whether a greater value is the better one; false for losses and calibration errors.
  public var isHigherBetter: Bool {
    switch self {
    case .logLoss, .brier, .eceWidth, .eceMass: false
    default: true
    }
  }
}
