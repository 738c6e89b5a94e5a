/// Reading and writing scalars in the bytes of valid UTF-8, which those of a `String` always are.
enum UTF8Scalar {
  /// The number of bytes of the scalar whose first byte is `lead`.
  @inline(__always)
  static func width(of lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// The value of the scalar of `width` bytes at `position`.
  @inline(__always)
  static func value(_ text: Span<UInt8>, at position: Int, width: Int) -> UInt32 {
    let lead = UInt32(text[position])
    switch width {
    case 1: return lead
    case 2: return (lead & 0x1F) << 6 | UInt32(text[position + 1] & 0x3F)
    case 3:
      return (lead & 0x0F) << 12 | UInt32(text[position + 1] & 0x3F) << 6 | UInt32(text[position + 2] & 0x3F)
    default:
      let high = (lead & 0x07) << 18 | UInt32(text[position + 1] & 0x3F) << 12
      return high | UInt32(text[position + 2] & 0x3F) << 6 | UInt32(text[position + 3] & 0x3F)
    }
  }

  /// The scalar at `position`.
  static func decode(_ text: Span<UInt8>, at position: Int) -> Unicode.Scalar? {
    Unicode.Scalar(value(text, at: position, width: width(of: text[position])))
  }

  /// Where the scalar that ends just before `position` begins.
  static func start(before position: Int, in text: Span<UInt8>) -> Int {
    var start = position - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// Writes `scalar` at `position` and returns the position after it.
  @inline(__always)
  static func encode(_ scalar: UInt32, to bytes: inout MutableSpan<UInt8>, at position: Int) -> Int {
    if scalar < 0x80 {
      bytes[position] = UInt8(truncatingIfNeeded: scalar)
      return position + 1
    }
    if scalar < 0x800 {
      bytes[position] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      bytes[position + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return position + 2
    }
    if scalar < 0x10000 {
      bytes[position] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      bytes[position + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      bytes[position + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return position + 3
    }
    bytes[position] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
    bytes[position + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
    bytes[position + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
    bytes[position + 3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    return position + 4
  }

  /// Adds the bytes of `scalar` to the end of `bytes`.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    } else if let scalar = Unicode.Scalar(scalar) {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
