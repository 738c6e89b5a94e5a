/// Takes the endings of cases, numbers and genders off Russian words, so that all forms of a name are one spelling.
///
/// «Кестрия», «Кестрии» and «Кестрией» come to «кестри», «Сергей» and «Сергеем» to «серг», «российский» and «российской» to
/// «российск». No word is looked up; what matters is only that the forms of one word come to the same, not that words differ.
enum CyrillicStem {
  /// How many bytes of a lower-case word its stem has.
  ///
  /// Complexity: O(n) in the word.
  static func length(of word: [UInt8]) -> Int {
    var letters = Letters(word)
    let whole = letters.count
    guard whole > 2 else { return word.count }
    let ending = firstEnding(letters)
    letters.drop(ending)
    if ending > 0, letters.count > 3 { letters.drop(secondEnding(letters)) }
    if letters.count > 3, letters[0] == .e { letters.drop(1) }
    return word.count - 2 * (whole - letters.count)
  }

  /// Whether a byte begins a letter of the Cyrillic block.
  static func isCyrillic(_ byte: UInt8) -> Bool { byte == 0xD0 || byte == 0xD1 }

  /// The Cyrillic letters that a word ends with, after its last hyphen, counted from its end.
  private struct Letters {
    private let bytes: [UInt8]
    private var end: Int
    private(set) var count = 0

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      end = bytes.count
      while 2 * count + 2 <= end, CyrillicStem.isCyrillic(bytes[end - 2 * count - 2]) { count += 1 }
    }

    /// The letter at a distance from the end, by the last byte of its UTF-8 sequence; 0 beyond the beginning.
    subscript(fromEnd: Int) -> UInt8 { fromEnd < count ? bytes[end - 1 - 2 * fromEnd] : 0 }

    mutating func drop(_ letterCount: Int) {
      count -= letterCount
      end -= 2 * letterCount
    }
  }

  /// How many letters the longest ending has.
  private static func firstEnding(_ letters: Letters) -> Int {
    let longer = longEnding(letters)
    if letters.count - longer >= 2, longer > 0 { return longer }
    switch letters[0] {
    case .a, .ya, .o, .e, .u, .yu, .y, .i, .soft, .short: return letters.count > 2 ? 1 : 0
    default: return 0
    }
  }

  private static func longEnding(_ letters: Letters) -> Int {
    let (last, second, third) = (letters[0], letters[1], letters[2])
    switch last {
    case .m, .kh:
      if second == .y || second == .o || second == .i || second == .e || second == .a || second == .ya {
        return 2
      }
    case .i where second == .m && letters.count > 4:
      if third == .y || third == .a || third == .ya || third == .i { return 3 }
    case .short:
      if second == .y || second == .o || second == .e { return 2 }
      if second == .i { return isAfterVelar(third) ? 2 : 1 }
    case .o where second == .g && letters.count > 4:
      if third == .o || third == .e { return 3 }
    case .u where second == .m && letters.count > 4:
      if third == .o || third == .e { return 3 }
    case .ya: return second == .a ? 2 : 1
    case .yu: return second == .u || second == .o ? 2 : 1
    case .e: return second == .y || second == .o ? 2 : second == .i && isAfterVelar(third) ? 2 : 1
    default: break
    }
    return 0
  }

  /// к х ш щ ж ч: an adjective's ending is и after them where it is ы elsewhere.
  private static func isAfterVelar(_ letter: UInt8) -> Bool {
    letter == .k || letter == .kh || letter == .sh || letter == .shch || letter == .zh || letter == .ch
  }

  /// What is left of an ending in words whose nominative ends as other words' cases do: «Вьетнам», «Вьетнама».
  private static func secondEnding(_ letters: Letters) -> Int {
    let second = letters[1]
    guard letters[0] == .m else { return 0 }
    return second == .y || second == .o || second == .i || second == .e || second == .a || second == .ya ? 2 : 0
  }
}

/// The last bytes of Russian letters; those of different letters that share one are told by their place.
extension UInt8 {
  fileprivate static let a: UInt8 = 0xB0
  fileprivate static let g: UInt8 = 0xB3
  fileprivate static let e: UInt8 = 0xB5
  fileprivate static let zh: UInt8 = 0xB6
  fileprivate static let i: UInt8 = 0xB8
  fileprivate static let short: UInt8 = 0xB9
  fileprivate static let k: UInt8 = 0xBA
  fileprivate static let m: UInt8 = 0xBC
  fileprivate static let o: UInt8 = 0xBE
  fileprivate static let u: UInt8 = 0x83
  fileprivate static let kh: UInt8 = 0x85
  fileprivate static let ch: UInt8 = 0x87
  fileprivate static let sh: UInt8 = 0x88
  fileprivate static let shch: UInt8 = 0x89
  fileprivate static let y: UInt8 = 0x8B
  fileprivate static let soft: UInt8 = 0x8C
  fileprivate static let yu: UInt8 = 0x8E
  fileprivate static let ya: UInt8 = 0x8F
}
