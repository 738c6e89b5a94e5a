internal import Corpora
internal import Reproducibility
internal import Synchronization

/// A dataset of any size, read a batch at a time by whichever thread is free.
struct DatasetBatches: ~Copyable, Sendable {
  /// How many rows a batch has at most.
  static let rowCount = 4096
  /// How many bytes of statements a batch has, but for what the last of them has beyond.
  static let byteCount = 1 << 22

  /// The columns of a table of statements; empty for numbers.
  let columnNames: [String]
  private let stream: Mutex<DatasetStream>

  init(path: String, options: ReadingOptions, progress: ProgressHandler?) throws {
    let opened = try DatasetStream(path: path, options: options, progress: progress)
    columnNames = opened.columnNames
    stream = Mutex(opened)
  }

  /// The next batch, or nil at the end.
  func next() throws -> Dataset? {
    try stream.withLock { try $0.next(maximumRows: Self.rowCount, maximumBytes: Self.byteCount) }
  }

  /// Passes all batches that are left through `transform`, several at a time, and hands over what became of them in order.
  func forEach<Result: Sendable>(
    on parallelism: Parallelism, through transform: @Sendable (Dataset) throws -> Result,
    into take: @Sendable (Result) throws -> Void
  ) throws {
    try parallelism.stream(from: { try next() }, through: transform, into: take)
  }
}
