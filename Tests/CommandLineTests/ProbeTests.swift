import Foundation
import Testing

/// Minimal pairs put to a model.
@Suite("Probes")
struct ProbeTests {
  static let model = Workplace.packageRoot.appending(path: "models/escalation-en.safetensors").path
  static let pairs = Workplace.packageRoot.appending(path: "notebooks-data/probes.csv").path

  @Test("families are judged by their share of pairs in the expected order, with Wilson's interval")
  func families() throws {
    let place = try Workplace()
    let run = try place.parlance("probe", Self.model, Self.pairs, "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let json = try run.json
    let pairs = try #require(json["pairs"] as? [[String: Any]])
    #expect(pairs.count >= 300)
    for family in try #require(json["families"] as? [[String: Any]]) {
      let members = pairs.filter {
        $0["family"] as? String == family["family"] as? String && $0["lang"] as? String == family["lang"] as? String
      }
      #expect(members.count == family["pairs"] as? Int)
      #expect(members.count { $0["isHigher"] as? Bool == true } == family["higher"] as? Int)
      let share = try #require(family["share"] as? [String: Double])
      let (value, low, high) = (share["value"] ?? -1, share["low"] ?? -1, share["high"] ?? -1)
      #expect(low <= value && value <= high)
      let isHigherExpected = family["expected"] as? String == "higher"
      #expect(family["passes"] as? Bool == (isHigherExpected ? low > 0.5 : low <= 0.5 && high >= 0.5))
    }
    let rows = try place.parlance("probe", Self.model, Self.pairs, "--format", "csv").output.split(separator: "\n")
    #expect(rows.count == pairs.count + 1)
    #expect(try place.parlance("probe", Self.model, Self.pairs).output.contains("families passed"))
  }

  @Test("a pair's scores are those of predict, and exchanging its texts turns the verdict")
  func scores() throws {
    let place = try Workplace()
    _ = try place.write(
      "family,low,high\na,peace will come,war will come\na,war will come,peace will come\n", to: "p.csv")
    let run = try place.parlance("probe", Self.model, "p.csv", "--format", "json")
    let pairs = try #require(try run.json["pairs"] as? [[String: Any]])
    #expect(pairs.compactMap { $0["isHigher"] as? Bool }.count { $0 } == 1)
    _ = try place.write("peace will come\n", to: "t.txt")
    let logit = try place.parlance("predict", Self.model, "t.txt", "--format", "csv").output.split(separator: "\n")[1]
      .split(separator: ",")[3]
    #expect(pairs[0]["lowLogit"] as? Double == Double(logit))
  }

  @Test("without a table the pairs that ship are put to the model")
  func shipped() throws {
    let place = try Workplace()
    let named = try place.parlance("probe", Self.model, Self.pairs, "--where", "lang=en", "--format", "csv")
    let shipped = try place.parlance("probe", Self.model, "--where", "lang=en", "--format", "csv")
    #expect(shipped.status == 0, "\(shipped.errors)")
    #expect(shipped.output == named.output)
  }

  @Test("--require ends with status 1 where too few pairs are in order")
  func require() throws {
    let place = try Workplace()
    _ = try place.write("family,low,high\na,the same text,the same text\n", to: "p.csv")
    let run = try place.parlance("probe", Self.model, "p.csv", "--require", "0.5")
    #expect(run.status == 1 && run.errors.contains("0 of 1 pairs are ordered as expected"), "\(run.errors)")
    #expect(try place.parlance("probe", Self.model, "p.csv", "--require", "0").status == 0)
    #expect(try place.parlance("probe", Self.model, "p.csv", "--require", "2").status == 64)
  }

  @Test(
    "tables that hold no pairs are refused with their place",
    arguments: [
      ("family,low\na,b\n", "high"), ("low,high\na,b\n", "family"), ("family,low,high\n", "no row after it"),
      ("family,low,high\na,b,\n", "p.csv:2: high is empty"),
      ("family,low,high,expected\na,b,c,more\n", "p.csv:2: expected is \"more\""),
    ])
  func bad(table: String, complaint: String) throws {
    let place = try Workplace()
    _ = try place.write(table, to: "p.csv")
    let run = try place.parlance("probe", Self.model, "p.csv")
    #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(complaint), "\(run.errors)")
  }
}
