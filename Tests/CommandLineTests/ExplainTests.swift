import Foundation
import Testing

/// The command `explain`: tables that add up, pages, intervals, and statements like the one explained.
@Suite("explain")
struct ExplainTests {
  private static let text = "If you do not withdraw, we will have no choice but to answer."

  /// Trains a model of three crises into `m.safetensors`.
  private func train(_ place: borrowing Workplace, _ options: [String] = ["--features", "words,cues"]) throws {
    let run = try place.parlance(
      ["train", Workplace.bundledCorpus, "--model", "m.safetensors"] + BundledStatements.twoClasses + options)
    #expect(run.status == 0, "\(run.errors)")
  }

  private func explain(_ place: borrowing Workplace, _ options: [String]) throws -> ProgramRun {
    try place.parlance(["explain", "m.safetensors", Self.text] + options)
  }

  /// The last number of each row of the table of contributions, and the name of the row.
  private func printedColumn(_ output: String) -> [(name: String, value: Double)] {
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = (lines.firstIndex { $0.hasPrefix("Contributions and the intercept") } ?? 0) + 3
    return lines[start...].prefix { !$0.isEmpty }.compactMap { line in
      let words = line.split(separator: " ")
      return words.last.flatMap { Double($0) }.map { (name: String(words[0]), value: $0) }
    }
  }

  @Test("the printed column adds up however many lines are shown", arguments: [nil, 0, 1, 7, 100_000])
  func table(top: Int?) throws {
    let place = try Workplace()
    try train(place)
    let run = try explain(place, top.map { ["--top", "\($0)"] } ?? [])
    #expect(run.status == 0, "\(run.errors)")
    var rows = printedColumn(run.output)
    let last = rows.popLast()
    let total = try #require(last)
    #expect(total.name == "log-odds" && rows.last?.name == "intercept")
    let sum = rows.reduce(0) { $0 + $1.value }
    // Each printed number is off by half of its last digit at most.
    #expect(abs(sum - total.value) <= 0.00005 * Double(rows.count + 1), "\(sum) \(total)")
    let json = try explain(place, ["--format", "json"]).json
    let count = try #require((json["contributions"] as? [Any])?.count)
    if let top {
      #expect(rows.count == min(top, count) + (top < count ? 2 : 0) + 1)
    } else {
      #expect(rows.count <= 23 && rows.count > 5)
    }
    let blocks = try #require(json["blocks"] as? [[String: Any]])
    #expect(blocks.map { $0["block"] as? String } == ["words", "cues"])
    let logit = try #require(json["logit"] as? Double)
    let blockSum = blocks.reduce(try #require(json["intercept"] as? Double)) {
      $0 + ($1["contribution"] as? Double ?? 0)
    }
    #expect(abs(blockSum - logit) < 1e-12)
    #expect(json["nearest"] == nil && json["interval"] == nil)
  }

  @Test("--html is the page of --format html, to a file of any name too")
  func page() throws {
    let place = try Workplace()
    try train(place)
    let page = try explain(place, ["--html"])
    #expect(page.status == 0 && page.output.hasPrefix("<!DOCTYPE html>") && page.output.contains("<mark"))
    #expect(try explain(place, ["--format", "html"]).output == page.output)
    #expect(try explain(place, ["--html", "--output", "page"]).output.isEmpty)
    #expect(try place.read("page") == page.output)
    let both = try explain(place, ["--html", "--format", "json"])
    #expect(both.status == 64 && both.errors.contains("--html together with --format json"))
    let hostile = try place.parlance("explain", "m.safetensors", "<script>alert(1)</script> & we \u{1B}[31m", "--html")
    #expect(!hostile.output.contains("<script>alert") && !hostile.output.contains("\u{1B}"))
  }

