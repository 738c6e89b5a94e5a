import Foundation
import Testing

/// `keywords` through the program.
@Suite("keywords")
struct KeywordTests {
  private static let corpus: String = {
    var lines = ["id,text,actor,article"]
    for row in 0..<40 {
      let text =
        row % 2 == 0 ? "We must respond to the attack, respond at once" : "We regret the attack; talks, only talks"
      lines.append(
        "s\(row),\"\(text) \(row % 4 == 0 ? "now" : "later")\",\(row % 2 == 0 ? "Hawk" : "Dove"),a\(row / 4)")
    }
    for row in 0..<6 { lines.append("o\(row),Мы сожалеем об этой атаке и ждём ответа,Сова,b\(row)") }
    return lines.joined(separator: "\n") + "\n"
  }()
  private static let command = ["keywords", "corpus.csv", "--group", "Hawk", "--against", "Dove", "--resamples", "200"]

  private func fill(_ place: borrowing Workplace) throws {
    _ = try place.write(Self.corpus, to: "corpus.csv")
  }

  @Test("rows have every measure, the group's own words first")
  func rows() throws {
    let place = try Workplace()
    try fill(place)
    let run = try place.parlance(Self.command + ["--quiet"])
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let header =
      "term,estimate,low,high,n,clusters,method,group,against,countA,countB,logOdds,z,p,pAdjusted,logLikelihood,logRatio,"
      + "logRatioLow,logRatioHigh"
    #expect(String(lines[0]) == header)
    #expect(lines[1].hasPrefix("respond,"))
    #expect(lines[lines.count - 1].hasPrefix("talks,-"))
    #expect(try place.parlance(Self.command + ["--threads", "1", "--quiet"]).output == run.output)
    let groups = try place.parlance("keywords", "corpus.csv", "--groups", "Hawk,Dove", "--resamples", "200", "--quiet")
    #expect(groups.output == run.output)
  }

