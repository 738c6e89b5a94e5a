internal import Reproducibility

/// Numbers words from 0 in the order they come, case aside: the words are the runs of letters, marks and digits.
struct WordTable {
  private var arena: [UInt8] = []
  private var offsets = [0]
  private var hashes: [UInt64] = []
  /// The word that each spelling stands for: its lower-case spelling's number.
  private var folded: [Int32] = []
  private var slots = [Int32](repeating: -1, count: 1 << 16)
  /// For each character below U+10000: whether it belongs to words; 0 where that is not known yet.
  private var classes = [UInt8](repeating: 0, count: 1 << 16)

  /// How many spellings there are; numbers of words are below it.
  var count: Int { folded.count }

  /// Appends the numbers of the words of `text`.
  mutating func appendWords(of text: String, to words: inout [Int32]) {
    let bytes = text.utf8Span.span
    var index = 0
    while index < bytes.count {
      let start = index
      var length = wordLength(bytes, at: index)
      while length > 0 {
        index += length
        length = index < bytes.count ? wordLength(bytes, at: index) : 0
      }
      if index > start {
        words.append(folded[Int(number(of: bytes.extracting(start..<index)))])
      } else {
        index += -length
      }
    }
  }

  /// How many bytes the character at `index` has, negative where it does not belong to words.
  private mutating func wordLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 128 {
      let letter = byte | 0x20
      return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) ? 1 : -1
    }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    var value = UInt32(byte & (0xFF >> UInt8(length + 1)))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return isWordCharacter(value) ? length : -length
  }

  private mutating func isWordCharacter(_ value: UInt32) -> Bool {
    if value < 1 << 16, classes[Int(value)] > 0 { return classes[Int(value)] == 1 }
    let isWord = Unicode.Scalar(value)?.isWordCharacter ?? false
    if value < 1 << 16 { classes[Int(value)] = isWord ? 1 : 2 }
    return isWord
  }

  /// The number of a spelling, which is new or has come before.
  private mutating func number(of word: Span<UInt8>) -> Int32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in word.indices { hash = (hash ^ UInt64(word[index])) &* 0x0000_0100_0000_01B3 }
    hash = StableHash.mix(hash)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let other = Int(slots[slot])
      if hashes[other] == hash, holds(word, at: other) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(word, hash: hash, slot: slot)
  }

  private func holds(_ word: Span<UInt8>, at number: Int) -> Bool {
    let start = offsets[number]
    guard offsets[number + 1] - start == word.count else { return false }
    for index in word.indices where arena[start + index] != word[index] { return false }
    return true
  }

  private mutating func add(_ word: Span<UInt8>, hash: UInt64, slot: Int) -> Int32 {
    let number = Int32(folded.count)
    slots[slot] = number
    for index in word.indices { arena.append(word[index]) }
    offsets.append(arena.count)
    hashes.append(hash)
    folded.append(number)
    if 2 * folded.count > slots.count { grow() }
    let spelling = word.text
    let lower = spelling.lowercased()
    if !lower.utf8.elementsEqual(spelling.utf8) { folded[Int(number)] = self.number(of: lower.utf8Span.span) }
    return number
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: 2 * slots.count)
    for number in hashes.indices {
      var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character belongs to words: letters, marks and digits do.
  package var isWordCharacter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber:
      true
    default: false
    }
  }
}
