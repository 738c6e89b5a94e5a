import Foundation
import Reproducibility
import Testing

/// A corpus in which nothing leaks, and what can be planted in it.
private struct LeakCorpus {
  struct Row {
    var words: [String]
    var isEscalatory: Bool
    var actor: String
    var doc: String
    var date: String
    var outlet: String
    var ending = "."
  }

  private(set) var rows: [Row] = []
  private static let actorCount = 12
  private static let docsPerActor = 4
  private static let rowsPerDoc = 10

  init() {
    var generator = SeededGenerator(seed: 4)
    for actor in 0..<Self.actorCount {
      for doc in 0..<Self.docsPerActor {
        for place in 0..<Self.rowsPerDoc {
          let isEscalatory = place % 2 == 0
          // All words are of six letters, so that only which they are tells the classes apart.
          var words = (0..<14).map { _ in Self.word("ab", generator.index(below: 500)) }
          if generator.unitInterval() < 0.7 {
            words[generator.index(below: 14)] = Self.word(isEscalatory ? "xy" : "yx", generator.index(below: 4))
          }
          rows.append(
            Row(
              words: words, isEscalatory: isEscalatory, actor: "Country\(actor)", doc: "d\(actor)-\(doc)",
              date: "20\(21 + doc)-0\(1 + actor % 9)-11", outlet: "Agency\(generator.index(below: 4))"))
        }
      }
    }
  }

  private static func word(_ start: String, _ number: Int) -> String {
    let letters = Array("cdefghijkl")
    return start + String([1000, 100, 10, 1].map { letters[number / $0 % 10] })
  }

  mutating func change(_ body: (inout Row, Int) -> Void) {
    for place in rows.indices { body(&rows[place], place) }
  }

  mutating func append(_ row: Row) { rows.append(row) }

  func csv(dated: Bool = false) -> String {
    let lines = rows.enumerated().map { number, row in
      "\(number),\(row.words.joined(separator: " "))\(row.ending),\(row.isEscalatory ? "escalatory" : "deescalatory"),"
        + "\(row.actor),\(row.doc),\(row.outlet)\(dated ? ",\(row.date)" : "")"
    }
    return (["id,text,label,actor,doc,outlet\(dated ? ",date" : "")"] + lines).joined(separator: "\n") + "\n"
  }
}

@Suite("Audits")
struct AuditTests {
  /// What an audit of a corpus finds: "type severity check".
  private func findings(
    of corpus: LeakCorpus, dated: Bool = false, split: String = "group:actor", _ options: String...
  ) throws -> (found: [String], status: Int32) {
    let place = try Workplace()
    let file = try place.write(corpus.csv(dated: dated), to: "corpus.csv")
    _ = try place.write("threat*\nat any price\n", to: "list.txt")
    let run = try place.parlance(
      ["audit", file, "--split", split, "--format", "json", "--resamples", "200", "--quiet"] + options)
    let findings = try run.json["findings"] as? [[String: Any]] ?? []
    let found = findings.map { finding in
      ["type", "severity", "check"].map { finding[$0] as? String ?? "" }.joined(separator: " ")
    }
    #expect(run.status == (found.contains { $0.contains("severe") } ? 1 : 0), "\(run.errors)")
    return (found, run.status)
  }

  @Test("In a corpus without leaks nothing is found")
  func clean() throws {
    #expect(try findings(of: LeakCorpus(), "--group", "doc", "--lexicon", "list.txt").found == [])
  }

  @Test(
    "Texts that are repeated, nearly repeated or excerpted by others are found", arguments: ["same", "near", "part"])
  func repeated(kind: String) throws {
    var corpus = LeakCorpus()
    for place in stride(from: 0, to: 480, by: 25) {
      var row = corpus.rows[place]
      let other = corpus.rows[(place + 200) % 480]
      (row.actor, row.doc) = (other.actor, other.doc)
      if kind == "near" { row.words[3] = "another" }
      if kind == "part" { row.words += (0..<20).map { "further\($0)\(place)" } }
      corpus.append(row)
    }
    let check = kind == "part" ? "a text that is part of another" : "the same or nearly the same text"
    let found = try findings(of: corpus, "--no-probes", "--allow-duplicates").found
    #expect(found.contains("L1.4 severe \(check) in training and test"), "\(found)")
  }

