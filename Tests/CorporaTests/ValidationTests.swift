import Corpora
import Reproducibility
import Testing

@Suite("Validation")
struct ValidationTests {
  static func findings(_ columns: [Corpus.Column]) throws -> [CorpusFinding] {
    CorpusValidation.findings(of: try Corpus(columns: columns))
  }

  static func finding(_ kind: CorpusFinding.Kind, _ columns: [Corpus.Column]) throws -> CorpusFinding? {
    try findings(columns).first { $0.kind == kind }
  }

  @Test("a corpus without faults has no findings")
  func clean() throws {
    let rows = (0..<12).map(String.init)
    let columns = [
      Corpus.Column("id", rows), Corpus.Column("text", rows.map { "statement number \($0) says nothing much" }),
      Corpus.Column("label", rows.map { Int($0)?.isMultiple(of: 2) == true ? "a" : "b" }),
      Corpus.Column("date", rows.map { _ in "2021-05" }), Corpus.Column("lang", rows.map { _ in "hy-AM" }),
    ]
    #expect(try Self.findings(columns).filter { $0.kind != .nearDuplicates } == [])
  }

  @Test("identifiers that come twice name their rows and the first")
  func identifiers() throws {
    let found = try Self.finding(
      .duplicateIdentifiers, [.init("id", ["a", "b", "a", ""]), .init("text", ["1", "2", "3", "4"])])
    #expect(found?.severity == .error)
    #expect(found?.rows == [2])
    #expect(found?.examples.first?.description == "table.csv:4: \"a\", as on line 2")
    #expect(found?.message == "1 row has the identifier of an earlier row")
  }

  @Test("equal texts under different labels are worse than under one")
  func duplicates() throws {
    let texts = ["We warn you.", "We warn you.", "We warn you.", "Peace.", "Peace.", ""]
    let found = try Self.findings([.init("text", texts), .init("label", ["x", "y", "x", "y", "y", "x"])])
    #expect(found.first { $0.kind == .conflictingDuplicates }?.rows == [1])
    #expect(found.first { $0.kind == .conflictingDuplicates }?.severity == .error)
    #expect(found.first { $0.kind == .duplicateTexts }?.rows == [2, 4])
    #expect(found.first { $0.kind == .duplicateTexts }?.severity == .warning)
    #expect(found.first { $0.kind == .emptyTexts }?.rows == [5])
    #expect(found.map(\.severity) == found.map(\.severity).sorted(by: >))
  }

  @Test("canonically equal texts in other bytes are not letter for letter equal")
  func canonicalEquivalence() throws {
    let found = try Self.findings([.init("text", ["Caf\u{E9} de paris", "Cafe\u{301} de paris"])])
    #expect(!found.contains { $0.kind == .duplicateTexts })
    #expect(found.first { $0.kind == .notComposed }?.rows == [1])
  }

  @Test("labels: one class, small classes, none")
  func labels() throws {
    let texts = (0..<14).map { "t\($0)" }
    let one = try Self.finding(.oneClass, [.init("text", texts), .init("label", texts.map { _ in "x" })])
    #expect(one?.message == "every label is \"x\": there is nothing to tell apart")
    let labels = Array(repeating: "x", count: 8) + Array(repeating: "y", count: 4) + ["z", ""]
    let small = try Self.findings([.init("text", texts), .init("label", labels)])
    #expect(small.first { $0.kind == .smallClasses }?.rows == Array(8..<13))
    #expect(small.first { $0.kind == .smallClasses }?.message.contains("\"y\" (4), \"z\" (1)") == true)
    #expect(small.first { $0.kind == .missingLabels }?.rows == [13])
  }

  @Test("dates and languages that cannot be understood")
  func metadata() throws {
    let found = try Self.findings([
      .init("text", ["a", "b", "c", "d"]), .init("date", ["2021-05-24", "24.5.2021", "", "2021-02-29"]),
      .init("lang", ["en", "english", "zh-Hant-TW", ""]),
    ])
    #expect(found.first { $0.kind == .unparsableDates }?.rows == [1, 3])
    #expect(found.first { $0.kind == .unknownLanguages }?.rows == [1])
  }

  @Test(
    "signs of a wrong encoding",
    arguments: [
      "cafÃ©", "itâ€™s", "itâ\u{80}\u{99}s", "Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "РїСЂРёРІРµС‚", "Õ€Õ¡Õµ", "ÃŸ",
    ])
  func wrongEncoding(text: String) throws {
    #expect(try Self.finding(.wrongEncoding, [.init("text", [text])])?.rows == [0], "\(text)")
  }

  @Test(
    "texts in many scripts that are as they should be",
    arguments: [
      "« CAFÉ»", "“MAÇÔ", "привет, Рік і Родина. РІК", "Ստեփանակերտ", "naïve Ärger, Öl“", "Ñandú", "ÂME", "Ελλάδα",
      "日本語",
      "“ESPAÑ”", "TÜRKİYE’NİN", "Şəhər – Bakı", "СССР № 5 «Ёж»", "São Paulo à l’été",
    ])
  func rightEncoding(text: String) throws {
    #expect(try Self.finding(.wrongEncoding, [.init("text", [text])]) == nil, "\(text)")
  }

  @Test("lost characters and very long texts")
  func otherTexts() throws {
    let found = try Self.findings([.init("text", ["a\u{FFFD}b", String(repeating: "word ", count: 30_000)])])
    #expect(found.first { $0.kind == .replacementCharacters }?.rows == [0])
    #expect(found.first { $0.kind == .longTexts }?.rows == [1])
  }
}
