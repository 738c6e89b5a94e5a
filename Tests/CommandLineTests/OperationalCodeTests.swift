import Foundation
import Testing

/// `parlance vics`.
@Suite("vics")
struct OperationalCodeTests {
  private static let speeches = """
    id,actor,speech,text
    1,Armenia,a,"We condemn the raid. Azerbaijan attacked our village."
    2,Armenia,a,"We will help the refugees."
    3,Armenia,b,"The weather is calm."
    4,Georgia,c,"Georgia supports the talks. They do not support us."

    """
  /// The golden counts of formulas 4.6, and another group with no verbs of its own.
  private static let counts = """
    actor,words,\(header)
    A,5000,1,2,3,10,3,2,4,2,5,6,1,1
    A,4000,1,1,2,10,3,2,6,2,4,6,1,2
    B,100,0,0,0,0,0,0,1,0,0,0,0,1

    """
  private static let header = ["self", "other"].flatMap { subject in
    ["punish", "threaten", "oppose", "appeal", "promise", "reward"].map { "\(subject)_\($0)" }
  }.joined(separator: ",")

  private func groups(_ run: ProgramRun) throws -> [[String: Any]] {
    #expect(run.status == 0, "\(run.errors)")
    return try #require(try run.json["groups"] as? [[String: Any]])
  }

  private func index(_ name: String, of group: [String: Any]) -> [String: Any]? {
    (group["indices"] as? [String: Any])?[name] as? [String: Any]
  }

  private func count(_ subject: String, _ verbClass: String, of group: [String: Any]) -> Int? {
    ((group["counts"] as? [String: Any])?[subject] as? [String: Int])?[verbClass]
  }

