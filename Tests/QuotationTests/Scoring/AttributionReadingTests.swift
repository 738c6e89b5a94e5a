import Corpora
import Foundation
import Quotation
import Reproducibility
import Testing

/// Every form of file says the same of the same article.
@Suite("Reading attributions")
struct AttributionReadingTests {
  private func sample(_ name: String, in folder: borrowing ScoringFolder) throws -> AttributionSet {
    try AttributionReader.read(folder.path(name))
  }

  private func fill(_ folder: borrowing ScoringFolder) throws {
    try folder.write(SampleArticle.text, to: "brat/sample.txt")
    try folder.write(SampleArticle.annotations, to: "brat/sample.ann")
    try folder.write(SampleArticle.lines, to: "sample.jsonl")
    try folder.write(SampleArticle.table, to: "sample.csv")
    let objects = SampleArticle.lines.split(separator: "\n")
    try folder.write("[\n  \(objects.joined(separator: ",\n  "))\n]\n", to: "list.json")
    try folder.write(
      "{\"findings\": [{\"text\": \"a, [b]\"}], \"statements\": [\(objects.joined(separator: ","))]}",
      to: "document.json")
  }

  private static let names: Set<ExtractionTally.Count> = [
    .overlapGold, .overlapPredicted, .exactGold, .exactPredicted, .cueExact, .speakerExact, .actorRight, .kindRight,
    .voiceRight,
  ]

