import Corpora
import Testing

@Suite("Formats")
struct FormatTests {
  @Test(
    "the ending of a name tells the format, compressed or not",
    arguments: [
      ("a.csv", CorpusFormat.csv), ("dir.x/a.CSV.gz", .csv), ("a.tsv", .tsv), ("a.ndjson", .jsonl),
      ("a.jsonl.GZ", .jsonl),
      ("a.txt", .text), ("a.b.libsvm", .libsvm), ("a", nil), ("a.t", nil), ("-", nil), ("dir.csv/a", nil), (".gz", nil),
    ])
  func names(path: String, expected: CorpusFormat?) { #expect(CorpusFormat(path: path) == expected) }

  @Test(
    "else the first line does",
    arguments: [
      ("{\"text\": \"a\"}\n", CorpusFormat.jsonl), ("\u{FEFF}  \n {\"text\": \"a\"}", .jsonl),
      ("id\ttext\n1\ta\n", .tsv),
      ("id,text\n1,a\n", .csv), ("text\na\n", .csv), ("+1 3:1 5:0.5\n", .libsvm), ("-1 qid:3 1:1\n", .libsvm),
      ("2.0 1:1 # x\n", .libsvm), ("\r\n\n1 1:1", .libsvm),
    ])
  func contents(text: String, expected: CorpusFormat) throws {
    for length in [1, 3, 1000] {
      #expect(try CorpusInput(bytes: Array(text.utf8), name: "-", pieceLength: length).format == expected)
      #expect(try CorpusInput(bytes: gzipped(Array(text.utf8)), name: "-", pieceLength: length).format == expected)
    }
  }

  @Test("what shows no format, or another encoding, is refused with a way out")
  func refusals() {
    let unknown = complaint { _ = try read("We are worried.\nSo are we.\n", name: "-") }
    #expect(
      unknown.hasPrefix("<stdin>:1:1: the first line does not show the format") && unknown.contains("--input-format"))
    let wide = complaint { _ = try read([0xFF, 0xFE] + Array("t\u{0}".utf8), name: "-") }
    #expect(wide.hasPrefix("<stdin>:1:1: the file is in UTF-16"))
    #expect(
      complaint { _ = try read([0xFE, 0xFF, 0, 1], name: "a.csv") }.hasPrefix("a.csv:1:1: the file is in UTF-16"))
    #expect(complaint { _ = try read("1 1:1\n", name: "a.libsvm") }.contains("statements were expected"))
    let filter = ReadingOptions(filters: [ColumnFilter(column: "a", value: "b")])
    #expect(complaint { _ = try readFeatures("1 1:1\n", options: filter) }.contains("libsvm files have no columns"))
  }

  @Test("plain text has a statement a line, and only line ends end lines")
  func text() throws {
    let corpus = try read("\u{FEFF}one, \"two\"\r\n\r\n \t \nthree\u{2028}\u{85}\u{B}four\rfive\n six ", name: "a.txt")
    #expect(corpus.texts == ["one, \"two\"", "three\u{2028}\u{85}\u{B}four", "five", " six "])
    #expect(corpus.lines == [1, 4, 5, 6])
    #expect(corpus.ids == ["1", "2", "3", "4"])
    #expect(corpus.columnNames == ["text"])
    #expect(
      complaint { _ = try read("\n \n", name: "a.txt") } == "a.txt: there are no rows (at least one row was expected)")
  }

  @Test("line ends of all kinds, a byte order mark and a missing last line end change nothing")
  func lineEnds() throws {
    let text = "id,text,label\n1,\"a, b\",x\n\n2,c,y\n3,,\n"
    let plain = try read(text)
    for other in [
      text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r"), "\u{FEFF}" + text, String(text.dropLast()),
      "\u{FEFF}\"id\",\"text\",\"label\"\n" + text.dropFirst(14),
    ] {
      let corpus = try read(other)
      #expect(corpus.texts == plain.texts && corpus.ids == plain.ids && corpus.labels == plain.labels)
      #expect(corpus.lines == plain.lines && corpus.columnNames == plain.columnNames)
    }
  }
}
