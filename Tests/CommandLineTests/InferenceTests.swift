import Foundation
import Reproducibility
import Testing

/// `sample` and `infer` through the program: drawing, coding and correcting.
@Suite("sample and infer")
struct InferenceTests {
  private struct Row {
    let id: String
    let actor: String
    let probability: Double
    let truth: Bool
  }

  /// Scores that exaggerate what one actor says, and the truth behind them.
  private static let rows: [Row] = {
    var generator = SeededGenerator(seed: 4)
    return (0..<600).map { row in
      let actor = ["Anna", "Boris", "Вера"][row % 3]
      let isEscalatory = generator.unitInterval() < (row % 3 == 1 ? 0.5 : 0.3)
      let score = 0.2 + (isEscalatory ? 0.35 : 0) + (row % 3 == 1 ? 0.25 : 0) + 0.15 * generator.unitInterval()
      return Row(id: "r\(row)", actor: actor, probability: (score * 1000).rounded() / 1000, truth: isEscalatory)
    }
  }()

  private static let table =
    "id,label,probability,text,actor,article,corpus_label\n"
    + rows.enumerated().map { number, row in
      "\(row.id),\(row.probability > 0.5 ? "escalatory" : "other"),\(row.probability),\"Statement, \(number)\",\(row.actor),"
        + "a\(number / 6),\(row.truth ? "escalatory" : "other")"
    }.joined(separator: "\n") + "\n"

  private static let sample = ["sample", "scores.csv", "--design", "stratified:actor,score", "--n", "240", "--keep"]
  private static let infer = [
    "infer", "scores.csv", "gold.csv", "--formula", "escalatory ~ actor", "--label-column", "corpus_label", "--quiet",
  ]

  private func fill(_ place: borrowing Workplace) throws {
    _ = try place.write(Self.table, to: "scores.csv")
  }