  @Test(
    "brat, JSON Lines, JSON and CSV agree in everything",
    arguments: [
      ("brat", "sample.jsonl"), ("brat", "sample.csv"), ("brat", "list.json"), ("brat", "document.json"),
      ("brat/sample.ann", "brat"), ("sample.jsonl", "brat"), ("sample.csv", "brat"), ("sample.jsonl", "list.json"),
    ])
  func forms(gold: String, predicted: String) throws {
    let folder = try ScoringFolder()
    try fill(folder)
    let sides = try AttributionReader.read(gold: folder.path(gold), predicted: folder.path(predicted))
    let score = try ExtractionScore(gold: sides.gold, predicted: sides.predicted)
    let tally = ExtractionTally.sum(score.articles.map(\.tally))
    for name in Self.names { #expect(tally[name] == 2, "\(name)") }
    #expect(tally[.addresseeRight] == 1 && tally[.addresseeAdded] == 0)
    #expect(score.unscoredCount == 0)
  }

  @Test("an annotated event becomes an attribution with all its parts")
  func event() throws {
    let folder = try ScoringFolder()
    try fill(folder)
    let article = try #require(try sample("brat", in: folder).articles.first)
    let (first, second) = (article.attributions[0], article.attributions[1])
    #expect(article.name == "sample")
    #expect(first.content.fragments == [32..<37, 51..<63] && first.content.text == "Leave is cancelled")
    #expect(first.cue?.text == "said" && first.speaker?.text == "she" && first.actor == "Lenna Brask")
    #expect(first.kind == .direct && first.voice == .asserts && first.addressee.isEmpty)
    #expect(second.kind == .indirect && second.voice == .conditional && second.addressee == "Ardavia; Dolvar")
    #expect(second.place == CorpusPlace(file: folder.path("brat/sample.ann"), line: 13))
  }

  @Test("quotation marks and full stops within spans change nothing")
  func marks() throws {
    let folder = try ScoringFolder()
    try fill(folder)
    let looser = SampleArticle.annotations.replacing(
      "32 37;51 63\tLeave is cancelled", with: "31 38;50 65\t“Leave, “is cancelled.”"
    )
    .replacing("98 115\troads would close", with: "98 116\troads would close.")
    try folder.write(SampleArticle.text, to: "loose/sample.txt")
    try folder.write(looser, to: "loose/sample.ann")
    let sides = try AttributionReader.read(gold: folder.path("brat"), predicted: folder.path("loose"))
    let score = try ExtractionScore(gold: sides.gold, predicted: sides.predicted)
    #expect(score.articles[0].tally[.exactGold] == 2)
  }

  @Test("PolNeAR: events without kind, roles numbered, texts in a folder beside, further annotators passed over")
  func polNeAR() throws {
    let folder = try ScoringFolder()
    try folder.write(SampleArticle.text, to: "dev/text/nyt_1.txt")
    let annotations = """
      T1\tContent 32 37\tLeave
      T2\tContent 51 63\tis cancelled
      T3\tCue 44 48\tsaid
      T4\tAttribution-no-source 44 48\tsaid
      E1\tAttribution-no-source:T4 Content:T1 Content2:T2 Cue:T3
      T5\tDiscuss 0 29\tnobody uses this
      T6\tSource 66 77\tLenna Brask
      T7\tCue 78 84\twarned
      T8\tContent 85 115\tДольвар that roads would close
      T9\tAttribution 78 84\twarned
      E2\tAttribution:T9 Source:T6 Cue:T7 Content:T8

      """
    try folder.write(annotations, to: "dev/attributions/nyt_1_4b22.ann")
    try folder.write(annotations, to: "dev/attributions/nyt_1_5fec.ann")
    let set = try AttributionReader.read(folder.path("dev/attributions"))
    #expect(set.articles.map(\.name) == ["nyt_1"])
    #expect(set.notes.count == 1 && set.notes[0].contains("passed over: 1"))
    let attributions = set.articles[0].attributions
    #expect(attributions.map(\.kind) == [.direct, .indirect], "told by quotation marks")
    #expect(attributions[0].speaker == nil && attributions[1].speaker?.text == "Lenna Brask")
    #expect(attributions[0].content.text == "Leave is cancelled")
  }

  @Test("PARC: relations between two of source, cue and content")
  func relations() throws {
    let folder = try ScoringFolder()
    try folder.write(SampleArticle.text, to: "sample.txt")
    try folder.write(
      """
      T1\tcontent 32 37\tLeave
      T2\tcontent 51 63\tis cancelled
      T3\tcue 44 48\tsaid
      T4\tsource 40 43\tshe
      T5\tsource 66 77\tLenna Brask
      T6\tcue 78 84\twarned
      T7\tcontent 98 115\troads would close
      T8\tcontent 0 7\tKestria
      R1\tfragment Arg1:T1 Arg2:T2
      R2\tattr Arg1:T3 Arg2:T2
      R3\tattr Arg1:T4 Arg2:T3
      R4\tattr Arg1:T5 Arg2:T6
      R5\tattr Arg1:T5 Arg2:T7

      """, to: "sample.ann")
    let attributions = try AttributionReader.read(folder.path("sample.ann")).articles[0].attributions
    #expect(attributions.map { $0.content.text } == ["Leave is cancelled", "roads would close"])
    #expect(attributions.map { $0.cue?.text } == ["said", "warned"])
    #expect(attributions.map { $0.speaker?.text } == ["she", "Lenna Brask"])
  }

  @Test("Windows line ends, byte order marks and lines of other kinds are taken")
  func lineEnds() throws {
    let folder = try ScoringFolder()
    try folder.write(SampleArticle.text, to: "sample.txt")
    let other = "*\tEquiv T1 T2\nN1\tReference T1 Wikidata:Q1\tname\n\n"
    try folder.write(
      "\u{FEFF}" + (other + SampleArticle.annotations).replacing("\n", with: "\r\n"), to: "sample.ann")
    #expect(try AttributionReader.read(folder.path("sample.ann")).count == 2)
  }

  @Test("rows and annotated articles are filtered")
  func filters() throws {
    let folder = try ScoringFolder()
    try fill(folder)
    try folder.write(SampleArticle.text, to: "brat/other.txt")
    try folder.write(SampleArticle.annotations, to: "brat/other.ann")
    try folder.write("article,split\nsample,test\nother,train\n", to: "brat/index.csv")
    let test = [ColumnFilter(column: "split", value: "test")]
    let rows = try AttributionReader.read(folder.path("sample.jsonl"), keeping: test)
    #expect(rows.count == 1 && rows.filteredCount == 1)
    let set = try AttributionReader.read(folder.path("brat"), keeping: test)
    #expect(set.articles.map(\.name) == ["sample"] && set.filteredCount == 1)
  }

  @Test("digests do not depend on where a folder stands, and tell when a file has changed")
  func digests() throws {
    let folder = try ScoringFolder()
    for name in ["one", "two", "three"] {
      try folder.write(SampleArticle.text, to: "\(name)/sample.txt")
      try folder.write(
        SampleArticle.annotations.replacing("conditional", with: name == "three" ? "denies" : "conditional"),
        to: "\(name)/sample.ann")
    }
    let digests = try ["one", "two", "three"].map { try sample($0, in: folder).source.sha256 }
    #expect(digests[0] == digests[1] && digests[0] != digests[2])
  }
}
