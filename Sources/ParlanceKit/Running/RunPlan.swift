public import Corpora
internal import Evaluation

/// All that decides what a run computes.
public struct RunPlan: Sendable {
  /// What the run is called.
  public var name: String
  /// The corpus.
  public var corpus: String
  /// How it is read.
  public var reading: ReadingOptions
  /// What is learnt.
  public var configuration: TrainingConfiguration
  /// How it is cross-validated.
  public var validation: CrossValidationRequest
  /// How it is judged.
  public var evaluation: EvaluationRequest
  /// How actors are compared by the out-of-fold scores; nil for not at all.
  public var comparison: ActorComparisonRequest?
  /// How they are followed over time; nil for not at all.
  public var series: ActorSeriesRequest?
  /// Whose words are compared; nil for nobody's.
  public var keywords: KeywordRequest?
  /// Whether the corpus is audited.
  public var isAudited: Bool

  /// Collects what decides a run.
  public init(
    name: String, corpus: String, reading: ReadingOptions, configuration: TrainingConfiguration,
    validation: CrossValidationRequest, evaluation: EvaluationRequest, comparison: ActorComparisonRequest? = nil,
    series: ActorSeriesRequest? = nil, keywords: KeywordRequest? = nil, isAudited: Bool = true
  ) {
    (self.name, self.corpus, self.reading, self.configuration) = (name, corpus, reading, configuration)
    (self.validation, self.evaluation, self.comparison) = (validation, evaluation, comparison)
    (self.series, self.keywords, self.isAudited) = (series, keywords, isAudited)
  }
}
