import Foundation
import Quotation
import Reproducibility
import Testing

/// What is wrong with annotations is said with its place.
@Suite("Annotations that are wrong")
struct AttributionErrorTests {
  private func complaint(replacing old: String, with new: String) throws -> String {
    let folder = try ScoringFolder()
    try folder.write(SampleArticle.text, to: "sample.txt")
    try folder.write(SampleArticle.annotations.replacing(old, with: new), to: "sample.ann")
    return folder.complaint(about: "sample.ann")
  }

  @Test(
    "lines of .ann files",
    arguments: [
      ("T2\tSource 40 43\tshe", "T2\tSource 40\tshe", "sample.ann:2: T2 has no offsets"),
      ("T2\tSource 40 43\tshe", "T2\tSource 43 40\tshe", "sample.ann:2: T2 has no offsets"),
      ("T2\tSource 40 43\tshe", "T2 Source 40 43 she", "sample.ann:2: T2 Source 40 43 she has no offsets"),
      ("T2\tSource 40 43\tshe", "T1\tSource 40 43\tshe", "sample.ann:2: T1 is here a second time"),
      ("T2\tSource 40 43\tshe", "T2\tSource 40 4300\tshe", "sample.ann:2: T2 marks 40 to 4300, and the text has 117"),
      ("T2\tSource 40 43\tshe", "T2\tSource 99999999999999999999 43\tshe", "sample.ann:2: T2 has no offsets"),
      (
        "T2\tSource 40 43\tshe", "T2\tSource 41 44\tshe",
        "sample.ann:2: T2 is said to mark \"she\", where the text has \"he \""
      ),
      ("Cue:T3 Source:T2", "Cue:T3 Source:T77", "sample.ann:5: E1 names \"T77\", which is not there"),
      ("E1\tAttribution:T4", "E1\tAttribution T4", "sample.ann:5: E1 is no event"),
      ("A1\tKind E1 direct", "A1\tKind E1 plain", "sample.ann:6: \"plain\" (direct, indirect or mixed was expected)"),
      ("A2\tVoice E1 asserts", "A2\tVoice E1", "sample.ann:7: \"\" (reports, denies"),
      ("A1\tKind E1 direct", "A1\tKind", "sample.ann:6: A1 is no attribute"),
      ("A1\tKind E1 direct", "Z1\tKind E1 direct", "sample.ann:6: a line that begins with \"Z1\""),
      ("#1\tAnnotatorNotes E1\tactor: Lenna Brask", "#1", "sample.ann:8: a note on nothing"),
      ("E1\tAttribution:T4", "R1\tAttribution T4", "sample.ann:5: R1 is no relation"),
    ])
  func lines(old: String, new: String, expected: String) throws {
    let complaint = try complaint(replacing: old, with: new)
    #expect(complaint.hasPrefix(expected), "\(complaint)")
  }

  @Test("complaints of all files come together")
  func together() throws {
    let folder = try ScoringFolder()
    for name in ["a", "b", "c"] { try folder.write("X\n", to: "many/\(name).ann") }
    try folder.write("text", to: "many/a.txt")
    try folder.write(Data([0x61, 0x0A, 0xFF, 0x62]), to: "many/c.txt")
    let complaint = folder.complaint(about: "many")
    #expect(complaint.contains("many/a.ann:1: a line that begins with \"X\""))
    #expect(complaint.contains("many/b.ann: there is no many/b.txt beside it"))
    #expect(complaint.contains("many/c.txt:2: a byte that is not UTF-8"))
  }

  @Test("marked stretches that nothing ties together, folders without annotations, and nothing to filter by")
  func folders() throws {
    let folder = try ScoringFolder()
    try folder.write(SampleArticle.text, to: "loose/sample.txt")
    try folder.write("T1\tContent 32 37\tLeave\n", to: "loose/sample.ann")
    #expect(folder.complaint(about: "loose").contains("loose: stretches are marked, and nothing ties them together"))
    try folder.write(SampleArticle.text, to: "bare/sample.txt")
    #expect(folder.complaint(about: "bare").contains("bare: the folder has no .ann file"))
    #expect(folder.complaint(about: "nowhere.ann").contains("No such file"))
    try folder.write(SampleArticle.text, to: "story.txt")
    #expect(folder.complaint(about: "story.txt").contains("story.txt: the file holds no attributions"))
  }

