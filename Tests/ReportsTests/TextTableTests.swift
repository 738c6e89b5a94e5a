import Reports
import Reproducibility
import Testing

@Suite("Tables in the terminal")
struct TextTableTests {
  @Test(
    "width is what terminals give a text",
    arguments: [
      ("", 0), ("abc", 3), ("эскалация", 9), ("հրադադար", 8), ("διάλογος", 8), ("停火协议", 8), ("한국어", 6),
      ("カタカナ", 8), ("ｶﾅ", 2), ("ｆｕｌｌ", 8), ("e\u{301}", 1), ("й", 1), ("и\u{306}", 1), ("a\u{200B}b", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("👩‍👩‍👧", 2), ("🇦🇲", 2), ("☎️", 2), ("1", 1), ("العربية", 7), ("नमस्ते", 4), ("–→█◆", 4),
    ])
  func displayWidth(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  private static let words = [
    "", "talks", "переговоры", "բանակցություններ", "停火协议谈判", "e\u{301}e\u{301}",
    "a much longer phrase about a red line",
    "Wehrpflichtänderungsgesetzesentwurf", "한국어 문장입니다", "👩‍👩‍👧 and 🇦🇲", "tab\tand\nline", "\u{1B}[31mred", "\u{202E}abc",
  ]

  private static func table(seed: UInt64) -> TextTable {
    var generator = SeededGenerator(seed: seed)
    func word() -> String { words[generator.index(below: words.count)] }
    let columns = (0..<(1 + generator.index(below: 5))).map { _ in
      TextTable.Column(word(), alignment: ReportColumn.Alignment.allCases[generator.index(below: 3)])
    }
    let rows = (0..<generator.index(below: 6)).map { _ in columns.map { _ in word() } }
    return TextTable(columns: columns, rows: rows)
  }

  @Test("every line of a table is equally wide, and no wider than asked")
  func lineWidths() {
    for seed in 0..<300 as Range<UInt64> {
      let table = Self.table(seed: seed)
      let natural = table.lines()
      for width in [nil, 20, 40, 60, 80, 200] {
        let lines = table.lines(width: width)
        let widths = Set(lines.map { DisplayWidth.of($0) })
        #expect(widths.count == 1, "seed \(seed), width \(width ?? 0): \(lines)")
        guard let width, let taken = widths.first else { continue }
        #expect(taken <= max(width, table.narrowestWidth), "seed \(seed), width \(width): \(lines)")
        if natural.first.map({ DisplayWidth.of($0) }) ?? 0 <= width { #expect(lines == natural) }
      }
    }
  }

  @Test("breaking values into lines loses none of them")
  func wrappingKeepsText() {
    let text = "one two three four five six seven eight nine ten"
    let table = TextTable(columns: [.init("n"), .init("words")], rows: [["1", text]])
    let lines = table.lines(width: 20).dropFirst(2)
    let words = lines.flatMap { $0.dropFirst(1).split(separator: " ").map(String.init) }
    #expect(words.joined(separator: " ") == text)
  }

  @Test func columnsStandWhereTheyShould() {
    let table = TextTable(
      columns: [.init("metric"), .init("value", alignment: .trailing), .init("mark", alignment: .centre)],
      rows: [["accuracy", "0.781", "x"], ["էսկալացիա", "12.5", "停火"]])
    #expect(
      table.text() == """
        metric     value  mark
        ─────────  ─────  ────
        accuracy   0.781   x  
        էսկալացիա   12.5  停火

        """)
  }

  @Test("colours change nothing but colours")
  func colours() {
    let table = Self.table(seed: 3)
    #expect(table.lines(width: 60, colour: true).map(Hostile.withoutColours) == table.lines(width: 60))
  }

  @Test func controlCharactersReachNoTerminal() {
    let table = TextTable(columns: [.init("a\u{1B}]0;title\u{7}")], rows: [["\u{9B}31m\u{0}\r\n\u{202E}x\u{2066}"]])
    for line in table.lines() {
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
      #expect(
        !line.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) })
    }
  }

  @Test func emptyTables() {
    #expect(TextTable(columns: [], rows: []).lines().isEmpty)
    #expect(TextTable(columns: [.init("")], rows: []).lines().count == 2)
  }
}