  @Test("verbs are found, pooled by group, and each is told on request")
  func coded() throws {
    let place = try Workplace()
    _ = try place.write(Self.speeches, to: "speeches.csv")
    let run = try place.parlance(
      "vics", "speeches.csv", "--cluster", "speech", "--format", "json", "--codings", "verbs.csv", "--resamples", "50")
    let groups = try groups(run)
    #expect(groups.map { $0["group"] as? String } == ["Armenia", "Georgia"])
    #expect(groups.map { $0["statements"] as? Int } == [3, 1] && groups.map { $0["speeches"] as? Int } == [2, 1])
    #expect(count("self", "oppose", of: groups[0]) == 1 && count("other", "punish", of: groups[0]) == 1)
    #expect(count("self", "promise", of: groups[0]) == 1 && count("self", "appeal", of: groups[1]) == 1)
    #expect(index("P-1", of: groups[1])?["value"] is NSNull)
    #expect(groups[0]["isBelowMinimum"] as? Bool == true && run.errors.contains("fewer than 4,000 words"))
    #expect(
      try place.read("verbs.csv").split(separator: "\n").prefix(3) == [
        "id,group,subject,class,verb,found,start,end,sentence",
        "1,Armenia,self,oppose,condemn,condemn,3,10,We condemn the raid.",
        "1,Armenia,other,punish,attack,attacked,32,40,Azerbaijan attacked our village.",
      ])
  }

  @Test("counts made elsewhere are pooled and indexed: golden values, missing for an empty denominator")
  func imported() throws {
    let place = try Workplace()
    _ = try place.write(Self.counts, to: "counts.csv")
    let groups = try groups(try place.parlance("vics", "counts.csv", "--counts", "--format", "json"))
    for (name, value) in [
      ("P-1", -0.15), ("P-2", -0.55 / 3), ("P-3", 0.0655), ("P-4", 0.5), ("P-5", 0.96725), ("I-1", 0.5), ("I-2", 0.225),
      ("I-3", 0.1675), ("I-4a", 0.5), ("I-4b", 0.3),
    ] {
      let found = try #require(index(name, of: groups[0])?["value"] as? Double)
      #expect(abs(found - value) < 1e-12, "\(name)")
      let low = try #require(index(name, of: groups[0])?["low"] as? Double)
      let high = try #require(index(name, of: groups[0])?["high"] as? Double)
      #expect(low <= high)
    }
    #expect(groups[0]["isBelowMinimum"] as? Bool == false && groups[1]["isBelowMinimum"] as? Bool == true)
    #expect(index("I-1", of: groups[1])?["value"] is NSNull && index("P-1", of: groups[1])?["value"] as? Double == 0)
    let corrected = try self.groups(
      try place.parlance("vics", "counts.csv", "--counts", "--small-sample", "--format", "json"))
    let (plain, other) = (
      try #require(index("P-3", of: groups[0])?["value"] as? Double),
      try #require(index("P-3", of: corrected[0])?["value"] as? Double)
    )
    #expect(other < plain)
    #expect(index("P-1", of: corrected[0])?["value"] as? Double == index("P-1", of: groups[0])?["value"] as? Double)
  }

  @Test("a result as CSV, and a row for each count, are counts that read back to the same indices")
  func roundTrip() throws {
    let place = try Workplace()
    _ = try place.write(Self.counts, to: "counts.csv")
    let first = try place.parlance(
      "vics", "counts.csv", "--counts", "--format", "csv", "--output", "pooled.csv", "--quiet")
    #expect(first.status == 0, "\(first.errors)")
    var rows = "who,subject,class,count\n"
    for line in Self.counts.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",")
      for (name, cell) in zip(Self.header.split(separator: ","), cells.dropFirst(2)) {
        let parts = name.split(separator: "_")
        rows += "\(cells[0]),\(parts[0]),\(parts[1]),\(cell)\n"
      }
    }
    _ = try place.write(rows, to: "long.csv")
    func figures(_ file: String, by: String) throws -> [[String: Any]?] {
      try groups(
        try place.parlance("vics", file, "--counts", "--by", by, "--resamples", "0", "--format", "json")
      ).flatMap { group in ["P-1", "P-3", "I-2", "I-4b"].map { index($0, of: group) } }
    }
    let direct = try figures("counts.csv", by: "actor")
    for other in [try figures("pooled.csv", by: "group"), try figures("long.csv", by: "who")] {
      #expect(other.map { $0?["value"] as? Double } == direct.map { $0?["value"] as? Double })
    }
  }

  @Test("threads change nothing, the seed changes intervals only, and a statement without verbs no index")
  func repeated() throws {
    let place = try Workplace()
    _ = try place.write(Self.speeches, to: "speeches.csv")
    let arguments = ["vics", "speeches.csv", "--format", "json", "--resamples", "100", "--quiet"]
    let one = try place.parlance(arguments + ["--threads", "1"])
    #expect(try place.parlance(arguments + ["--threads", "3"]).output == one.output)
    let seeded = try place.parlance(arguments + ["--seed", "7"])
    #expect(seeded.output != one.output)
    _ = try place.write(Self.speeches + "5,Armenia,b,The sea is calm.\n", to: "longer.csv")
    let longer = try groups(try place.parlance("vics", "longer.csv", "--format", "json", "--resamples", "0"))
    for name in ["P-1", "P-4", "I-1", "I-5-oppose"] {
      #expect(
        index(name, of: longer[0])?["value"] as? Double
          == index(name, of: try groups(one)[0])?["value"] as? Double)
    }
  }

  @Test(
    "every form has the groups, and no form has markup of the corpus",
    arguments: ["text", "markdown", "html", "csv", "jsonl"])
  func forms(format: String) throws {
    let place = try Workplace()
    _ = try place.write(Self.speeches.replacing("Georgia,c", with: "<b>G</b>,c"), to: "speeches.csv")
    let run = try place.parlance("vics", "speeches.csv", "--format", format, "--resamples", "10", "--quiet")
    #expect(run.status == 0 && run.output.contains("Armenia"), "\(run.errors)")
    if format == "html" { #expect(!run.output.contains("<b>G</b>")) }
    if format == "csv" { #expect(run.output.split(separator: "\n").count == 3) }
  }

  @Test(
    "what is wrong is said with its place",
    arguments: [
      (["speeches.csv", "--by", "country"], "no column \"country\""),
      (["empty.csv"], "empty.csv:3: \"actor\" is empty"),
      (["russian.csv"], "russian.csv:2: the language \"ru\""),
      (["speeches.csv", "--verbs", "verbs.csv"], "verbs.csv:3: \"help\" is punish here and reward in line 2"),
      (["speeches.csv", "--verbs", "nowhere.csv"], "nowhere.csv"),
      (["speeches.csv", "--gazetteer", "verbs.csv"], "verbs.csv:1"),
      (["speeches.csv", "--counts"], "no column \"self_punish\""),
      (["negative.csv", "--counts"], "negative.csv:2: count is \"-1\""),
      (["negative.csv", "--counts"], "negative.csv:3: count is \"1.5\""),
      (["negative.csv", "--counts"], "negative.csv:4: the class \"harm\""),
      (["negative.csv", "--counts"], "negative.csv:5: the subject \"us\""),
      (["negative.csv", "--counts"], "negative.csv:6: count is \"99999999999999999999\""),
      (["speeches.csv", "--resamples=-1"], "-1 resamples"),
      (["speeches.csv", "--confidence", "1"], "confidence"),
    ])
  func refused(arguments: [String], complaint: String) throws {
    let place = try Workplace()
    _ = try place.write(Self.speeches, to: "speeches.csv")
    _ = try place.write("actor,text\nA,We help them.\n,We help them.\n", to: "empty.csv")
    _ = try place.write("actor,text,lang\nA,Мы помогаем.,ru\n", to: "russian.csv")
    _ = try place.write("lemma,forms,class,note\nhelp,help,reward,\nhelp,help,punish,\n", to: "verbs.csv")
    _ = try place.write(
      "actor,subject,class,count\nA,self,punish,-1\nA,self,punish,1.5\nA,self,harm,1\nA,us,punish,1\n"
        + "A,self,punish,99999999999999999999\n", to: "negative.csv")
    let run = try place.parlance(["vics"] + arguments)
    #expect(run.status == 2 && run.errors.contains(complaint), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test(
    "options that do not go together are a usage error",
    arguments: [["--counts", "--codings", "x.csv"], ["--counts", "--verbs", "x.csv"], ["--minimum-words", "-1"]])
  func usage(options: [String]) throws {
    let place = try Workplace()
    _ = try place.write(Self.counts, to: "counts.csv")
    #expect(try place.parlance(["vics", "counts.csv"] + options).status == 64)
  }

  @Test("a file of codings that exists is kept without --force")
  func kept() throws {
    let place = try Workplace()
    _ = try place.write(Self.speeches, to: "speeches.csv")
    _ = try place.write("mine", to: "verbs.csv")
    let run = try place.parlance("vics", "speeches.csv", "--codings", "verbs.csv")
    #expect(run.status == 2)
    #expect(try place.read("verbs.csv") == "mine")
  }
}
