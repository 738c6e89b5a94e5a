public import Reproducibility

/// What a run passes through, in this order: where two runs differ first tells why they differ at all.
public enum RunStage: String, Codable, Sendable, Hashable, CaseIterable {
  /// The bytes of the corpus, and which of its rows are used.
  case input
  /// The words of its texts.
  case tokens
  /// Which rows test which.
  case split
  /// The features learnt from all rows.
  case vocabulary
  /// The features of all rows.
  case matrix
  /// The weights of the model of all rows.
  case weights
  /// What each row was given by a model that had not seen it.
  case predictions
  /// The figures.
  case metrics
}

/// The identity of what a stage made.
public struct StageDigest: Codable, Sendable, Hashable {
  /// The stage.
  public let stage: RunStage
  /// The SHA-256 of what it made.
  public let sha256: ContentDigest
}
