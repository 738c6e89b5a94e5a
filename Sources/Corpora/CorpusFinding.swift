/// Something about a corpus that may spoil what is made from it.
public struct CorpusFinding: Sendable, Hashable, Codable, CustomStringConvertible {
  /// What was found. The order is that in which findings of one severity are listed.
  public enum Kind: String, Codable, CaseIterable, Sendable, Hashable {
    /// Several rows have one identifier.
    case duplicateIdentifiers
    /// Rows have no text.
    case emptyTexts
    /// All labels are the same.
    case oneClass
    /// Equal texts have different labels.
    case conflictingDuplicates
    /// Texts are equal, with equal labels or none.
    case duplicateTexts
    /// Texts are nearly equal.
    case nearDuplicates
    /// Rows have no label.
    case missingLabels
    /// A class has few rows.
    case smallClasses
    /// Dates are not of ISO 8601.
    case unparsableDates
    /// Languages are not tags that are known.
    case unknownLanguages
    /// UTF-8 was once read as another encoding.
    case wrongEncoding
    /// Characters were lost to the replacement character U+FFFD.
    case replacementCharacters
    /// Identifiers are empty.
    case missingIdentifiers
    /// Texts are not in Unicode's composed form (NFC).
    case notComposed
    /// Texts are very long.
    case longTexts
  }

  /// How much it matters.
  public enum Severity: String, Codable, CaseIterable, Sendable, Hashable, Comparable {
    /// Good to know.
    case info
    /// Results may be worse, or better than they ought to be.
    case warning
    /// Results will be wrong, or there will be none.
    case error

    /// Whether `left` matters less.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .info: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// One row in which it is seen.
  public struct Example: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Where the row is.
    public let place: CorpusPlace
    /// What is seen there.
    public let detail: String

    /// `file:line: detail`.
    public var description: String { "\(place): \(detail)" }
  }

  /// How many examples there are at most.
  public static let maximumExamples = 5

  /// What was found.
  public let kind: Kind
  /// How much it matters.
  public let severity: Severity
  /// What was found, in a sentence that begins with the number of rows concerned.
  public let message: String
  /// The rows concerned, from 0, ascending; of rows that repeat another, those that come later. Empty where it is the whole
  /// corpus.
  public let rows: [Int]
  /// The first few of them.
  public let examples: [Example]

  /// `severity: message`, and an example a line.
  public var description: String {
    (["\(severity.rawValue): \(message)"] + examples.map { "  \($0)" }).joined(separator: "\n")
  }
}
