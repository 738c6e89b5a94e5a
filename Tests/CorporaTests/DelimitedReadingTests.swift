import Corpora
import Testing

@Suite("CSV and TSV")
struct DelimitedReadingTests {
  @Test("columns are found by name, and rows remember their lines")
  func columns() throws {
    let corpus = try read("id,text,label,meeting\na,one,x,M1\nb,\"two\nlines\",y,M1\nc,\"say \"\"no\"\"\",x,M2\n")
    #expect(corpus.count == 3)
    #expect(corpus.columnNames == ["id", "text", "label", "meeting"])
    #expect(corpus.ids == ["a", "b", "c"])
    #expect(corpus.texts == ["one", "two\nlines", "say \"no\""])
    #expect(corpus.labels == ["x", "y", "x"])
    #expect(try corpus.values(ofColumn: "meeting") == ["M1", "M1", "M2"])
    #expect(corpus.lines == [2, 3, 5])
    #expect(corpus.actors == nil)
    #expect(corpus.place(ofRow: 2).description == "corpus.csv:5")
  }

  @Test("rows without an identifier are numbered as in the file")
  func rowNumbers() throws {
    let options = ReadingOptions(filters: [ColumnFilter(column: "lang", value: "en")])
    let corpus = try read("text,lang\na,en\nb,ru\nc,en\n", options: options)
    #expect(corpus.ids == ["1", "3"])
    #expect(corpus.filteredRows == 1)
  }

  @Test(
    "however the bytes are cut into pieces, the corpus is the same", arguments: [1, 2, 3, 7, 64])
  func pieces(length: Int) throws {
    let text = "id,text\r\n1,\"a\r\n\"\"b\"\"\"\r\n\r\n2,ü€𝄞\r\n3,\"\"\n4,x\r5,y"
    #expect(try read(text, pieceLength: length) == read(text))
    #expect(try read(text).texts == ["a\r\n\"b\"", "ü€𝄞", "", "x", "y"])
    #expect(try read(text).lines == [2, 5, 6, 7, 8])
  }

  @Test(
    "what cannot be read is named with its place",
    arguments: [
      ("", "corpus.csv: the file is empty"),
      ("id,text\n", "corpus.csv: there is a header but no row after it"),
      ("id,text\n1,a\n2,\"b\n3,c\n", "corpus.csv:3:3: the quote that begins here never ends"),
      ("id,text\n1,\"a\" b\n", "corpus.csv:2:6: text after a closing quote; the field began at 2:3"),
      ("id,text\n1\n", "corpus.csv:2:2: 1 field in this row (2 were expected"),
      ("id,text\n1,a,é,c\n", "corpus.csv:2:5: 4 fields in this row (2 were expected"),
      ("id,text,id\n1,a,b\n", "corpus.csv:1:9: columns 1 and 3 are both called \"id\""),
      ("id,txet\n1,a\n", "corpus.csv:1:1: there is no column \"text\" of statements (columns here: id, txet)"),
      ("id,text\n1,a\u{0}b\n", "corpus.csv:2:4: a NUL byte"),
      ("text,weight\na,1\nb,-1\n", "corpus.csv:3:3: \"-1\" is no weight"),
      ("text,weight\na,nan\n", "corpus.csv:2:3: \"nan\" is no weight"),
    ])
  func complaints(text: String, expected: String) {
    let seen = complaint { _ = try read(text) }
    #expect(seen.hasPrefix(expected), "\(seen)")
  }

  @Test("a byte that is not UTF-8 is named with its line and column")
  func invalidByte() {
    let bytes = Array("id,text\n1,né ".utf8) + [0xE9] + Array("\n".utf8)
    let seen = complaint { _ = try read(bytes) }
    #expect(seen.hasPrefix("corpus.csv:2:6: the byte 0xE9 is not UTF-8"), "\(seen)")
  }
}
