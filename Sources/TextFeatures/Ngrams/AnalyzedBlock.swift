internal import LinearAlgebra
internal import Reproducibility

/// What one block of columns is made from.
struct AnalyzedBlock: Sendable {
  let configuration: BlockConfiguration
  /// The n-grams kept.
  let tree: NgramTree
  /// How often each of them is in each text; see `StoredColumns` for the order of columns.
  let counts: CountMatrix
  /// The column of each node in `counts`, or -1 for those that are not counted.
  let storedColumns: [Int32]
  /// How often an n-gram must occur in all texts to be kept; 1 where all are.
  let leastOccurrences: Int
  /// For each column of `counts` its `FeatureHash.signedColumn`; nil where columns are not hashed.
  let signedColumns: [Int32]?

  /// Takes texts apart and counts.
  ///
  /// - Parameters:
  ///   - keepsAll: whether n-grams are kept that are too rare for any fit to choose them.
  ///   - chunkBytes: about how much text is read at a time; any size gives the same.
  init(
    _ configuration: BlockConfiguration, texts: [String], preparation: TextPreparation, keepsAll: Bool = false,
    chunkBytes: Int? = nil, on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws {
    self.configuration = configuration
    leastOccurrences = keepsAll ? 1 : configuration.leastOccurrences
    let stage = StageProgress(stage: "reading \(configuration.name)", total: texts.count, handler: progress)
    let isWords = configuration.analyzer == .word
    let read = isWords ? UnitStream.words : UnitStream.characters
    var stream = read(
      texts, AnalyzedBlock.cut(texts, configuration, chunkBytes), configuration, preparation, parallelism, stage)
    guard
      var index = NgramIndex(
        stream, longest: configuration.ngrams.maximum, least: leastOccurrences, on: parallelism)
    else {
      throw TextFeaturesError.tooLarge("units or different n-grams", block: configuration.name)
    }
    tree = NgramTree(
      parents: index.parents, lastUnits: index.lastUnits, vocabulary: stream.vocabulary,
      separator: isWords ? [0x20] : [])
    let orders = CountedOrders(configuration, vocabulary: stream.vocabulary)
    let stored = StoredColumns(
      occurrences: index.occurrences, counted: orders.counted(index.parents, lastUnits: index.lastUnits))
    storedColumns = stored.columns
    counts = CountMatrix(
      of: &index, &stream, longest: configuration.ngrams.maximum, columns: stored, on: parallelism)
    signedColumns = configuration.hashing.map { [tree] in
      AnalyzedBlock.signedColumns(of: tree, FeatureHash($0), stored: stored)
    }
  }

  /// Some sixteen chunks, of half a megabyte at least and two at most; a character takes as much memory as a word.
  private static func cut(_ texts: [String], _ block: BlockConfiguration, _ chunkBytes: Int?) -> TextPieces {
    if let chunkBytes { return TextPieces(texts, targetBytes: chunkBytes) }
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    let most = block.analyzer == .word ? 1 << 21 : 1 << 19
    return TextPieces(texts, targetBytes: min(most, max(1 << 19, bytes / 16)))
  }

  private static func signedColumns(of tree: NgramTree, _ hash: FeatureHash, stored: StoredColumns) -> [Int32] {
    var columns = [Int32](repeating: 0, count: stored.count)
    tree.forEachTerm { node, term in
      let column = Int(stored.ranks[node])
      if column < stored.count { columns[column] = hash.signedColumn(of: term, 0..<term.count) }
    }
    return columns
  }

  /// For each node of the tree what `figures` holds for its column, or 0.
  func byNode(_ figures: [Int32]) -> [Int32] { storedColumns.map { $0 < 0 ? 0 : figures[Int($0)] } }

  /// Whether a fit of `block` on `rows` can choose none of the n-grams that were not kept.
  ///
  /// An n-gram that occurs fewer than m times is in fewer than m of them, as long as none is taken twice.
  func keepsAll(that block: BlockConfiguration, canLearnFrom rows: [Int]) -> Bool {
    guard leastOccurrences > 1 else { return true }
    guard block.learnsByDocuments, block.minimumDocuments.documents(of: rows.count) > Double(leastOccurrences - 1)
    else { return false }
    var isTaken = [Bool](repeating: false, count: counts.rowCount)
    for row in rows {
      if isTaken[row] { return false }
      isTaken[row] = true
    }
    return true
  }
}

extension BlockConfiguration {
  /// Whether a term's number of training texts decides if it is learnt.
  fileprivate var learnsByDocuments: Bool { vocabulary == nil && hashing == nil }

  /// How often a term must occur in a corpus so that a fit on different texts of it can learn it.
  fileprivate var leastOccurrences: Int {
    guard learnsByDocuments, case .count(let least) = minimumDocuments else { return 1 }
    return max(1, least)
  }
}
