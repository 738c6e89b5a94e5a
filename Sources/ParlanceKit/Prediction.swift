public import Corpora
public import Reproducibility

/// Scores of a corpus of any size, a batch at a time, in constant memory.
public struct PredictionStream: ~Copyable {
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

  /// How many rows are scored together.
  public static let batchSize = 4096

  private let model: TrainedModel
  private let parallelism: Parallelism
  private var stream: DatasetStream

  /// Opens the corpus at `path`, or the standard input for "-".
  ///
  /// - Throws: `FileError`, `CorpusError`.
  public init(
    path: String, options: ReadingOptions, model: TrainedModel, on parallelism: Parallelism,
    progress: ProgressHandler? = nil
  ) throws {
    self.model = model
    self.parallelism = parallelism
    stream = try DatasetStream(path: path, options: options, progress: progress)
  }

  /// The columns of the corpus, in its order; empty for a table of numbers.
  public var columnNames: [String] { stream.columnNames }

  /// The next rows, or nil at the end.
  ///
  /// - Throws: as reading does; `ConfigurationError` for data of another kind than the model's.
  public mutating func next() throws -> Batch? {
    guard let dataset = try stream.next(maximumRows: Self.batchSize) else { return nil }
    let scores = try model.scores(for: dataset, on: parallelism)
    let probabilities = scores.positiveProbabilities
    let rows = dataset.ids.indices.map { index in
      Row(
        id: dataset.ids[index], label: model.classes.names[scores.predictions[index]],
        probability: probabilities[index], logit: scores.logits[index])
    }
    return Batch(dataset: dataset, rows: rows)
  }
}
