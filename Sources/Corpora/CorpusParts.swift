package import Reproducibility
internal import Synchronization

/// Reads a delimited file in parts side by side, where that gives what reading it from front to back gives.
///
/// Parts are cut at line ends that seem to lie outside of quotes, judged by the number of quotes before them. A part that begins
/// where a record begins, holds no bad row and ends with the end of a record proves that the next one begins where a
/// record begins; the first part does. Wherever that chain breaks, nothing is returned, and the file has to be read in order,
/// which also is what names the places of bad rows.
package struct CorpusParts {
  private let options: ReadingOptions
  private let format: CorpusFormat
  private let parallelism: Parallelism
  private let progress: ProgressHandler?
  private let partLength: Int

  /// - Parameters:
  ///   - format: CSV or TSV.
  ///   - partLength: about how many bytes a part has.
  package init(
    options: ReadingOptions, format: CorpusFormat, parallelism: Parallelism, progress: ProgressHandler? = nil,
    partLength: Int = 1 << 22
  ) {
    self.options = options
    self.format = format
    self.parallelism = parallelism
    self.progress = progress
    self.partLength = partLength
  }

  /// The corpus, or nil where it has to be read in order.
  ///
  /// - Throws: what reading the bytes throws.
  package func read(_ input: consuming sending CorpusInput) throws -> Corpus? {
    let name = input.name
    let source = Mutex(PartCutter(input.bytes, partLength: partLength))
    let whole = Mutex(JoinedCorpus())
    let header = try source.withLock { try $0.header() }
    try parallelism.stream(
      from: {
        guard !whole.withLock({ $0.isBroken }) else { return nil }
        return try source.withLock { cutter in
          let part = try cutter.next()
          progress?(cutter.state)
          return part
        }
      },
      through: { part in try? read(part, header: header, name: name) },
      into: { part in whole.withLock { $0.append(part) } })
    let described = source.withLock {
      Corpus.Source(name: name, format: format, byteCount: $0.byteCount, digest: $0.digest)
    }
    return whole.withLock { $0.corpus(source: described, needsRowNumbers: !options.filters.isEmpty) }
  }

  /// What the part holds, or nil where it cannot be told by itself.
  private func read(_ part: [UInt8], header: [UInt8], name: String) throws -> PartOfCorpus? {
    var partOptions = options
    partOptions.format = format
    let bytes = ByteSource(partOf: name, pieces: [header, part])
    var stream = try CorpusStream(
      CorpusInput(bytes, format: format), options: partOptions, progress: nil, isPart: true)
    // A header that the first line is less or more than: blank lines before it, other line ends, quotes that mean nothing.
    guard (header.count - 2...header.count - 1).contains(stream.headerEnd) else { return nil }
    let corpus = try stream.next(maximumRows: .max)
    let headerLines = header.span.count(of: 10)
    return PartOfCorpus(
      corpus: corpus, headerLines: headerLines, lineCount: stream.lineCount - headerLines,
      filteredRows: stream.filteredRows, hasBadRows: stream.hasBadRows, hasIdentifiers: stream.hasIdentifiers)
  }
}

/// What a part held, its lines and rows counted from its own beginning.
private struct PartOfCorpus: Sendable {
  /// The rows kept, or nil where there are none.
  let corpus: Corpus?
  /// The lines of the header, which every part is read behind.
  let headerLines: Int
  let lineCount: Int
  let filteredRows: Int
  let hasBadRows: Bool
  let hasIdentifiers: Bool
}

/// Parts put one below the other.
private struct JoinedCorpus: Sendable {
  private(set) var isBroken = false
  private var names: [String] = []
  private var roles: [CorpusColumn: Int] = [:]
  private var columns: [[String]] = []
  private var ids: [String] = []
  private var weights: [Double]?
  private var lines: [Int] = []
  private var hasIdentifiers = true
  private var lineCount = 0
  private var filteredRows = 0

  mutating func append(_ part: PartOfCorpus?) {
    guard let part, !part.hasBadRows else {
      isBroken = true
      return
    }
    hasIdentifiers = part.hasIdentifiers
    if lineCount == 0 { lineCount = part.headerLines }
    if let corpus = part.corpus { append(corpus, headerLines: part.headerLines) }
    lineCount += part.lineCount
    filteredRows += part.filteredRows
  }

  private mutating func append(_ corpus: Corpus, headerLines: Int) {
    if names.isEmpty {
      (names, roles) = (corpus.columnNames, corpus.roles)
      columns = corpus.columnNames.map { _ in [] }
      weights = corpus.weights == nil ? nil : []
    }
    for index in columns.indices { columns[index] += corpus.columns[index] }
    if hasIdentifiers { ids += corpus.ids }
    if let more = corpus.weights { weights? += more }
    for line in corpus.lines { lines.append(lineCount + line - headerLines) }
  }

  /// All rows, or nil where they have to be read in order: none was kept, something was bad, or rows without identifiers are
  /// numbered and some of them were left out.
  func corpus(source: Corpus.Source, needsRowNumbers: Bool) -> Corpus? {
    guard !isBroken, !lines.isEmpty, hasIdentifiers || !needsRowNumbers else { return nil }
    return Corpus(
      source: source, columnNames: names, columns: columns, roles: roles,
      ids: hasIdentifiers ? ids : (1...lines.count).map(String.init), weights: weights, lines: lines, skippedRows: 0,
      filteredRows: filteredRows)
  }
}
