public import Corpora
public import Quotation
public import Reproducibility
internal import Synchronization

/// Statements of any number of articles, one after another, in memory that depends on the longest of them alone.
public struct ExtractionStream: ~Copyable, Sendable {
  private let queue: Mutex<ArticleQueue>
  private let extractor: StatementExtractor
  private let options: ExtractionOptions
  private let parallelism: Parallelism
  private let progress: ProgressHandler?

  /// Prepares to read articles; nothing is opened yet.
  ///
  /// - Parameters:
  ///   - paths: files, folders whose articles are meant, and "-" for the standard input.
  ///   - table: how the files are to be read as tables of which each row is an article; nil where each file is one.
  public init(
    paths: [String], table: ReadingOptions? = nil, options: ExtractionOptions = ExtractionOptions(),
    extractor: StatementExtractor = StatementExtractor(), on parallelism: Parallelism,
    progress: ProgressHandler? = nil
  ) {
    queue = Mutex(ArticleQueue(paths, reading: table))
    self.extractor = extractor
    self.options = options
    self.parallelism = parallelism
    self.progress = progress
  }

  /// Reads and searches all articles, several at a time.
  ///
  /// What cannot be read is a finding, and the rest goes on.
  ///
  /// - Parameters:
  ///   - transform: makes of an article what is wanted of it; called from several threads.
  ///   - take: receives that, in the order of the articles and never twice at once, though not always from the same thread.
  /// - Throws: what `transform` and `take` throw.
  public func forEach<Result: Sendable>(
    _ transform: @Sendable (ArticleExtraction) throws -> Result, into take: @Sendable (Result) throws -> Void
  ) throws {
    let (extractor, options, progress) = (extractor, options, progress)
    let count = Mutex(0)
    try parallelism.stream(
      from: { try queue.withLock { try $0.next() } },
      through: { job in try Self.extractions(job, by: extractor, options: options).map(transform) },
      into: { results in
        for result in results { try take(result) }
        let done = count.withLock { count in
          count += results.count
          return count
        }
        progress?(WorkProgress(stage: "extracting", completed: done, total: nil, unit: "articles"))
      })
  }

  private static func extractions(
    _ job: ArticleJob, by extractor: StatementExtractor, options: ExtractionOptions
  ) throws -> [ArticleExtraction] {
    switch job {
    case .findings(let findings, let file): return [ArticleExtraction(file: file, findings: findings)]
    case .file(let file, let remarks):
      do {
        let reading = try ArticleReader.read(path: file, format: options.format).adding(remarks)
        return [ArticleExtraction(reading, at: CorpusPlace(file: file), by: extractor, options: options)]
      } catch let error as any UserFacingError {
        return [ArticleExtraction(file: file, findings: ArticleFinding.unreadable(error, file: file))]
      }
    case .rows(let corpus, let names, let remarks):
      return names.indices.map { row in
        let place = corpus.place(ofRow: row)
        let reading = ArticleReader.read(
          Array(corpus.texts[row].utf8), name: names[row], file: place.file, format: options.format)
        let (date, language) = (corpus.dates?[row] ?? "", corpus.languages?[row] ?? "")
        return ArticleExtraction(
          reading.placed(at: place).adding(remarks[row].map { [$0] } ?? []), at: place, by: extractor,
          options: options, date: date.isEmpty ? nil : date, language: Self.primary(ofTag: language))
      }
    }
  }

  /// The language of a tag such as "en-GB"; nil for an empty one.
  private static func primary(ofTag tag: String) -> String? {
    tag.lowercased().split { $0 == "-" || $0 == "_" }.first.map(String.init)
  }
}

extension ArticleReading {
  /// The reading with more to be said of it, if there is an article.
  fileprivate func adding(_ remarks: [ArticleFinding]) -> ArticleReading {
    article == nil || remarks.isEmpty ? self : ArticleReading(article: article, findings: remarks + findings)
  }

  /// The reading of a table's cell, whose findings name the row: a place within the cell says nothing to who sees the table.
  fileprivate func placed(at place: CorpusPlace) -> ArticleReading {
    ArticleReading(
      article: article,
      findings: findings.map {
        ArticleFinding(kind: $0.kind, severity: $0.severity, message: $0.message, place: place)
      })
  }
}
