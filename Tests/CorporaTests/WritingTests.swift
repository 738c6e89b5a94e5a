import Corpora
import Reproducibility
import Testing

@Suite("Writing")
struct WritingTests {
  /// Cells that are hard to write: delimiters, quotes, line ends, marks, spaces, other scripts.
  static let hardPieces = [
    "", "a", ",", "\t", "\"", "\"\"", "\n", "\r", "\r\n", " ", "\u{FEFF}", "\u{2028}", "\u{85}", "\\", "{", "é",
    "e\u{301}",
    "Խ", "п", "𝄞", "#", "=", "0", "null", "\u{1}", "\u{7F}", "a b",
  ]

  static func randomText(_ random: inout SeededGenerator) -> String {
    (0..<random.index(below: 6)).map { _ in hardPieces[random.index(below: hardPieces.count)] }.joined()
  }

  @Test("what is written reads back the same", arguments: [CorpusFormat.csv, .tsv, .jsonl])
  func roundTrip(format: CorpusFormat) throws {
    var random = SeededGenerator(seed: 7)
    for round in 0..<60 {
      let names = ["text"] + (0..<random.index(below: 4)).map { "\(Self.randomText(&random))\($0)" }
      let columns = names.shuffled(using: &random).map { name in
        Corpus.Column(name, (0..<(1 + round % 5)).map { _ in Self.randomText(&random) })
      }
      let corpus = try Corpus(columns: columns)
      let bytes = try CorpusWriter.bytes(of: corpus, format: format)
      for length in [1, 7, 1 << 16] {
        let again = try read(bytes, name: "again.\(format.rawValue)", pieceLength: length)
        #expect(again.columnNames == corpus.columnNames)
        for column in columns {
          let values = try again.values(ofColumn: column.name)
          #expect(values.map { Array($0.utf8) } == column.values.map { Array($0.utf8) })
        }
      }
    }
  }

  @Test("cells keep their kinds in JSON Lines, and nothing is an empty cell in CSV")
  func cells() throws {
    let row: [JSONValue] = ["a,b", .number(0.1), .integer(3), .null, .boolean(true), ["x", .integer(1)]]
    let names = ["text", "p", "n", "none", "ok", "list"]
    var lines = try CorpusWriter(format: .jsonl, columnNames: names)
    lines.append(row)
    #expect(
      String(decoding: lines.takeBytes(), as: UTF8.self)
        == "{\"text\":\"a,b\",\"p\":0.1,\"n\":3,\"none\":null,\"ok\":true,\"list\":[\"x\",1]}\n")
    var table = try CorpusWriter(format: .csv, columnNames: names)
    #expect(String(decoding: table.takeBytes(), as: UTF8.self) == "text,p,n,none,ok,list\n")
    table.append(row)
    #expect(String(decoding: table.takeBytes(), as: UTF8.self) == "\"a,b\",0.1,3,,true,\"[\"\"x\"\",1]\"\n")
    #expect(table.takeBytes().isEmpty)
  }

  @Test("formats without columns and columns of one name are refused")
  func refusals() {
    #expect(complaint { _ = try CorpusWriter(format: .text, columnNames: ["a"]) }.contains("plain text"))
    #expect(complaint { _ = try CorpusWriter(format: .csv, columnNames: ["a", "a"]) }.contains("both called \"a\""))
  }
}