  /// Draws the rows to code; the table has their labels already.
  private func sample(in place: borrowing Workplace) throws {
    let run = try place.parlance(Self.sample + ["--output", "gold.csv"])
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("a sample has its strata, its probabilities and a label to fill in")
  func sampling() throws {
    let place = try Workplace()
    try fill(place)
    let run = try place.parlance(Self.sample)
    let lines = run.output.split(separator: "\n")
    #expect(lines.first == "id,text,actor,score_bin,probability,label,article,corpus_label" && lines.count == 241)
    #expect(try place.parlance(Self.sample + ["--threads", "1"]).output == run.output)
    #expect(try place.parlance(Self.sample + ["--seed", "5"]).output != run.output)
    let json = try place.parlance(Self.sample + ["--format", "json"]).json
    let strata = try #require(json["strata"] as? [[String: Any]])
    #expect(strata.reduce(0) { $0 + ($1["drawn"] as? Int ?? 0) } == 240)
    #expect(strata.reduce(0) { $0 + ($1["rows"] as? Int ?? 0) } == 600)
    #expect((json["scoreEdges"] as? [Double])?.count == 3)
    let simple = try place.parlance("sample", "scores.csv", "--n", "60", "--format", "csv")
    #expect(simple.output.hasPrefix("id,text,probability,label\n"))
    #expect(simple.output.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix(",0.1,") })
    let text = try place.parlance(Self.sample + ["--format", "text"])
    #expect(text.output.contains("actor=Вера, score_bin=1") && text.output.contains("240"))
    _ = try place.write("id,text,actor\nr1,x,Anna\nr2,y,Anna\n", to: "plain.csv")
    let joined = try place.parlance(
      "sample", "plain.csv", "--design", "stratified:score", "--bins", "2", "--n", "2", "--scores", "scores.csv")
    #expect(joined.status == 0 && joined.output.split(separator: "\n").count == 3, "\(joined.errors)")
  }

  @Test("three estimates stand side by side, and correction undoes the classifier's bias")
  func estimates() throws {
    let place = try Workplace()
    try fill(place)
    try sample(in: place)
    let json = try place.parlance(Self.infer + ["--format", "json", "--target-se", "0.03"]).json
    let estimates = try #require(json["estimates"] as? [[String: Any]])
    #expect(estimates.count == 9)
    func find(_ method: String) throws -> [String: Any] {
      try #require(estimates.first { $0["term"] as? String == "actor=Boris" && $0["method"] as? String == method })
    }
    let share = { (actor: String) -> Double in
      let rows = Self.rows.filter { $0.actor == actor }
      return Double(rows.count { $0.truth }) / Double(rows.count)
    }
    let truth = share("Boris") - share("Anna")
    func holds(_ method: String) throws -> Bool {
      let found = try find(method)
      return (found["low"] as? Double ?? .nan) < truth && truth < (found["high"] as? Double ?? .nan)
    }
    #expect(try !holds("naive") && holds("hand-coded") && holds("dsl"))
    let (dsl, coded) = (try find("dsl"), try find("hand-coded"))
    #expect((dsl["standardError"] as? Double ?? 1) < (coded["standardError"] as? Double ?? 0))
    #expect(dsl["n"] as? Int == 600 && coded["n"] as? Int == 240 && dsl["reference"] as? String == "Anna")
    let needs = try #require(json["labelNeeds"] as? [[String: Any]])
    #expect(needs.count == 3 && needs.allSatisfy { $0.keys.contains("leastError") })
    let rows = try place.parlance(Self.infer + ["--format", "csv"])
    #expect(
      rows.output.hasPrefix("term,estimate,low,high,n,clusters,method,standardError,p,reference,note\n(intercept),"))
    let text = try place.parlance(Self.infer + ["--target-se", "0.03"]).output
    #expect(
      text.contains("naive") && text.contains("hand-coded") && text.contains("DSL") && text.contains("More labels"))
  }

  @Test("clusters, logits, references, labels as scores and folds are there to choose")
  func options() throws {
    let place = try Workplace()
    try fill(place)
    try sample(in: place)
    func terms(_ more: String...) throws -> [[String: Any]] {
      let run = try place.parlance(Self.infer + ["--format", "json"] + more)
      #expect(run.status == 0, "\(run.errors)")
      return try run.json["estimates"] as? [[String: Any]] ?? []
    }
    let plain = try terms()
    let clustered = try terms("--cluster", "article")
    #expect(clustered[2]["clusters"] as? Int == 100 && plain[2]["clusters"] as? Int == nil)
    #expect(plain[2]["estimate"] as? Double == clustered[2]["estimate"] as? Double)
    let logit = try terms("--model", "logit")
    #expect((logit[5]["estimate"] as? Double ?? 0) > 0.3)
    let other = try terms("--reference", "actor=Boris")
    let turned = try #require(other.first { $0["term"] as? String == "actor=Anna" && $0["method"] as? String == "dsl" })
    #expect(abs((turned["estimate"] as? Double ?? .nan) + (plain[5]["estimate"] as? Double ?? .nan)) < 1e-12)
    let folds = try terms("--cross-fit", "5")
    #expect(folds[5]["estimate"] as? Double != plain[5]["estimate"] as? Double)
    #expect(
      try terms("--cross-fit", "5", "--threads", "1")[5]["estimate"] as? Double == folds[5]["estimate"] as? Double)
    let labels = try terms("--surrogate", "label")
    #expect(labels[3]["estimate"] as? Double != plain[3]["estimate"] as? Double)
    let mean = try place.parlance(
      "infer", "scores.csv", "gold.csv", "--formula", "escalatory ~ 1", "--label-column", "corpus_label", "--format",
      "csv",
      "--quiet")
    #expect(mean.output.split(separator: "\n").count == 4, "\(mean.errors)")
  }

  @Test(
    "a formula that cannot be read or carried is refused with the reason",
    arguments: [
      ("escalatory ~ akter", "there is no column \"akter\" (columns here:"), ("escalatory", "at character 11"),
      ("escalatory ~ actor * article", "other operators are not known"), ("~ actor", "what is to be explained"),
      ("escalatory ~ ", "a column, or 1 for none"), ("escalatory ~ actor + actor", "twice"),
      ("escalatory ~ `actor", "nothing closes"), ("escalatory ~ 1 + actor", "leave 1 out"),
      ("escalatry ~ actor", "did you mean \"escalatory\"?"), ("actor ~ actor", "by itself"),
      ("escalatory ~ text", "different texts"), ("text ~ actor", "a finite number was expected"),
    ])
  func formulas(formula: String, message: String) throws {
    let place = try Workplace()
    try fill(place)
    try sample(in: place)
    let run = try place.parlance(
      "infer", "scores.csv", "gold.csv", "--formula", formula, "--label-column", "corpus_label")
    #expect(run.status == 2 && run.errors.contains(message) && run.output.isEmpty, "\(run.errors)")
  }

  @Test(
    "bad codings are refused with their place",
    arguments: [
      (
        "id,label,probability\nr1,escalatory,0.5\nr9999,other,0.5\n",
        "gold.csv:3: the id \"r9999\" is not in scores.csv"
      ),
      ("id,label,probability\nr1,escalatory,0.5\nr1,other,0.5\n", "gold.csv:3: the id \"r1\" was on line 2 already"),
      ("id,label,probability\nr1,escalatory,0\n", "gold.csv:2: the probability \"0\" (above 0 and at most 1"),
      ("id,label,probability\nr1,escalatory,1.5\n", "gold.csv:2: the probability \"1.5\""),
      ("id,label,probability\nr1,escalatory,nan\n", "gold.csv:2: the probability \"nan\""),
      ("id,label,probability\nr1,escalatory,0.5\nr2,,0.5\n", "gold.csv:3: the label is empty"),
      ("id,label,probability\nr1,escalatory,0.5\nr2,other,0.5\n", "2 hand-coded rows for 3 columns"),
      ("name,label\nr1,escalatory\n", "\"id\""), ("", "empty"),
    ])
  func codings(gold: String, message: String) throws {
    let place = try Workplace()
    try fill(place)
    _ = try place.write(gold, to: "gold.csv")
    let run = try place.parlance("infer", "scores.csv", "gold.csv", "--formula", "escalatory ~ actor")
    #expect(run.status == 2 && run.errors.contains(message) && run.output.isEmpty, "\(run.errors)")
    #expect(!run.errors.contains("--on-bad-row"))
  }

  @Test("bad scores, options and designs are refused")
  func refusals() throws {
    let place = try Workplace()
    try fill(place)
    try sample(in: place)
    func expect(_ arguments: [String], _ message: String) throws {
      let run = try place.parlance(arguments)
      #expect(run.status == 2 && run.errors.contains(message) && run.output.isEmpty, "\(arguments): \(run.errors)")
    }
    _ = try place.write("id,probability,actor\nr1,0.5,A\nr1,0.5,B\n", to: "twice.csv")
    try expect(["infer", "twice.csv", "gold.csv", "--formula", "escalatory ~ 1"], "twice.csv:3: the id \"r1\"")
    try expect(Self.infer + ["--score-column", "actor"], "scores.csv:2: \"Anna\" in the column \"actor\" (0 to 1")
    try expect(Self.infer + ["--cluster", "speech"], "no column \"speech\"")
    try expect(Self.infer + ["--target-se", "0"], "above 0")
    try expect(Self.infer + ["--confidence", "1"], "between 0 and 1")
    try expect(Self.infer + ["--cross-fit", "1"], "2 to 1000")
    try expect(Self.infer + ["--reference", "article=a1"], "the formula does not name it")
    try expect(["sample", "scores.csv", "--n", "601"], "601 rows to draw of 600")
    try expect(["sample", "scores.csv", "--n", "2", "--design", "stratified:actor"], "3 strata for 2 rows")
    try expect(["sample", "scores.csv", "--n", "9", "--design", "stratified:"], "simple or stratified:")
    try expect(["sample", "scores.csv", "--n", "9", "--design", "stratified:speaker"], "no column \"speaker\"")
    try expect(
      ["sample", "scores.csv", "--n", "590", "--design", "stratified:actor,corpus_label", "--allocation", "equal"],
      "the stratum actor=")
    _ = try place.write("id,text,actor\n1,a,X\n2,b,\n", to: "gaps.csv")
    try expect(["sample", "gaps.csv", "--n", "2", "--design", "stratified:actor"], "gaps.csv:3: the column \"actor\"")
    try expect(["sample", "gaps.csv", "--n", "2", "--design", "stratified:score"], "--scores")
    _ = try place.write("id,text\n1,a\n1,b\n", to: "same.csv")
    try expect(["sample", "same.csv", "--n", "1"], "same.csv:3: the id \"1\" comes a second time")
  }

  @Test("without recorded probabilities that is said")
  func noProbabilities() throws {
    let place = try Workplace()
    try fill(place)
    let gold = Self.rows.enumerated().filter { $0.offset % 5 == 0 }.map {
      "\($0.element.id),\($0.element.truth ? "escalatory" : "other")"
    }
    _ = try place.write("id,label\n" + gold.joined(separator: "\n") + "\n", to: "gold.csv")
    let run = try place.parlance("infer", "scores.csv", "gold.csv", "--formula", "escalatory ~ actor")
    #expect(run.status == 0 && run.errors.contains("no column probability") && run.errors.contains("120 in 600"))
  }

  @Test("a level of one cluster has an estimate and no error, and periods are made of dates")
  func support() throws {
    let place = try Workplace()
    var lines = ["id,label,probability,text,actor,article,date,corpus_label"]
    for (number, row) in Self.rows.enumerated() {
      let actor = number < 6 ? "Lone" : row.actor
      lines.append(
        "\(row.id),x,\(row.probability),t,\(actor),a\(number / 6),20\(19 + number % 3)-0\(1 + number % 9)-01,"
          + (row.truth ? "escalatory" : "other"))
    }
    _ = try place.write(lines.joined(separator: "\n") + "\n", to: "scores.csv")
    _ = try place.write(
      lines.map { "\($0.replacingOccurrences(of: "probability", with: "score"))" }.joined(separator: "\n"),
      to: "gold.csv")
    let run = try place.parlance(Self.infer + ["--cluster", "article", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let estimates = try #require(try run.json["estimates"] as? [[String: Any]])
    let lone = estimates.filter { $0["term"] as? String == "actor=Lone" }
    #expect(lone.count == 3)
    for estimate in lone {
      #expect(estimate["estimate"] is Double && estimate["standardError"] is NSNull && estimate["low"] is NSNull)
      #expect((estimate["note"] as? String ?? "").contains("alone on one side"))
    }
    let notes = try #require(try run.json["notes"] as? [String])
    #expect(notes.contains { $0.contains("actor=Lone (1)") })
    let formula = ["infer", "scores.csv", "gold.csv", "--label-column", "corpus_label", "--quiet", "--format", "json"]
    let yearly = try place.parlance(formula + ["--formula", "escalatory ~ period", "--period", "year"])
    let terms = try #require(try yearly.json["estimates"] as? [[String: Any]]).compactMap { $0["term"] as? String }
    #expect(Set(terms) == ["(intercept)", "period=2020", "period=2021"])
    let unsaid = try place.parlance(formula + ["--formula", "escalatory ~ period"])
    #expect(
      unsaid.status == 0
        && unsaid.output == yearly.output.replacingOccurrences(of: "\"period\": \"year\",\n  ", with: ""))
    let idle = try place.parlance(formula + ["--formula", "escalatory ~ actor", "--period", "year"])
    #expect(idle.status == 2 && idle.errors.contains("--period has no use"))
  }
}
