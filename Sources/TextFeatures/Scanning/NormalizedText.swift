// The standard library composes characters for its own comparisons and keeps that function out of its public interface.
@_spi(_Unicode) internal import Swift

/// A text in a Unicode normal form, that knows which bytes of the original its own come from.
///
/// It is normalised piece by piece, a piece being a character that nothing before it can change, with all that may combine
/// with it; the pieces together are the normal form of the whole.
struct NormalizedText {
  /// The text in its normal form.
  private(set) var text = ""

  /// Where pieces that normalising changed lie, in the bytes of `text` and of the original, in order.
  private var changes: [(normalized: Range<Int>, source: Range<Int>)] = []

  /// Normalises `original`. Complexity: O(bytes).
  init(_ original: String, form: FeatureConfiguration.NormalForm) {
    guard form != .none, original.utf8.contains(where: { $0 >= 0x80 }) else {
      text = original
      return
    }
    text.reserveCapacity(original.utf8.count)
    var piece = String.UnicodeScalarView()
    var pieceStart = 0
    var position = 0
    for scalar in original.unicodeScalars {
      if !piece.isEmpty, NormalizedText.begins(with: scalar, form: form) {
        add(piece, from: pieceStart..<position, form: form)
        piece = String.UnicodeScalarView()
        pieceStart = position
      }
      piece.append(scalar)
      position += UTF8.width(scalar)
    }
    add(piece, from: pieceStart..<position, form: form)
  }

  /// The bytes of the original that some bytes of `text` come from: whole pieces where they were changed.
  func source(of range: Range<Int>) -> Range<Int> {
    let start = source(of: range.lowerBound, isEnd: false)
    guard !range.isEmpty else { return start..<start }
    return start..<source(of: range.upperBound, isEnd: true)
  }

  private func source(of place: Int, isEnd: Bool) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      let starts = changes[middle].normalized.lowerBound
      if isEnd ? starts < place : starts <= place { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return place }
    let change = changes[low - 1]
    if isEnd ? place <= change.normalized.upperBound : place < change.normalized.upperBound {
      return isEnd ? change.source.upperBound : change.source.lowerBound
    }
    return change.source.upperBound + place - change.normalized.upperBound
  }

  private mutating func add(
    _ piece: String.UnicodeScalarView, from source: Range<Int>, form: FeatureConfiguration.NormalForm
  ) {
    let start = text.utf8.count
    let before = String(piece)
    let after = NormalizedText.compose(before, form: form)
    text.unicodeScalars.append(contentsOf: after.unicodeScalars)
    if !before.utf8.elementsEqual(after.utf8) { changes.append((start..<text.utf8.count, source)) }
  }

  private static func compose(_ piece: String, form: FeatureConfiguration.NormalForm) -> String {
    var decomposed = piece
    if form == .nfkc {
      decomposed = ""
      for scalar in piece.unicodeScalars {
        guard let plain = CompatibilityTable.decompositions[scalar.value] else {
          decomposed.unicodeScalars.append(scalar)
          continue
        }
        decomposed.unicodeScalars.append(contentsOf: plain.compactMap(Unicode.Scalar.init))
      }
    }
    var composed = ""
    composed.unicodeScalars.append(contentsOf: decomposed._nfc)
    return composed
  }

  /// Whether a scalar begins a piece: it is no mark and no vowel or final letter of a Hangul syllable, and does not become one.
  private static func begins(with scalar: Unicode.Scalar, form: FeatureConfiguration.NormalForm) -> Bool {
    if scalar.value < 0x300 { return true }
    var first = scalar
    if form == .nfkc, let plain = CompatibilityTable.decompositions[scalar.value]?.first {
      first = Unicode.Scalar(plain) ?? scalar
    }
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: return !(0x1160...0x11FF).contains(first.value)
    }
  }
}
