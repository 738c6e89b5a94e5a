internal import Crypto

/// The SHA-256 of some bytes, as 64 lower-case hexadecimal digits: the identity of an input or an output.
public struct ContentDigest: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The digest's 64 hexadecimal digits.
  public let hexadecimal: String

  /// The digest of all of `bytes`. Complexity: O(n).
  public init(of bytes: [UInt8]) {
    var digester = Digester()
    digester.update(bytes)
    self = digester.finish()
  }

  /// The digest of the UTF-8 bytes of `text`.
  public init(of text: String) {
    self.init(of: Array(text.utf8))
  }

  fileprivate init(hexadecimal: String) { self.hexadecimal = hexadecimal }

  /// The 64 digits.
  public var description: String { hexadecimal }

  /// The first 12 digits, enough to tell files apart by eye.
  public var short: String { String(hexadecimal.prefix(12)) }

  /// Reads a digest from a single string.
  ///
  /// - Throws: `DecodingError` for anything but 64 lower-case hexadecimal digits.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard text.utf8.count == 64, text.utf8.allSatisfy("0123456789abcdef".utf8.contains) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\"\(text)\" is no SHA-256")
    }
    hexadecimal = text
  }

  /// Writes the digest as a single string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hexadecimal)
  }
}

/// Computes a `ContentDigest` from bytes that come piece by piece.
public struct Digester: Sendable {
  private var hash = SHA256()

  /// A digester that has seen nothing yet.
  public init() {}

  /// Takes the next piece.
  public mutating func update(_ bytes: [UInt8]) { hash.update(data: bytes) }

  /// The digest of all that was taken.
  public func finish() -> ContentDigest {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in hash.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return ContentDigest(hexadecimal: String(decoding: text, as: UTF8.self))
  }
}
