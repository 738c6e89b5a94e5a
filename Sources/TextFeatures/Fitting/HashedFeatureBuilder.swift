public import LinearAlgebra
public import Reproducibility

/// Fits hashed features to texts that come batch by batch, with the entries of their matrix on the disk: the same pipeline and the
/// same matrix as `FeaturePipeline.fit` and `FittedPipeline.transform` make of all texts at once.
///
/// Memory holds some bytes for each text and each column, and the terms that name columns, a million of them at most; see
/// `HashedNameCounter`.
public struct HashedFeatureBuilder: Sendable {
  fileprivate struct Block: Sendable {
    let configuration: BlockConfiguration
    var matrix: CountMatrixWriter
    var names: HashedNameCounter
    /// The number of texts that hold each column.
    var documents: [Int32]
  }

  private let configuration: FeatureConfiguration
  private var blocks: [Block]
  private var textCount = 0

  /// No texts yet.
  ///
  /// - Parameter place: where the files of entries are made.
  /// - Precondition: all blocks of the pipeline are hashed.
  /// - Throws: `FileError` where no file can be made there.
  public init(_ pipeline: FeaturePipeline, at place: ScratchPlace) throws {
    try self.init(pipeline, at: place, nameRoom: HashedNameCounter.room)
  }

  /// The same with room for so many terms, and bytes of them, that can become names in each block.
  package init(_ pipeline: FeaturePipeline, at place: ScratchPlace, nameRoom: (terms: Int, bytes: Int)) throws {
    configuration = pipeline.configuration
    blocks = try pipeline.configuration.blocks.map { block in
      guard let block = block.ngramBlock, let hashing = block.hashing else {
        preconditionFailure("block \"\(block.name)\" is not hashed")
      }
      return Block(
        configuration: block,
        matrix: try CountMatrixWriter(columnCount: hashing.columnCount, frequency: block.frequency, at: place),
        names: HashedNameCounter(perColumn: hashing.namesPerColumn, room: nameRoom),
        documents: [Int32](repeating: 0, count: block.idf == .none ? 0 : hashing.columnCount))
    }
  }

  /// Puts texts below the others, which the same pipeline has counted.
  ///
  /// - Throws: `FileError`, as when the disk is full.
  public mutating func append(_ texts: HashedTexts) throws {
    for index in blocks.indices { try blocks[index].append(texts.blocks[index]) }
    textCount += texts.count
  }

  /// The features learnt, and the values of all texts.
  ///
  /// - Throws: `TextFeaturesError` where there are no texts, `FileError` where the entries cannot be read back.
  /// Complexity: O(entries + columns).
  public func finish(on parallelism: Parallelism = .serial) throws -> (pipeline: FittedPipeline, matrix: DesignMatrix) {
    guard textCount > 0 else { throw TextFeaturesError.noRows() }
    let rows = Array(0..<textCount)
    var (fitted, matrices) = ([FittedBlock](), [DesignMatrix.Block]())
    for block in blocks {
      let names = block.names.remembered()
      let learnt = FittedBlock(
        block.configuration, terms: names.terms, termColumns: names.columns,
        idf: RowWeighting.idf(block.configuration.idf, documents: block.documents, total: textCount))
      let (counts, contributions) = try block.matrix.finish()
      matrices.append(
        .counts(
          learnt.scaled(
            counts, rows: rows, columns: (0..<learnt.columnCount).map { Int32($0) }, contributions: contributions,
            on: parallelism)))
      fitted.append(learnt)
    }
    let pipeline = FittedPipeline(
      configuration: configuration, maskTerms: MaskTerms(), documentCount: textCount, blocks: fitted.map { .ngrams($0) }
    )
    return (pipeline, DesignMatrix(blocks: matrices))
  }
}

extension HashedFeatureBuilder.Block {
  fileprivate mutating func append(_ texts: HashedTexts.Block) throws {
    names.append(texts)
    if !documents.isEmpty {
      texts.counts.columns.withSpan { columns in
        for entry in columns.indices { documents[Int(columns[entry])] += 1 }
      }
    }
    try matrix.append(texts.counts)
  }
}
