import Foundation
import ParlanceKit
import Reproducibility
import Testing

/// `parlance evaluate-extraction`: what it prints and how it ends.
@Suite("Evaluating extraction")
struct ExtractionEvaluationTests {
  private static let text = "Kestria shut the road, the ministry said. “We wait,” Lenna Brask told Ardavia.\n"

  private static let annotations = """
    T1\tContent 0 21\tKestria shut the road
    T2\tSource 23 35\tthe ministry
    T3\tCue 36 40\tsaid
    T4\tAttribution 36 40\tsaid
    E1\tAttribution:T4 Content:T1 Cue:T3 Source:T2
    A1\tKind E1 indirect
    A2\tVoice E1 asserts
    #1\tAnnotatorNotes E1\tactor: Kestrian Foreign Ministry
    T5\tContent 43 50\tWe wait
    T6\tSource 53 64\tLenna Brask
    T7\tCue 65 69\ttold
    T8\tAttribution 65 69\ttold
    E2\tAttribution:T8 Content:T5 Cue:T7 Source:T6
    A3\tKind E2 direct
    A4\tVoice E2 asserts
    #2\tAnnotatorNotes E2\tactor: Lenna Brask | addressee: Ardavia

    """

  /// What a program found: the first statement cut short and with another actor, the second missed, one that is none.
  private static let found = """
    {"article":"news/one.txt","text":"Kestria shut","spans":[[0,12]],"start":0,"end":12,"cue":"said","cueSpan":[36,40],\
    "speaker":"ministry","speakerSpan":[27,35],"actor":"Kestria","kind":"mixed","voice":"asserts","addressee":""}
    {"article":"one","text":"Ardavia","spans":[[70,77]],"start":70,"end":77,"kind":"indirect"}
    {"article":"nine","text":"Ardavia","spans":[[70,77]],"start":70,"end":77,"kind":"indirect"}

    """

  /// Articles one to three, annotated alike, and what was found in them.
  private func fill(_ place: borrowing Workplace) throws {
    try FileManager.default.createDirectory(atPath: place.path("gold"), withIntermediateDirectories: true)
    for name in ["one", "two", "three"] {
      _ = try place.write(Self.text, to: "gold/\(name).txt")
      _ = try place.write(Self.annotations, to: "gold/\(name).ann")
    }
    _ = try place.write("article,split,lang\none,test,en\ntwo,train,en\nthree,test,ru\n", to: "gold/index.csv")
    _ = try place.write(Self.found, to: "found.jsonl")
  }

  private func value(_ json: [String: Any], _ path: String...) -> Double? {
    var value: Any? = json
    for key in path { value = (value as? [String: Any])?[key] }
    return value as? Double ?? (value as? [String: Any])?["value"] as? Double
  }

  @Test("an annotation against itself is perfect, with intervals over articles")
  func identity() throws {
    let place = try Workplace()
    try fill(place)
    let run = try place.parlance("evaluate-extraction", "gold", "gold", "--format", "json", "--resamples", "50")
    #expect(run.status == 0, "\(run.errors)")
    let json = try run.json
    let overall = try #require(json["overall"] as? [String: Any])
    for part in ["content", "cue", "speaker"] {
      for measure in ["exact", "overlap"] {
        for figure in ["precision", "recall", "f1"] { #expect(value(overall, part, measure, figure) == 1) }
      }
    }
    for part in ["actor", "addressee", "kind", "voice"] { #expect(value(overall, part, "accuracy") == 1) }
    #expect((json["missed"] as? [Any])?.isEmpty == true && (json["spurious"] as? [Any])?.isEmpty == true)
    #expect((json["differing"] as? [Any])?.isEmpty == true)
    #expect((json["articles"] as? [Any])?.count == 3)
    #expect((json["bootstrap"] as? [String: Any])?["unitCount"] as? Int == 3)
  }

  @Test("figures, kinds, misses and what was left out")
  func figures() throws {
    let place = try Workplace()
    try fill(place)
    let run = try place.parlance(
      "evaluate-extraction", "gold", "found.jsonl", "--where", "split=test", "--format", "json", "--resamples", "0")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("not in the gold: 1, of nine"))
    #expect(run.errors.contains("without a predicted attribution") && run.errors.contains("three"))
    let json = try run.json
    let overall = try #require(json["overall"] as? [String: Any])
    // Two words of four, of two statements found and four there are.
    let f1 = 2.0 * 2 / 6
    #expect(value(overall, "content", "overlap", "precision") == f1 / 2)
    #expect(value(overall, "content", "overlap", "recall") == f1 / 4)
    #expect(value(overall, "content", "exact", "f1") == 0)
    #expect(value(overall, "cue", "exact", "f1") == 1)
    #expect(value(overall, "speaker", "exact", "recall") == 0)
    #expect(value(overall, "speaker", "overlap", "recall") == 2.0 / 3)
    #expect(value(overall, "actor", "accuracy") == 0)
    #expect(value(overall, "kind", "accuracy") == 0)
    #expect(value(overall, "voice", "accuracy") == 1)
    let missed = try #require(json["missed"] as? [[String: Any]])
    #expect(missed.compactMap { $0["article"] as? String } == ["one", "three", "three"])
    #expect(missed[0]["text"] as? String == "We wait" && missed[0]["start"] as? Int == 43)
    let spurious = try #require(json["spurious"] as? [[String: Any]])
    #expect(spurious.count == 1 && spurious[0]["text"] as? String == "Ardavia")
    let differing = try #require(json["differing"] as? [[String: Any]])
    #expect(differing[0]["differs"] as? [String] == ["content", "speaker", "actor", "kind"])
    let kinds = try #require(json["kinds"] as? [[String: Any]])
    #expect(kinds.compactMap { $0["kind"] as? String } == ["direct", "indirect", "mixed"])
    #expect((json["gold"] as? [String: Any])?["filtered"] as? Int == 1)
    #expect((json["predicted"] as? [String: Any])?["unscored"] as? Int == 1)
  }

  @Test("every form shows the same, a file is not replaced unasked, and threads change nothing")
  func forms() throws {
    let place = try Workplace()
    try fill(place)
    let command = ["evaluate-extraction", "gold", "found.jsonl", "--quiet", "--resamples", "40"]
    let text = try place.parlance(command)
    #expect(text.status == 0 && text.errors.isEmpty)
    for part in ["Kind by kind", "Article by article", "Missed: 5", "We wait", "seed 20210524"] {
      #expect(text.output.contains(part), "\(part) is missing in: \(text.output)")
    }
    #expect(try place.parlance(command + ["--show", "0"]).output.contains("Missed") == false)
    let csv = try place.parlance(command + ["--format", "csv"]).output
    #expect(csv.hasPrefix("kind,figure,value,low,high\nall,contentOverlap.precision,"))
    #expect(
      try place.parlance(command + ["--format", "markdown"]).output.hasPrefix(
        "# Extraction in found.jsonl against gold"))
    #expect(try place.parlance(command + ["--format", "html"]).output.contains("<table"))
    #expect(try place.parlance(command + ["-o", "e.json"]).status == 0)
    let again = try place.parlance(command + ["-o", "e.json"])
    #expect(again.status == 2 && again.errors.contains("--force"))
    #expect(try place.parlance(command + ["-o", "e.json", "--force", "--threads", "2"]).status == 0)
    #expect(try place.parlance(command + ["--format", "json", "--threads", "1"]).output == (try place.read("e.json")))
    #expect(try place.parlance(command + ["--seed", "1", "--format", "json"]).output != (try place.read("e.json")))
  }

