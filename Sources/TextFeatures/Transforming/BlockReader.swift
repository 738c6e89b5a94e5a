/// Reads texts as a block's units, one text after another, for one thread.
struct BlockReader: ~Copyable {
  /// The units of the last text.
  private(set) var text = UnitText()

  private let block: BlockConfiguration
  private let preparation: TextPreparation
  private var words: WordReader?
  private var characters: CharacterReader?
  private var finisher: WordFinisher?
  /// The words met so far, and what became of each.
  private var known = TermTable()
  private var finished: [[UInt8]?] = []

  init(_ block: BlockConfiguration, preparation: TextPreparation) {
    self.block = block
    self.preparation = preparation
    if block.analyzer == .word {
      words = preparation.wordReader()
      finisher = WordFinisher.isIdle(block) ? nil : WordFinisher(block)
    } else {
      characters = preparation.characterReader(withinWords: block.analyzer == .charWithinWords)
    }
  }

  /// Takes a text apart, which must be in the normal form already.
  mutating func read(_ normalized: String) {
    text.removeAll()
    if block.analyzer == .word { readWords(normalized) } else { readCharacters(normalized) }
  }

  private mutating func readWords(_ normalized: String) {
    words?.read(normalized.utf8.span)
    guard let runs = words?.runs, let bytes = words?.bytes else { return }
    let span = bytes.span
    for run in runs {
      let start = text.bytes.count
      if finisher == nil {
        for position in run.start..<run.end { text.bytes.append(span[position]) }
      } else {
        let number = Int(known.intern(span, run.start..<run.end, hash: run.hash))
        if number == finished.count { finished.append(finisher?.finish(bytes[run.start..<run.end])) }
        guard let word = finished[number] else { continue }
        text.bytes += word
      }
      let end = text.bytes.count
      text.units.append(
        UnitText.Unit(start: start, end: end, sourceStart: run.sourceStart, sourceEnd: run.sourceEnd))
      text.bytes.append(0x20)
    }
    text.segmentEnds.append(text.units.count)
  }

  private mutating func readCharacters(_ normalized: String) {
    characters?.read(normalized.utf8.span)
    guard let reader = characters else { return }
    for character in reader.characters {
      let start = text.bytes.count
      UTF8Scalar.append(character.scalar, to: &text.bytes)
      text.units.append(
        UnitText.Unit(
          start: start, end: text.bytes.count, sourceStart: character.sourceStart, sourceEnd: character.sourceEnd))
    }
    text.segmentEnds = reader.segmentEnds
  }
}
