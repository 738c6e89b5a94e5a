internal import RealModule

enum LogLoss {
  /// The negative natural logarithm of the probability that was given to what happened, which is first kept a rounding
  /// step (2.2e-16) away from 0 and 1, as scikit-learn does: a certainty that was wrong costs 36.04, not infinity.
  static func ofProbability(_ probability: Double) -> Double {
    -Double.log(min(max(probability, Double.ulpOfOne), 1 - Double.ulpOfOne))
  }
}
