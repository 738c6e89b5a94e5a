import Corpora
import Reproducibility
import Testing

@Suite("Reading in parts")
struct PartsTests {
  static func parts(
    _ text: String, options: ReadingOptions = ReadingOptions(), partLength: Int, threads: Int = 2
  ) throws -> Corpus? {
    let input = try CorpusInput(bytes: Array(text.utf8), name: "corpus.csv", options: options, pieceLength: 7)
    return try CorpusParts(
      options: options, format: .csv, parallelism: Parallelism(threadCount: threads), partLength: partLength
    ).read(input)
  }

  /// A well-formed table of fields that hold whatever a field may, its cells and lines a matter of chance.
  static func table(rows: Int, hasIdentifiers: Bool, lineEnd: String, from generator: inout SeededGenerator) -> String {
    let pieces = ["war", "peace, now", "\"\"so\"\"", "a\nline", "\r\n", "", "хлеб", "\u{1F54A}", "it's", ";", "\t"]
    var text = generator.index(below: 2) == 0 ? "\u{FEFF}" : ""
    text += (hasIdentifiers ? "id,text,group" : "text,group") + lineEnd
    for row in 0..<rows {
      if hasIdentifiers { text += "row\(row)," }
      let words = (0..<(1 + generator.index(below: 6))).map { _ in pieces[generator.index(below: pieces.count)] }
      text += "\"" + words.joined(separator: " ") + "\",g\(generator.index(below: 3))" + lineEnd
      if generator.index(below: 9) == 0 { text += lineEnd }
    }
    return text
  }

  @Test("Parts of any length give the corpus that reading in order gives", arguments: ["\n", "\r\n"], [true, false])
  func sameCorpus(lineEnd: String, hasIdentifiers: Bool) throws {
    var generator = SeededGenerator(seed: 3)
    for rows in [1, 2, 7, 60] {
      let text = Self.table(rows: rows, hasIdentifiers: hasIdentifiers, lineEnd: lineEnd, from: &generator)
      for partLength in [1, 10, 64, 300, 100_000] {
        for threads in [1, 2, 4] {
          let corpus = try #require(try Self.parts(text, partLength: partLength, threads: threads))
          #expect(corpus == (try read(text)), "\(rows) rows in parts of \(partLength)")
        }
      }
    }
  }

  @Test("Filters hold in every part, also in those that have no such row")
  func filters() throws {
    var generator = SeededGenerator(seed: 4)
    let text = Self.table(rows: 80, hasIdentifiers: true, lineEnd: "\n", from: &generator)
    var options = ReadingOptions()
    options.filters = [ColumnFilter(column: "group", value: "g1")]
    let corpus = try #require(try Self.parts(text, options: options, partLength: 20))
    #expect(corpus == (try read(text, options: options)))
    #expect(corpus.filteredRows > 20)
  }

  @Test(
    "What cannot be told part by part is left to reading in order",
    arguments: [
      "text,group\nwar,a\n\"never closed,b\nmore,c\n", "text,group\nwar,a\ntoo,many,fields\n", "text,group\n",
      "\n\ntext,group\nwar,a\nwar,b\n", "text,group\rwar,a\rwar,b\r", "te\"xt,group\nwar \"of,a\nwar,b\n",
      "text,group\n5\" guns,a\nno \"more,b\n5\" again,c\n",
    ])
  func leftToOrder(text: String) throws {
    let inOrder = try? read(text)
    for partLength in [1, 5, 1000] {
      // The file's own order decides: parts may decline, but never disagree.
      if let corpus = try? Self.parts(text, partLength: partLength) { #expect(corpus == inOrder) }
    }
  }

  @Test("Hostile bytes give in parts what they give in order, or nothing")
  func hostileBytes() throws {
    var generator = SeededGenerator(seed: 5)
    let alphabet = Array("\"\"\n\r,,ab\u{0}".utf8)
    var told = 0
    for _ in 0..<20_000 {
      let body = (0..<(5 + generator.index(below: 60))).map { _ in alphabet[generator.index(below: alphabet.count)] }
      let text = String(decoding: Array("text,b\n".utf8) + body, as: UTF8.self)
      guard let corpus = try? Self.parts(text, partLength: 1 + generator.index(below: 20)) else { continue }
      told += 1
      #expect(corpus == (try read(text)))
    }
    #expect(told > 20)
  }
}
