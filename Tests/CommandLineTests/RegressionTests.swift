import Foundation
import Testing

/// `regress`, and the penalties and prior correction of `train` and `crossvalidate`.
@Suite("Explanation and penalties")
struct RegressionTests {
  static let english = BundledStatements.twoClasses

  private static let table = """
    id,text,label,score,role,group
    1,a,yes,0.2,general,g1
    2,b,no,0.9,general,g1
    3,c,yes,0.8,minister,g2
    4,d,no,0.3,minister,g2
    5,e,yes,0.7,general,g3
    6,f,no,0.1,minister,g3
    7,g,yes,0.6,minister,g4
    8,h,no,0.5,general,g4
    9,i,yes,0.4,general,g5
    10,j,no,0.35,minister,g5
    """

  @Test("every form of a regression says the same")
  func forms() throws {
    let place = try Workplace()
    _ = try place.write(Self.table, to: "c.csv")
    let arguments = ["regress", "c.csv", "--on", "score,role", "--positive", "yes"]
    let run = try place.parlance(arguments + ["--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let json = try run.json
    for key in ["outcome", "rows", "method", "interval", "statistic", "logLikelihood", "nullLogLikelihood", "notes"] {
      #expect(json[key] != nil, "\(key)")
    }
    let terms = try #require(json["terms"] as? [[String: Any]])
    #expect(terms.map { $0["term"] as? String } == ["(intercept)", "score", "role=minister"])
    #expect(terms[2]["reference"] as? String == "general" && terms[2]["level"] as? String == "minister")
    let csv = try place.parlance(arguments + ["--format", "csv"]).output.split(separator: "\n")
    #expect(csv[0] == "term,reference,estimate,standardError,low,high,oddsRatio,z,p" && csv.count == 4)
    for format in ["text", "markdown"] {
      let output = try place.parlance(arguments + ["--format", format]).output
      #expect(output.contains("role=minister") && output.contains("role is compared with general"))
    }
  }

  @Test("references, factors, clusters and Firth's method do what they say")
  func variants() throws {
    let place = try Workplace()
    _ = try place.write(Self.table, to: "c.csv")
    func terms(_ more: String...) throws -> [String: Any] {
      let run = try place.parlance(["regress", "c.csv", "--positive", "yes", "--format", "json"] + more)
      #expect(run.status == 0, "\(run.errors)")
      return try run.json
    }
    let turned = try terms("--on", "role", "--reference", "role=minister")
    #expect((turned["terms"] as? [[String: Any]])?.last?["term"] as? String == "role=general")
    let clustered = try terms("--on", "score", "--cluster", "group")
    #expect(clustered["clusters"] as? Int == 5)
    #expect((clustered["notes"] as? [String])?.contains { $0.hasPrefix("5 clusters are few") } == true)
    let firth = try terms("--on", "score", "--method", "firth")
    #expect(firth["interval"] as? String == "profile" && firth["flicIntercept"] as? Double != nil)
  }

  @Test("separation is told before the fit, with the columns and a way out")
  func separation() throws {
    let place = try Workplace()
    _ = try place.write(
      Self.table.replacingOccurrences(of: "1,a,yes,0.2,general", with: "1,a,yes,0.2,envoy")
        .replacingOccurrences(of: "5,e,yes,0.7,general", with: "5,e,yes,0.7,envoy"), to: "c.csv")
    let arguments = ["regress", "c.csv", "--on", "score,role", "--positive", "yes"]
    let run = try place.parlance(arguments + ["--reference", "role=general"])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("role=envoy (all 2 rows are yes)") && run.errors.contains("--method firth"))
    let firth = try place.parlance(
      arguments + ["--reference", "role=general", "--method", "firth", "--format", "json"])
    #expect(firth.status == 0, "\(firth.errors)")
    #expect(firth.errors.contains("separated") && firth.errors.contains("role=envoy"))
  }

  @Test(
    "bad requests end with 2 and say what was expected",
    arguments: [
      (["--on", "nothing"], "nothing"), (["--on", "score,score"], "twice"), (["--on", "text"], "10 different texts"),
      (["--on", "role", "--reference", "role=king"], "king"), (["--on", "score", "--reference", "score"], "no level"),
      (["--on", "score", "--factor", "role"], "--on does not name it"),
      (["--on", "score", "--method", "firth", "--cluster", "group"], "--method ml"),
      (["--on", "score", "--cluster", "group", "--interval", "profile"], "--interval wald"),
      (["--on", "score", "--confidence", "1"], "between 0 and 1"), (["--on", ""], "names no column"),
    ])
  func refusals(arguments: [String], expected: String) throws {
    let place = try Workplace()
    _ = try place.write(Self.table, to: "c.csv")
    let run = try place.parlance(["regress", "c.csv", "--positive", "yes"] + arguments)
    #expect(run.status == 2 && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains(expected), "\(run.errors)")
  }

  @Test("empty cells are counted and placed")
  func emptyCells() throws {
    let place = try Workplace()
    _ = try place.write(Self.table.replacingOccurrences(of: "3,c,yes,0.8,", with: "3,c,yes,,"), to: "c.csv")
    let run = try place.parlance("regress", "c.csv", "--positive", "yes", "--on", "score")
    #expect(run.status == 2)
    #expect(run.errors.contains("c.csv:4") && run.errors.contains("1 of 10 rows"), "\(run.errors)")
  }

  @Test("sparse penalties leave most weights at zero, and the model file keeps them")
  func sparsePenalties() throws {
    let place = try Workplace()
    for penalty in [["--penalty", "l1", "--C", "5"], ["--penalty", "elasticnet", "--l1-ratio", "0.5", "--C", "5"]] {
      let run = try place.parlance(
        ["train", Workplace.bundledCorpus] + Self.english + penalty + [
          "--model", "m.safetensors", "--force", "--format", "json",
        ])
      #expect(run.status == 0, "\(run.errors)")
      let json = try run.json
      #expect(json["outcome"] as? String == "converged" && json["solver"] as? String == "proximal-newton")
      let (used, all) = (json["weightedFeatures"] as? Int ?? 0, json["features"] as? Int ?? 0)
      #expect(used > 20 && used < all / 2)
      let gap = try #require(json["dualityGap"] as? Double)
      #expect(gap < 1e-8 * (json["objective"] as? Double ?? 0))
      #expect(try place.read("m.md").contains("\(penalty[1]) penalty"))
      #expect(try place.parlance("inspect", "m.safetensors", "--self-test").status == 0)
    }
    let grid = try place.parlance(
      ["crossvalidate", Workplace.bundledCorpus] + Self.english + [
        "--penalty", "l1", "--grid", "C=1,4,16", "--resamples", "0", "--format", "json",
      ])
    #expect(grid.status == 0, "\(grid.errors)")
    let bad = try place.parlance(
      "train", Workplace.bundledCorpus, "--where", "lang=en", "--penalty", "l1", "--model", "x.safetensors")
    #expect(bad.status == 2 && bad.errors.contains("3 classes"))
  }

  @Test("the commands of docs/small-data.md do what it says")
  func documentedCommands() throws {
    let place = try Workplace()
    try FileManager.default.createSymbolicLink(
      at: place.folder.appending(path: "notebooks-data"),
      withDestinationURL: Workplace.packageRoot.appending(path: "notebooks-data"))
    let text = try String(contentsOf: Workplace.packageRoot.appending(path: "docs/small-data.md"), encoding: .utf8)
    let commands = text.replacingOccurrences(of: "\\\n", with: "").split(separator: "\n").filter {
      $0.hasPrefix("    parlance ")
    }
    #expect(commands.count > 6)
    for command in commands {
      let run = try place.shell("\(command) --quiet")
      #expect(run.status == (command.hasSuffix("--on move") ? 2 : 0), "\(command): \(run.errors)")
    }
  }

  @Test("a prevalence is recorded and shifts every logit alike")
  func prevalence() throws {
    let place = try Workplace()
    var logits: [[Double]] = []
    for more in [[], ["--prevalence", "0.05"]] {
      let run = try place.parlance(
        ["train", Workplace.bundledCorpus] + Self.english + ["--model", "m.safetensors", "--force", "--format", "json"]
          + more)
      #expect(run.status == 0, "\(run.errors)")
      let rows = try place.parlance(
        "predict", "m.safetensors", Workplace.bundledCorpus, "--where", "crisis=dam", "--format", "csv")
      logits.append(rows.output.split(separator: "\n").dropFirst().compactMap { Double($0.split(separator: ",")[3]) })
    }
    #expect(try place.read("m.md").contains("prevalence"))
    let labels = try BundledStatements.labels()
    let odds = Double(labels.count { $0 == "escalatory" }) / Double(labels.count { $0 == "deescalatory" })
    let shift = log(0.05 / 0.95) - log(odds)
    #expect(logits[0].count > 100 && logits[0].count == logits[1].count)
    for (before, after) in zip(logits[0], logits[1]) { #expect(abs(after - before - shift) < 1e-9) }
    let bad = try place.parlance(
      ["train", Workplace.bundledCorpus] + Self.english + ["--model", "x.safetensors", "--prevalence", "1.5"])
    #expect(bad.status == 2 && bad.errors.contains("between 0 and 1") || bad.errors.contains("below 1"))
  }
}
