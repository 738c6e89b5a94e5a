/// What a unit looks like by itself, wherever it stands.
enum UnitLook: Hashable {
  /// There is neither a letter nor a digit in it.
  case rule
  /// It is known to be part of pages and not of articles.
  case interface(OmissionReason)
  /// It is that, and other articles' titles follow.
  case beginsList(OmissionReason)
  /// It is that, and readers' words follow.
  case beginsComments
  /// It names who wrote the article.
  case byline
  /// It is a date, and nothing else.
  case date
  /// It credits a photographer.
  case caption
  /// It is a paragraph of an article.
  case prose
  /// It is a short sentence.
  case sentence
  /// It is none of these.
  case line

  /// How long a unit is at most that pages consist of, in characters.
  private static let longestLine = 300

  /// Judges one unit. Complexity: O(n).
  static func look(_ unit: TextUnit, traits: UnitTraits, in text: [UInt8]) -> UnitLook {
    if traits.letters == 0, traits.digits == 0 { return .rule }
    guard traits.characters <= longestLine else { return traits.isProse ? .prose : .line }
    if CaptionSigns.isCredited(unit.range, in: text) { return .caption }
    if let sign = sign(unit, traits: traits, in: text) { return sign }
    if !traits.isProse, let look = dateOrByline(unit, traits: traits, in: text) { return look }
    if !traits.endsSentence, let pieces = menu(unit.range, in: text) {
      let languages = pieces.count { InterfaceWords.isLanguage(PlainLine.normalized($0, in: text)) }
      return .interface(languages > 0 ? .languages : .navigation)
    }
    return traits.isProse ? .prose : traits.isSentence ? .sentence : .line
  }

  private static func sign(_ unit: TextUnit, traits: UnitTraits, in text: [UInt8]) -> UnitLook? {
    let first = ByteText.scalar(at: unit.range.lowerBound, in: text).value
    // Somebody speaks.
    if [0x22, 0x201C, 0x201E, 0xAB, 0x2018, 0x2013, 0x2014].contains(first) { return nil }
    let limit = traits.isProse ? InterfaceWords.longestBeginning : InterfaceWords.longestLine
    let line = PlainLine.normalized(unit.range, in: text, limit: limit)
    switch InterfaceWords.sign(of: line) {
    case .line(let reason): return .interface(reason)
    case .beginsList(let reason): return .beginsList(reason)
    case .beginsComments: return .beginsComments
    case nil: break
    }
    guard traits.words <= 12, !traits.endsSentence, traits.letters > 0 else { return nil }
    let words = line.split(whereSeparator: { $0 < 128 && !(97...122).contains($0) && $0 != UInt8(ascii: "-") })
    guard !words.isEmpty, words.allSatisfy(InterfaceWords.isButton) else { return nil }
    return .interface(words.allSatisfy(InterfaceWords.isSize) ? .textSize : .sharing)
  }

  private static func dateOrByline(_ unit: TextUnit, traits: UnitTraits, in text: [UInt8]) -> UnitLook? {
    switch DateLine.judge(unit.range, traits: traits, in: text) {
    case .date: return .date
    case .time: return .interface(.timeOfDay)
    case nil: return BylineSigns.isByline(unit.range, traits: traits, in: text) ? .byline : nil
    }
  }

  /// The pieces of a line that is short pieces with marks between them, as in `Home > World` and `English | Русский`.
  private static func menu(_ range: Range<Int>, in text: [UInt8]) -> [Range<Int>]? {
    guard hasSeparator(range, in: text) else { return nil }
    for (mark, least) in separators {
      let pieces = pieces(of: range, between: mark, in: text)
      if pieces.count >= least, pieces.allSatisfy({ text[$0].count { $0 == 32 } <= 4 }) { return pieces }
    }
    return nil
  }

  /// What stands between the pieces of menus, and how many pieces there are at least.
  private static let separators = [
    (" | ", 2), (" > ", 2), (" › ", 2), (" » ", 2), (" / ", 3), (" · ", 3), (" • ", 3), ("  ", 3),
  ].map { (mark: Array($0.0.utf8), least: $0.1) }

  /// Whether a mark that may part pieces, or a second space, follows a space.
  private static func hasSeparator(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    var isBehindSpace = false
    for byte in text[range] {
      if isBehindSpace, byte >= 0xC2 || byte == 32 || byte == 47 || byte == 62 || byte == 124 { return true }
      isBehindSpace = byte == 32
    }
    return false
  }

  private static func pieces(of range: Range<Int>, between mark: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var (start, index) = (range.lowerBound, range.lowerBound)
    while index <= range.upperBound - mark.count {
      guard text[index] == mark[0], text[index..<(index + mark.count)].elementsEqual(mark) else {
        index += 1
        continue
      }
      pieces.append(start..<index)
      index += mark.count
      start = index
    }
    return pieces + [start..<range.upperBound]
  }
}
