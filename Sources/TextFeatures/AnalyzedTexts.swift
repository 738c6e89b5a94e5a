internal import Reproducibility

/// The texts of a corpus, taken apart and counted once: what fitting on any rows and transforming any rows start from.
///
/// Nothing is learnt here: no document frequency, no choice of columns. Made by `FeaturePipeline.analyze`.
public struct AnalyzedTexts: Sendable {
  /// The number of texts.
  public let count: Int

  let blocks: [AnalyzedBlock]
  let preparation: TextPreparation
  /// Tells this analysis from any other, so that a pipeline knows whether node numbers are its own.
  let identity: AnalysisIdentity

  init(count: Int, blocks: [AnalyzedBlock], preparation: TextPreparation) {
    self.count = count
    self.blocks = blocks
    self.preparation = preparation
    identity = AnalysisIdentity()
  }

  /// The number of different n-grams in the texts, by block.
  public var distinctTermCounts: [Int] { blocks.map(\.tree.count) }
}

/// An object that is equal to itself only.
final class AnalysisIdentity: Sendable {}

/// What one block of columns is made from.
struct AnalyzedBlock: Sendable {
  let configuration: BlockConfiguration
  let tree: NgramTree
  let counts: CountMatrix
  /// For each node its `FeatureHash.signedColumn`; nil where columns are not hashed.
  let signedColumns: [Int32]?

  init(
    _ configuration: BlockConfiguration, texts: [String], preparation: TextPreparation, on parallelism: Parallelism,
    progress: ProgressHandler?
  ) throws {
    self.configuration = configuration
    let stage = StageProgress(stage: "reading \(configuration.name)", total: texts.count, handler: progress)
    let isWords = configuration.analyzer == .word
    let read = isWords ? UnitStream.words : UnitStream.characters
    var stream = read(texts, configuration, preparation, parallelism, stage)
    guard let index = NgramIndex(stream, longest: configuration.ngrams.maximum, on: parallelism) else {
      throw TextFeaturesError.tooLarge("units or different n-grams", block: configuration.name)
    }
    stream.units = []
    let orders = CountedOrders(configuration, vocabulary: stream.vocabulary)
    counts = CountMatrix(of: index, rowStarts: stream.rowStarts, orders: orders, on: parallelism)
    tree = NgramTree(
      parents: index.parents, lastUnits: index.lastUnits, vocabulary: stream.vocabulary,
      separator: isWords ? [0x20] : [])
    signedColumns = configuration.hashing.map { [tree] in AnalyzedBlock.signedColumns(of: tree, FeatureHash($0)) }
  }

  private static func signedColumns(of tree: NgramTree, _ hash: FeatureHash) -> [Int32] {
    var columns: [Int32] = []
    columns.reserveCapacity(tree.count)
    tree.forEachTerm { _, term in columns.append(hash.signedColumn(of: term, 0..<term.count)) }
    return columns
  }
}

extension CountedOrders {
  init(_ block: BlockConfiguration, vocabulary: TermList) {
    var space: Int32 = -1
    if block.analyzer == .charWithinWords {
      for unit in 0..<vocabulary.count where vocabulary[unit].elementsEqual([0x20]) { space = Int32(unit) }
    }
    self.init(shortest: block.ngrams.minimum, wordStart: space)
  }
}
