internal import Reproducibility

/// Numbers lower-case words, so that rules compare numbers and not text.
struct InternedWords: Sendable {
  private var arena: [UInt8] = []
  private var offsets = [0, 0]
  /// The hash of each word.
  private var hashes: [UInt32] = [0]
  private var slots = [Int32](repeating: 0, count: 1 << 10)

  /// How many words there are, and one more: numbers of words are below it.
  var count: Int { offsets.count - 1 }

  /// Hashes a word byte by byte.
  struct Hasher {
    private var state = StableHash.fnv1a64(EmptyCollection<UInt8>())

    /// The hash by which a word of the bytes so far is found.
    var value: UInt32 { UInt32(truncatingIfNeeded: StableHash.mix(state)) }

    /// Takes the next byte, as FNV-1a does.
    mutating func combine(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  /// The hash by which a word is found.
  static func hash(_ word: some Sequence<UInt8>) -> UInt32 {
    var hasher = Hasher()
    for byte in word { hasher.combine(byte) }
    return hasher.value
  }

  /// The number of a word, or `unknown`.
  func find(_ word: [UInt8], hash: UInt32) -> WordID { WordID(number: slots[slot(of: word, hash: hash)]) }

  /// The number of a word, which is new or has come before.
  mutating func insert(_ word: [UInt8]) -> WordID {
    let hash = Self.hash(word)
    let place = slot(of: word, hash: hash)
    if slots[place] > 0 { return WordID(number: slots[place]) }
    let number = Int32(count)
    arena += word
    offsets.append(arena.count)
    hashes.append(hash)
    slots[place] = number
    if 2 * count > slots.count { grow() }
    return WordID(number: number)
  }

  /// The spelling of a word of the table.
  func spelling(of word: WordID) -> ArraySlice<UInt8> {
    arena[offsets[Int(word.number)]..<offsets[Int(word.number) + 1]]
  }

  /// Where a word stands or would stand.
  private func slot(of word: [UInt8], hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] > 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, holds(word, at: number) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func holds(_ word: [UInt8], at number: Int) -> Bool {
    let start = offsets[number]
    guard offsets[number + 1] - start == word.count else { return false }
    for index in word.indices where arena[start + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: 2 * slots.count)
    for number in 1..<count {
      var slot = Int(hashes[number]) & (slots.count - 1)
      while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
