internal import RealModule

/// The share of the positive class where a model is going to be used.
public enum Prevalence: Sendable, Hashable {
  /// A share above 0 and below 1.
  case share(Double)
  /// That of the training rows, counted by their own weights: what class weights have changed is put back.
  case sample

  /// Reads a share, or `sample`; nil for other texts.
  public init?(_ text: String) {
    if text == "sample" {
      self = .sample
    } else if let share = Double(text) {
      self = .share(share)
    } else {
      return nil
    }
  }

  /// The share as a number, or `sample`.
  public var description: String {
    switch self {
    case .share(let share): "\(share)"
    case .sample: "sample"
    }
  }

  func check(fitsIntercept: Bool) throws {
    if case .share(let share) = self, !(share > 0 && share < 1) {
      throw ClassifierError.badOption(
        "prevalence", value: "\(share)", expected: "a share above 0 and below 1, or the word sample")
    }
    guard fitsIntercept else {
      throw ClassifierError.badOption(
        "prevalence", value: description, expected: "none for a model without intercept")
    }
  }
}

extension Prevalence: Codable {
  /// Reads what `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let prevalence = Prevalence(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no prevalence")
    }
    self = prevalence
  }

  /// Writes the share as text, or `sample`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// Prior correction: what has to be added to the intercept of a model of two classes that was fitted to rows in which the positive
/// class has another share than where the model is used.
///
/// Fitted to a share of ȳ, used where it is τ, log-odds are too high by ln[((1 - τ)/τ) (ȳ/(1 - ȳ))]; ranks do not change. Exact
/// where rows were drawn at random within each class and the weights of features are not penalised; with a penalty an
/// approximation. Source: King and Zeng 2001, Logistic regression in rare events data (Political Analysis 9), section 4.1.
enum PriorCorrection {
  /// What to add to the intercept.
  ///
  /// - Parameters:
  ///   - prevalence: τ.
  ///   - rows: the training rows, whose weights give ȳ.
  static func shift(to prevalence: Prevalence, of rows: TrainingRows) -> Double {
    let trained = Double.log(rows.classTotals[1]) - Double.log(rows.classTotals[0])
    switch prevalence {
    case .share(let share): return Double.log(share) - Double.log(onePlus: -share) - trained
    case .sample: return Double.log(rows.classWeights[0]) - Double.log(rows.classWeights[1])
    }
  }
}
