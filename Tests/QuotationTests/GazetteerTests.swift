import Corpora
import Quotation
import Testing

@Suite("Gazetteer")
struct GazetteerTests {
  private func read(_ rows: String, extending base: Gazetteer? = nil) throws -> Gazetteer {
    try Gazetteer(bytes: Array(("# a comment\nname,kind,of,language\n" + rows).utf8), file: "g.csv", extending: base)
  }

  private func complaint(_ rows: String) -> String {
    do {
      _ = try read(rows)
      return ""
    } catch { return "\(error)" }
  }

  @Test("the bundled one has every name once, and each leads to a state or an organisation")
  func bundled() {
    let entries = Gazetteer.bundled.entries
    #expect(entries.count > 800)
    #expect(Set(entries.map(\.name)).count == entries.count)
    #expect(entries.contains(GazetteerEntry(name: "Yerevan", kind: .capital, of: "Armenia", language: "en")))
    #expect(entries.contains(GazetteerEntry(name: "Kremlin", kind: .metonym, of: "Russia", language: "en")))
  }

  @Test("a file extends another and takes the place of its names")
  func extending() throws {
    let extended = try read("Ardavia,state,,\nBrussels,capital,Belgium,en\n", extending: .bundled)
    #expect(extended.entries.count == Gazetteer.bundled.entries.count + 1)
    #expect(extended.entries.first { $0.name == "Brussels" }?.of == "Belgium")
  }

  @Test("what is wrong with a row is said with its place")
  func places() {
    #expect(complaint("Ardavia,state,\n").hasPrefix("g.csv:3: 3 fields"))
    #expect(complaint("Ardavia,planet,,en\n").hasPrefix("g.csv:3: the kind \"planet\""))
    #expect(
      complaint("Ardavia,state,,\nArdavia,state,,\n").hasPrefix("g.csv:4: the name \"Ardavia\" again, which line 3"))
    #expect(complaint("Merenth,capital,Ardavia,\n").hasPrefix("g.csv:3: \"Merenth\" of \"Ardavia\""))
    #expect(complaint("Merenth,capital,,\n").hasPrefix("g.csv:3: "))
    #expect(complaint("Ardavia,state,Merenth,\n").hasPrefix("g.csv:3: "))
    #expect(complaint("A,alias,B,\nB,alias,A,\n").hasPrefix("g.csv:3: \"A\", which leads from name to name"))
    #expect(complaint("A,alias,A,\n").contains("g.csv:3"))
    #expect(complaint("\"A,alias,A,\n").contains("never ends"))
  }

  @Test("twenty bad rows are shown, and all are counted")
  func manyBadRows() {
    let message = complaint(String(repeating: "A,planet,,\n", count: 25))
    #expect(message.contains("5 more bad rows: 25 in all"))
    #expect(message.split(separator: "\n").count { $0.hasPrefix("g.csv:") } == 20)
  }

  @Test("a long circle takes no longer than its rows")
  func longCircle() {
    let rows = (0..<20_000).map { "N\($0),alias,N\(($0 + 1) % 20_000),\n" }.joined()
    #expect(complaint(rows).contains("20000 in all"))
  }

  @Test("an empty file, and one with a head alone, are empty")
  func empty() throws {
    #expect(try Gazetteer(bytes: [], file: "g.csv", extending: nil).entries.isEmpty)
    #expect(try read("").entries.isEmpty)
    #expect(throws: CorpusError.self) { try Gazetteer(bytes: Array("a,b\n".utf8), file: "g.csv", extending: nil) }
  }
}
