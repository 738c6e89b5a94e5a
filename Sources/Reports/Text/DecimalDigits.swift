/// A positive number as decimal digits, the fewest that read back to it: `digits[0].digits[1]… × 10^exponent`.
struct DecimalDigits {
  /// The digits, each 0 to 9; the first is not 0 unless the number is.
  private(set) var digits: [Int] = []
  /// The power of ten of the first digit.
  private(set) var exponent = 0

  /// - Precondition: `value` is finite and not negative.
  init(_ value: Double) {
    precondition(value.isFinite && value >= 0, "only finite numbers from zero on have digits, not \(value)")
    var pointPosition: Int?
    var power = 0
    let parts = value.description.split(separator: "e")
    for character in parts[0].utf8 {
      if character == UInt8(ascii: ".") { pointPosition = digits.count } else { digits.append(Int(character) - 48) }
    }
    if parts.count > 1 { power = Int(parts[1]) ?? 0 }
    exponent = power + (pointPosition ?? digits.count) - 1
    while digits.count > 1, digits[0] == 0 {
      digits.removeFirst()
      exponent -= 1
    }
  }

  /// The nearest number of `count` digits; midway away from zero.
  func rounded(to count: Int) -> DecimalDigits {
    guard digits.count > count else { return self }
    var result = self
    result.digits.removeLast(digits.count - count)
    guard digits[count] >= 5 else { return result }
    var index = count - 1
    while index >= 0, result.digits[index] == 9 {
      result.digits[index] = 0
      index -= 1
    }
    if index >= 0 { result.digits[index] += 1 } else { result.carry() }
    return result
  }

  private mutating func carry() {
    digits = [1] + digits.dropLast()
    exponent += 1
  }
}
