import Foundation
import Testing

/// `parlance extract --text-column`: tables of which each row is an article.
@Suite("Tables of articles")
struct ExtractionTableTests {
  private static let cell = "“We wait,” Lenna Brask told reporters in Dolvar on Sunday, and said they knew “why”."

  @Test(
    "each row is an article with the name, the date and the language that its columns give it",
    arguments: [
      "csv", "tsv", "jsonl",
    ])
  func columns(format: String) throws {
    let place = try Workplace()
    let quoted = Self.cell.replacing("\"", with: "\"\"")
    let text =
      switch format {
      case "csv": "key,body,day\nn1,\"\(quoted)\",2031-05-04\nn2,\"\(quoted)\",\n"
      case "tsv": "key\tbody\tday\nn1\t\(Self.cell)\t2031-05-04\nn2\t\(Self.cell)\t\n"
      default:
        "{\"key\":\"n1\",\"body\":\"\(Self.cell)\",\"day\":\"2031-05-04\"}\n{\"key\":\"n2\",\"body\":\"\(Self.cell)\"}\n"
      }
    _ = try place.write(text, to: "t.\(format)")
    let arguments = ["--text-column", "body", "--id-column", "key", "--date-column", "day"]
    let run = try place.parlance(["extract", "t.\(format)"] + arguments)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.contains("\nn1-01,\"We wait,\",Lenna Brask,"))
    #expect(run.output.contains(",n1,2031-05-04,en,") && run.output.contains(",n2,,en,"))
    let piped = try place.parlance(["extract", "-"] + arguments, input: Data(text.utf8))
    #expect(piped.output == run.output)
    let unnamed = try place.parlance(["extract", "t.\(format)", "--text-column", "body"])
    #expect(unnamed.output.contains("\nt-1-01,") && unnamed.output.contains("\nt-2-01,"))
  }

  @Test("findings name the row; rows that repeat a name are said")
  func findings() throws {
    let place = try Workplace()
    _ = try place.write(
      "id,text\na,\"\(Self.cell)\"\nb,\na,\"“Open, Lenna Brask said.\"\n", to: "t.csv")
    let run = try place.parlance("extract", "t.csv", "--text-column", "text")
    #expect(run.status == 0)
    for part in [
      "parlance: t.csv:3: ", "note: t.csv:4: another article is called \"a\" too", "note: t.csv:4: a quotation",
    ] {
      #expect(run.errors.contains(part), "\(part) is missing in \(run.errors)")
    }
    let kept = try place.parlance("extract", "t.csv", "--text-column", "text", "--where", "id=a")
    #expect(kept.status == 0 && !kept.errors.contains("t.csv:3"))
  }

  @Test("a column that is not there, rows that cannot be read, and what comes after")
  func badTables() throws {
    let place = try Workplace()
    _ = try place.write("id,text\na,\"\(Self.cell)\"\nb,c,d\n", to: "ragged.csv")
    _ = try place.write("id,body\na,b\n", to: "other.csv")
    _ = try place.write("id,text\nz,\"\(Self.cell)\"\n", to: "good.csv")
    let run = try place.parlance("extract", "ragged.csv", "other.csv", "good.csv", "--text-column", "text")
    #expect(
      run.status == 0 && run.errors.contains("parlance: ragged.csv:3") && run.errors.contains("parlance: other.csv"))
    #expect(run.output.contains("\nz-01,"))
    let skipped = try place.parlance("extract", "ragged.csv", "--text-column", "text", "--on-bad-row", "skip")
    #expect(skipped.status == 0 && skipped.errors.contains("were skipped: 1") && skipped.output.contains("\na-01,"))
    #expect(try place.parlance("extract", "other.csv", "--text-column", "text").status == 2)
    let folder = try place.parlance("extract", ".", "--text-column", "text")
    #expect(folder.status == 0 && folder.output.contains("\nz-01,"))
  }

  @Test("a table of thousands of articles comes out in its order, on one thread and on two")
  func manyRows() throws {
    let place = try Workplace()
    let rows = (0..<3000).map { "r\($0),\"\(Self.cell)\"\n" }.joined()
    _ = try place.write("id,text\n" + rows, to: "t.csv")
    let runs = try ["1", "2"].map { try place.parlance("extract", "t.csv", "--text-column", "text", "--threads", $0) }
    #expect(runs[0].status == 0 && runs[0].output == runs[1].output)
    let names = runs[0].output.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "-" } }
    #expect(names.reduce(into: [Substring]()) { if $0.last != $1 { $0.append($1) } } == (0..<3000).map { "r\($0)" })
  }
}
