/// A number of documents, absolute or as a share of those at hand.
///
/// In a JSON configuration it is `{"count": 2}` or `{"proportion": 0.9}`, because 1 and 1.0 are the same number there.
public enum DocumentBound: Sendable, Hashable, CustomStringConvertible {
  /// That many documents, at least 1.
  case count(Int)
  /// That share of the documents, 0 to 1. The product with their number is not rounded.
  case proportion(Double)

  /// Reads "2" as a count and "0.9" or "1.0" as a proportion: they are told apart by the decimal point.
  public init(parsing text: String, option: String) throws {
    if let count = Int(text) {
      self = .count(count)
    } else if text.contains("."), let proportion = Double(text) {
      self = .proportion(proportion)
    } else {
      throw DocumentBound.refused("\"\(text)\"", option: option)
    }
    guard isPossible else { throw DocumentBound.refused(text, option: option) }
  }

  /// The bound as it is given on the command line.
  public var description: String {
    switch self {
    case .count(let count): "\(count)"
    case .proportion(let share): "\(share)"
    }
  }

  /// The number of documents that this means among `total`, not rounded.
  public func documents(of total: Int) -> Double {
    switch self {
    case .count(let count): Double(count)
    case .proportion(let share): share * Double(total)
    }
  }

  var isPossible: Bool {
    switch self {
    case .count(let count): count >= 1
    case .proportion(let share): share >= 0 && share <= 1
    }
  }

  static func refused(_ seen: String, option: String, block: String? = nil) -> TextFeaturesError {
    .option(
      option, seen, expected: "a whole number of texts from 1, or a share from 0.0 to 1.0 with a decimal point",
      block: block)
  }
}

extension DocumentBound: Codable {
  private enum Key: String, CodingKey { case count, proportion }

  /// Reads `{"count": 2}` or `{"proportion": 0.9}`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let count = try container.decodeIfPresent(Int.self, forKey: .count) {
      self = .count(count)
    } else {
      self = .proportion(try container.decode(Double.self, forKey: .proportion))
    }
  }

  /// Writes `{"count": 2}` or `{"proportion": 0.9}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .count(let count): try container.encode(count, forKey: .count)
    case .proportion(let share): try container.encode(share, forKey: .proportion)
    }
  }
}
