internal import Corpora

/// The text of a file in UTF-8, and what had to be done to get it.
struct DecodedText {
  /// Valid UTF-8.
  var bytes: [UInt8]
  /// What was wrong with the file, in its order.
  var findings: [ArticleFinding] = []

  /// Bytes that begin files which are no text.
  private static let signatures: [(name: String, bytes: [UInt8])] = [
    ("a PDF file", Array("%PDF-".utf8)), ("an RTF file", Array("{\\rtf".utf8)),
    ("a zip archive or an office document", [0x50, 0x4B, 3, 4]),
    ("gzip data", [0x1F, 0x8B]), ("a JPEG picture", [0xFF, 0xD8, 0xFF]), ("a PNG picture", [0x89, 0x50, 0x4E, 0x47]),
    ("an office document", [0xD0, 0xCF, 0x11, 0xE0]),
  ]

  /// Reads `bytes`: UTF-8 or UTF-16 with a byte order mark, what `declared` names, or else UTF-8.
  ///
  /// A declaration yields to bytes that are UTF-8 and have characters outside ASCII: that is no accident. Complexity: O(n).
  ///
  /// - Throws: `ArticleFinding` where it is no text that can be read.
  static func read(_ bytes: [UInt8], place: FilePlace, declared: String? = nil) throws(ArticleFinding) -> DecodedText {
    for (name, start) in signatures where bytes.starts(with: start) {
      throw ArticleFinding(
        kind: .notText, severity: .error, message: "this is \(name) (text or HTML was expected)", place: place.start)
    }
    for (mark, name) in [([0xFF, 0xFE] as [UInt8], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE")]
    where bytes.starts(with: mark) {
      return try converted(bytes.dropFirst(2), from: name, place: place)
    }
    if let offset = bytes.firstIndex(of: 0) ?? (isBinary(bytes) ? bytes.firstIndex(where: isControl) : nil) {
      let digits = String(bytes[offset], radix: 16, uppercase: true)
      throw ArticleFinding(
        kind: .notText, severity: .error,
        message: "the byte 0x\(digits.count == 1 ? "0" : "")\(digits) is no text (text or HTML was expected)",
        place: place.place(of: offset, in: bytes))
    }
    guard let bad = firstInvalid(bytes) else {
      // Encodings that write everything in ASCII are what they say.
      guard let declared, !isASCIIBased(declared) else { return DecodedText(bytes: bytes) }
      return try converted(bytes[...], from: declared, place: place)
    }
    guard let declared, !bytes.starts(with: [0xEF, 0xBB, 0xBF]), !isUTF8(declared) else {
      return try repaired(bytes, firstBad: bad, place: place)
    }
    return try converted(bytes[...], from: declared, place: place)
  }

  /// Whether more than one byte in fifty of the first ones is a control character.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(4096)
    return head.count(where: isControl) * 50 > head.count
  }

  private static func isControl(_ byte: UInt8) -> Bool { byte < 9 || (byte > 13 && byte < 27) }

  private static func isUTF8(_ name: String) -> Bool {
    ["utf-8", "utf8", "unicode-1-1-utf-8"].contains(name.lowercased())
  }

  /// Whether ASCII means the same in the encoding: all that pages declare but for these.
  private static func isASCIIBased(_ name: String) -> Bool {
    !["iso-2022-jp", "iso-2022-kr", "hz-gb-2312", "utf-7"].contains(name.lowercased())
  }

  private static func converted(
    _ bytes: ArraySlice<UInt8>, from name: String, place: FilePlace
  ) throws(ArticleFinding) -> DecodedText {
    guard let result = EncodingConverter.utf8(bytes, from: name) else {
      let whole = Array(bytes)
      guard let bad = firstInvalid(whole) else { return DecodedText(bytes: whole) }
      return try repaired(whole, firstBad: bad, place: place)
    }
    // NUL in UTF-16 is a character of two bytes, which texts have no more than other texts.
    if let zero = result.text.firstIndex(of: 0) {
      throw ArticleFinding(
        kind: .notText, severity: .error, message: "a NUL character is no text (text or HTML was expected)",
        place: place.place(of: zero, in: result.text))
    }
    var text = DecodedText(bytes: result.text)
    if let first = result.firstBad {
      try text.report(result.badCount, of: bytes.count, encoding: name, place: place.place(of: first, in: Array(bytes)))
    }
    return text
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch { return error.byteOffsets.lowerBound }
  }

  private static func repaired(_ bytes: [UInt8], firstBad: Int, place: FilePlace) throws(ArticleFinding) -> DecodedText
  {
    var text = DecodedText(bytes: Array(String(decoding: bytes, as: UTF8.self).utf8))
    let bad = replacements(in: text.bytes) - replacements(in: bytes)
    try text.report(bad, of: bytes.count, encoding: "UTF-8", place: place.place(of: firstBad, in: bytes))
    return text
  }

  private static func replacements(in bytes: [UInt8]) -> Int {
    var count = 0
    for index in bytes.indices.dropFirst(2) where bytes[index] == 0xBD {
      if bytes[index - 1] == 0xBF, bytes[index - 2] == 0xEF { count += 1 }
    }
    return count
  }

  /// Notes that bytes were replaced.
  ///
  /// - Throws: `ArticleFinding` where they are so many that nothing can be read.
  private mutating func report(
    _ count: Int, of total: Int, encoding: String, place: CorpusPlace
  ) throws(ArticleFinding) {
    let bytes = count == 1 ? "1 byte is" : "\(count) bytes are"
    if count * 3 > total {
      throw ArticleFinding(
        kind: .unknownEncoding, severity: .error,
        message:
          "\(bytes) not \(encoding), of \(total) (convert it first, as with: iconv -f WINDOWS-1251 -t UTF-8 FILE)",
        place: place)
    }
    findings.append(
      ArticleFinding(
        kind: .invalidBytes, severity: .warning,
        message: "\(bytes) not \(encoding), the first of them here (U+FFFD stands for them)", place: place))
  }
}
