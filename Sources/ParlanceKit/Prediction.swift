public import Corpora
public import Reproducibility
internal import Synchronization

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

  /// How many rows are scored together at most.
  public static let batchSize = 4096
  /// How many bytes of statements are scored together, but for what the last of them has beyond.
  static let batchBytes = 1 << 22

  private let model: TrainedModel
  private let parallelism: Parallelism
  private let stream: Mutex<DatasetStream>

  /// The columns of the corpus, in its order; empty for a table of numbers.
  public let columnNames: [String]

  /// Opens the corpus at `path`, or the standard input for "-".
  ///
  /// - Throws: `FileError`, `CorpusError`.
  public init(
    path: String, options: ReadingOptions, model: TrainedModel, on parallelism: Parallelism,
    progress: ProgressHandler? = nil
  ) throws {
    let opened = try DatasetStream(path: path, options: options, progress: progress)
    self.model = model
    self.parallelism = parallelism
    columnNames = opened.columnNames
    stream = Mutex(opened)
  }

  /// The next rows, or nil at the end.
  ///
  /// - Throws: as reading does; `ConfigurationError` for data of another kind than the model's.
  public func next() throws -> Batch? {
    try read().map { try Batch($0, model: model, on: parallelism) }
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
    try parallelism.stream(
      from: { try read() }, through: { try transform(Batch($0, model: model, on: .serial)) }, into: take)
  }

  private func read() throws -> Dataset? {
    try stream.withLock { try $0.next(maximumRows: Self.batchSize, maximumBytes: Self.batchBytes) }
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
