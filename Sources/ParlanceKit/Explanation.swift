public import Classifiers
internal import LinearAlgebra
internal import Reproducibility
internal import TextFeatures

/// Why a text has its score: contributions of features that add up to the logit exactly.
public struct Explanation: Codable, Sendable, Hashable {
  /// What one feature adds to the logit.
  public struct Contribution: Codable, Sendable, Hashable {
    /// The feature: a word, an n-gram.
    public let feature: String
    /// The block it belongs to.
    public let block: String
    /// Its value in this text.
    public let value: Double
    /// Its weight in the model.
    public let weight: Double
    /// Value times weight.
    public let contribution: Double
    /// Where it stands in the text.
    public let ranges: [TextRange]
  }

  /// A stretch of the text, in Unicode scalars ("characters" as Python counts them) from its start.
  public struct TextRange: Codable, Sendable, Hashable {
    /// The first character.
    public let start: Int
    /// The character after the last.
    public let end: Int
  }

  /// The text.
  public let text: String
  /// The most probable class.
  public let label: String
  /// The probability of the positive class.
  public let probability: Double
  /// The log-odds that the contributions add up to: of the positive class, against `against`.
  public let logit: Double
  /// The part of the logit that no feature brings.
  public let intercept: Double
  /// The positive class.
  public let positive: String
  /// The class the log-odds compare it with; for two classes the other one.
  public let against: String
  /// How the probability was calibrated; nil where it is the model's own. The log-odds always are the model's own.
  public let calibration: CalibrationMethod?
  /// The features found in the text, the largest effect first.
  public let contributions: [Contribution]
}

extension TrainedModel {
  /// Takes the score of `text` apart.
  ///
  /// With more than two classes the log-odds compare the positive class with one other, `rival`, or where none is named with
  /// the most probable one: only against a single class do contributions add up.
  ///
  /// - Throws: `ConfigurationError` for a model of numbers, or a rival that is no class of it.
  public func explain(_ text: String, against rival: String? = nil) throws -> Explanation {
    guard case .texts(let pipeline) = space else {
      throw ConfigurationError("this model was trained on a table of numbers, so it cannot explain a text")
    }
    let decisionValues = logistic.decisionValues(pipeline.transform([text], on: .serial), on: .serial)
    let scores = Scores(decisionValues: decisionValues, classes: classes, calibration: calibration)
    let rivalIndex = try rivalIndex(named: rival, probabilities: Array(scores.probabilities.row(0)))
    let contrast = logistic.contrast(of: classes.positiveIndex, against: rivalIndex)
    let contributions = pipeline.occurrences(in: text).map { occurrence in
      let weight = contrast.coefficients[occurrence.column]
      return Explanation.Contribution(
        feature: occurrence.name, block: occurrence.block, value: occurrence.value, weight: weight,
        contribution: occurrence.value * weight,
        ranges: occurrence.places.map {
          Explanation.TextRange(start: $0.characters.lowerBound, end: $0.characters.upperBound)
        })
    }
    return Explanation(
      text: text, label: classes.names[scores.predictions[0]], probability: scores.positiveProbabilities[0],
      logit: contributions.reduce(contrast.intercept) { $0 + $1.contribution }, intercept: contrast.intercept,
      positive: classes.positive,
      against: classes.names[rivalIndex], calibration: calibration?.method,
      contributions: contributions.sorted {
        (abs($1.contribution), $0.block, $0.feature) < (abs($0.contribution), $1.block, $1.feature)
      })
  }

  private func rivalIndex(named rival: String?, probabilities: [Double]) throws -> Int {
    guard let rival else {
      let others = classes.names.indices.filter { $0 != classes.positiveIndex }
      return others.max { probabilities[$0] < probabilities[$1] } ?? 0
    }
    guard let index = classes.names.firstIndex(of: rival), index != classes.positiveIndex else {
      throw ConfigurationError(
        "\"\(rival)\" is not a class to compare \"\(classes.positive)\" with (\(ClassSelection.list(classes.names)))")
    }
    return index
  }
}
