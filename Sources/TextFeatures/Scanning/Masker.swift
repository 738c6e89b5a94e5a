/// Replaces the runs of names and numbers by placeholders.
struct Masker: Sendable {
  /// The placeholders' bytes, one after the other: the prefix of the scanner whose runs are masked.
  static let placeholderBytes = Placeholder.allCases.flatMap { Array($0.rawValue.utf8) }

  /// What stands for what was masked.
  enum Placeholder: String, CaseIterable, Sendable {
    case actor = "__actor__"
    case target = "__target__"
    case number = "__number__"
    case place = "__place__"
    case demonym = "__demonym__"
    case outlet = "__outlet__"
  }

  /// Whether `word` is what stands for something masked.
  static func isPlaceholder(_ word: [UInt8]) -> Bool {
    word.first == 0x5F && Placeholder.allCases.contains { Array($0.rawValue.utf8) == word }
  }

  /// Whether the bytes in `range` stand for a number that was masked.
  static func isNumberPlaceholder(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let expected = Placeholder.number.rawValue.utf8
    return range.count == expected.count && zip(range, expected).allSatisfy { bytes[$0] == $1 }
  }

  private let masksNumbers: Bool
  private let names: NameTree

  /// - Parameters:
  ///   - lowercases: whether the runs to be masked are lower-cased; names are taken apart in the same way.
  ///   - normalize: brings names to the normal form of the texts.
  init(
    _ masks: [FeatureConfiguration.Mask], terms: MaskTerms, lowercases: Bool, normalize: (String) -> String
  ) {
    masksNumbers = masks.contains(.numbers)
    var names = NameTree(lowercases: lowercases)
    if masks.contains(.actors) { names.add(terms.actors.map(normalize), as: .actor) }
    if masks.contains(.targets) { names.add(terms.targets.map(normalize), as: .target) }
    if masks.contains(.outlets) { names.add(terms.outlets.map(normalize), as: .outlet) }
    if masks.contains(.places) { names.add(terms.places.map(normalize), as: .place) }
    if masks.contains(.demonyms) { names.add(terms.demonyms.map(normalize), as: .demonym) }
    self.names = names
  }

  /// The runs of `scanner`, found in `text`, with names and numbers replaced; other runs are left out that are shorter.
  func mask(_ scanner: RunScanner, in text: Span<UInt8>, minimumLength: Int = 2) -> [TextRun] {
    let runs = scanner.runs
    let tokens = runs.map { names.token(of: scanner.bytes[$0.start..<$0.end]) }
    var masked: [TextRun] = []
    masked.reserveCapacity(runs.count)
    var index = 0
    while index < runs.count {
      if let name = names.longestName(in: tokens, from: index) {
        var last = index + name.length - 1
        if last + 1 < runs.count, isPossessive(runs[last + 1], after: runs[last], of: scanner, in: text) { last += 1 }
        masked.append(run(for: name.placeholder, from: runs[index], to: runs[last]))
        index = last + 1
        continue
      }
      let run = runs[index]
      if masksNumbers, Masker.holdsNumber(scanner.bytes[run.start..<run.end]) {
        masked.append(self.run(for: .number, from: run, to: run))
      } else if run.length >= minimumLength {
        masked.append(run)
      }
      index += 1
    }
    return masked
  }

  private func run(for placeholder: Placeholder, from first: TextRun, to last: TextRun) -> TextRun {
    var start = 0
    for other in Placeholder.allCases {
      if other == placeholder { break }
      start += other.rawValue.utf8.count
    }
    let bytes = Masker.placeholderBytes
    let end = start + placeholder.rawValue.utf8.count
    return TextRun(
      start: start, end: end, sourceStart: first.sourceStart, sourceEnd: last.sourceEnd, length: end - start,
      hash: TermHash.hash(bytes.span, start..<end))
  }

  /// Whether `run` is the s of a possessive: nothing but one apostrophe stands between it and the run before.
  private func isPossessive(
    _ run: TextRun, after before: TextRun, of scanner: RunScanner, in text: Span<UInt8>
  ) -> Bool {
    guard run.length == 1, let letter = scanner.text(of: run).unicodeScalars.first, letter == "s" || letter == "S"
    else {
      return false
    }
    var gap: [UInt8] = []
    for position in before.sourceEnd..<run.sourceStart { gap.append(text[position]) }
    return Masker.apostrophes.contains(gap)
  }

  /// U+0027, U+2019 and U+FF07. (U+02BC is a letter, so that it and its s belong to the run; names know of it.)
  private static let apostrophes: [[UInt8]] = ["'", "\u{2019}", "\u{FF07}"].map { Array($0.utf8) }

  private static func holdsNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return true }
    guard bytes.contains(where: { $0 >= 0x80 }) else { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.contains(where: \.isNumberSign)
  }
}
