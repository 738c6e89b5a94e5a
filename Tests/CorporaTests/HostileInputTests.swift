import Corpora
import Reproducibility
import Testing

@Suite("Hostile input")
struct HostileInputTests {
  static let seeds: [(name: String, text: String)] = [
    ("a.csv", "id,text,label,weight\n1,\"a \"\"b\"\"\nc\",x,1\n2,é,y,0.5\n"),
    ("a.tsv", "text\tlabel\n\"a\tb\"\tx\nc\ty\n"),
    (
      "a.jsonl",
      "{\"text\": \"a\\u00e9\\n\", \"n\": [1, {\"b\": null}], \"label\": true}\n{\"text\": \"\", \"weight\": 1e3}\n"
    ),
    ("a.txt", "one\r\ntwo\r\n"), ("a.libsvm", "+1 1:0.5 3:1e-3 # c\n-1 qid:1 2:4\n"), ("-", "text,label\na,b\n"),
  ]

  /// What reading gives: the corpus in words, or the complaint.
  static func outcome(_ bytes: [UInt8], name: String, pieceLength: Int) -> String {
    do {
      let input = try CorpusInput(bytes: bytes, name: name, pieceLength: pieceLength)
      if input.format == .libsvm {
        let table = try LibSVMReader.read(input)
        return "\(table.labels) \(table.rowOffsets) \(table.columnIndices) \(table.values) \(table.lines)"
      }
      let corpus = try CorpusReader.read(input)
      let cells = try corpus.columnNames.map { try corpus.values(ofColumn: $0) }
      return "\(corpus.columnNames) \(cells) \(corpus.ids) \(corpus.lines)"
    } catch {
      return "\(error)"
    }
  }

  @Test("random bytes are read or refused, and the same however they are cut")
  func randomBytes() {
    var random = SeededGenerator(seed: 1)
    let alphabet =
      Array("\"\"\",,\t\n\n\r{}[]:\\u1230-+.eE #ab\u{0}\u{FEFF}é".utf8) + [0xFF, 0xC3, 0xE2, 0x80, 0x1F, 0x8B]
    for _ in 0..<400 {
      let prefix = ["", "text\n", "text,b\n", "{\"text\":\"", "1 1:"][random.index(below: 5)]
      let bytes =
        Array(prefix.utf8) + (0..<random.index(below: 40)).map { _ in alphabet[random.index(below: alphabet.count)] }
      let name = Self.seeds[random.index(below: Self.seeds.count)].name
      let whole = Self.outcome(bytes, name: name, pieceLength: 1 << 16)
      #expect(Self.outcome(bytes, name: name, pieceLength: 1) == whole)
      #expect(Self.outcome(bytes, name: name, pieceLength: 3) == whole)
    }
  }

  @Test(
    "sound files with a few bytes changed are read or refused, and the same however they are cut",
    arguments: seeds.indices)
  func mutations(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let (name, text) = Self.seeds[seed]
    for round in 0..<300 {
      var bytes = Array(text.utf8)
      for _ in 0...random.index(below: 3) {
        let place = random.index(below: bytes.count)
        switch random.index(below: 3) {
        case 0: bytes[place] = UInt8(random.index(below: 256))
        case 1: bytes.remove(at: place)
        default: bytes.insert(bytes[random.index(below: bytes.count)], at: place)
        }
      }
      if round % 3 == 0 { bytes = gzipped(bytes) }
      let whole = Self.outcome(bytes, name: name, pieceLength: 1 << 16)
      #expect(Self.outcome(bytes, name: name, pieceLength: 1 + random.index(below: 5)) == whole)
    }
  }

  @Test("a field of megabytes and a table of very many columns are read")
  func large() throws {
    let long = String(repeating: "word, \"\"quoted\"\"\n", count: 100_000)
    let corpus = try read("id,text\n1,\"\(long)\"\n2,b\n", pieceLength: 1 << 16)
    #expect(corpus.texts[0] == long.replacing("\"\"", with: "\""))
    #expect(corpus.lines == [2, 100_003])
    let names = (0..<20_000).map { "c\($0)" }.joined(separator: ",")
    let wide = try read("text,\(names)\nt\(String(repeating: ",1", count: 20_000))\n")
    #expect(wide.columnNames.count == 20_001)
  }

  @Test("a JSON Lines file of ever new keys is refused before it fills the memory")
  func keys() {
    let text = (0..<4100).map { "{\"text\": \"a\", \"k\($0)\": 1}\n" }.joined()
    let options = ReadingOptions(keeping: .named([]))
    #expect(complaint { _ = try read(text, name: "a.jsonl", options: options) }.contains("is one key too many"))
  }
}