  @Test("Documents, actors and later dates on both sides are found")
  func dependence() throws {
    var corpus = LeakCorpus()
    corpus.change { row, place in row.doc = "d\(place % 48)" }
    #expect(
      try findings(of: corpus, "--group", "doc", "--no-probes").found == ["L3.2 severe one doc in training and test"])
    #expect(try findings(of: corpus, "--no-probes").found == ["L3.2 warning one doc in training and test"])
    let apart = try findings(of: LeakCorpus(), split: "group:doc", "--no-probes").found
    #expect(apart == ["L3.2 warning one actor in training and test"])
    let inverted = try findings(of: LeakCorpus(), dated: true, "--no-probes").found
    #expect(inverted == ["L3.1 warning training on what came after the test"])
    let forward = try findings(of: LeakCorpus(), dated: true, split: "forward", "--no-probes").found
    #expect(!forward.contains { $0.hasPrefix("L3.1") }, "\(forward)")
    #expect(forward.contains("L3.3 notice rows that no fold tests"))
  }

  @Test("Actors, forms, outlets and word lists that tell the label are found")
  func proxies() throws {
    var byActor = LeakCorpus()
    byActor.change { row, place in
      row.isEscalatory = Int(row.actor.dropFirst(7)).map { $0 % 2 == 0 } ?? false
      row.words[0] = row.actor
    }
    let actor = try findings(of: byActor, split: "stratified").found
    #expect(actor.contains("L2 severe the actor tells the label"), "\(actor)")
    #expect(actor.contains("L3.2 severe the model does worse on actors it has not seen"), "\(actor)")

    var byForm = LeakCorpus()
    byForm.change { row, _ in row.ending = row.isEscalatory ? "!" : "." }
    #expect(try findings(of: byForm, "--no-probes").found == ["L2 severe the form of a text tells the label"])

    var byOutlet = LeakCorpus()
    byOutlet.change { row, _ in row.outlet = row.isEscalatory ? "Agency1" : "Agency2" }
    #expect(try findings(of: byOutlet, "--no-probes").found == ["L2 warning column outlet tells the label"])

    var byList = LeakCorpus()
    byList.change { row, place in
      if row.isEscalatory {
        row.words.replaceSubrange(0..<3, with: place % 4 == 0 ? ["Threats"] : ["at", "any", "price"])
      }
    }
    let list = try findings(of: byList, "--lexicon", "list.txt", "--no-probes").found
    #expect(list.contains("L2 severe a word list gives the labels"), "\(list)")
  }

  @Test("Results on the same corpus are counted, and the best of several settings is said to be one")
  func reuse() throws {
    let place = try Workplace()
    let file = try place.write(LeakCorpus().csv(), to: "corpus.csv")
    for (number, options) in [["--C", "2"], ["--grid", "C=0.1,1"], ["--min-df", "2"]].enumerated() {
      let arguments = [
        "crossvalidate", file, "--split", "group:actor", "--resamples", "0", "--output", "r\(number).json",
      ]
      #expect(try place.parlance(arguments + options).status == 0)
    }
    let run = try place.parlance(
      "audit", file, "--split", "group:actor", "--no-probes", "--format", "csv", "--evaluation", "r0.json",
      "--evaluation",
      "r1.json", "--evaluation", "r2.json")
    #expect(run.status == 0)
    #expect(run.output.contains("L1.3,warning,settings chosen by the rows they are judged by,1 of 3 results"))
    #expect(run.output.contains("L1.3,notice,how often the test was used,3 different configurations"))
  }

  @Test("The model stands beside baselines, and the probes beside their intervals, whatever the number of threads")
  func figures() throws {
    let place = try Workplace()
    let file = try place.write(LeakCorpus().csv(dated: true), to: "corpus.csv")
    let runs = try ["1", "2"].map { threads in
      try place.parlance(
        "audit", file, "--split", "group:actor", "--format", "json", "--resamples", "100", "--threads", threads)
    }
    #expect(runs[0].output == runs[1].output)
    let json = try runs[0].json
    let baselines = json["baselines"] as? [[String: Any]] ?? []
    #expect(baselines.compactMap { $0["name"] as? String } == ["model", "majority", "length", "form", "actor"])
    let areas = baselines.map { ($0["rocAUC"] as? [String: Any])?["value"] as? Double ?? .nan }
    #expect(areas[0] > 0.7)
    for area in areas.dropFirst() { #expect(area < 0.6, "\(areas)") }
    let probe = json["shortcutProbe"] as? [String: Any] ?? [:]
    let speaker = probe["speaker"] as? [String: Any] ?? [:]
    #expect(speaker["actors"] as? Int == 12)
    let cells = (json["generalizationMatrix"] as? [String: Any])?["cells"] as? [[String: Any]] ?? []
    #expect(cells.count == 4)
    for cell in cells { #expect((cell["rocAUC"] as? [String: Any])?["low"] is Double) }
  }

  @Test("What cannot be audited is said", arguments: ["missing.csv", "numbers.libsvm", "corpus.csv --group nowhere"])
  func complaints(arguments: String) throws {
    let place = try Workplace()
    _ = try place.write(LeakCorpus().csv(), to: "corpus.csv")
    _ = try place.write("1 1:2\n0 2:1\n1 1:1\n0 2:3\n", to: "numbers.libsvm")
    let run = try place.parlance(
      ["audit", "--positive", "escalatory"] + arguments.split(separator: " ").map(String.init))
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }
}
