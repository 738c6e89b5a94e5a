/// Words with wildcards, `*` for any scalars or none and `?` for one, and which of them a word is like.
///
/// Each is kept under its first byte, else its last, so that a word is compared with those alone that can be like it.
struct GlobTable: Sendable {
  private static let star = UInt8(ascii: "*")
  private static let question = UInt8(ascii: "?")

  private let globs: TermList
  /// The numbers of globs that begin with each byte; of others those that end in it; and all that do neither.
  private var byFirst = [[Int32]](repeating: [], count: 256)
  private var byLast = [[Int32]](repeating: [], count: 256)
  private var unplaced: [Int32] = []

  /// The number of globs.
  var count: Int { globs.count }

  /// A table of globs, numbered in their order, none of them empty.
  init(_ globs: TermList) {
    self.globs = globs
    for number in 0..<globs.count {
      let glob = globs[number]
      if let first = glob.first, !Self.isWildcard(first) {
        byFirst[Int(first)].append(Int32(number))
      } else if let last = glob.last, !Self.isWildcard(last) {
        byLast[Int(last)].append(Int32(number))
      } else {
        unplaced.append(Int32(number))
      }
    }
  }

  /// Whether a byte of a glob stands for others.
  static func isWildcard(_ byte: UInt8) -> Bool { byte == star || byte == question }

  /// Hands over the numbers of all globs that a word is like.
  ///
  /// Complexity: O(globs with its first or last byte, or with neither), each at most the product of both lengths.
  func forEachMatch(of bytes: Span<UInt8>, _ word: Range<Int>, _ body: (Int32) -> Void) {
    guard count > 0, !word.isEmpty else { return }
    let (first, last) = (Int(bytes[word.lowerBound]), Int(bytes[word.upperBound - 1]))
    for numbers in [byFirst[first], byLast[last], unplaced] {
      for number in numbers where isLike(Int(number), bytes, word) { body(number) }
    }
  }

  /// Matches from left to right; where it fails, the last star takes one scalar more.
  private func isLike(_ number: Int, _ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    let (pattern, range) = (globs.bytes.span, globs.range(at: number))
    var (place, position) = (range.lowerBound, word.lowerBound)
    var (afterStar, resume) = (-1, position)
    while position < word.upperBound {
      let wanted = place < range.upperBound ? pattern[place] : 0
      if wanted == Self.star {
        place += 1
        (afterStar, resume) = (place, position)
      } else if wanted == Self.question {
        place += 1
        position += UTF8Scalar.width(of: bytes[position])
      } else if wanted == bytes[position] {
        place += 1
        position += 1
      } else {
        guard afterStar >= 0 else { return false }
        resume += UTF8Scalar.width(of: bytes[resume])
        (place, position) = (afterStar, resume)
      }
    }
    while place < range.upperBound, pattern[place] == Self.star { place += 1 }
    return place == range.upperBound
  }
}
