/// The lengths of n-grams, from `minimum` to `maximum`.
public struct NgramRange: Codable, Sendable, Hashable, CustomStringConvertible {
  /// The longest n-grams that can be counted.
  public static let longest = 16

  /// The shortest length, at least 1.
  public var minimum: Int
  /// The greatest length, at least `minimum` and at most `longest`.
  public var maximum: Int

  /// Lengths `minimum` to `maximum`; `FeatureConfiguration.validated()` checks them.
  public init(_ minimum: Int, _ maximum: Int) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Reads "1-2", or "2" for 2 to 2.
  public init(parsing text: String) throws {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { Int($0) }
    switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
    case (1, let length?, _): self.init(length, length)
    case (2, let minimum?, let maximum?): self.init(minimum, maximum)
    default: throw NgramRange.refused("\"\(text)\"")
    }
    guard isPossible else { throw NgramRange.refused(text) }
  }

  /// "1-2".
  public var description: String { "\(minimum)-\(maximum)" }

  var isPossible: Bool { minimum >= 1 && maximum >= minimum && maximum <= NgramRange.longest }

  static func refused(_ seen: String, block: String? = nil) -> TextFeaturesError {
    .option("ngrams", seen, expected: "two lengths from 1 to \(longest) in order, such as 1-2", block: block)
  }
}
