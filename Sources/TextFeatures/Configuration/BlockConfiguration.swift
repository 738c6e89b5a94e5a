/// A block of columns: the n-grams of words or characters that are counted, kept and weighted.
///
/// Names and defaults are those of scikit-learn's `TfidfVectorizer`, and of its `HashingVectorizer` where `hashing` is given.
public struct BlockConfiguration: Codable, Sendable, Hashable {
  /// What n-grams are made of.
  public enum Analyzer: String, Codable, Sendable, CaseIterable {
    /// Words: runs of at least two letters, digits or underscores, Python's `(?u)\b\w\w+\b`.
    case word
    /// Characters, with runs of white space made one space.
    case char
    /// Characters inside words only, each word with a space before and after it.
    case charWithinWords = "char_wb"
  }

  /// The weight of a term that is in few texts.
  public enum InverseDocumentFrequency: String, Codable, Sendable, CaseIterable {
    /// ln((1 + n) / (1 + df)) + 1, as if one more text held every term.
    case smooth
    /// ln(n / df) + 1.
    case unsmoothed
    /// No weighting.
    case none
  }

  /// How each row is scaled within its block.
  public enum Norm: String, Codable, Sendable, CaseIterable {
    /// The squares of a row add up to 1.
    case l2
    /// The absolute values of a row add up to 1.
    case l1
    /// Rows are left as they are.
    case none
  }

  /// Columns by hash instead of by vocabulary.
  public struct Hashing: Codable, Sendable, Hashable {
    /// The number of columns. Default: 2²⁰.
    public var columnCount: Int
    /// Whether half of the terms are counted as negative, so that collisions cancel out on average. Default: true.
    public var alternatesSign: Bool
    /// How many terms of the training texts are remembered for each column, the most frequent ones, to name it. Default: 3.
    public var namesPerColumn: Int

    /// Options with scikit-learn's defaults for those not given.
    public init(columnCount: Int = 1 << 20, alternatesSign: Bool = true, namesPerColumn: Int = 3) {
      self.columnCount = columnCount
      self.alternatesSign = alternatesSign
      self.namesPerColumn = namesPerColumn
    }
  }

  /// What the block is called in names of features and in messages.
  public var name: String
  /// What n-grams are made of.
  public var analyzer: Analyzer
  /// The lengths of n-grams counted. Default: 1 to 1.
  public var ngrams: NgramRange
  /// Words that are left out before n-grams are made, compared with words as they are after lower-casing and before
  /// stemming. Default: none.
  public var stopWords: [String]
  /// The language whose Snowball stemmer is applied to words, one of `StemmingLanguage.all`, or nil for none. Default: nil.
  public var stemming: String?
  /// A term must be in at least this many of the training texts. Default: 1.
  public var minimumDocuments: DocumentBound
  /// A term may be in at most this many of the training texts. Default: all of them.
  public var maximumDocuments: DocumentBound
  /// How many terms are kept at most: those that occur most often in the training texts; of equally frequent ones those
  /// first in the order of code points (scikit-learn leaves the order of ties to numpy's unstable sort). Default: nil, all.
  public var maximumFeatures: Int?
  /// The terms that are the columns, whatever the training texts hold, sorted here by code points; the bounds above are
  /// ignored then. Default: nil, learn them.
  public var vocabulary: [String]?
  /// Whether counts become 1 + ln(count). Default: false.
  public var sublinearTF: Bool
  /// The weight of terms by the number of training texts they are in. Default: smooth.
  public var idf: InverseDocumentFrequency
  /// How rows are scaled. Default: L2.
  public var norm: Norm
  /// Columns by hash, or nil for columns by vocabulary. Default: nil.
  public var hashing: Hashing?

  /// A block with scikit-learn's defaults for all that is not named.
  public init(
    name: String = "words", analyzer: Analyzer = .word, ngrams: NgramRange = NgramRange(1, 1), stopWords: [String] = [],
    stemming: String? = nil, minimumDocuments: DocumentBound = .count(1),
    maximumDocuments: DocumentBound = .proportion(1), maximumFeatures: Int? = nil, vocabulary: [String]? = nil,
    sublinearTF: Bool = false, idf: InverseDocumentFrequency = .smooth, norm: Norm = .l2, hashing: Hashing? = nil
  ) {
    self.name = name
    self.analyzer = analyzer
    self.ngrams = ngrams
    self.stopWords = stopWords
    self.stemming = stemming
    self.minimumDocuments = minimumDocuments
    self.maximumDocuments = maximumDocuments
    self.maximumFeatures = maximumFeatures
    self.vocabulary = vocabulary
    self.sublinearTF = sublinearTF
    self.idf = idf
    self.norm = norm
    self.hashing = hashing
  }

  /// Single words, TF-IDF, L2: `TfidfVectorizer()`.
  public static let words = BlockConfiguration()
  /// Two to five characters within words: `TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5))`.
  public static let characters = BlockConfiguration(
    name: "chars", analyzer: .charWithinWords, ngrams: NgramRange(2, 5))
}
