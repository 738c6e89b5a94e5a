internal import Classifiers
internal import Corpora
internal import LinearAlgebra
public import Reproducibility

/// Labelled statements beside which a model's scores are looked at: those it learnt from, or others.
public struct ReferenceStatements: Sendable {
  /// Their features.
  let matrix: DesignMatrix
  /// How sure the model is of its scores; nil where these are not the rows it learnt from, or there is no such figure.
  let posterior: LogitPosterior?
  /// What has to be known of them.
  let notes: [String]
  private let ids: [String]
  private let labels: [String]
  private let texts: [String]

  /// How near the objective at the model must come to the one that its fit recorded, relative to it, for rows to be those that it
  /// learnt from.
  private static let objectiveTolerance = 1e-7

  /// Makes the labelled rows of `dataset` ready.
  ///
  /// Rows are those that the model learnt from where the file has the digest in the model's record, as many rows are used and left
  /// out, and the model has the objective on them that it ended its training with.
  ///
  /// - Throws: `ConfigurationError` for a model or a table of numbers, or statements without labels.
  public init(_ dataset: Dataset, for model: TrainedModel, on parallelism: Parallelism) throws {
    guard case .texts = model.space else {
      throw ConfigurationError("this model was trained on a table of numbers, which has no statements to show")
    }
    guard case .statements = dataset.content else {
      throw ConfigurationError(
        "\(dataset.source.name) holds numbers (labelled statements were expected)",
        hint: "give the corpus that the model was trained on")
    }
    guard dataset.labels != nil else {
      throw ConfigurationError("\(dataset.source.name) has no labels", hint: "name their column with --label-column")
    }
    let training = try TrainingRowsFound(dataset, for: model, on: parallelism)
    posterior = training.posterior
    notes = training.notes
    let used = training.examples?.dataset ?? dataset
    matrix = try training.matrix ?? model.space.matrix(of: used, on: parallelism)
    ids = used.ids
    labels = used.labels ?? []
    if case .statements(let corpus) = used.content { texts = corpus.texts } else { texts = [] }
  }

  /// The `count` statements whose rows of features point most nearly where `features` do, by the cosine between them; of equals
  /// the earlier. Statements that share nothing, or lie the other way, are not among them.
  ///
  /// - Complexity: a pass over the rows.
  func nearest(to features: [Double], count: Int) -> [Explanation.Neighbour] {
    let length = BLAS.norm(features)
    guard length > 0, matrix.rowCount > 0 else { return [] }
    var weights = RowwiseWeights(zerosFor: matrix)
    weights.refine(features)
    var similarities = [Double](repeating: 0, count: matrix.rowCount)
    weights.visit(0..<matrix.rowCount) { row, product, square in
      similarities[row] = square > 0 ? min(1, product / (length * square.squareRoot())) : 0
      return 0
    }
    let order = similarities.indices.filter { similarities[$0] > 0 }.sorted {
      (similarities[$1], $0) < (similarities[$0], $1)
    }
    return order.prefix(count).map { row in
      Explanation.Neighbour(id: ids[row], label: labels[row], similarity: similarities[row], text: texts[row])
    }
  }

  /// The rows that a model learnt from, as far as a dataset turned out to hold those.
  private struct TrainingRowsFound {
    var examples: Examples?
    var matrix: DesignMatrix?
    var posterior: LogitPosterior?
    var notes: [String] = []

    init(_ dataset: Dataset, for model: TrainedModel, on parallelism: Parallelism) throws {
      let record = model.record
      guard dataset.source.sha256 == record.trainingData.sha256 else {
        notes = [
          "\(dataset.source.name) is not the file that the model learnt from (\(record.trainingData.name), SHA-256 "
            + "\(record.trainingData.sha256.short)): no interval"
        ]
        return
      }
      notes = [
        "these are not the rows of \(dataset.source.name) that the model learnt from (\(record.trainingData.rows)): no "
          + "interval; give the options, as --where, that it was trained with"
      ]
      guard let examples = try? Examples(dataset, classes: record.configuration.classes),
        examples.classes == model.classes, examples.count == record.trainingData.rows
      else { return }
      let matrix = try model.space.matrix(of: examples.dataset, on: parallelism)
      let penalty = record.configuration.model.penalty
      if penalty == .l2 {
        let posterior = try Self.posterior(of: model, examples: examples, matrix: matrix, on: parallelism)
        let expected = record.fitReport.objective
        guard abs(posterior.objectiveValue - expected) <= objectiveTolerance * abs(expected) else { return }
        self.posterior = posterior
        notes = record.fitReport.warnings
      } else {
        notes = ["no interval: the penalty \(penalty.rawValue) has no posterior that is normal near its mode"]
      }
      (self.examples, self.matrix) = (examples, matrix)
    }

    private static func posterior(
      of model: TrainedModel, examples: Examples, matrix: DesignMatrix, on parallelism: Parallelism
    ) throws -> LogitPosterior {
      try LogitPosterior(
        model.logistic, of: matrix, labels: examples.labels, weights: examples.dataset.weights,
        configuration: model.record.configuration.model,
        interceptCorrection: model.record.fitReport.interceptCorrection, on: parallelism)
    }
  }
}
