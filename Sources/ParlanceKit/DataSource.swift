internal import Corpora
public import Reproducibility

/// Where data came from, as results and models record it.
public struct DataSource: Codable, Sendable, Hashable {
  /// The file as the user named it.
  public let name: String
  /// The SHA-256 of its bytes.
  public let sha256: ContentDigest
  /// The length of the file in bytes.
  public let bytes: Int
  /// The number of rows used.
  public let rows: Int
  /// The number of rows left out because they could not be read.
  public let skipped: Int
  /// The number of rows left out by `--where`.
  public let filtered: Int

  init(_ source: Corpus.Source, rows: Int, skipped: Int, filtered: Int) {
    name = source.name
    sha256 = source.digest
    bytes = source.byteCount
    self.rows = rows
    self.skipped = skipped
    self.filtered = filtered
  }

  private init(_ source: DataSource, rows: Int) {
    name = source.name
    sha256 = source.sha256
    bytes = source.bytes
    self.rows = rows
    skipped = source.skipped
    filtered = source.filtered
  }

  /// The same source, of which `rowCount` rows are used.
  func selecting(rowCount: Int) -> DataSource { DataSource(self, rows: rowCount) }
}
