internal import Corpora
public import LinearAlgebra
public import Reproducibility
public import TextFeatures

/// A dataset made ready to learn from: statements tokenised and counted once, or numbers as they are.
public struct FeatureSource: Sendable {
  private enum Kind: Sendable {
    case texts(FeaturePipeline, AnalyzedTexts)
    case numbers(SparseMatrix)
  }

  private let kind: Kind

  /// Tokenises and counts the statements of `dataset`, or takes its numbers. Nothing is learnt yet.
  ///
  /// - Throws: `TextFeaturesError` for a configuration that cannot be.
  public init(
    _ dataset: Dataset, configuration: FeatureConfiguration, on parallelism: Parallelism,
    progress: ProgressHandler? = nil
  ) throws {
    switch dataset.content {
    case .numbers(let matrix):
      kind = .numbers(matrix)
    case .statements(let corpus):
      let pipeline = FeaturePipeline(try configuration.validated())
      kind = .texts(
        pipeline,
        try pipeline.analyze(
          corpus.texts, masks: try MaskTerms(for: configuration, in: corpus), on: parallelism, progress: progress))
    }
  }

  private init(kind: Kind) { self.kind = kind }

  /// The identity of what the texts were taken apart into: their words, after masks; of a table of numbers, the numbers.
  ///
  /// Complexity: O(bytes).
  func tokenDigest(of dataset: Dataset, on parallelism: Parallelism) throws -> ContentDigest {
    var digester = Digester()
    switch (kind, dataset.content) {
    case (.texts(let pipeline, _), .statements(let corpus)):
      let masks = try MaskTerms(for: pipeline.configuration, in: corpus)
      for words in pipeline.words(of: corpus.texts, masks: masks, on: parallelism) {
        digester.update(Array((words.joined(separator: "\u{0}") + "\n").utf8))
      }
    case (.numbers(let matrix), _):
      digester.update(numbers: matrix.columnIndices)
      digester.update(numbers: matrix.values)
    case (.texts, .numbers): preconditionFailure("texts were taken apart, and the dataset has numbers")
    }
    return digester.finish()
  }

  /// The same rows with some of the blocks of features only, in the order given; what was counted is not counted again.
  ///
  /// - Precondition: these are statements, and places are those of blocks.
  func selecting(blocks places: [Int]) throws -> FeatureSource {
    guard case .texts(let pipeline, let texts) = kind else { preconditionFailure("a table of numbers has no blocks") }
    var configuration = pipeline.configuration
    configuration.blocks = places.map { configuration.blocks[$0] }
    return FeatureSource(
      kind: .texts(FeaturePipeline(try configuration.validated()), texts.selecting(blocks: places)))
  }

  /// Learns the features from the given rows alone.
  ///
  /// - Throws: `TextFeaturesError` where nothing remains to learn from.
  public func fit(rows: [Int], on parallelism: Parallelism) throws -> FeatureSpace {
    switch kind {
    case .texts(let pipeline, let texts): .texts(try pipeline.fit(texts, rows: rows, on: parallelism))
    case .numbers(let matrix): .numbers(columnCount: matrix.columnCount)
    }
  }

  /// The design matrix of the given rows in a space learnt from this source.
  public func matrix(rows: [Int], in space: FeatureSpace, on parallelism: Parallelism) -> DesignMatrix {
    switch (kind, space) {
    case (.texts(_, let texts), .texts(let pipeline)): pipeline.transform(texts, rows: rows, on: parallelism)
    case (.numbers(let matrix), .numbers): DesignMatrix(matrix.selecting(rows: rows))
    default: preconditionFailure("a space of texts was asked for numbers, or the other way round")
    }
  }
}

/// The features a model knows: what was learnt from texts, or a number of plain columns.
public enum FeatureSpace: Sendable {
  /// Features of texts.
  case texts(FittedPipeline)
  /// Columns of a table of numbers.
  case numbers(columnCount: Int)

  /// The number of features.
  public var featureCount: Int {
    switch self {
    case .texts(let pipeline): pipeline.columnCount
    case .numbers(let count): count
    }
  }

  /// What a feature is called, and which block it belongs to.
  public func feature(at index: Int) -> (name: String, block: String) {
    switch self {
    case .texts(let pipeline):
      (pipeline.schema.name(of: index), pipeline.schema.blocks[pipeline.schema.blockIndex(of: index)].name)
    case .numbers: (String(index + 1), "numbers")
    }
  }

  /// The design matrix of new rows.
  ///
  /// - Throws: `ConfigurationError` where texts are given to a model of numbers, or the other way round, or a table has more
  ///   columns than the model knows.
  public func matrix(of dataset: Dataset, on parallelism: Parallelism) throws -> DesignMatrix {
    switch (self, dataset.content) {
    case (.texts(let pipeline), .statements(let corpus)):
      return pipeline.transform(corpus.texts, on: parallelism)
    case (.numbers(let count), .numbers(let matrix)):
      guard matrix.columnCount <= count else {
        throw ConfigurationError(
          "\(dataset.source.name) has \(matrix.columnCount) columns, and the model knows \(count)",
          hint: "score data of the kind the model was trained on")
      }
      return DesignMatrix(
        SparseMatrix(
          columnCount: count, rowOffsets: matrix.rowOffsets, columnIndices: matrix.columnIndices, values: matrix.values)
      )
    case (.texts, .numbers):
      throw ConfigurationError(
        "\(dataset.source.name) holds numbers, and the model was trained on statements",
        hint: "give it a corpus of statements, or say --input-format")
    case (.numbers, .statements):
      throw ConfigurationError(
        "\(dataset.source.name) holds statements, and the model was trained on a table of numbers",
        hint: "give it a libsvm file")
    }
  }
}
