/// Rows of numbered features with their labels: the content of a libsvm file, by compressed sparse rows.
///
/// Row r holds the entries `rowOffsets[r] ..< rowOffsets[r + 1]`, in ascending columns.
public struct FeatureTable: Sendable, Equatable {
  /// Where the rows came from.
  public let source: Corpus.Source
  /// The label of each row in its shortest form: `+1`, `1` and `1.0` are all "1".
  public let labels: [String]
  /// Where the entries of each row begin, and after the last row their number: `count + 1` offsets.
  public let rowOffsets: [Int]
  /// The column of each entry, from 0: the file's index less one.
  public let columnIndices: [Int32]
  /// The value of each entry, finite.
  public let values: [Double]
  /// One more than the largest column that has an entry; a model may know of more.
  public let columnCount: Int
  /// The line, from 1, of each row.
  public let lines: [Int]
  /// How many rows were left out because they could not be read.
  public let skippedRows: Int

  /// How many rows there are.
  public var count: Int { labels.count }
}
