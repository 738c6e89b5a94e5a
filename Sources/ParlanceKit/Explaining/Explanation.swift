public import Classifiers

/// Why a text has its score: contributions of features that add up to the logit exactly.
public struct Explanation: Codable, Sendable, Hashable {
  /// What one feature adds to the logit.
  public struct Contribution: Codable, Sendable, Hashable {
    /// The feature: a word, an n-gram, a cue.
    public let feature: String
    /// The block it belongs to.
    public let block: String
    /// Its value in this text.
    public let value: Double
    /// Its weight in the model.
    public let weight: Double
    /// Value times weight.
    public let contribution: Double
    /// Where it stands in the text; nowhere for a measure of the whole, or a cue that is absent.
    public let ranges: [TextRange]
  }

  /// A stretch of the text, in Unicode scalars ("characters" as Python counts them) from its start.
  public struct TextRange: Codable, Sendable, Hashable {
    /// The first character.
    public let start: Int
    /// The character after the last.
    public let end: Int
  }

  /// What the features of one block add to the logit together.
  public struct BlockContribution: Codable, Sendable, Hashable {
    /// The block.
    public let block: String
    /// The sum of its contributions; 0 where the text has none of its features.
    public let contribution: Double
  }

  /// Within which bounds the probability of the positive class is known, as far as the training rows can tell.
  public struct Interval: Codable, Sendable, Hashable {
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double
    /// How often such intervals should hold the true value.
    public let level: Double
    /// How it was made: `laplace`, from the normal approximation of the posterior (`LogitPosterior`).
    public let method: String
    /// The standard error of the log-odds of the positive class against all others.
    public let standardError: Double
  }

  /// A labelled statement that is like the text.
  public struct Neighbour: Codable, Sendable, Hashable {
    /// The statement's name.
    public let id: String
    /// Its label.
    public let label: String
    /// The cosine of the angle between its features and the text's: above 0, and 1 where they are the same.
    public let similarity: Double
    /// The statement.
    public let text: String
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
  /// The interval of the probability; nil without the statements that the model learnt from, and where there is none.
  public internal(set) var interval: Interval?
  /// What each block of the model adds, in the model's order; with the intercept they add up to the logit.
  public let blocks: [BlockContribution]
  /// The features found in the text, the largest effect first.
  public let contributions: [Contribution]
  /// The labelled statements that are most like the text, the nearest first; nil where none were given to look among, or asked for.
  public internal(set) var nearest: [Neighbour]?
  /// What has to be known to read all this.
  public internal(set) var notes: [String] = []
}
