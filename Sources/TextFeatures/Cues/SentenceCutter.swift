/// Tells where sentences end, for patterns that ask for their beginning or end and must not reach over it.
enum SentenceCutter {
  /// So many tokens at most are taken for one sentence.
  static let longest = 1 << 20

  /// The sentences of `tokens`, which cover all of them.
  ///
  /// A sentence ends after a full stop, a question or exclamation mark or an ellipsis, with what closes right after it, where
  /// white space follows and the next word is not lower-cased; a stop after an initial, a title (`Dr.`) or, before a
  /// number, an abbreviation like `No.` ends none. It also ends at an empty line. Complexity: O(tokens).
  static func cut(
    _ tokens: Span<CueToken>, _ text: Span<UInt8>, _ images: Span<UInt8>, into sentences: inout [Range<Int>]
  ) {
    sentences.removeAll(keepingCapacity: true)
    var (start, index) = (0, 0)
    while index < tokens.count {
      var end = index + 1
      let mayEnd = tokens[index].kind.mayEndSentence
      if mayEnd {
        while end < tokens.count, end - start < longest, !tokens[end].followsSpace, tokens[end].kind.followsEnd {
          end += 1
        }
      }
      index = end
      guard end < tokens.count else { break }
      let isBreak = tokens[end].followsBreak || end - start >= longest
      guard isBreak || mayEnd && endsSentence(before: end, tokens, text, images) else { continue }
      sentences.append(start..<end)
      start = end
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
  }

  private static func endsSentence(
    before next: Int, _ tokens: Span<CueToken>, _ text: Span<UInt8>, _ images: Span<UInt8>
  ) -> Bool {
    guard tokens[next].followsSpace else { return false }
    var word = next
    while word < tokens.count, word < next + 3, !tokens[word].kind.isWord { word += 1 }
    let hasWord = word < tokens.count && tokens[word].kind.isWord
    if hasWord, isLowercase(text, at: Int(tokens[word].sourceStart)) { return false }
    guard next >= 2, tokens[next - 1].kind == .stop, tokens[next - 2].kind == .word, !tokens[next - 1].followsSpace
    else { return true }
    let before = tokens[next - 2]
    if before.length == 1 { return false }
    let image = Int(before.imageStart)..<Int(before.imageEnd)
    if Abbreviations.titles.find(images, image, hash: TermHash.hash(images, image)) >= 0 { return false }
    let isNumbered =
      hasWord && tokens[word].kind == .number
      && Abbreviations.beforeNumbers.find(images, image, hash: TermHash.hash(images, image)) >= 0
    return !isNumbered
  }

  private static func isLowercase(_ text: Span<UInt8>, at position: Int) -> Bool {
    let byte = text[position]
    if byte < 0x80 { return byte >= 0x61 && byte <= 0x7A }
    return UTF8Scalar.decode(text, at: position)?.properties.isLowercase ?? false
  }
}

/// Words that a full stop shortens.
private enum Abbreviations {
  static let titles = TermTable(
    TermList([
      "mr", "mrs", "ms", "messrs", "mme", "dr", "prof", "gen", "col", "lt", "capt", "sgt", "maj", "adm", "rev", "hon",
      "sen", "rep", "gov", "st", "vs", "ген", "проф", "акад", "им",
    ]))
  static let beforeNumbers = TermTable(
    TermList([
      "no", "nos", "art", "arts", "fig", "pp", "sec", "vol", "ch", "para", "res", "jan", "feb", "mar", "apr", "jun",
      "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ст", "гл", "стр",
    ]))
}

/// Words that deny.
enum NegationWords {
  private static let table = TermTable(
    TermList([
      "no", "not", "never", "nor", "neither", "none", "nobody", "nothing", "nowhere", "cannot", "without", "не", "ни",
      "нет", "нельзя", "никогда", "никто", "ничто", "ничего", "никакой", "никаких", "нигде", "никуда", "без",
    ]))

  /// Whether a word, lower-cased, is one of them or ends in n't.
  static func contains(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if range.count > 3, bytes[range.upperBound - 1] == 0x74, bytes[range.upperBound - 2] == 0x27,
      bytes[range.upperBound - 3] == 0x6E
    {
      return true
    }
    return table.find(bytes, range, hash: TermHash.hash(bytes, range)) >= 0
  }
}
