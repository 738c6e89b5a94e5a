internal import Reproducibility

extension CorpusValidation {
  /// How many bytes make a text very long: a whole speech has fewer.
  static let longText = 100_000

  /// What is wrong with single texts.
  private struct TextFaults {
    var empty: [Int] = []
    var long: [Int] = []
    var wrongEncoding: [Int] = []
    var replacement: [Int] = []
    var notComposed: [Int] = []

    mutating func look(at text: String, row: Int) {
      let bytes = text.utf8Span
      if bytes.span.isWhiteSpace { empty.append(row) }
      if bytes.count > longText { long.append(row) }
      if bytes.span.isASCII { return }
      if text.unicodeScalars.contains("\u{FFFD}") { replacement.append(row) }
      if Mojibake.windows1252.isSeen(in: text) || Mojibake.windows1251.isSeen(in: text) { wrongEncoding.append(row) }
      var composed = bytes
      if !composed.checkForNFC(quickCheck: false) { notComposed.append(row) }
    }

    mutating func append(_ other: TextFaults) {
      empty += other.empty
      long += other.long
      wrongEncoding += other.wrongEncoding
      replacement += other.replacement
      notComposed += other.notComposed
    }
  }

  static func textFindings(_ corpus: Corpus, on parallelism: Parallelism) -> [CorpusFinding] {
    let texts = corpus.texts
    let pieces = Pieces(itemCount: texts.count, targetLength: 8192)
    let parts = parallelism.map(count: pieces.count) { piece in
      var faults = TextFaults()
      for row in pieces[piece] { faults.look(at: texts[row], row: row) }
      return faults
    }
    var faults = TextFaults()
    for part in parts { faults.append(part) }
    let quoted = { (row: Int) in texts[row].quoted }
    return describe(faults, in: corpus, quoted: quoted)
  }

  private static func describe(
    _ faults: TextFaults, in corpus: Corpus, quoted: (Int) -> String
  ) -> [CorpusFinding] {
    finding(
      .emptyTexts, .error, "\(count(faults.empty.count, "text")) \(faults.empty.count == 1 ? "is" : "are") empty",
      rows: faults.empty, in: corpus, detail: { _ in "there is no text" })
      + finding(
        .wrongEncoding, .warning,
        "\(count(faults.wrongEncoding.count, "text")) \(faults.wrongEncoding.count == 1 ? "was" : "were") once read in a wrong"
          + " encoding (as é becomes Ã©)",
        rows: faults.wrongEncoding, in: corpus, detail: quoted)
      + finding(
        .replacementCharacters, .warning,
        "\(count(faults.replacement.count, "text")) \(faults.replacement.count == 1 ? "holds" : "hold") the replacement"
          + " character U+FFFD where other characters were lost",
        rows: faults.replacement, in: corpus, detail: quoted)
      + finding(
        .notComposed, .info,
        "\(count(faults.notComposed.count, "text")) \(faults.notComposed.count == 1 ? "is" : "are") not in composed form (NFC),"
          + " so that equal words may be counted apart",
        rows: faults.notComposed, in: corpus, detail: quoted)
      + finding(
        .longTexts, .info,
        "\(count(faults.long.count, "text")) \(faults.long.count == 1 ? "is" : "are") longer than \(longText) bytes",
        rows: faults.long, in: corpus,
        detail: { row in "\(corpus.texts[row].utf8.count) bytes: \(quoted(row))" })
  }
}

extension Span<UInt8> {
  /// Whether no byte is above 127. Looks at every byte, which compiles to vector instructions.
  var isASCII: Bool {
    var bits: UInt8 = 0
    for index in indices { bits |= self[index] }
    return bits < 128
  }

  /// Whether there is nothing but spaces and line ends of ASCII.
  var isWhiteSpace: Bool {
    for index in indices where self[index] != 32 && !(9...13).contains(self[index]) { return false }
    return true
  }
}
