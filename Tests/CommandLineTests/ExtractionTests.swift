import Foundation
import Testing

/// `parlance extract`: rows, places, formats, and what becomes of them in a pipe.
@Suite("Extracting statements")
struct ExtractionTests {
  static let article = """
    Kestria shuts road

    May 4, 2031

    DOLVAR (MN) - The road will stay shut, the Kestrian Foreign Ministry said on Sunday.

    “We wait,” Lenna Brask told reporters. “We – they – wait.”

    “Nobody knows who said this.”

    """

  /// Some of the bundled articles, of crises that rules may be written on.
  static let bundled = ["border-01", "border-05", "dam-01", "gas-01", "trade-01"]

  /// Links the bundled articles into a folder.
  static func fill(_ place: borrowing Workplace, folder: String = "articles") throws {
    try FileManager.default.createDirectory(atPath: place.path(folder), withIntermediateDirectories: true)
    for name in bundled {
      try FileManager.default.createSymbolicLink(
        atPath: place.path("\(folder)/\(name).txt"),
        withDestinationPath: Workplace.packageRoot.appending(path: "notebooks-data/articles/\(name).txt").path)
    }
  }

  private static func objects(_ lines: String) throws -> [[String: Any]] {
    try lines.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test("a statement a row, in CSV where nothing else is asked for")
  func rows() throws {
    let place = try Workplace()
    _ = try place.write(Self.article, to: "one.txt")
    let run = try place.parlance("extract", "one.txt")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let lines = run.output.split(separator: "\n")
    #expect(
      lines.first
        == "id,text,speaker,actor,cue,kind,voice,addressee,start,end,startByte,endByte,confidence,rule,article,date,lang,spans,speakerSpan,cueSpan"
    )
    #expect(lines.contains { $0.hasPrefix("one-01,\"") || $0.hasPrefix("one-01,The road will stay shut,") })
    #expect(run.output.contains("We wait") && run.output.contains(",direct,") && run.output.contains(",2031-05-04,en,"))
    let json = try place.parlance("extract", "one.txt", "--format", "json").json
    #expect((json["statements"] as? [Any])?.count == lines.count - 1)
    #expect((json["findings"] as? [Any])?.isEmpty == true)
  }

