import Foundation
import Testing

/// `parlance compare`.
@Suite("compare")
struct CompareTests {
  /// Scores of three actors in speeches of two statements each, as `predict --keep` writes them.
  private static let scores: String = {
    var lines = ["id,label,probability,logit,actor,speech,target,topic,date"]
    let means = ["Lavrov": 0.3, "Shoigu": 0.45, "Ерeван": 0.8]
    for (place, actor) in ["Lavrov", "Shoigu", "Ерeван"].enumerated() {
      for statement in 0..<24 {
        let p =
          (means[actor] ?? 0) + 0.1 * Double((statement * 7 + place) % 5 - 2) / 2 + 0.02 * Double(statement / 2 % 3)
        let month = statement < 12 ? "2021-0\(1 + statement / 4)" : "2021-09"
        let cells = [
          "\(actor)\(statement)", p > 0.5 ? "escalatory" : "deescalatory", "\(p)", "\(log(p / (1 - p)))", actor,
          "\(actor)-\(statement / 2)", ["A", "B"][statement % 2], statement < 8 + 4 * place ? "war" : "trade",
          "\(month)-10",
        ]
        lines.append(cells.joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  private func rows(_ run: ProgramRun, _ name: String) throws -> [[String: Any]] {
    #expect(run.status == 0, "\(run.errors)")
    return try #require(try run.json[name] as? [[String: Any]])
  }

  private func compare(_ place: borrowing Workplace, _ arguments: String...) throws -> ProgramRun {
    _ = try place.write(Self.scores, to: "scores.csv")
    return try place.parlance(["compare", "scores.csv"] + arguments)
  }

  @Test("actors come with their sizes, intervals and pooled estimates; contrasts with tests and adjustments")
  func figures() throws {
    let place = try Workplace()
    let run = try compare(place, "--cluster", "speech", "--format", "json", "--resamples", "200")
    let actors = try rows(run, "actors")
    #expect(actors.map { $0["actor"] as? String } == ["Ерeван", "Shoigu", "Lavrov"])
    for actor in actors {
      let value = try #require(actor["estimate"] as? Double)
      let (low, high) = (try #require(actor["low"] as? Double), try #require(actor["high"] as? Double))
      #expect(low < value && value < high && actor["n"] as? Int == 24 && actor["clusters"] as? Int == 12)
      #expect(actor["shrunken"] is Double && (actor["meanLogit"] as? [String: Any])?["value"] is Double)
    }
    let contrasts = try rows(run, "contrasts")
    #expect(contrasts.count == 3)
    for contrast in contrasts {
      let p = try #require(contrast["p"] as? Double)
      let (holm, discovery) = (try #require(contrast["pAdjusted"] as? Double), contrast["pFalseDiscovery"] as? Double)
      #expect(p <= holm && (discovery ?? 2) <= holm && contrast["test"] as? String == "t")
      let (low, wide) = (contrast["low"] as? Double ?? -9, contrast["simultaneousLow"] as? Double ?? 9)
      #expect(wide < low && contrast["effectSize"] is Double && contrast["effectLow"] is Double)
    }
    #expect(run.errors.contains("fewer than 20 clusters") && run.errors.contains("Lavrov (12)"))
  }

  @Test("results are the same on one thread and on two, and with the columns under other names")
  func repeatable() throws {
    let place = try Workplace()
    let one = try compare(place, "--cluster", "speech", "--format", "json", "--resamples", "100", "--threads", "1")
    let two = try compare(place, "--cluster", "speech", "--format", "json", "--resamples", "100", "--threads", "2")
    #expect(one.output == two.output && !one.output.isEmpty)
    _ = try place.write(Self.scores.replacingOccurrences(of: ",actor,", with: ",country,"), to: "other.csv")
    let other = try place.parlance(
      "compare", "other.csv", "--actor-column", "country", "--cluster", "speech", "--format", "json", "--resamples",
      "100")
    #expect(NSArray(array: try rows(one, "actors")) == NSArray(array: try rows(other, "actors")))
  }

  @Test("named contrasts are all there is, groups stand for their members, and few clusters are permuted")
  func contrasts() throws {
    let place = try Workplace()
    _ = try place.write("Moscow: [Lavrov, Shoigu]\n", to: "groups.yml")
    let run = try compare(
      place, "--groups", "groups.yml", "--contrast", "Ерeван - Moscow", "--cluster", "speech", "--format", "json")
    let contrasts = try rows(run, "contrasts")
    #expect(
      contrasts.count == 1 && contrasts[0]["a"] as? String == "Ерeван" && contrasts[0]["b"] as? String == "Moscow")
    #expect(contrasts[0]["clusters"] as? Int == 36)
    let few = try compare(place, "--cluster", "date", "--format", "json", "--contrast", "Lavrov - Shoigu")
    let exact = try rows(few, "contrasts")[0]
    // Both speak on all four days: the names change places in 16 ways.
    #expect(exact["test"] as? String == "exactPermutation" && exact["permutations"] as? Int == 16)
    #expect(exact["p"] as? Double == 0.125 && exact["sharedClusters"] as? Int == 4)
  }

  @Test("periods show their gaps, dyads their sizes, controls change the estimates")
  func more() throws {
    let place = try Workplace()
    let run = try compare(
      place, "--cluster", "speech", "--period", "month", "--target", "--adjust", "topic,period", "--format", "json",
      "--resamples", "0")
    let periods = try rows(run, "periods").filter { $0["actor"] as? String == "Lavrov" }
    #expect(periods.map { $0["period"] as? String } == (1...9).map { "2021-0\($0)" })
    #expect(periods.map { $0["n"] as? Int } == [4, 4, 4, 0, 0, 0, 0, 0, 12])
    let gap = try #require(periods[4]["value"] as? [String: Any])
    #expect(gap["value"] is NSNull && gap["note"] as? String == "no statements")
    let dyads = try rows(run, "dyads")
    #expect(dyads.count == 6 && dyads.allSatisfy { $0["n"] as? Int == 12 })
    let actor = try rows(run, "actors")[0]
    let raw = (actor["meanProbability"] as? [String: Any])?["value"] as? Double
    #expect(actor["estimate"] as? Double != raw && raw != nil)
    #expect(try rows(run, "contrasts")[0]["simultaneousLow"] is NSNull)
  }

  @Test("rows are tidy, and every form can be written")
  func forms() throws {
    let place = try Workplace()
    let csv = try compare(place, "--cluster", "speech", "--format", "csv", "--quiet", "--resamples", "50").output
    let lines = csv.split(separator: "\n")
    #expect(lines[0].hasPrefix("term,estimate,low,high,n,clusters,method,figure,p,p_holm,p_bh,"))
    // Four estimates an actor, three a contrast.
    #expect(lines.count == 1 + 3 * 4 + 3 * 3)
    let text = try compare(place, "--cluster", "speech", "--quiet", "--resamples", "50").output
    #expect(text.contains("●") && text.contains("Lavrov - Shoigu") && text.contains("partially pooled"))
    let page = try compare(place, "--cluster", "speech", "--quiet", "--resamples", "50", "--format", "html").output
    #expect(page.contains("<svg") && page.contains("class=\"whisker\""))
    #expect(try compare(place, "--format", "markdown", "--quiet", "--resamples", "50").output.hasPrefix("# Mean"))
  }

  @Test("a model scores the corpus, and its scores kept in a file give the same")
  func models() throws {
    let place = try Workplace()
    let model = Workplace.packageRoot.appending(path: "models/escalation-en.safetensors").path
    let rows = ["--where", "crisis=dam", "--where", "lang=en"]
    let options = ["--by", "role", "--cluster", "actor", "--format", "json", "--resamples", "50", "--quiet"]
    let direct = try place.parlance(["compare", model, Workplace.bundledCorpus] + rows + options)
    let kept = try place.parlance(["predict", model, Workplace.bundledCorpus, "--keep", "--format", "csv"] + rows)
    _ = try place.write(kept.output, to: "kept.csv")
    let again = try place.parlance(["compare", "kept.csv"] + options)
    #expect(NSArray(array: try self.rows(direct, "contrasts")) == NSArray(array: try self.rows(again, "contrasts")))
    #expect(try direct.json["positive"] as? String == "escalatory")
    #expect((try direct.json["notes"] as? [String] ?? []).contains { $0.contains("was trained on rows of this file") })
  }

  @Test(
    "what cannot be compared is refused with what to do",
    arguments: [
      (["--where", "actor=Lavrov"], "only \"Lavrov\""),
      (["--contrast", "Lavrow - Shoigu"], "did you mean \"Lavrov\"?"),
      (["--contrast", "Lavrov"], "\"A - B\" was expected"),
      (["--contrast", "Lavrov - Lavrov"], "with itself"),
      (["--by", "country"], "there is no column \"country\""),
      (["--cluster", "speach"], "did you mean \"speech\"?"),
      (["--period", "month", "--date-column", "topic"], "tells no month"),
      (["--adjust", "period"], "--period month, quarter or year"),
      (["--adjust", "speech"], "follows from the actors"),
      (["--adjust", "actor"], "whose values are compared"),
      (["--threshold", "2"], "0 to 1 was expected"),
      (["--confidence", "1"], "strictly between 0 and 1"),
      (["--minimum", "100"], "has nobody in the column"),
      (["--groups", "groups.yml"], "groups.yml:2: nobody is called \"Peskov\""),
      (["--groups", "flat.yml"], "flat.yml:1: "),
    ])
  func refusals(arguments: [String], words: String) throws {
    let place = try Workplace()
    _ = try place.write(Self.scores, to: "scores.csv")
    _ = try place.write("Moscow:\n- Peskov\n", to: "groups.yml")
    _ = try place.write("Moscow: Lavrov\n", to: "flat.yml")
    let run = try place.parlance(["compare", "scores.csv"] + arguments)
    #expect(run.status == 2 && run.errors.contains(words) && run.output.isEmpty, "\(run.errors)")
  }

  @Test("tables without what is needed are refused, rows of nobody left out and counted")
  func tables() throws {
    let place = try Workplace()
    _ = try place.write("id,actor,text\n1,A,x\n2,B,y\n", to: "plain.csv")
    let plain = try place.parlance("compare", "plain.csv")
    #expect(plain.status == 2 && plain.errors.contains("probability"))
    _ = try place.write("id,actor,probability\n1,A,0.5\n2,B,1.5\n", to: "beyond.csv")
    let beyond = try place.parlance("compare", "beyond.csv")
    #expect(beyond.status == 2 && beyond.errors.contains("beyond.csv:3"))
    _ = try place.write("id,actor,probability\n1,A,0\n2,B,1\n3,,0.5\n4,A,0.5\n5,B,0.5\n", to: "few.csv")
    let few = try place.parlance("compare", "few.csv", "--format", "json")
    #expect(few.errors.contains("1 of 5 rows left out") && few.errors.contains("no mean logits"))
    let actors = try rows(few, "actors")
    #expect((actors[0]["meanLogit"] as? [String: Any])?["value"] is NSNull && actors[0]["shrunken"] is NSNull)
    #expect((actors[0]["shrunkenNote"] as? String)?.contains("fewer than 3") == true)
    let model = Workplace.packageRoot.appending(path: "models/escalation-en.safetensors").path
    let alone = try place.parlance("compare", model)
    #expect(alone.status == 2 && alone.errors.contains("no corpus is named"))
  }

  @Test("one cluster of both tells nothing of how sure a difference is")
  func oneCluster() throws {
    let place = try Workplace()
    _ = try place.write(
      "id,actor,probability,article\n1,A,0.2,x\n2,A,0.4,x\n3,B,0.6,x\n4,B,0.9,x\n", to: "one.csv")
    let run = try place.parlance("compare", "one.csv", "--cluster", "article", "--format", "json")
    let contrast = try rows(run, "contrasts")[0]
    for key in ["low", "p", "pAdjusted", "effectLow", "standardError"] { #expect(contrast[key] is NSNull, "\(key)") }
    #expect((contrast["note"] as? String ?? "").contains("one cluster alone has no error"))
  }
}