  @Test(
    "the rows that the model learnt from give an interval around the probability",
    arguments: [
      ["--features", "words,cues"], ["--class-weight", "balanced", "--C", "5", "--prevalence", "0.1"],
      ["--calibrate", "platt"], ["--hash-features", "256"],
    ])
  func interval(options: [String]) throws {
    let place = try Workplace()
    try train(place, options)
    let corpus = ["--format", "json", "--corpus", Workplace.bundledCorpus] + BundledStatements.chosen
    let run = try explain(place, corpus)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let json = try run.json
    let (interval, probability) = (
      try #require(json["interval"] as? [String: Any]), try #require(json["probability"] as? Double)
    )
    let (low, high) = (try #require(interval["low"] as? Double), try #require(interval["high"] as? Double))
    #expect(low < probability && probability < high && low > 0 && high < 1)
    #expect(interval["level"] as? Double == 0.95 && interval["method"] as? String == "laplace")
    let narrow = try explain(place, corpus + ["--confidence", "0.5", "--threads", "1"]).json
    let inner = try #require(narrow["interval"] as? [String: Any])
    #expect(low < inner["low"] as? Double ?? 0 && high > inner["high"] as? Double ?? 1)
    #expect(inner["standardError"] as? Double == interval["standardError"] as? Double)
  }

  @Test("three classes have an interval too")
  func threeClasses() throws {
    let place = try Workplace()
    let trained = try place.parlance(
      ["train", Workplace.bundledCorpus, "--model", "m.safetensors"] + BundledStatements.chosen)
    #expect(trained.status == 0)
    let json = try explain(
      place, ["--format", "json", "--corpus", Workplace.bundledCorpus] + BundledStatements.chosen
    ).json
    let interval = try #require(json["interval"] as? [String: Any])
    let probability = try #require(json["probability"] as? Double)
    #expect(interval["low"] as? Double ?? 1 < probability && interval["high"] as? Double ?? 0 > probability)
  }

  @Test("statements are the most similar ones, the same every time, and none pretends")
  func nearest() throws {
    let place = try Workplace()
    try train(place, ["--features", "words"])
    let corpus = ["--corpus", Workplace.bundledCorpus, "--format", "json"] + BundledStatements.chosen
    let json = try explain(place, corpus).json
    let nearest = try #require(json["nearest"] as? [[String: Any]])
    let similarities = nearest.compactMap { $0["similarity"] as? Double }
    #expect(nearest.count == 5 && similarities == similarities.sorted(by: >) && similarities.allSatisfy { $0 > 0 })
    // Only rows that the model learnt from: neutral ones were left out.
    #expect(Set(nearest.compactMap { $0["label"] as? String }).isSubset(of: ["escalatory", "deescalatory"]))
    let statement = try #require(nearest[0]["text"] as? String)
    let itself = try place.parlance(["explain", "m.safetensors", statement, "--nearest", "1"] + corpus).json
    let found = try #require((itself["nearest"] as? [[String: Any]])?.first)
    #expect(found["id"] as? String == nearest[0]["id"] as? String)
    #expect(abs((found["similarity"] as? Double ?? 0) - 1) < 1e-12)
    #expect(try explain(place, corpus + ["--nearest", "0"]).json["nearest"] == nil)
    let strange = try place.parlance(["explain", "m.safetensors", "zzz qqq"] + corpus).json
    #expect((strange["nearest"] as? [Any])?.isEmpty == true)
    _ = try place.write("id,text,label\nb,same words here,x\na,same words here,y\nc,zzz,x\n", to: "own.csv")
    let own = try place.parlance(
      "explain", "m.safetensors", "same words here", "--corpus", "own.csv", "--format", "json")
    let ties = try #require(try own.json["nearest"] as? [[String: Any]])
    #expect(ties.map { $0["id"] as? String } == ["b", "a"])
    #expect(try own.json["interval"] == nil)
    #expect(own.errors.contains("is not the file that the model learnt from"))
  }

  @Test("where there can be no interval the reason is told", arguments: [0, 1, 2])
  func reasons(number: Int) throws {
    let place = try Workplace()
    try train(place, number == 2 ? ["--penalty", "l1"] : [])
    let (options, word): ([String], String) =
      [
        (BundledStatements.chosen + ["--where", "lang=ru"], "are not the rows"),
        (["--where", "crisis=dam"], "are not the rows"),
        (BundledStatements.chosen, "the penalty l1"),
      ][number]
    let run = try explain(place, ["--format", "json", "--corpus", Workplace.bundledCorpus] + options)
    #expect(run.status == 0 && run.errors.contains(word), "\(run.errors)")
    let json = try run.json
    #expect(json["interval"] == nil && (json["notes"] as? [String])?.count == 1)
    let printed = try explain(place, ["--quiet", "--corpus", Workplace.bundledCorpus] + options)
    #expect(printed.errors.isEmpty && printed.output.contains("What to keep in mind"))
  }

  @Test("what cannot be is refused in a sentence")
  func refused() throws {
    let place = try Workplace()
    try train(place, [])
    _ = try place.write("id,text\n1,we warn\n", to: "unlabelled.csv")
    _ = try place.write("1 1:0.5\n0 2:1\n1 1:2\n", to: "numbers.libsvm")
    _ = try place.write("", to: "empty.csv")
    let refusals: [([String], String)] = [
      (["--nearest", "3"], "--nearest is given without --corpus"),
      (["--where", "lang=en"], "--where is given without --corpus"),
      (["--corpus", "unlabelled.csv"], "label"), (["--corpus", "numbers.libsvm"], "holds numbers"),
      (["--corpus", "nowhere.csv"], "nowhere.csv"), (["--corpus", "empty.csv"], "empty.csv"),
    ]
    for (options, word) in refusals {
      let run = try explain(place, options)
      #expect(run.status == 2 && run.errors.contains(word) && run.output.isEmpty, "\(options): \(run.errors)")
    }
    for options in [["--top", "-1"], ["--nearest", "-1"], ["--confidence", "1"], ["--confidence", "nan"]] {
      #expect(try explain(place, options).status == 64, "\(options)")
    }
    let trained = try place.parlance("train", "numbers.libsvm", "--model", "n.safetensors")
    #expect(trained.status == 0, "\(trained.errors)")
    for options in [[], ["--corpus", "numbers.libsvm"]] {
      let run = try place.parlance(["explain", "n.safetensors", "text"] + options)
      #expect(run.status == 2 && run.errors.contains("trained on a table of numbers"), "\(run.errors)")
    }
  }
}
