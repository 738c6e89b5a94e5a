public import Reproducibility

/// Where attributions came from, as results record it.
public struct AttributionSource: Codable, Sendable, Hashable {
  /// How a file or folder holds attributions.
  public enum Form: String, Codable, Sendable, Hashable, CaseIterable {
    /// brat's standoff format: .ann files with their texts beside them.
    case brat
    /// A JSON document: a list of objects, or an object with a list called `statements`.
    case json
    /// A table or JSON Lines, one attribution a row.
    case rows
  }

  /// The file or folder as the user named it; "-" is the standard input.
  public let name: String
  /// How it holds attributions.
  public let form: Form
  /// The SHA-256 of the bytes of the file, or of all files of the folder that were read, in the order of their names and each
  /// annotation file before its text.
  public let sha256: ContentDigest
  /// How many bytes those are.
  public let bytes: Int
}
