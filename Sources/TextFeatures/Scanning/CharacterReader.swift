/// Takes texts apart into the characters that scikit-learn's `char` and `char_wb` n-grams are made of.
///
/// `char`: all characters of a text as one segment, each run of two or more white space characters made one space.
/// `char_wb`: each word between white space a segment of its own, with a space before and one after it.
struct CharacterReader {
  /// A character, with its place in the text.
  struct Character {
    /// Its Unicode scalar value.
    let scalar: UInt32
    /// The bytes of the text it comes from; the spaces put around words come from none.
    let sourceStart: Int
    let sourceEnd: Int
  }

  /// The characters of the last text.
  private(set) var characters: [Character] = []
  /// Where each segment of the last text ends in `characters`.
  private(set) var segmentEnds: [Int] = []

  private var table: ScalarTable
  private var maskReader: WordReader?
  private let withinWords: Bool
  /// White space that may yet become one space: where it began, where it ends, how much, and its first.
  private var pending = (start: 0, end: 0, count: 0, scalar: UInt32(0))
  private var isInsideWord = false

  init(lowercases: Bool, withinWords: Bool, masker: Masker?) {
    table = ScalarTable(lowercases: lowercases)
    self.withinWords = withinWords
    maskReader = masker.map { WordReader(lowercases: lowercases, masker: $0) }
  }

  /// Takes `text` apart; the characters of the text before are forgotten. Complexity: O(bytes).
  mutating func read(_ text: Span<UInt8>) {
    characters.removeAll(keepingCapacity: true)
    segmentEnds.removeAll(keepingCapacity: true)
    let masked = maskedRuns(of: text)
    var nextMasked = 0
    var position = 0
    while position < text.count {
      if nextMasked < masked.count, masked[nextMasked].sourceStart == position {
        let run = masked[nextMasked]
        for byte in Masker.placeholderBytes[run.start..<run.end] {
          take(UInt32(byte), isSpace: false, from: run.sourceStart..<run.sourceEnd)
        }
        position = run.sourceEnd
        nextMasked += 1
        continue
      }
      let width = UTF8Scalar.width(of: text[position])
      let scalar = UTF8Scalar.value(text, at: position, width: width)
      let facts = table.facts(of: scalar)
      let source = position..<(position + width)
      if facts.needsContext {
        for image in LowercaseContext.lowercase(of: scalar, at: position, in: text) {
          take(image, isSpace: false, from: source)
        }
      } else {
        take(facts.image, isSpace: facts.isSpace, from: source)
      }
      position += width
    }
    finish(at: text.count)
  }

  private mutating func maskedRuns(of text: Span<UInt8>) -> [TextRun] {
    guard maskReader != nil else { return [] }
    maskReader?.read(text)
    return maskReader?.runs.filter { $0.start < Masker.placeholderBytes.count } ?? []
  }

  @inline(__always)
  private mutating func take(_ scalar: UInt32, isSpace: Bool, from source: Range<Int>) {
    if withinWords {
      takeWithinWords(scalar, isSpace: isSpace, from: source)
    } else if isSpace {
      if pending.count == 0 { pending = (source.lowerBound, source.upperBound, 0, scalar) }
      pending.end = source.upperBound
      pending.count += 1
    } else {
      flushSpace()
      append(scalar, source.lowerBound, source.upperBound)
    }
  }

  @inline(__always)
  private mutating func takeWithinWords(_ scalar: UInt32, isSpace: Bool, from source: Range<Int>) {
    if isSpace {
      closeWord(at: source.lowerBound)
      return
    }
    if !isInsideWord {
      append(0x20, source.lowerBound, source.lowerBound)
      isInsideWord = true
    }
    append(scalar, source.lowerBound, source.upperBound)
  }

  private mutating func closeWord(at position: Int) {
    guard isInsideWord else { return }
    append(0x20, position, position)
    segmentEnds.append(characters.count)
    isInsideWord = false
  }

  private mutating func flushSpace() {
    guard pending.count > 0 else { return }
    append(pending.count == 1 ? pending.scalar : 0x20, pending.start, pending.end)
    pending.count = 0
  }

  private mutating func finish(at end: Int) {
    if withinWords {
      closeWord(at: end)
    } else {
      flushSpace()
      if !characters.isEmpty { segmentEnds.append(characters.count) }
    }
  }

  @inline(__always)
  private mutating func append(_ scalar: UInt32, _ start: Int, _ end: Int) {
    characters.append(Character(scalar: scalar, sourceStart: start, sourceEnd: end))
  }
}
