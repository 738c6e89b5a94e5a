public import Evaluation
public import Reproducibility

/// The result of `evaluate` or `crossvalidate`, as it is printed, saved, and read back by `report`.
public struct EvaluationDocument: Codable, Sendable, Hashable {
  /// How rows came to be scored by a model that had not seen them.
  public enum Kind: String, Codable, Sendable, Hashable {
    /// By a saved model.
    case evaluation
    /// By models of the other folds.
    case crossvalidation
  }

  /// What one fold gave.
  public struct Fold: Codable, Sendable, Hashable {
    /// The group left out, the first date of the window, or the fold's number.
    public let name: String
    /// The number of rows tested.
    public let rows: Int
    /// The number of rows trained on.
    public let trainingRows: Int
    /// The number of features learnt.
    public let features: Int
    /// How the fit ended.
    public let outcome: String
    /// The figures of this fold alone, without intervals.
    public let metrics: MetricTable
    /// The settings chosen inside the fold; nil where nothing is nested.
    public let chosen: [ChosenSetting]?
    /// The figure by which they were chosen, over the inner folds; nil where there was no choice.
    public let innerValue: Double?

    init(
      name: String, rows: Int, trainingRows: Int, features: Int, outcome: String, metrics: MetricTable,
      chosen: [ChosenSetting]? = nil, innerValue: Double? = nil
    ) {
      self.name = name
      self.rows = rows
      self.trainingRows = trainingRows
      self.features = features
      self.outcome = outcome
      self.metrics = metrics
      self.chosen = chosen
      self.innerValue = innerValue
    }
  }

  /// How settings were chosen inside each fold.
  public struct Nesting: Codable, Sendable, Hashable {
    /// The number of settings tried.
    public let settings: Int
    /// By which figure they were chosen.
    public let metric: Metric
    /// The number of inner folds of each fold.
    public let innerFolds: [Int]
  }

  /// What one setting of the grid gave.
  public struct Setting: Codable, Sendable, Hashable {
    /// The inverse strength of the penalty.
    public let C: Double
    /// The pooled figures, without intervals.
    public let metrics: MetricTable
  }

  /// The best setting of the grid.
  public struct Best: Codable, Sendable, Hashable {
    /// The inverse strength of the penalty.
    public let C: Double
    /// By which figure it is the best.
    public let metric: Metric
    /// That figure.
    public let value: Double?
  }

  /// What something reaches on the same folds that does not read the statements.
  public struct BaselineFigures: Codable, Sendable, Hashable {
    /// What it looks at: class shares (majority), length, or who speaks (actor).
    public let name: String
    /// The pooled figures, without intervals.
    public let metrics: MetricTable
  }

  /// A feature and its weight in the model.
  public struct Feature: Codable, Sendable, Hashable {
    /// The feature.
    public let name: String
    /// Its block.
    public let block: String
    /// Its weight: what one unit of it adds to the log-odds of the positive class.
    public let weight: Double
  }

  /// Evaluation or cross-validation.
  public let kind: Kind
  /// The version of Parlance.
  public let version: String
  /// The data that were scored.
  public let data: DataSource
  /// What the model or models were asked to learn.
  public let configuration: TrainingConfiguration
  /// The model file, for an evaluation.
  public let model: String?
  /// The data the model was trained on, for an evaluation.
  public let trainingData: DataSource?
  /// The split, in the words of `--split`, for a cross-validation.
  public let split: String?
  /// The identity of the fold plan, for a cross-validation.
  public let foldPlan: ContentDigest?
  /// The column resampled for intervals, or nil for single rows.
  public let cluster: String?
  /// The figures, with intervals; of the best setting where there is a grid.
  public let result: EvaluationResult
  /// What each fold gave; empty for an evaluation.
  public let folds: [Fold]
  /// How calibration differs between groups of rows; nil where no column was named.
  public let groups: GroupCalibration?
  /// What is reached without reading; empty for an evaluation.
  public let baselines: [BaselineFigures]
  /// The means of the folds' figures with corrected standard errors; nil for an evaluation.
  public let foldwise: FoldwiseFigures?
  /// What the whole gives with permuted labels; nil where that was not asked for.
  public let permutation: PermutationTest?
  /// What some of the blocks of features reach by themselves; nil where that was not asked for.
  public let ablation: [AblatedDesign]?
  /// What is lost where a block of features tells nothing; nil where that was not asked for.
  public let importance: [BlockImportance]?
  /// What each setting gave; empty without a grid.
  public let grid: [Setting]
  /// The best setting, or nil without a grid.
  public let best: Best?
  /// How settings were chosen inside each fold; nil where they were not.
  public let nested: Nesting?
  /// The features with the largest weights of either sign; of a model trained on all rows, for a cross-validation.
  public let strongestFeatures: [Feature]
  /// What has to be known to read the figures.
  public let notes: [String]

