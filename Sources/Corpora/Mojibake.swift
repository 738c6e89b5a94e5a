/// Finds text whose UTF-8 bytes were once read as another encoding: "Ã©" for "é", "Ð¿" or "Рї" for "п".
///
/// Each character is turned back into the byte that the wrong encoding had for it; where the bytes are again UTF-8 sequences,
/// one after the other, that is no accident.
struct Mojibake {
  /// The byte of each character below U+2200, or 0 where the encoding has none above 0x7F.
  private let byteOfScalar: [UInt8]
  /// How many sequences must follow one another.
  private let minimumRun: Int
  /// Lead bytes of which a single sequence is sign enough.
  private let telling: ClosedRange<UInt8>?

  /// UTF-8 read as Windows-1252 or Latin-1.
  static let windows1252 = Mojibake(
    upperHalf: "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ", rest: { $0 }, minimumRun: 2,
    telling: 0xC2...0xC3)

  /// UTF-8 read as Windows-1251.
  static let windows1251 = Mojibake(
    upperHalf: "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї",
    rest: { $0 - 0xC0 + 0x410 }, minimumRun: 3, telling: nil)

  /// - Parameters:
  ///   - upperHalf: the characters of the bytes from 0x80 on.
  ///   - rest: the code points of the bytes after those.
  private init(upperHalf: String, rest: (Int) -> Int, minimumRun: Int, telling: ClosedRange<UInt8>?) {
    var table = [UInt8](repeating: 0, count: 0x2200)
    var byte = 0x80
    for scalar in upperHalf.unicodeScalars {
      table[Int(scalar.value)] = UInt8(byte)
      byte += 1
    }
    while byte <= 0xFF {
      table[rest(byte)] = UInt8(byte)
      byte += 1
    }
    if minimumRun == 2 { for control in 0x80..<0xA0 { table[control] = UInt8(control) } }
    byteOfScalar = table
    self.minimumRun = minimumRun
    self.telling = telling
  }

  /// Whether `text` shows the signs. Complexity: O(n).
  func isSeen(in text: String) -> Bool {
    var run = 0
    var missing = 0
    var lead: UInt8 = 0
    for scalar in text.unicodeScalars {
      let byte = scalar.value < 0x2200 ? byteOfScalar[Int(scalar.value)] : 0
      if missing > 0, byte & 0xC0 == 0x80 {
        missing -= 1
        if missing > 0 { continue }
        run += 1
        if run >= minimumRun || lead == 0xE2 && minimumRun == 2 { return true }
        if let telling, telling.contains(lead), !Self.isPunctuation(byte) { return true }
        continue
      }
      if missing > 0 || byte < 0xC2 { run = 0 }
      lead = byte
      missing = byte < 0xC2 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : byte < 0xF5 ? 3 : 0
    }
    return false
  }

  /// Whether a byte of Windows-1252 may well follow a letter that ends a word: quotes and dashes.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x91...0x97).contains(byte) || byte == 0xAB || byte == 0xBB || byte == 0x85
  }
}
