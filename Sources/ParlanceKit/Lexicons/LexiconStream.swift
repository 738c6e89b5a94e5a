public import Corpora
public import Reproducibility
public import TextFeatures

/// What a dictionary finds in a corpus of any size, a batch at a time, in constant memory.
public struct LexiconStream: ~Copyable, Sendable {
  /// Some rows with what was found in them.
  public struct Batch: Sendable {
    /// The rows' data as they were read.
    public let dataset: Dataset
    /// What was found in each row.
    public let scores: [LexiconScore]
  }

  /// The columns of the corpus, in its order.
  public var columnNames: [String] { batches.columnNames }

  private let scorer: LexiconScorer
  private let parallelism: Parallelism
  private let batches: DatasetBatches

  /// Opens the corpus at `path`, or the standard input for "-".
  ///
  /// - Throws: `FileError`, `CorpusError`.
  public init(
    path: String, options: ReadingOptions, scorer: LexiconScorer, on parallelism: Parallelism,
    progress: ProgressHandler? = nil
  ) throws {
    self.scorer = scorer
    self.parallelism = parallelism
    batches = try DatasetBatches(path: path, options: options, progress: progress)
  }

  /// Looks through all rows, several batches at a time while the next one is read.
  ///
  /// - Parameters:
  ///   - transform: makes of a batch what is wanted of it; called from several threads.
  ///   - take: receives that, in the order of the corpus and never twice at once, though not always from the same thread.
  /// - Throws: the first error in the order of the corpus; `ConfigurationError` for a table of numbers.
  public func forEach<Result: Sendable>(
    _ transform: @Sendable (Batch) throws -> Result, into take: @Sendable (Result) throws -> Void
  ) throws {
    let scorer = scorer
    try batches.forEach(
      on: parallelism,
      through: { dataset in
        guard case .statements(let corpus) = dataset.content else {
          throw ConfigurationError("\(dataset.source.name) holds numbers (statements were expected)")
        }
        return try transform(Batch(dataset: dataset, scores: scorer.scores(of: corpus.texts)))
      }, into: take)
  }
}