  @Test("what nobody is named for comes out with a low confidence, and may be left out, which is said")
  func unattributed() throws {
    let place = try Workplace()
    let article =
      "Road shut\n\nThe road was shut on Sunday.\n\n“Nobody knows who said this.”\n\n“We wait,” Lenna Brask said.\n"
    _ = try place.write(article, to: "one.txt")
    let all = try Self.objects(try place.parlance("extract", "one.txt", "--format", "jsonl").output)
    let nameless = try #require(all.first { $0["text"] as? String == "Nobody knows who said this." })
    #expect(nameless["speaker"] as? String == "" && nameless["speakerSpan"] is NSNull)
    #expect((nameless["confidence"] as? Double ?? 1) < 0.6)
    let run = try place.parlance("extract", "one.txt", "--format", "jsonl", "--min-confidence", "0.6")
    #expect(run.status == 0 && run.errors.contains("left out") && run.errors.contains(": "))
    let sure = try Self.objects(run.output)
    #expect(sure.count < all.count && !sure.contains { $0["id"] as? String == nameless["id"] as? String })
    // Numbers are those of all statements, so that they name the same ones.
    for one in sure { #expect(all.contains { $0["id"] as? String == one["id"] as? String }) }
  }

  @Test("all offsets are of the text: characters, bytes, fragments, speakers and cues")
  func offsets() throws {
    let place = try Workplace()
    try Self.fill(place)
    let run = try place.parlance("extract", "articles", "--format", "jsonl")
    #expect(run.status == 0, "\(run.errors)")
    let statements = try Self.objects(run.output)
    #expect(statements.count > 50)
    for statement in statements {
      let name = try #require(statement["article"] as? String)
      let text = try String(contentsOfFile: place.path("articles/\(name).txt"), encoding: .utf8)
      let scalars = Array(text.unicodeScalars)
      func words(_ span: [Int]) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars[span[0]..<span[1]].map { $0 == "\n" || $0 == "\r" ? " " : $0 })
        return String(result)
      }
      let spans = try #require(statement["spans"] as? [[Int]])
      #expect(statement["text"] as? String == spans.map(words).joined(separator: " "))
      #expect(statement["start"] as? Int == spans.first?[0] && statement["end"] as? Int == spans.last?[1])
      for (key, spanKey) in [("speaker", "speakerSpan"), ("cue", "cueSpan")] {
        let span = statement[spanKey] as? [Int]
        #expect(statement[key] as? String == span.map(words) ?? "")
      }
      let bytes = Array(text.utf8)
      let (start, end) = (statement["startByte"] as? Int ?? -1, statement["endByte"] as? Int ?? -1)
      let hull = [statement["start"] as? Int ?? 0, statement["end"] as? Int ?? 0]
      #expect(
        String(decoding: bytes[start..<end].map { $0 == 10 || $0 == 13 ? 32 : $0 }, as: UTF8.self) == words(hull))
      #expect((0...1).contains(statement["confidence"] as? Double ?? -1))
    }
  }

  @Test("CSV and JSON Lines score as what they are, and each is perfect against itself", arguments: ["csv", "jsonl"])
  func evaluates(format: String) throws {
    let place = try Workplace()
    try Self.fill(place)
    #expect(try place.parlance("extract", "articles", "--output", "articles/a.\(format)").status == 0)
    let run = try place.parlance(
      "evaluate-extraction", "articles/a.\(format)", "articles/a.\(format)", "--format", "json", "--resamples", "0")
    #expect(run.status == 0, "\(run.errors)")
    for list in ["missed", "spurious", "differing"] { #expect((try run.json[list] as? [Any])?.isEmpty == true) }
  }

  @Test("one thread and two, the same bytes and the same notes")
  func threads() throws {
    let place = try Workplace()
    try Self.fill(place)
    for index in 0..<40 { _ = try place.write(Self.article + "“Open \(index)\n", to: "articles/z\(index).txt") }
    for format in ["csv", "json", "text", "markdown"] {
      let runs = try ["1", "2"].map { threads in
        try place.parlance("extract", "articles", "--format", format, "--threads", threads)
      }
      #expect(runs[0].status == 0 && runs[0].output == runs[1].output && runs[0].errors == runs[1].errors)
    }
  }

  @Test("rows pipe into predict, with and without their columns, and from there into report")
  func pipes() throws {
    let place = try Workplace()
    try Self.fill(place)
    let model = Workplace.packageRoot.appending(path: "models/escalation-en.safetensors").path
    let plain = try place.shell(
      "set -o pipefail; parlance extract articles/border-01.txt | parlance predict \(model) -")
    #expect(plain.status == 0 && plain.output.hasPrefix("id,label,probability,logit\nborder-01-01,"), "\(plain.errors)")
    for format in ["csv", "jsonl"] {
      let kept = try place.shell(
        "set -o pipefail; parlance extract articles --format \(format) | parlance predict \(model) - --keep")
      #expect(kept.status == 0 && kept.output.contains("id,label,probability,logit,text,speaker,actor,cue,"))
    }
    let report = try place.shell(
      "set -o pipefail; parlance extract articles | parlance predict \(model) - --keep | parlance report -")
    #expect(report.status == 0 && report.output.contains("By actor"), "\(report.errors)")
  }

  @Test("a text shows the article with its statements, and what was left out of the page")
  func text() throws {
    let place = try Workplace()
    _ = try place.write(Self.article, to: "one.txt")
    let text = try place.parlance("extract", "one.txt", "--format", "text").output
    #expect(text.hasPrefix("Kestria shuts road\none · 2031-05-04 · en\n"))
    #expect(text.contains("[We wait,]” Lenna Brask told reporters. “") && text.contains("[We – they – wait.]”"))
    #expect(text.contains("Lenna Brask") && text.contains("· “told”") && text.contains("direct, "))
    #expect(text.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 100 })
    let page =
      "<html><body><nav><a href=/a>Home</a> <a href=/b>World</a></nav><article><h1>Road stays shut</h1>"
      + ["Monday", "Tuesday", "Wednesday"].map { day in
        "<p>“The road stays shut,” the minister said on \(day) in the capital, as he has so often said before.</p>"
      }.joined()
      + "</article></body></html>"
    let shown = try place.parlance("extract", "-", "--format", "markdown", input: Data(page.utf8))
    #expect(shown.status == 0 && shown.output.contains("\n## Left out\n") && shown.output.contains("navigation"))
    #expect(shown.output.contains("# Road stays shut") && shown.output.contains("**The road stays shut,**"))
  }
}
