public import Evaluation
public import Reproducibility

/// What gives the scores of one side of a comparison.
public enum ScoreSource: Sendable {
  /// A saved model, from the file of that name.
  case model(TrainedModel, path: String)
  /// Scores that were written before, by the models of other folds for instance.
  case scores(ScoreFile)

  /// The file.
  public var path: String {
    switch self {
    case .model(_, let path): path
    case .scores(let file): file.path
    }
  }

  /// Reads a model from a name that ends in `.safetensors`, scores from any other.
  ///
  /// - Throws: as reading either does.
  public static func read(_ path: String, on parallelism: Parallelism) throws -> ScoreSource {
    path.hasSuffix(".safetensors")
      ? .model(try ModelFile.read(path), path: path) : .scores(try ScoreFile(path: path, on: parallelism))
  }

  fileprivate var model: TrainedModel? {
    if case .model(let model, _) = self { model } else { nil }
  }

  /// The probability of each class in every row.
  fileprivate func probabilities(of examples: Examples, on parallelism: Parallelism) throws -> [[Double]] {
    switch self {
    case .model(let model, _): return try model.scores(for: examples.dataset, on: parallelism).probabilities.columns
    case .scores(let file):
      guard examples.classes.count == 2 else {
        throw ConfigurationError(
          "\(file.path) has one probability a row, and there are \(examples.classes.count) classes (two were expected)",
          hint: "choose two with --classes, or leave rows out with --where")
      }
      let scores = try file.scores(of: examples.dataset.ids, in: examples.dataset.source.name)
      let others = scores.map { 1 - $0 }
      return examples.classes.positiveIndex == 0 ? [scores, others] : [others, scores]
    }
  }
}

/// The result of `compare-models`.
public struct ComparisonDocument: Encodable, Sendable, Hashable {
  /// The figures.
  public let result: ModelComparison
  /// The file of the first model or its scores.
  public let a: String
  /// The file of the second.
  public let b: String
  /// The data that were scored.
  public let data: DataSource
  /// The column resampled for intervals, or nil for single rows.
  public let cluster: String?
  /// The version of Parlance.
  public let version: String
  /// What has to be known to read the figures.
  public let notes: [String]

  private enum Key: String, CodingKey { case a, b, data, cluster, version, notes }

  /// Compares `a` and `b` on the rows of `dataset`.
  ///
  /// - Parameter selection: the classes, where neither side is a model that knows them.
  /// - Throws: `ConfigurationError` for models of other classes, labels that they do not know, or rows without a score;
  ///   `EvaluationError` for options that cannot be.
  public init(
    _ a: ScoreSource, _ b: ScoreSource, on dataset: Dataset, classes selection: ClassSelection,
    request: EvaluationRequest, parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws {
    let models = [a, b].compactMap(\.model)
    if models.count == 2, models[0].classes != models[1].classes {
      throw ConfigurationError(
        "\(a.path) tells apart \(Self.name(models[0].classes)), \(b.path) \(Self.name(models[1].classes))",
        hint: "compare models of the same classes and the same positive one")
    }
    let examples =
      try models.first.map { try Examples(dataset, knownTo: $0) } ?? Examples(dataset, classes: selection)
    let rows = try examples.labelledRows(clusteredBy: request.clusterColumn)
    let scored = try [a, b].map { source in
      try rows.scored(
        rows: Array(0..<examples.count), probabilities: try source.probabilities(of: examples, on: parallelism))
    }
    result = try ModelComparison(
      scored[0], scored[1], options: try request.options.validated(), on: parallelism, progress: progress)
    self.a = a.path
    self.b = b.path
    data = examples.dataset.source
    cluster = request.clusterColumn
    version = ProgramVersion.current
    notes = Self.notes([a, b], data: data) + result.notes
  }

  private static func name(_ classes: ClassNames) -> String {
    "\(ClassSelection.list(classes.names)) (positive: \(classes.positive))"
  }

  private static func notes(_ sources: [ScoreSource], data: DataSource) -> [String] {
    sources.compactMap { source in
      guard let trained = source.model?.record.trainingData, trained.sha256 == data.sha256,
        trained.filtered == data.filtered
      else { return nil }
      return "\(source.path) was trained on these rows: it is judged by what it has seen"
    }
  }

  /// Writes the figures, then what they are of.
  public func encode(to encoder: any Encoder) throws {
    try result.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(notes, forKey: .notes)
    try container.encode(a, forKey: .a)
    try container.encode(b, forKey: .b)
    try container.encodeIfPresent(cluster, forKey: .cluster)
    try container.encode(data, forKey: .data)
    try container.encode(version, forKey: .version)
  }
}
