internal import Classifiers
public import Corpora
internal import LinearAlgebra
public import Reproducibility
internal import Synchronization
internal import TextFeatures

extension Training {
  /// How many rows, and bytes of them, are counted together.
  private static let batchSize = (rows: 4096, bytes: 1 << 20)

  /// Learns the same model from the corpus at `path`, or the standard input for "-", without holding its texts or the entries of
  /// its matrix in memory: they go to a file without a name that is made at `matrixFile` and gone with the process.
  ///
  /// Memory holds some 150 bytes for each row and for each hashed column, and the terms that name columns.
  ///
  /// - Parameters:
  ///   - matrixFile: a name on a disk with room for four bytes for each different term of each text, and some more.
  ///   - replacing: whether a file of that name may be removed.
  /// - Throws: `ConfigurationError` where features are not hashed, names of actors or targets are to be masked, or the corpus
  ///   holds numbers; `FileError` where the file cannot be made or the disk is full; and as training in memory does.
  public init(
    streaming path: String, options: ReadingOptions, matrixFile: String, replacing: Bool,
    configuration: TrainingConfiguration, on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws {
    try Self.checkStreamable(configuration)
    if configuration.calibrationMethod != .none {
      throw ConfigurationError(
        "--matrix-file cannot be combined with --calibrate, which trains once a fold", hint: "leave one of them out")
    }
    let pipeline = FeaturePipeline(try configuration.features.validated())
    let input = try CorpusInput(path: path, options: options)
    if input.format == .libsvm {
      throw ConfigurationError(
        "--matrix-file: \(path) holds numbers, which are learnt from as they are", hint: "leave --matrix-file out")
    }
    let stream = try CorpusStream(input, options: options, progress: progress)
    let place = try ScratchPlace(path: matrixFile, replacing: replacing)
    let (examples, source) = try Self.read(
      stream,
      into: StreamedExamples(
        classes: configuration.classes, features: try HashedFeatureBuilder(pipeline, at: place)),
      classes: configuration.classes, features: pipeline, on: parallelism)
    let (classes, labels) = try examples.resolvedClasses()
    let (fitted, matrix) = try examples.learntFeatures(on: parallelism)
    let fit = try LogisticRegression(try configuration.model.validated()).fit(
      matrix, labels: labels, classCount: classes.count, weights: examples.rowWeights, on: parallelism,
      progress: progress)
    self.init(
      model: TrainedModel(
        fit, space: .texts(fitted), classes: classes, source: source, probeTexts: examples.probeTexts,
        configuration: configuration),
      nonzeroCount: matrix.storedCount, leftOutCount: examples.leftOutCount)
  }

  private static func checkStreamable(_ configuration: TrainingConfiguration) throws {
    let features = configuration.features
    guard configuration.model.penalty == .l2 else {
      throw ConfigurationError(
        "--matrix-file cannot be combined with --penalty \(configuration.model.penalty.rawValue), "
          + "which visits columns and needs them in memory",
        hint: "use --penalty l2, or leave --matrix-file out")
    }
    for block in features.blocks where block.ngramBlock == nil {
      throw ConfigurationError(
        "--matrix-file cannot be combined with the block \"\(block.name)\", whose means and deviations are known only when all "
          + "texts have been read",
        hint: "leave \(block.name) out of --features, or leave --matrix-file out")
    }
    guard features.blocks.allSatisfy({ $0.ngramBlock?.hashing != nil }) else {
      throw ConfigurationError(
        "--matrix-file needs hashed features, since a vocabulary is known only when all texts have been read",
        hint: "add --hash-features, as in --hash-features 1048576")
    }
    for mask in features.masks where mask != .numbers {
      throw ConfigurationError(
        "--matrix-file cannot be combined with --mask \(mask.rawValue): their names are known only when all rows have been read",
        hint: "mask numbers only, or leave --matrix-file out")
    }
  }

  /// Reads the corpus to its end, texts being counted on all threads.
  private static func read(
    _ stream: consuming sending CorpusStream, into examples: StreamedExamples, classes: ClassSelection,
    features: FeaturePipeline, on parallelism: Parallelism
  ) throws -> (examples: StreamedExamples, source: DataSource) {
    let reading = Mutex(stream)
    let gathered = Mutex(examples)
    try parallelism.stream(
      from: {
        try reading.withLock { try $0.next(maximumRows: batchSize.rows, maximumBytes: batchSize.bytes) }
      },
      through: { try StreamedBatch($0, classes: classes, features: features) },
      into: { batch in try gathered.withLock { try $0.append(batch) } })
    let whole = gathered.withLock { $0 }
    let source = reading.withLock { stream in
      DataSource(stream.source, rows: whole.count, skipped: stream.skippedRows, filtered: stream.filteredRows)
    }
    return (whole, source)
  }
}
