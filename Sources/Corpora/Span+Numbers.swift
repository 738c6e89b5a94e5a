extension Span<UInt8> {
  /// The whole number that the bytes write in decimal digits alone, or nil where they do not or it exceeds 2^53.
  var parsedDigits: Int? {
    guard !isEmpty, count <= 16 else { return nil }
    var value = 0
    for index in indices {
      let digit = self[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// The number that the bytes write in decimal, such as `-1`, `+0.5` or `1e-3`, or nil where they do not.
  ///
  /// Not-a-number, infinities and hexadecimal forms are refused; a number too large for `Double` is infinite. The result is
  /// the nearest `Double`: up to 15 digits with a power of ten up to 22 are exact in one division or product (Clinger 1990),
  /// and the standard library reads the rest.
  var parsedNumber: Double? {
    guard let decimal = DecimalParts(self) else { return nil }
    if decimal.digitCount <= 15, abs(decimal.exponent) <= 22 {
      let power = DecimalParts.powersOfTen[abs(decimal.exponent)]
      let magnitude = decimal.exponent < 0 ? Double(decimal.digits) / power : Double(decimal.digits) * power
      return decimal.isNegative ? -magnitude : magnitude
    }
    return Double(text)
  }
}

/// A decimal number taken apart: digits x 10^exponent.
private struct DecimalParts {
  var isNegative = false
  var digits = 0
  /// Significant digits; those after the 18th are counted but not kept.
  var digitCount = 0
  var exponent = 0

  static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// Takes apart `[+-] digits [. digits] [e [+-] digits]`, with at least one digit before the exponent.
  init?(_ bytes: Span<UInt8>) {
    var index = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    let whole = takeDigits(of: bytes, from: index)
    index += whole
    var fraction = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      fraction = takeDigits(of: bytes, from: index)
      index += fraction
      exponent -= fraction
    }
    guard whole + fraction > 0 else { return nil }
    if index < bytes.count {
      guard bytes[index] | 0x20 == UInt8(ascii: "e") else { return nil }
      guard let written = Self.exponent(of: bytes, from: index + 1) else { return nil }
      exponent += written
    }
  }

  private mutating func takeDigits(of bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      if digitCount > 0 || digit > 0 { digitCount += 1 }
      if digitCount <= 18 { digits = digits * 10 + Int(digit) }
      index += 1
    }
    return index - start
  }

  /// The exponent written from `start` to the end; beyond a million it no longer matters how large it is.
  private static func exponent(of bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < bytes.count else { return nil }
    var value = 0
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = min(1_000_000, value * 10 + Int(digit))
      index += 1
    }
    return isNegative ? -value : value
  }
}
