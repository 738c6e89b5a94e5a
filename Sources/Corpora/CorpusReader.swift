public import Reproducibility

/// Reads whole corpora.
public enum CorpusReader {
  /// What a file held.
  public enum Content: Sendable {
    /// Statements, from any format but libsvm.
    case statements(Corpus)
    /// Numbered features, from libsvm's format.
    case features(FeatureTable)
  }

  /// All statements of the file at `path`, or of the standard input for "-".
  ///
  /// Complexity: O(bytes); two to three times the size of the file in memory.
  ///
  /// - Parameter parallelism: how many threads read; the result is the same on any number.
  /// - Throws: `FileError` where the file cannot be read; `CorpusError` with file, line and column where it cannot be
  ///   understood, lacks a column, or no statement is left.
  public static func read(
    _ path: String, options: ReadingOptions = ReadingOptions(), on parallelism: Parallelism = .serial,
    progress: ProgressHandler? = nil
  ) throws -> Corpus {
    let input = try CorpusInput(path: path, options: options)
    return try read(input, path: path, options: options, on: parallelism, progress: progress)
  }

  /// Reads in parts where threads and the file allow it, else in order.
  private static func read(
    _ input: consuming CorpusInput, path: String, options: ReadingOptions, on parallelism: Parallelism,
    progress: ProgressHandler?
  ) throws -> Corpus {
    let format = input.format
    guard parallelism.threadCount > 1, format == .csv || format == .tsv, input.bytes.isRepeatable else {
      return try read(input, options: options, progress: progress)
    }
    let parts = CorpusParts(options: options, format: format, parallelism: parallelism, progress: progress)
    if let corpus = try parts.read(CorpusInput(path: path, options: options)) { return corpus }
    return try read(input, options: options, progress: progress)
  }

  /// All statements of an opened corpus.
  ///
  /// - Throws: as `read(_:options:progress:)` of a path does.
  public static func read(
    _ input: consuming CorpusInput, options: ReadingOptions = ReadingOptions(), progress: ProgressHandler? = nil
  ) throws -> Corpus {
    let name = input.name
    var stream = try CorpusStream(input, options: options, progress: progress)
    guard let corpus = try stream.next(maximumRows: .max) else { throw CorpusError.empty(name) }
    return corpus
  }

  /// What the file at `path` holds, statements or features, for callers who can use both.
  ///
  /// - Throws: as `read` and `LibSVMReader.read` do.
  public static func readContent(
    _ path: String, options: ReadingOptions = ReadingOptions(), on parallelism: Parallelism = .serial,
    progress: ProgressHandler? = nil
  ) throws -> Content {
    let input = try CorpusInput(path: path, options: options)
    if input.format == .libsvm {
      return .features(try LibSVMReader.read(input, options: options, progress: progress))
    }
    return .statements(try read(input, path: path, options: options, on: parallelism, progress: progress))
  }
}
