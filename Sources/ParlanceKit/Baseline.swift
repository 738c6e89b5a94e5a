internal import Classifiers
internal import Corpora
public import Evaluation
internal import LinearAlgebra
public import Reproducibility

/// What can be predicted without reading a statement: what any model has to be better than.
///
/// Each learns from the training rows of a fold alone, as the model does.
public struct Baseline: Sendable {
  /// What a baseline looks at.
  public enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
    /// How frequent the classes are.
    case majority
    /// How long a statement is.
    case length
    /// How it is written: length, capitals, digits, quotation marks, final marks.
    case form
    /// Who speaks.
    case actor
  }

  /// What it looks at.
  public let kind: Kind
  /// What it predicts.
  public let predictions: OutOfFoldPredictions

  /// The baselines there are for some statements; none of actors without actors.
  ///
  /// - Throws: `EvaluationError`, `ClassifierError` as judging and fitting do.
  public static func all(
    _ kinds: [Kind] = Kind.allCases, of corpus: Corpus, actors: [String]?, rows: LabelledRows, plan: FoldPlan,
    on parallelism: Parallelism
  ) throws -> [Baseline] {
    try kinds.compactMap { kind in
      switch kind {
      case .majority:
        try Baseline(ratesByGroup: Array(repeating: 0, count: rows.count), kind, rows: rows, plan: plan)
      case .length:
        try Baseline(TextForm.lengths(of: corpus.texts), kind, rows: rows, plan: plan, on: parallelism)
      case .form:
        try Baseline(TextForm.matrix(of: corpus.texts), kind, rows: rows, plan: plan, on: parallelism)
      case .actor:
        try actors.map { try Baseline(ratesByGroup: GroupIndex($0).numbers, kind, rows: rows, plan: plan) }
      }
    }
  }

  private init(ratesByGroup groups: [Int], _ kind: Kind, rows: LabelledRows, plan: FoldPlan) throws {
    self.kind = kind
    predictions = try OutOfFoldPredictions(ratesByGroup: groups, plan: plan, of: rows)
  }

  private init(
    _ columns: DenseMatrix, _ kind: Kind, rows: LabelledRows, plan: FoldPlan, on parallelism: Parallelism
  ) throws {
    self.kind = kind
    let regression = LogisticRegression(try LogisticConfiguration().validated())
    let probabilities = try parallelism.map(count: plan.folds.count) { fold in
      let training = plan.trainingRows(ofFold: fold)
      let known = columns.selecting(rows: training)
      let standardization = Standardization(known)
      let fit = try regression.fit(
        standardization.applied(to: known), labels: training.map { rows.labels[$0] }, classCount: rows.classCount,
        weights: rows.weights.map { weights in training.map { weights[$0] } }, on: .serial)
      let tested = standardization.applied(to: columns.selecting(rows: plan.folds[fold].testRows))
      return fit.model.probabilities(tested, on: .serial).columns
    }
    predictions = try OutOfFoldPredictions(plan: plan, of: rows, probabilities: probabilities)
  }
}
