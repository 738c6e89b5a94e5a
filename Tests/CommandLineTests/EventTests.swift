import Foundation
import Testing

/// `parlance events`.
@Suite("events")
struct EventTests {
  private static let table = """
    actor,code
    ARM,010
    ARM,057
    AZE,190
    AZE,1951
    AZE,10

    """

  @Test("mean, sum and count by group, codes being texts")
  func scored() throws {
    let place = try Workplace()
    _ = try place.write(Self.table, to: "events.csv")
    let run = try place.parlance("events", "events.csv", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let groups = try #require(try run.json["groups"] as? [[String: Any]])
    #expect(groups.map { $0["group"] as? String } == ["ARM", "AZE"])
    #expect(groups.map { $0["sum"] as? Double } == [8, -25] && groups.map { $0["events"] as? Int } == [2, 3])
    #expect(groups[0]["mean"] as? Double == 4)
    #expect(groups[1]["quads"] as? [Int] == [0, 0, 1, 2])
    let rows = try place.parlance("events", "events.csv", "--format", "csv")
    #expect(rows.output.hasPrefix("group,events,scored,sum,mean,verbal_cooperation"))
    for format in ["text", "markdown", "html"] {
      #expect(try place.parlance("events", "events.csv", "--format", format).output.contains("verbal conflict"))
    }
  }

  @Test("PLOVER's names, one of which has no score")
  func plover() throws {
    let place = try Workplace()
    _ = try place.write("who,event\nA,AID\nA,ACCUSE\nB,ACCUSE\n", to: "events.csv")
    let run = try place.parlance(
      "events", "events.csv", "--by", "who", "--code-column", "event", "--scheme", "plover", "--format", "json")
    let groups = try #require(try run.json["groups"] as? [[String: Any]])
    #expect(groups[0]["mean"] as? Double == 10 && groups[0]["scored"] as? Int == 1)
    #expect(groups[1]["mean"] is NSNull && groups[1]["events"] as? Int == 1)
  }

  @Test("unknown codes are told with their lines, or left out and counted")
  func unknown() throws {
    let place = try Workplace()
    _ = try place.write(Self.table + "ARM,99\nARM,1\nARM,\n", to: "events.csv")
    let run = try place.parlance("events", "events.csv")
    #expect(run.status == 2 && run.output.isEmpty)
    for line in 7...9 { #expect(run.errors.contains("events.csv:\(line): the code"), "\(run.errors)") }
    #expect(run.errors.contains("taken their zeros away"))
    let skipped = try place.parlance("events", "events.csv", "--on-bad-row", "skip", "--format", "json")
    #expect(try skipped.json["unknown"] as? Int == 3 && skipped.errors.contains("3 rows"))
    let none = try place.parlance("events", "events.csv", "--on-bad-row", "skip", "--scheme", "plover")
    #expect(none.status == 2)
  }

  @Test("columns that are not there are named")
  func columns() throws {
    let place = try Workplace()
    _ = try place.write(Self.table, to: "events.csv")
    #expect(try place.parlance("events", "events.csv", "--by", "who").errors.contains("no column \"who\""))
    #expect(try place.parlance("events", "events.csv", "--code-column", "c").errors.contains("no column \"c\""))
    _ = try place.write("actor,code\n,01\n", to: "empty.csv")
    #expect(try place.parlance("events", "empty.csv").errors.contains("empty.csv:2: \"actor\" is empty"))
  }
}
