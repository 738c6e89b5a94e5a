public import Corpora
public import Reproducibility

/// Scores of a corpus of any size, a batch at a time, in constant memory.
public struct PredictionStream: ~Copyable, Sendable {
  /// The score of one row.
  public struct Row: Sendable, Hashable {
    /// The row's name.
    public let id: String
    /// The most probable class.
    public let label: String
    /// The probability of the positive class.
    public let probability: Double
    /// The log-odds of the positive class against all others.
    public let logit: Double
  }

  /// Some rows with their scores.
  public struct Batch: Sendable {
    /// The rows' data as they were read.
    public let dataset: Dataset
    /// The rows' scores.
    public let rows: [Row]
  }

  private let model: TrainedModel
  private let parallelism: Parallelism
  private let batches: DatasetBatches

  /// The columns of the corpus, in its order; empty for a table of numbers.
  public var columnNames: [String] { batches.columnNames }

  /// Opens the corpus at `path`, or the standard input for "-".
  ///
  /// - Throws: `FileError`, `CorpusError`.
  public init(
    path: String, options: ReadingOptions, model: TrainedModel, on parallelism: Parallelism,
    progress: ProgressHandler? = nil
  ) throws {
    self.model = model
    self.parallelism = parallelism
    batches = try DatasetBatches(path: path, options: options, progress: progress)
  }

  /// The next rows, or nil at the end.
  ///
  /// - Throws: as reading does; `ConfigurationError` for data of another kind than the model's.
  public func next() throws -> Batch? {
    try batches.next().map { try Batch($0, model: model, on: parallelism) }
  }

  /// Scores all rows that are left, several batches at a time while the next one is read.
  ///
  /// - Parameters:
  ///   - transform: makes of a batch what is wanted of it; called from several threads.
  ///   - take: receives that, in the order of the corpus and never twice at once, though not always from the same thread.
  /// - Throws: the first error in the order of the corpus, as a loop over `next` would, and after what that would have taken.
  public func forEach<Result: Sendable>(
    _ transform: @Sendable (Batch) throws -> Result, into take: @Sendable (Result) throws -> Void
  ) throws {
    let model = model
    try batches.forEach(
      on: parallelism, through: { try transform(Batch($0, model: model, on: .serial)) }, into: take)
  }
}

extension PredictionStream.Batch {
  fileprivate init(_ dataset: Dataset, model: TrainedModel, on parallelism: Parallelism) throws {
    let scores = try model.scores(for: dataset, on: parallelism)
    let probabilities = scores.positiveProbabilities
    self.dataset = dataset
    rows = dataset.ids.indices.map { index in
      PredictionStream.Row(
        id: dataset.ids[index], label: model.classes.names[scores.predictions[index]],
        probability: probabilities[index], logit: scores.logits[index])
    }
  }
}