  @Test(
    "rows",
    arguments: [
      ("\"spans\":[[32,37],[51,63]]", "\"spans\":[[32,37],[51]]", "l.jsonl:1: \"[[32,37],[51]]\" in \"spans\""),
      ("\"spans\":[[32,37],[51,63]]", "\"spans\":\"37-32\"", "l.jsonl:1: \"37-32\" in \"spans\""),
      ("\"spans\":[[32,37],[51,63]]", "\"spans\":[[-3,37]]", "l.jsonl:1: \"[[-3,37]]\" in \"spans\""),
      (
        "\"spans\":[[32,37],[51,63]],\"start\":32", "\"spans\":null,\"start\":70",
        "l.jsonl:1: the statement reaches from \"70\""
      ),
      (
        "\"spans\":[[32,37],[51,63]]", "\"spans\":[[32,37]]",
        "l.jsonl:1: the text has 18 characters, and its offsets hold 5"
      ),
      ("\"kind\":\"direct\"", "\"kind\":\"plain\"", "l.jsonl:1: the kind \"plain\" (direct, indirect or mixed"),
      ("\"article\":\"sample\",\"split\":\"train\"", "\"article\":\"\"", "l.jsonl:1: the row names no article"),
      ("\"article\"", "\"artikel\"", "there is no column \"article\""),
      ("\"cueSpan\":[44,48]", "\"cueSpan\":\"x\"", "l.jsonl:1: \"x\" in \"cueSpan\""),
    ])
  func rows(old: String, new: String, expected: String) throws {
    let folder = try ScoringFolder()
    try folder.write(SampleArticle.lines.replacing(old, with: new), to: "l.jsonl")
    let complaint = folder.complaint(about: "l.jsonl")
    #expect(complaint.hasPrefix(expected), "\(complaint)")
  }

  @Test("rows whose offsets do not fit the text of the other side")
  func otherText() throws {
    let folder = try ScoringFolder()
    try folder.write(SampleArticle.text, to: "brat/sample.txt")
    try folder.write(SampleArticle.annotations, to: "brat/sample.ann")
    for (old, new, expected) in [
      ("[[98,115]]", "[[104,121]]", "104 to 121 lies outside the article, which has 117 characters"),
      ("[[32,37],[51,63]]", "[[34,39],[53,65]]", "the row says \"Leave is cancelled\", where the article has \"ave,”"),
    ] {
      try folder.write(SampleArticle.lines.replacing(old, with: new), to: "l.jsonl")
      let complaint = #expect(throws: (any Error).self) {
        _ = try AttributionReader.read(gold: folder.path("brat"), predicted: folder.path("l.jsonl"))
      }
      #expect("\(complaint, default: "none")".contains(expected))
      #expect("\(complaint, default: "none")".contains("not bytes"))
    }
  }

  @Test("lines of a broken JSON document are complained about where they stand")
  func brokenDocument() throws {
    let folder = try ScoringFolder()
    let objects = SampleArticle.lines.split(separator: "\n")
    try folder.write("{\"statements\": [\n\(objects[0]),\n{\"id\": 1 \"article\": 2}\n]}", to: "broken.json")
    #expect(folder.complaint(about: "broken.json").contains("broken.json:3:"))
    for text in ["[", "{\"statements\": [", "[]", "{}", "{\"statements\": 3}", "\"", "[\"\\"] {
      try folder.write(text, to: "broken.json")
      #expect(folder.complaint(about: "broken.json") != "no error", "\(text)")
    }
  }

  @Test("mutated annotations are read or complained about, and never end the program", arguments: [UInt64](1...20))
  func mutations(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try ScoringFolder()
    try folder.write(SampleArticle.text, to: "sample.txt")
    for original in [SampleArticle.annotations, SampleArticle.lines, SampleArticle.table] {
      for _ in 0..<15 {
        var bytes = Array(original.utf8)
        for _ in 0..<(1 + generator.index(below: 6)) {
          let place = generator.index(below: bytes.count)
          switch generator.index(below: 3) {
          case 0: bytes[place] = UInt8(generator.index(below: 256))
          case 1: bytes.remove(at: place)
          default:
            bytes.insert(
              contentsOf: bytes[place..<min(place + 20, bytes.count)], at: generator.index(below: bytes.count))
          }
        }
        let name = original == SampleArticle.annotations ? "sample.ann" : "sample.rows"
        try folder.write(Data(bytes), to: name)
        do {
          let set = try AttributionReader.read(folder.path(name))
          for attribution in set.articles.flatMap(\.attributions) {
            let fragments = attribution.content.fragments
            #expect(!fragments.isEmpty && fragments.allSatisfy { !$0.isEmpty })
            #expect(zip(fragments, fragments.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
          }
          _ = try ExtractionScore(gold: set, predicted: set)
        } catch let error as any UserFacingError {
          #expect(!error.description.isEmpty)
        }
      }
    }
  }
}
