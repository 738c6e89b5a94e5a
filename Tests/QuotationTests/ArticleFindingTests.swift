import Corpora
import Quotation
import Testing

@Suite("Findings on articles")
struct ArticleFindingTests {
  static let article = (["Road shut after shots"] + threeParagraphs).joined(separator: "\n\n")

  @Test(
    "files that cannot be articles",
    arguments: [
      ([], .emptyFile, "a.txt"), (Array("\u{FEFF} \n\t".utf8), .emptyFile, "a.txt"),
      ([65, 10, 66, 0, 67], .notText, "a.txt:2:2"),
      (Array("%PDF-1.7 text".utf8), .notText, "a.txt"), ([0x50, 0x4B, 3, 4, 0, 0], .notText, "a.txt"),
      ([1, 2, 3, 4, 5], .notText, "a.txt:1:1"),
      ([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], .unknownEncoding, "a.txt:1:1"),
      (Array("* * *\n\n___".utf8), .noArticle, "a.txt"),
      (Array("<html><body></body></html>".utf8), .noArticle, "a.txt"),
    ] as [([UInt8], ArticleFinding.Kind, String)])
  func refused(bytes: [UInt8], kind: ArticleFinding.Kind, place: String) {
    let reading = readArticle(bytes)
    #expect(reading.article == nil)
    #expect(reading.findings.map(\.kind) == [kind])
    #expect(reading.findings.first?.severity == .error)
    #expect(reading.findings.first?.place.description == place)
  }

  @Test("a few bytes in another encoding are replaced and told of, with the place of the first")
  func mixed() {
    let bytes =
      Array("Road shut after shots\n\nThe caf\u{E9}".unicodeScalars.map { UInt8($0.value) })
      + Array(" was “full”.\n\n\(Self.article)".utf8) + [0xFF]
    let reading = readArticle(bytes)
    #expect(reading.findings.map(\.kind) == [.invalidBytes])
    #expect(reading.findings.first?.place.description == "a.txt:3:8")
    #expect(reading.findings.first?.message.hasPrefix("2 bytes are not UTF-8") == true)
    #expect(outline(reading.article).contains("body: The caf\u{FFFD} was “full”."))
    #expect(reading.article.map(faults) == [])
  }

  @Test("bytes that have no meaning in the encoding a page declares are replaced and told of", arguments: [1, 3])
  func declared(count: Int) {
    let head = Array("<html><meta charset=windows-1251><h1>Road shut after shots</h1>\n<p>A ".utf8)
    let bytes = head + [UInt8](repeating: 0x98, count: count) + Array(" b.</p>\n".utf8) + [0xC4]
    let reading = readArticle(
      bytes + threeParagraphs.flatMap { Array("<p>\($0)</p>".utf8).filter { $0 < 0x80 } }, file: "a.html")
    #expect(reading.findings.map(\.kind) == [.invalidBytes])
    #expect(reading.findings.first?.place.description == "a.html:2:6")
    #expect(outline(reading.article).contains("body: A \(String(repeating: "\u{FFFD}", count: count)) b."))
  }

  @Test(
    "quotation marks without partners",
    arguments: [
      ("He said: “no and went.", "3:10"), ("He said no” and went.", "3:11"), ("He said \"no and went.", "3:9"),
      ("She said: «no and went.", "3:11"),
      ("„Ja“, sagte er.", nil), ("«„Осколки“ собраны», — сказал он.", nil), ("“It’s ‘fine’,” he said.", nil),
      ("\"Yes\" and \"no\".", nil),
      ("“To be continued.\n\n“And ended.”", nil), ("“Never ended.\n\nNothing here.", "3:1"),
      ("\"Continued.\n\n\"Ended.\"", nil),
    ] as [(String, String?)])
  func quotes(text: String, place: String?) {
    let findings = readArticle("Road shut after shots\n\n\(text)\n\n\(threeParagraphs[1])").findings
    #expect(findings.map(\.place.description) == (place.map { ["a.txt:\($0)"] } ?? []))
    #expect(findings.allSatisfy { $0.kind == .unbalancedQuotes && $0.severity == .warning })
  }

  @Test("places are those of the file, in pages too, and of the row where an article is one")
  func places() {
    let page =
      "<html>\n<body>\n<h1>Road shut</h1>\n<p>\n“\(threeParagraphs[1])</p>\n<p>\(threeParagraphs[2])</p><p>\(threeParagraphs[0])</p></body></html>"
    #expect(readArticle(page, file: "b.html").findings.map(\.place.description) == ["b.html:5"])
    let reading = ArticleReader.read(Array("“\(threeParagraphs[1])".utf8), name: "r", file: "t.csv", firstLine: 7)
    #expect(reading.findings.map(\.place.description) == ["t.csv:7:1"])
    #expect(reading.article?.name == "r")
  }

  @Test("many faults of one kind are told once they are enough")
  func many() {
    let text = Self.article + String(repeating: "\n\nHe said: “no and went.\n\nNobody came.", count: 1000)
    let findings = readArticle(text).findings
    #expect(findings.count == 20)
    #expect(findings.last?.message.hasSuffix("980 more paragraphs are like it") == true)
  }

  @Test("names of files without folders and endings")
  func names() {
    #expect(ArticleReader.name(ofPath: "/a/b.c/border.2021.txt") == "border.2021")
    #expect(ArticleReader.name(ofPath: "-") == "stdin")
    #expect(ArticleReader.name(ofPath: "x/.hidden") == ".hidden")
  }
}
