internal import Reproducibility

/// Values as JSON that can stand in a page: nothing in it ends the element it is in, is taken for markup, or turns its
/// surroundings around.
enum PageData {
  /// The document on one line, with `<`, `>` and `&`, direction overrides and what XML forbids written as escapes.
  ///
  /// Complexity: O(n) in the length of the result.
  static func text(_ value: JSONValue) -> String {
    var document: [UInt8] = []
    value.append(to: &document)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(document.count + document.count / 64)
    var index = 0
    while index < document.count {
      let length = escapedLength(in: document, at: index)
      if length == 0 {
        bytes.append(document[index])
        index += 1
      } else {
        let character = String(decoding: document[index..<(index + length)], as: UTF8.self)
        for unit in character.utf16 { bytes += escape(unit).utf8 }
        index += length
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of the character at `index` where it is to be escaped; 0 where it may stay.
  private static func escapedLength(in bytes: [UInt8], at index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0x7F: return 1
    case 0xE2 where index + 2 < bytes.count:
      let scalar = (bytes[index + 1], bytes[index + 2])
      let isDirection = scalar.0 == 0x80 && (0xA8...0xAE).contains(scalar.1)
      let isIsolate = scalar.0 == 0x81 && (0xA6...0xA9).contains(scalar.1)
      return isDirection || isIsolate ? 3 : 0
    case 0xEF where index + 2 < bytes.count:
      return bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
        || (bytes[index + 1], bytes[index + 2]) == (0xBB, 0xBF)
        ? 3 : 0
    default: return 0
    }
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
