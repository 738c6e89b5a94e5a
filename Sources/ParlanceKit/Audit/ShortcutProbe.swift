internal import Classifiers
internal import Corpora
public import Evaluation
internal import Reproducibility
internal import TextFeatures

/// Whether a model learns who speaks instead of how: three questions to the same features.
///
/// How well do they tell the speakers apart? How much of the model's figure is gone on actors it has not seen? How much
/// changes when names are masked? A model that measures rhetoric loses little by either.
public struct ShortcutProbe: Codable, Sendable, Hashable {
  /// How well the features tell who speaks.
  public struct Speaker: Codable, Sendable, Hashable {
    /// How many actors were told apart: the most frequent ones.
    public let actors: Int
    /// How many statements they made.
    public let rows: Int
    /// The share of statements whose actor was told, out of fold.
    public let accuracy: MetricValue
    /// The share that naming the most frequent actor always gets.
    public let majority: Double
  }

  /// The area under the ROC curve under one design and another, on the same rows.
  public struct Comparison: Codable, Sendable, Hashable {
    /// Under the first.
    public let first: MetricValue
    /// Under the second.
    public let second: MetricValue
    /// The first less the second, paired, with its interval over actors.
    public let difference: MetricValue
  }

  /// How well the features tell who speaks; nil with fewer than two actors that made ten statements.
  public let speaker: Speaker?
  /// Actors seen in training (first) against actors not seen (second): the shortcut index is the difference.
  public let unseenActors: Comparison?
  /// Actors not seen, with names as they are (first) and masked (second); nil where there are no names to mask.
  public let maskedNames: Comparison?
  /// What was masked.
  public let masks: [String]
}

extension ShortcutProbe {
  /// So many actors are told apart at most, and each must have made so many statements.
  private static let actorLimits = (count: 20, rows: 10)
  private static let foldCount = 5

  init?(_ experiment: AuditedExperiment) throws {
    guard let actors = experiment.actors, actors.names.count >= 2 else { return nil }
    let features = experiment.features
    let seen = try Self.seenPlan(experiment)
    let unseen = try Self.unseenPlan(experiment, actors)
    let plain = try experiment.predictions(of: features, plan: unseen)
    speaker = try Self.speaker(experiment, actors, features)
    unseenActors = try experiment.comparison(
      of: try experiment.predictions(of: features, plan: seen), with: plain)
    let corpus = experiment.corpus
    let masks: [FeatureConfiguration.Mask] =
      (corpus.actors != nil ? [.actors] : []) + (corpus.values(of: .target) != nil ? [.targets] : [])
    self.masks = masks.map(\.rawValue)
    var configuration = experiment.configuration.features
    guard !masks.isEmpty, configuration.masks.isEmpty else {
      maskedNames = nil
      return
    }
    configuration.masks = masks
    let masked = try FeatureSource(
      experiment.examples.dataset, configuration: configuration, on: experiment.parallelism)
    maskedNames = try experiment.comparison(of: plain, with: try experiment.predictions(of: masked, plan: unseen))
  }

  /// Folds that keep documents together where there are any, so that only actors are seen.
  private static func seenPlan(_ experiment: AuditedExperiment) throws -> FoldPlan {
    if let units = try experiment.units() {
      return try .grouped(units.numbers.map { units.names[$0] }, foldCount: foldCount)
    }
    return try .stratified(
      labels: experiment.examples.labels, foldCount: foldCount, shuffleSeed: experiment.options.seed)
  }

  private static func unseenPlan(_ experiment: AuditedExperiment, _ actors: GroupIndex) throws -> FoldPlan {
    try .grouped(actors.numbers.map { actors.names[$0] }, foldCount: min(foldCount, actors.names.count))
  }

  private static func speaker(
    _ experiment: AuditedExperiment, _ actors: GroupIndex, _ features: FeatureSource
  ) throws -> Speaker? {
    let chosen = actors.names.indices
      .filter { actors.rows[$0].count >= actorLimits.rows && !actors.names[$0].isEmpty }
      .sorted { (actors.rows[$1].count, $0) < (actors.rows[$0].count, $1) }.prefix(actorLimits.count).sorted()
    guard chosen.count >= 2 else { return nil }
    let rows = chosen.flatMap { actors.rows[$0] }.sorted()
    let labels = rows.map { row in chosen.firstIndex(of: actors.numbers[row]) ?? 0 }
    let plan = try FoldPlan.stratified(labels: labels, foldCount: foldCount, shuffleSeed: experiment.options.seed)
    let probabilities = try experiment.parallelism.map(count: plan.folds.count) { fold in
      let training = plan.trainingRows(ofFold: fold)
      let space = try features.fit(rows: training.map { rows[$0] }, on: .serial)
      let fit = try LogisticRegression(try experiment.configuration.model.validated()).fit(
        features.matrix(rows: training.map { rows[$0] }, in: space, on: .serial), labels: training.map { labels[$0] },
        classCount: chosen.count, on: .serial)
      let tested = features.matrix(rows: plan.folds[fold].testRows.map { rows[$0] }, in: space, on: .serial)
      return fit.model.probabilities(tested, on: .serial).columns
    }
    let truth = LabelledRows(classNames: chosen.map { actors.names[$0] }, labels: labels, positiveClass: 0)
    let predictions = try OutOfFoldPredictions(plan: plan, of: truth, probabilities: probabilities)
    let figures = try Evaluator(try experiment.options.validated()).intervals(
      of: [.accuracy], for: predictions.pooled, on: experiment.parallelism)
    let largest = chosen.map { actors.rows[$0].count }.max() ?? 0
    return figures[.accuracy].map {
      Speaker(actors: chosen.count, rows: rows.count, accuracy: $0, majority: Double(largest) / Double(rows.count))
    }
  }
}