  private enum Key: String, CodingKey {
    case kind, version, data, configuration, model, trainingData, split, foldPlan, cluster, folds, grid, best
    case strongestFeatures, notes, groups, baselines, foldwise, permutation, nested, ablation, importance
  }

  /// Writes the figures and what is told of them as one object: the figures are its first members.
  public func encode(to encoder: any Encoder) throws {
    try result.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(folds, forKey: .folds)
    try container.encode(baselines, forKey: .baselines)
    try container.encodeIfPresent(groups, forKey: .groups)
    try container.encodeIfPresent(foldwise, forKey: .foldwise)
    try container.encodeIfPresent(permutation, forKey: .permutation)
    try container.encodeIfPresent(ablation, forKey: .ablation)
    try container.encodeIfPresent(importance, forKey: .importance)
    try container.encodeIfPresent(best, forKey: .best)
    try container.encode(grid, forKey: .grid)
    try container.encodeIfPresent(nested, forKey: .nested)
    try container.encode(kind, forKey: .kind)
    try container.encode(version, forKey: .version)
    try container.encode(data, forKey: .data)
    try container.encodeIfPresent(model, forKey: .model)
    try container.encodeIfPresent(trainingData, forKey: .trainingData)
    try container.encodeIfPresent(split, forKey: .split)
    try container.encodeIfPresent(foldPlan, forKey: .foldPlan)
    try container.encodeIfPresent(cluster, forKey: .cluster)
    try container.encode(configuration, forKey: .configuration)
    try container.encode(strongestFeatures, forKey: .strongestFeatures)
    try container.encode(notes, forKey: .notes)
  }

  /// Reads what `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    result = try EvaluationResult(from: decoder)
    folds = try container.decode([Fold].self, forKey: .folds)
    groups = try container.decodeIfPresent(GroupCalibration.self, forKey: .groups)
    baselines = try container.decodeIfPresent([BaselineFigures].self, forKey: .baselines) ?? []
    foldwise = try container.decodeIfPresent(FoldwiseFigures.self, forKey: .foldwise)
    permutation = try container.decodeIfPresent(PermutationTest.self, forKey: .permutation)
    ablation = try container.decodeIfPresent([AblatedDesign].self, forKey: .ablation)
    importance = try container.decodeIfPresent([BlockImportance].self, forKey: .importance)
    best = try container.decodeIfPresent(Best.self, forKey: .best)
    grid = try container.decode([Setting].self, forKey: .grid)
    nested = try container.decodeIfPresent(Nesting.self, forKey: .nested)
    kind = try container.decode(Kind.self, forKey: .kind)
    version = try container.decode(String.self, forKey: .version)
    data = try container.decode(DataSource.self, forKey: .data)
    model = try container.decodeIfPresent(String.self, forKey: .model)
    trainingData = try container.decodeIfPresent(DataSource.self, forKey: .trainingData)
    split = try container.decodeIfPresent(String.self, forKey: .split)
    foldPlan = try container.decodeIfPresent(ContentDigest.self, forKey: .foldPlan)
    cluster = try container.decodeIfPresent(String.self, forKey: .cluster)
    configuration = try container.decode(TrainingConfiguration.self, forKey: .configuration)
    strongestFeatures = try container.decode([Feature].self, forKey: .strongestFeatures)
    notes = try container.decode([String].self, forKey: .notes)
  }

  init(
    kind: Kind, examples: Examples, configuration: TrainingConfiguration, result: EvaluationResult,
    groups: GroupCalibration? = nil, model: String? = nil, trainingData: DataSource? = nil, split: String? = nil,
    foldPlan: ContentDigest? = nil, cluster: String?, folds: [Fold] = [], grid: [Setting] = [], best: Best? = nil,
    nested: Nesting? = nil, strongestFeatures: [Feature], notes: [String], baselines: [BaselineFigures] = [],
    foldwise: FoldwiseFigures? = nil, permutation: PermutationTest? = nil, ablation: [AblatedDesign]? = nil,
    importance: [BlockImportance]? = nil
  ) {
    self.kind = kind
    version = ProgramVersion.current
    data = examples.dataset.source
    self.configuration = configuration
    self.model = model
    self.trainingData = trainingData
    self.split = split
    self.foldPlan = foldPlan
    self.cluster = cluster
    self.result = result
    self.folds = folds
    self.groups = groups
    self.baselines = baselines
    self.foldwise = foldwise
    self.permutation = permutation
    self.ablation = ablation
    self.importance = importance
    self.grid = grid
    self.best = best
    self.nested = nested
    self.strongestFeatures = strongestFeatures
    self.notes = notes
  }
}
