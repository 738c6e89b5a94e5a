/// Offsets as files write them.
enum OffsetNotation {
  /// Decimal digits, at most 15 of them, as a number; nil for anything else.
  static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 15 else { return nil }
    var value = 0
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// Fragments as `[[97, 171], [190, 230]]`, `[97, 171]` or `97-171 190-230`; nil for anything else, or where one is empty.
  ///
  /// Complexity: O(n).
  static func fragments(_ text: String) -> [Range<Int>]? {
    text.utf8.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "[") ? bracketed(text) : dashed(text)
  }

  private static func dashed(_ text: String) -> [Range<Int>]? {
    let parts = text.utf8.split { [UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ";")].contains($0) }
    var fragments: [Range<Int>] = []
    for part in parts {
      let ends = part.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map { number($0) }
      guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
      fragments.append(start..<end)
    }
    return fragments.isEmpty ? nil : fragments
  }

  /// Reads JSON that is known to be valid, or was cut from a cell: brackets may be nested once.
  private static func bracketed(_ text: String) -> [Range<Int>]? {
    var bytes = text.utf8.filter { ![9, 10, 13, 32].contains($0) }
    if bytes.starts(with: Array("[[".utf8)) {
      guard bytes.count >= 4, bytes.suffix(2) == Array("]]".utf8)[...] else { return nil }
      bytes = Array(bytes.dropFirst().dropLast())
    }
    var fragments: [Range<Int>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard rest.first == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      let ends = rest[rest.index(after: rest.startIndex)..<close]
        .split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { number($0) }
      guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
      fragments.append(start..<end)
      rest = rest[rest.index(after: close)...]
      if rest.isEmpty { break }
      guard rest.first == UInt8(ascii: ","), rest.count > 1 else { return nil }
      rest = rest.dropFirst()
    }
    return fragments.isEmpty ? nil : fragments
  }
}
