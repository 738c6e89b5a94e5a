/// Numbers as text, the same in every locale.
public enum ReportNumber {
  /// What stands where there is no number.
  public static let missing = "–"

  /// The number written as `style` says; an en dash where it is not finite.
  ///
  /// Digits after the point are rounded as C's `printf` does: to nearest by the exact binary value, ties to even.
  /// A result that rounds to zero has no sign.
  public static func text(_ value: Double, _ style: NumberStyle) -> String {
    guard value.isFinite else { return missing }
    switch style {
    case .decimals(let digits): return fixed(value, decimals: digits)
    case .signed(let digits):
      let text = fixed(value, decimals: digits)
      return value > 0 && text.utf8.contains { $0 > UInt8(ascii: "0") } ? "+" + text : text
    case .significant(let digits): return significant(value, digits: digits)
    case .percent(let digits): return (value * 100).isFinite ? fixed(value * 100, decimals: digits) + "%" : missing
    }
  }

  /// A number of things, with a comma between each three digits: `2,377`.
  public static func text(_ count: Int) -> String {
    (count < 0 ? "-" : "") + grouped(String(count.magnitude))
  }

  /// The fewest digits that tell `value` apart from its neighbours on an axis of steps of `step`.
  static func tick(_ value: Double, step: Double) -> String {
    guard step > 0, step.isFinite else { return text(value, .significant(3)) }
    var decimals = 0
    var scaled = step
    while decimals < 12, abs(scaled - scaled.rounded()) > 1e-6 * max(1, abs(scaled)) {
      scaled *= 10
      decimals += 1
    }
    return text(value, .decimals(decimals))
  }

  private static func fixed(_ value: Double, decimals: Int) -> String {
    let decimals = max(0, min(decimals, 17))
    let power = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    let product = value.magnitude * power
    guard product < 0x1p52 else { return scientific(value, digits: 6) }
    let digits = String(Int64(roundedToEven(product, remainder: (-product).addingProduct(value.magnitude, power))))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let whole = grouped(String(padded.dropLast(decimals)))
    let text = decimals == 0 ? whole : whole + "." + padded.suffix(decimals)
    return value < 0 && digits != "0" ? "-" + text : text
  }

  /// `product + remainder`, which is exact, to the nearest whole number. The remainder only decides where the product
  /// seems to lie midway: everywhere else the product is already on the right side.
  private static func roundedToEven(_ product: Double, remainder: Double) -> Double {
    let below = product.rounded(.down)
    guard product - below == 0.5, remainder != 0 else { return product.rounded(.toNearestOrEven) }
    return remainder > 0 ? below + 1 : below
  }

  private static func significant(_ value: Double, digits: Int) -> String {
    let digits = max(1, min(digits, 17))
    guard value != 0 else { return "0" }
    let decimal = DecimalDigits(value.magnitude).rounded(to: digits)
    guard decimal.exponent >= -4, decimal.exponent < 6 else { return scientific(value, digits: digits) }
    return fixed(value, decimals: max(0, digits - 1 - decimal.exponent))
  }

  private static func scientific(_ value: Double, digits: Int) -> String {
    let decimal = DecimalDigits(value.magnitude).rounded(to: digits)
    let padded = decimal.digits + Array(repeating: 0, count: max(0, digits - decimal.digits.count))
    let text = padded.map(String.init).joined()
    let mantissa = text.prefix(1) + (digits > 1 ? "." + text.dropFirst() : "")
    return (value < 0 ? "-" : "") + mantissa + "e" + (decimal.exponent < 0 ? "-" : "+") + String(abs(decimal.exponent))
  }

  private static func grouped(_ digits: String) -> String {
    let count = digits.utf8.count
    guard count > 3 else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
