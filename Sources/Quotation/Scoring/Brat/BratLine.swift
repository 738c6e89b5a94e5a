/// A line of a standoff file, cut at its tabs: an identifier, words that say what it is, and the rest.
struct BratLine {
  /// As `T1`.
  let id: String
  /// What stands between the first tab and the second, cut at spaces.
  let words: [String]
  /// What follows the second tab, or nil where there is none.
  let rest: String?

  /// Cuts a line without its line end.
  init(_ bytes: ArraySlice<UInt8>) {
    let fields = bytes.split(separator: 9, maxSplits: 2, omittingEmptySubsequences: false)
    id = String(decoding: fields[0], as: UTF8.self)
    words = fields.count > 1 ? fields[1].split(separator: 32).map { String(decoding: $0, as: UTF8.self) } : []
    rest = fields.count > 2 ? String(decoding: fields[2], as: UTF8.self) : nil
  }

  /// The character that tells what kind of line this is.
  var first: Unicode.Scalar? { id.unicodeScalars.first }

  /// `97 120;130 171`, cut at spaces, as fragments; nil where it is something else, or a fragment is empty.
  static func fragments(_ words: ArraySlice<String>) -> [Range<Int>]? {
    var fragments: [Range<Int>] = []
    for part in words.joined(separator: " ").utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    {
      let ends = part.split(separator: UInt8(ascii: " ")).map { OffsetNotation.number($0) }
      guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
      fragments.append(start..<end)
    }
    return fragments
  }

  /// `Role:T1` as its two parts; nil where there is no colon, or nothing on one of its sides.
  static func member(_ word: String) -> (role: String, target: String)? {
    let parts = word.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    return (String(Substring(parts[0])), String(Substring(parts[1])))
  }
}
