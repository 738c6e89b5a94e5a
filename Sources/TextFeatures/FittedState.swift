/// All that a fitted pipeline knows, as plain arrays for a model file.
public struct FittedState: Sendable, Hashable {
  /// A block's columns.
  public struct Block: Sendable, Hashable {
    /// The terms' UTF-8 bytes, one after the other. Ascending terms are the columns; with hashing they are names of columns.
    public var termBytes: [UInt8]
    /// Where each term begins in `termBytes`, and at the end their number: one more entry than there are terms.
    public var termOffsets: [Int]
    /// With hashing the column of each term, never falling; otherwise empty.
    public var termColumns: [Int32]
    /// The inverse document frequency of each column; empty where none is used.
    public var idf: [Double]

    /// A block from its parts, unchecked.
    public init(termBytes: [UInt8], termOffsets: [Int], termColumns: [Int32], idf: [Double]) {
      self.termBytes = termBytes
      self.termOffsets = termOffsets
      self.termColumns = termColumns
      self.idf = idf
    }
  }

  /// What a dense block has learnt, of cues or of a dictionary, and its patterns.
  public struct Dense: Sendable, Hashable {
    /// The patterns, as a file without comments.
    public var file: [UInt8]
    /// The mean of each column.
    public var means: [Double]
    /// The deviation of each column; 0 for columns that were the same in all training texts.
    public var deviations: [Double]

    /// A block from its parts, unchecked.
    public init(file: [UInt8], means: [Double], deviations: [Double]) {
      self.file = file
      self.means = means
      self.deviations = deviations
    }
  }

  /// The options.
  public var configuration: FeatureConfiguration
  /// The names that are masked.
  public var maskTerms: MaskTerms
  /// The number of training texts.
  public var documentCount: Int
  /// The blocks of n-grams, in the order of the options.
  public var blocks: [Block]
  /// The dense blocks, in the order of the options.
  public var dense: [Dense]

  /// A state from its parts, unchecked.
  public init(
    configuration: FeatureConfiguration, maskTerms: MaskTerms, documentCount: Int, blocks: [Block], dense: [Dense] = []
  ) {
    self.configuration = configuration
    self.maskTerms = maskTerms
    self.documentCount = documentCount
    self.blocks = blocks
    self.dense = dense
  }
}

extension FittedPipeline {
  /// What to store so that `init(restoring:)` gives the same pipeline.
  public var state: FittedState {
    FittedState(
      configuration: configuration, maskTerms: maskTerms, documentCount: documentCount,
      blocks: blocks.compactMap { block in
        guard case .ngrams(let block) = block else { return nil }
        return FittedState.Block(
          termBytes: block.terms.bytes, termOffsets: block.terms.offsets, termColumns: block.termColumns,
          idf: block.idf)
      },
      dense: blocks.compactMap { if case .matches(let block) = $0 { FittedState.Dense(block) } else { nil } })
  }

  /// A pipeline as it was stored.
  ///
  /// - Throws: `TextFeaturesError` where the options are not possible, or the arrays do not fit together: their lengths, the
  ///   order of terms, the hashes of named terms, numbers that are not finite.
  public init(restoring state: FittedState) throws {
    let configuration = try state.configurationWithPatterns()
    _ = try configuration.validated()
    guard state.documentCount >= 1 else {
      throw TextFeaturesError.badState("they were fitted to \(state.documentCount) texts")
    }
    let ngramBlocks = configuration.blocks.compactMap(\.ngramBlock)
    guard state.blocks.count == ngramBlocks.count else {
      throw TextFeaturesError.badState(
        "there are \(state.blocks.count) blocks of columns, and the options of \(ngramBlocks.count)")
    }
    var (blocks, dense) = (state.blocks[...], state.dense[...])
    let fitted: [FittedFeatures] = try configuration.blocks.map { block in
      switch block {
      case .ngrams(let block): .ngrams(try FittedBlock(restoring: blocks.removeFirst(), under: block))
      case .cues, .lexicon: .matches(try FittedMatches(restoring: dense.removeFirst(), under: block))
      }
    }
    self.init(
      configuration: configuration, maskTerms: state.maskTerms, documentCount: state.documentCount, blocks: fitted)
  }
}

extension FittedBlock {
  fileprivate init(restoring state: FittedState.Block, under block: BlockConfiguration) throws {
    let place = "block \"\(block.name)\""
    guard let terms = TermList(bytes: state.termBytes, offsets: state.termOffsets) else {
      throw TextFeaturesError.badState("the term offsets of \(place) do not fit its \(state.termBytes.count) bytes")
    }
    guard terms.isValidUTF8 else { throw TextFeaturesError.badState("a term of \(place) is not valid UTF-8") }
    if let hashing = block.hashing {
      try FittedBlock.checkNames(terms, columns: state.termColumns, hashing: hashing, place: place)
    } else {
      try FittedBlock.checkColumns(terms, state: state, block: block, place: place)
    }
    let columnCount = block.hashing?.columnCount ?? terms.count
    let expected = block.idf == .none ? 0 : columnCount
    guard state.idf.count == expected else {
      throw TextFeaturesError.badState("\(place) has \(state.idf.count) idf weights (expected \(expected))")
    }
    if let bad = state.idf.first(where: { !$0.isFinite }) {
      throw TextFeaturesError.badState("an idf weight of \(place) is \(bad)")
    }
    self.init(block, terms: terms, termColumns: state.termColumns, idf: state.idf)
  }

  private static func checkColumns(
    _ terms: TermList, state: FittedState.Block, block: BlockConfiguration, place: String
  ) throws {
    guard terms.count > 0 else { throw TextFeaturesError.badState("\(place) has no terms") }
    guard terms.count < Int(Int32.max) else { throw TextFeaturesError.badState("\(place) has too many terms") }
    if let index = terms.firstOutOfOrder() {
      throw TextFeaturesError.badState(
        "term \(index) of \(place), \"\(terms.text(at: index))\", does not stand after the one before it")
    }
    guard state.termColumns.isEmpty else {
      throw TextFeaturesError.badState("\(place) has columns for its terms, which only hashing has")
    }
    if let vocabulary = block.vocabulary, TermList(vocabulary).sorted() != terms {
      throw TextFeaturesError.badState("the terms of \(place) are not those of its fixed vocabulary")
    }
  }

  private static func checkNames(
    _ terms: TermList, columns: [Int32], hashing: BlockConfiguration.Hashing, place: String
  ) throws {
    guard columns.count == terms.count else {
      throw TextFeaturesError.badState("\(place) has \(columns.count) columns for \(terms.count) terms")
    }
    let hash = FeatureHash(hashing)
    let bytes = terms.bytes.span
    var previous: Int32 = 0
    for (index, column) in columns.enumerated() {
      guard column >= previous, FeatureHash.column(hash.signedColumn(of: bytes, terms.range(at: index))) == column
      else {
        throw TextFeaturesError.badState(
          "term \(index) of \(place), \"\(terms.text(at: index))\", does not belong to column \(column)")
      }
      previous = column
    }
  }
}

extension TermList {
  /// Whether each term by itself is valid UTF-8.
  fileprivate var isValidUTF8: Bool {
    let (bytes, offsets) = (bytes.span, offsets.span)
    guard (try? UTF8Span(validating: bytes)) != nil else { return false }
    for term in offsets.indices where offsets[term] < bytes.count && bytes[offsets[term]] & 0xC0 == 0x80 {
      return false
    }
    return true
  }
}