  @Test("JSON has the terms with their counts, how many were tested, and the prior")
  func document() throws {
    let place = try Workplace()
    try fill(place)
    let json = try place.parlance(Self.command + ["--format", "json"]).json
    let comparisons = try #require(json["comparisons"] as? [[String: Any]])
    let terms = try #require(comparisons[0]["terms"] as? [[String: Any]])
    var found: [String: [String: Any]] = [:]
    for term in terms { found[try #require(term["term"] as? String)] = term }
    let respond = try #require(found["respond"])
    #expect(respond["countA"] as? Int == 40)
    #expect(respond["countB"] as? Int == 0)
    let attack = try #require(found["attack"]?["logOdds"] as? Double)
    #expect(abs(attack) < 0.2)
    #expect(json["tests"] as? Int == terms.count)
    let prior = try #require(json["prior"] as? [String: Any])
    #expect(prior["size"] as? Double == 500)
  }

  @Test("turning the groups round turns every figure round")
  func turned() throws {
    let place = try Workplace()
    try fill(place)
    func terms(_ groups: String) throws -> [String: Double] {
      let json = try place.parlance(
        "keywords", "corpus.csv", "--groups", groups, "--resamples", "0", "--format", "json"
      ).json
      let terms = (json["comparisons"] as? [[String: Any]])?.first?["terms"] as? [[String: Any]] ?? []
      return Dictionary(
        uniqueKeysWithValues: terms.map { ($0["term"] as? String ?? "", $0["logOdds"] as? Double ?? .nan) })
    }
    let (one, other) = (try terms("Hawk,Dove"), try terms("Dove,Hawk"))
    #expect(one.count > 8)
    for (term, value) in one { #expect(abs(value + (other[term] ?? .nan)) < 1e-12, "\(term)") }
  }

  @Test("text shows the formula, the prior and words in context")
  func text() throws {
    let place = try Workplace()
    try fill(place)
    let run = try place.parlance(
      Self.command + ["--format", "text", "--context", "2", "--cluster", "article", "--ngrams", "1-2"])
    #expect(run.status == 0, "\(run.errors)")
    for part in ["δ = ln[", "a₀ = 500 words", "More in Hawk", "More in Dove", "In context", "respond at"] {
      #expect(run.output.contains(part), "\(part)")
    }
    for format in ["markdown", "html"] {
      #expect(try place.parlance(Self.command + ["--format", format, "--context", "1"]).output.contains("respond"))
    }
    #expect(run.errors.contains("10 clusters are few"))
  }

  @Test("without a group each is compared with the rest, in any script")
  func rest() throws {
    let place = try Workplace()
    try fill(place)
    let json = try place.parlance("keywords", "corpus.csv", "--resamples", "50", "--format", "json").json
    let comparisons = try #require(json["comparisons"] as? [[String: Any]])
    #expect(comparisons.map { $0["group"] as? String } == ["Dove", "Hawk", "Сова"])
    #expect(comparisons.allSatisfy { $0["against"] as? String == "rest" })
    let terms = try #require(comparisons[2]["terms"] as? [[String: Any]])
    #expect(terms.first.map { ($0["term"] as? String ?? "").unicodeScalars.allSatisfy { $0.value > 0x400 } } == true)
    #expect(json["tests"] as? Int == comparisons.reduce(0) { $0 + (($1["terms"] as? [Any])?.count ?? 0) })
  }

  @Test("a prior may come from a background or a table of counts")
  func priors() throws {
    let place = try Workplace()
    try fill(place)
    _ = try place.write("term,count\nattack,900\ntalks,50\n", to: "prior.csv")
    let run = try place.parlance(Self.command + ["--prior", "prior.csv", "--prior-size", "50", "--format", "json"])
    let prior = try #require(try run.json["prior"] as? [String: Any])
    #expect(prior["source"] as? String == "prior.csv" && prior["size"] as? Double == 50)
    #expect(run.output != (try place.parlance(Self.command + ["--prior-size", "50", "--format", "json"]).output))
    let own = try place.parlance(Self.command + ["--prior", "corpus.csv", "--quiet"])
    #expect(own.status == 0, "\(own.errors)")
  }

  @Test("what cannot be compared is refused with the reason")
  func refusals() throws {
    let place = try Workplace()
    try fill(place)
    func expect(_ arguments: [String], _ message: String, status: Int32 = 2) throws {
      let run = try place.parlance(["keywords"] + arguments)
      #expect(run.status == status && run.errors.contains(message) && run.output.isEmpty, "\(arguments): \(run.errors)")
    }
    try expect(["corpus.csv", "--group", "Hwk"], "did you mean \"Hawk\"?")
    try expect(["corpus.csv", "--group", "Hawk", "--against", "Hawk"], "compared with itself")
    try expect(["corpus.csv", "--against", "Hawk"], "--group")
    try expect(["corpus.csv", "--by", "aktor"], "no column \"aktor\"")
    try expect(["corpus.csv", "--prior-size", "0"], "above 0")
    try expect(["corpus.csv", "--ngrams", "0-1"], "two lengths")
    try expect(["corpus.csv", "--groups", "Hawk"], "two groups", status: 64)
    _ = try place.write("id,text,actor\n1,one word,A\n2,two words,A\n", to: "one.csv")
    try expect(["one.csv"], "at least two groups")
    _ = try place.write("id,text,actor\n1,one word,A\n2,\"! ? 1\",B\n", to: "none.csv")
    try expect(["none.csv", "--group", "A", "--min-count", "1"], "the group rest has no words")
    try expect(["none.csv", "--group", "B", "--min-count", "1"], "the group B has no words")
    _ = try place.write("id,text,actor\n1,one word,A\n2,two words,\n", to: "gap.csv")
    try expect(["gap.csv"], "gap.csv:3: \"actor\" is empty")
    _ = try place.write("term,count\nattack,-1\n", to: "bad.csv")
    try expect(["corpus.csv", "--prior", "bad.csv"], "bad.csv:2: \"-1\" in the column \"count\"")
    _ = try place.write("term,count\nxyzzy,1\n", to: "foreign.csv")
    try expect(["corpus.csv", "--prior", "foreign.csv"], "has none of the")
    try expect(["corpus.csv", "--prior", "absent.csv"], "absent.csv")
  }

  @Test("a group without words among many is left out with its reason")
  func missing() throws {
    let place = try Workplace()
    try fill(place)
    _ = try place.write(Self.corpus + "x,! ?,Echo,c\n", to: "more.csv")
    let run = try place.parlance("keywords", "more.csv", "--resamples", "0", "--format", "json")
    #expect(run.status == 0 && run.errors.contains("Echo is not compared with rest: the group Echo has no words"))
  }
}
