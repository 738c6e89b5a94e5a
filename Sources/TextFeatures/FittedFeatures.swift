/// A block of columns that was learnt from some texts.
enum FittedFeatures: Sendable {
  case ngrams(FittedBlock)
  case matches(FittedMatches)

  /// What the block is called.
  var name: String { configuration.name }

  /// The options.
  var configuration: FeatureBlock {
    switch self {
    case .ngrams(let block): .ngrams(block.configuration)
    case .matches(let block): block.configuration
    }
  }

  /// The number of columns.
  var columnCount: Int {
    switch self {
    case .ngrams(let block): block.columnCount
    case .matches(let block): block.columnCount
    }
  }

  /// Whether columns are found by hash.
  var isHashed: Bool { configuration.ngramBlock?.hashing != nil }
}
