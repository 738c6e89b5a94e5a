import Corpora
import Testing

@Suite("Columns, filters and bad rows")
struct OptionsTests {
  @Test("a column that was named is taken, and its usual name then means nothing")
  func mapping() throws {
    let options = ReadingOptions(columns: ColumnNames(id: "nr", text: "sentence", label: "text"))
    let corpus = try read("id,nr,sentence,text\nx,7,S,T\n", options: options)
    #expect(corpus.ids == ["7"])
    #expect(corpus.texts == ["S"])
    #expect(corpus.labels == ["T"])
    #expect(corpus.columnNames == ["id", "nr", "sentence", "text"])
  }

  @Test(
    "a column that is not there is named with those that are, and the nearest",
    arguments: [
      (
        ReadingOptions(columns: ColumnNames(text: "Text ")), "no column \"Text \" of statements",
        "did you mean \"text\"?"
      ),
      (
        ReadingOptions(columns: ColumnNames(actor: "countri")), "no column \"countri\" of actors",
        "did you mean \"country\"?"
      ),
      (
        ReadingOptions(requiring: [.label]), "no column \"label\" of labels (columns here: text, country, \"a,b\")",
        "--label-column"
      ),
      (
        ReadingOptions(filters: [.init(column: "contry", value: "x")]), "no column \"contry\" to filter by",
        "\"country\"?"
      ),
      (ReadingOptions(keeping: .named(["meeting"])), "no column \"meeting\"", ""),
    ])
  func missingColumns(options: ReadingOptions, problem: String, hint: String) {
    let seen = complaint { _ = try read("text,country,\"a,b\"\nt,c,d\n", options: options) }
    #expect(seen.hasPrefix("corpus.csv:1:1: there is "), "\(seen)")
    #expect(seen.contains(problem) && seen.contains(hint), "\(seen)")
  }

  @Test("a header that is divided by something else is recognised")
  func separators() {
    #expect(complaint { _ = try read("id;text\n1;a\n") }.contains("divided by semicolons"))
    #expect(complaint { _ = try read("id\ttext\n1\ta\n") }.contains("divided by tabs"))
    #expect(complaint { _ = try read("id,text\n1,a\n", name: "c.tsv") }.contains("divided by commas"))
  }

  @Test("a name finds its column however its accents are encoded, and an exact one first")
  func accents() throws {
    let options = ReadingOptions(columns: ColumnNames(actor: "cafe\u{301}"))
    #expect(try read("text,caf\u{E9}\na,b\n", options: options).actors == ["b"])
    let both = try read("text,caf\u{E9},cafe\u{301}\na,b,c\n", options: options)
    #expect(both.actors == ["c"])
    #expect(try both.values(ofColumn: "caf\u{E9}") == ["b"])
  }

  @Test("columns that mean something are kept beside those that are asked for")
  func keptColumns() throws {
    let corpus = try read("a,text,b,label\n1,2,3,4\n", options: ReadingOptions(keeping: .named(["b"])))
    #expect(corpus.columnNames == ["text", "b", "label"])
    #expect(complaint { _ = try corpus.values(ofColumn: "a") }.contains("columns here: text, b, label"))
  }

  @Test("values of one column are alternatives, columns must all hold")
  func filters() throws {
    let text = "id,text,year,who\n1,a,2014,X\n2,b,2014,Y\n3,c,2015,X\n4,d,2016,X\n"
    let filters = try ["year=2014", "year=2015", "who=X"].map { try ColumnFilter(parsing: $0) }
    let corpus = try read(text, options: ReadingOptions(filters: filters))
    #expect(corpus.ids == ["1", "3"])
    #expect(corpus.filteredRows == 2)
    let nothing = complaint {
      _ = try read(text, options: ReadingOptions(filters: [ColumnFilter(column: "who", value: "Z")]))
    }
    #expect(
      nothing == "corpus.csv: none of 4 rows has who=Z (at least one was expected)\nhint: who has values such as X, Y")
  }

  @Test("a filter's column ends at the first equals sign")
  func filterSyntax() throws {
    #expect(try ColumnFilter(parsing: "a=b=c") == ColumnFilter(column: "a", value: "b=c"))
    #expect(try ColumnFilter(parsing: "a=") == ColumnFilter(column: "a", value: ""))
    #expect(complaint { _ = try ColumnFilter(parsing: "abc") }.contains("column=value was expected"))
    #expect(complaint { _ = try ColumnFilter(parsing: "=abc") }.contains("column=value was expected"))
  }

  @Test("bad rows are shown together, twenty of them, and counted")
  func badRows() throws {
    let text =
      "text,label\n" + (1...30).map { $0 % 2 == 0 ? "a,\n" : "a,x\n" }.joined() + (1...8).map { _ in "x\n" }.joined()
    let seen = complaint { _ = try read(text, options: ReadingOptions(requiring: [.label])) }.split(separator: "\n")
    try #require(seen.count == 22)
    #expect(seen[0] == "corpus.csv:3:3: the label is empty (a value was expected)")
    #expect(seen[19] == "corpus.csv:36:2: 1 field in this row (2 were expected, as in the header)")
    #expect(seen[20] == "and 3 more bad rows: 23 in all")
    #expect(seen[21] == "hint: --on-bad-row skip leaves such rows out")
  }

  @Test("bad rows that may be skipped are left out and counted, unless there are no others")
  func skippedRows() throws {
    let options = ReadingOptions(badRows: .skip, requiring: [.label])
    let corpus = try read("text,label\na,x\nb\nc,\nd,y\n\"e\" f,z\ng,z\n", options: options)
    #expect(corpus.texts == ["a", "d", "g"])
    #expect(corpus.ids == ["1", "4", "6"])
    #expect(corpus.lines == [2, 5, 7])
    #expect(corpus.skippedRows == 3)
    #expect(complaint { _ = try read("text,label\na\nb,\n", options: options) }.hasPrefix("corpus.csv:2:2: 1 field"))
  }

  @Test("weights are numbers, a label is not looked at where none is needed")
  func weights() throws {
    let corpus = try read("text,weight,label\na,0,\nb,+2.5e-1,x\nc,1e3,y\n")
    #expect(corpus.weights == [0, 0.25, 1000])
    #expect(corpus.labels == ["", "x", "y"])
    for bad in ["", " 1", "1 ", "0x1p3", "inf", "1e999", "1,5", "-0.5", "1_000", "½"] {
      #expect(complaint { _ = try read("text\tweight\na\t\(bad)\n", name: "c.tsv") }.contains("c.tsv:2:3:"), "\(bad)")
    }
  }

  @Test("rows are chosen by number, in any order")
  func selection() throws {
    let corpus = try read("text,weight\na,1\nb,2\nc,3\n").selecting(rows: [2, 0, 2])
    #expect(corpus.texts == ["c", "a", "c"])
    #expect(corpus.weights == [3, 1, 3])
    #expect(corpus.ids == ["3", "1", "3"])
    #expect(corpus.lines == [4, 2, 4])
  }
}
