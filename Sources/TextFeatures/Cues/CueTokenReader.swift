/// Takes texts apart into the tokens that cues are told by: lower-cased words with apostrophes and hyphens inside, marks one by
/// one. For one thread.
struct CueTokenReader {
  /// The tokens of the last text.
  private(set) var tokens: [CueToken] = []
  /// The tokens of each sentence.
  private(set) var sentences: [Range<Int>] = []

  private var words: WordReader
  /// The images of words that are made of several runs.
  private var joined: [UInt8] = []
  /// The images of the last text's words.
  private var images: [UInt8] = []

  init(_ preparation: TextPreparation) { words = preparation.cueWordReader() }

  /// Takes a text apart, which must be in the normal form already. Complexity: O(bytes).
  mutating func read(_ text: Span<UInt8>, with automaton: inout CueAutomaton) {
    precondition(text.count < Int(Int32.max), "a text of \(text.count) bytes")
    automaton.makeRoom()
    tokens.removeAll(keepingCapacity: true)
    images.removeAll(keepingCapacity: true)
    words.read(text)
    let marks = automaton.markClasses
    let (runs, bytes) = (words.runs, words.bytes)
    let (runSpan, byteSpan) = (runs.span, bytes.span)
    var (index, position) = (0, 0)
    while index < runSpan.count {
      appendMarks(text, position..<runSpan[index].sourceStart, marks)
      let last = CueTokenReader.lastRun(ofWordAt: index, runSpan, text)
      appendWord(index...last, runSpan, byteSpan, text, automaton: &automaton)
      position = runSpan[last].sourceEnd
      index = last + 1
    }
    appendMarks(text, position..<text.count, marks)
    var cut: [Range<Int>] = []
    swap(&cut, &sentences)
    SentenceCutter.cut(tokens.span, text, images.span, into: &cut)
    swap(&cut, &sentences)
  }

  /// The last of the runs that apostrophes and hyphens join to the run at `first`.
  @inline(__always)
  private static func lastRun(ofWordAt first: Int, _ runs: Span<TextRun>, _ text: Span<UInt8>) -> Int {
    var last = first
    while last + 1 < runs.count, isJoint(text, runs[last].sourceEnd..<runs[last + 1].sourceStart) { last += 1 }
    return last
  }

  /// Whether these bytes are one apostrophe or hyphen.
  @inline(__always)
  private static func isJoint(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let first = text[range.lowerBound]
    if range.count == 1 { return first == 0x27 || first == 0x2D }
    return range.count == 3 && first == 0xE2 && text[range.lowerBound + 1] == 0x80 && text[range.lowerBound + 2] == 0x99
  }

  @inline(__always)
  private mutating func appendWord(
    _ parts: ClosedRange<Int>, _ runs: Span<TextRun>, _ bytes: Span<UInt8>, _ text: Span<UInt8>,
    automaton: inout CueAutomaton
  ) {
    let (first, last) = (runs[parts.lowerBound], runs[parts.upperBound])
    let imageStart = images.count
    var length = 0
    for part in parts {
      if part > parts.lowerBound { images.append(text[runs[part - 1].sourceEnd] == 0x2D ? 0x2D : 0x27) }
      for position in runs[part].start..<runs[part].end { images.append(bytes[position]) }
      length += runs[part].length + (part > parts.lowerBound ? 1 : 0)
    }
    let image = imageStart..<images.count
    let isNumber = parts.count == 1 && CueTokenReader.isNumber(bytes, first.start..<first.end)
    let hash = parts.count == 1 ? first.hash : TermHash.hash(images.span, image)
    let facts = automaton.facts(of: images.span, image, hash: hash, isNumber: isNumber)
    append(
      CueToken(
        kind: isNumber ? .number : .word, tokenClass: facts.tokenClass, isNegation: facts.isNegation,
        length: Int32(length), sourceStart: Int32(first.sourceStart), sourceEnd: Int32(last.sourceEnd),
        imageStart: Int32(image.lowerBound), imageEnd: Int32(image.upperBound)))
  }

  /// Whether a run is made of digits, or stands for a number that was masked.
  @inline(__always)
  private static func isNumber(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let first = bytes[range.lowerBound]
    if first >= 0x30, first <= 0x39 {
      for position in range where bytes[position] < 0x30 || bytes[position] > 0x39 { return false }
      return true
    }
    return first == 0x5F && Masker.isNumberPlaceholder(bytes, range)
  }

  /// White space that was met since the last token.
  private var pendingSpace = (isThere: false, lines: 0)

  @inline(__always)
  private mutating func append(_ token: CueToken) {
    var token = token
    token.followsSpace = pendingSpace.isThere
    token.followsBreak = pendingSpace.lines > 1
    pendingSpace = (false, 0)
    tokens.append(token)
  }

  /// The marks in a stretch between words.
  @inline(__always)
  private mutating func appendMarks(_ text: Span<UInt8>, _ range: Range<Int>, _ marks: [CueAutomaton.TokenClass]) {
    if range.count == 1, text[range.lowerBound] == 0x20 {
      pendingSpace.isThere = true
      return
    }
    appendMarksOneByOne(text, range, marks)
  }

  private mutating func appendMarksOneByOne(
    _ text: Span<UInt8>, _ range: Range<Int>, _ marks: [CueAutomaton.TokenClass]
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      let width = UTF8Scalar.width(of: byte)
      let scalar = UTF8Scalar.value(text, at: position, width: width)
      let isSpace = byte < 0x80 ? byte <= 0x20 : Unicode.Scalar(scalar)?.isPythonSpace ?? false
      if isSpace {
        pendingSpace.isThere = true
        if scalar == 0x0A || scalar == 0x2029 { pendingSpace.lines += scalar == 0x0A ? 1 : 2 }
      } else if scalar > 0x20 {
        let kind = CueToken.Kind(mark: scalar)
        append(
          CueToken(
            kind: kind, tokenClass: marks[Int(kind.rawValue)], sourceStart: Int32(position),
            sourceEnd: Int32(position + width)))
      }
      position += width
    }
  }
}
