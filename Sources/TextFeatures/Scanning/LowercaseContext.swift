/// The lower case of the characters for which one scalar does not simply become another.
enum LowercaseContext {
  static let capitalSigma: Unicode.Scalar = "\u{3A3}"

  /// The lower case of the scalar that stands at `position` in `text`, as Python's `str.lower()` gives it.
  static func lowercase(of scalar: UInt32, at position: Int, in text: Span<UInt8>) -> [UInt32] {
    if scalar == capitalSigma.value { return [isFinalSigma(at: position, in: text) ? 0x3C2 : 0x3C3] }
    return Unicode.Scalar(scalar).map { $0.properties.lowercaseMapping.unicodeScalars.map(\.value) } ?? [scalar]
  }

  /// Whether the capital sigma at `position` ends a word: a cased letter stands before it and none after it, characters that
  /// case ignores aside (Unicode's Final_Sigma).
  private static func isFinalSigma(at position: Int, in text: Span<UInt8>) -> Bool {
    var before = position
    var hasCasedBefore = false
    while before > 0 {
      before = UTF8Scalar.start(before: before, in: text)
      guard let scalar = UTF8Scalar.decode(text, at: before) else { break }
      if !scalar.properties.isCaseIgnorable {
        hasCasedBefore = scalar.properties.isCased
        break
      }
    }
    guard hasCasedBefore else { return false }
    var after = position + 2
    while after < text.count {
      guard let scalar = UTF8Scalar.decode(text, at: after) else { break }
      if !scalar.properties.isCaseIgnorable { return !scalar.properties.isCased }
      after += UTF8Scalar.width(of: text[after])
    }
    return true
  }
}