  @Test("the result reads back as it was written")
  func coding() throws {
    let place = try Workplace()
    try fill(place)
    for resamples in ["0", "20"] {
      let run = try place.parlance(
        "evaluate-extraction", "gold", "found.jsonl", "--resamples", resamples, "--format", "json")
      let document = try JSONDecoder().decode(ExtractionEvaluation.self, from: Data(run.output.utf8))
      #expect(try JSONValue(encoding: document).text(pretty: true) + "\n" == run.output)
    }
  }

  @Test("what was found may come from a pipe, as JSON Lines, JSON or CSV")
  func pipes() throws {
    let place = try Workplace()
    try fill(place)
    let csv = "article,text,start,end,kind\none,Kestria shut,0,12,mixed\none,Ardavia,70,77,indirect\n"
    let json = "[\(Self.found.split(separator: "\n").joined(separator: ","))]"
    let command = ["evaluate-extraction", "gold", "-", "--quiet", "--resamples", "0", "--format", "json"]
    let figures = try [Self.found, csv, json].map { input in
      let run = try place.parlance(command, input: Data(input.utf8))
      #expect(run.status == 0, "\(run.errors)")
      return value(try run.json, "overall", "content", "overlap", "f1")
    }
    #expect(figures[0] != nil && figures[0] == figures[1] && figures[0] == figures[2])
  }

  @Test("what is wrong ends with status 2, a place and a hint")
  func errors() throws {
    let place = try Workplace()
    try fill(place)
    func expect(_ arguments: [String], _ parts: [String]) throws {
      let run = try place.parlance(["evaluate-extraction"] + arguments)
      #expect(run.status == 2 && run.output.isEmpty, "\(run.errors)")
      for part in parts + ["hint: "] { #expect(run.errors.contains(part), "\(part) is missing in: \(run.errors)") }
    }
    try expect(["gold", "nowhere.jsonl"], ["nowhere.jsonl", "No such file"])
    try expect(["-", "-"], ["both sides are the standard input"])
    try expect(["gold", "found.jsonl", "--where", "split=tset"], ["index.csv", "none of 3 rows has split=tset"])
    try expect(["gold", "found.jsonl", "--where", "splits=test"], ["did you mean \"split\"?"])
    try expect(
      ["gold", "found.jsonl", "--where", "article=two"],
      ["no predicted attribution is of an article of the gold", "nine"])
    _ = try place.write(Self.found.replacing("[[0,12]]", with: "[[0,900]]"), to: "outside.jsonl")
    try expect(["gold", "outside.jsonl"], ["outside.jsonl:1: 0 to 900 lies outside the article"])
    _ = try place.write("T1 Content 0 21\n", to: "gold/two.ann")
    try expect(["gold", "found.jsonl"], ["gold/two.ann:1: "])
    try FileManager.default.removeItem(atPath: place.path("gold/three.txt"))
    try expect(["gold", "found.jsonl"], ["gold/three.ann: there is no gold/three.txt"])
    #expect(try place.parlance("evaluate-extraction", "gold", "gold", "--show", "-1").status == 64)
    #expect(try place.parlance("evaluate-extraction", "gold", "gold", "--resamples", "-1").status != 0)
  }
}
