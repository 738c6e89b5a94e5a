/// Looks at a page's tags before they are parsed.
enum HTMLTags {
  /// How long a tag may be: a parser compares the names of all attributes of an element with one another.
  private static let longestTag = 4096

  /// The page with spaces in place of what exceeds the length of a tag, but for quotation marks, so that its end stays where
  /// it is. What is lost are images within attributes. Complexity: O(n).
  static func shortened(_ page: [UInt8]) -> [UInt8] {
    var result = page
    var index = 0
    while index < page.count - 1 {
      guard page[index] == UInt8(ascii: "<"), ByteText.lowercased(page[index + 1]) &- 97 < 26 else {
        index += 1
        continue
      }
      let limit = index + longestTag
      while index < page.count, page[index] != UInt8(ascii: ">") {
        let byte = page[index]
        if index >= limit, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "'"), byte != 10 { result[index] = 32 }
        index += 1
      }
    }
    return result
  }

  /// The encoding that a page says it is in, in its first 4096 bytes: by `<meta charset>`, `<meta http-equiv>` or an XML declaration.
  static func declaredEncoding(of page: ArraySlice<UInt8>) -> String? {
    let head = page.prefix(4096).map(ByteText.lowercased)
    for (mark, opening) in [("charset", "<meta"), ("encoding", "<?xml")] {
      var start = 0
      while let tag = ByteText.find(opening, in: head, from: start) {
        let end = head[tag...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
        if let place = ByteText.find(mark, in: head, from: tag), place < end,
          let name = value(after: place + mark.utf8.count, in: head[..<end])
        {
          return name
        }
        start = end
      }
    }
    return nil
  }

  /// What stands behind an equals sign, with or without quotation marks.
  private static func value(after start: Int, in bytes: ArraySlice<UInt8>) -> String? {
    var index = start
    let skipped: Set<UInt8> = [9, 10, 13, 32, UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'")]
    while index < bytes.endIndex, skipped.contains(bytes[index]) { index += 1 }
    let name = bytes[index...].prefix { byte in
      byte &- 97 < 26 || ByteText.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == 58
    }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
