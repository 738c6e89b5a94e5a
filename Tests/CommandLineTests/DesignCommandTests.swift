import Foundation
import Testing

/// Fold plans as data, nested choices and calibration, asked for as a user would.
@Suite("Designs and calibration")
struct DesignCommandTests {
  static let corpus = [Workplace.bundledCorpus] + BundledStatements.twoClasses

  @Test(
    "a plan read from its file gives the figures and the digest of the plan that was made",
    arguments: [
      ["--split", "group:actor", "--folds", "3"], ["--split", "forward", "--folds", "3", "--embargo", "7d"],
      ["--split", "leave-one-out:crisis"], ["--split", "stratified", "--folds", "2", "--repeats", "2"],
      ["--split", "group-forward:actor", "--folds", "2"],
    ])
  func roundTrip(design: [String]) throws {
    let place = try Workplace()
    let split = try place.parlance(["split"] + Self.corpus + design + ["--out", "f.csv", "--format", "json"])
    #expect(split.status == 0, "\(split.errors)")
    #expect(try place.read("f.csv").hasPrefix("id,outer,inner"))
    let base = ["crossvalidate"] + Self.corpus + ["--resamples", "20", "--format", "json"]
    let made = try place.parlance(base + design)
    let read = try place.parlance(base + ["--folds-file", "f.csv"])
    #expect(made.status == 0 && read.status == 0, "\(made.errors)\(read.errors)")
    let digest = try #require(try split.json["foldPlan"] as? String)
    #expect(try made.json["foldPlan"] as? String == digest && read.json["foldPlan"] as? String == digest)
    for key in ["metrics", "folds", "bootstrap", "rocCurve"] {
      let (left, right) = (try made.json[key] as? NSObject, try read.json[key] as? NSObject)
      #expect(left != nil && left == right, "\(key)")
    }
  }

  @Test("nested choices use the inner folds of the file, and are the same on any thread count")
  func nested() throws {
    let place = try Workplace()
    let design = ["--split", "group:actor", "--folds", "3", "--inner-folds", "3"]
    let split = try place.parlance(["split"] + Self.corpus + design + ["--nested", "--out", "f.csv", "--quiet"])
    #expect(split.status == 0, "\(split.errors)")
    let base =
      ["crossvalidate"] + Self.corpus + [
        "--nested", "--grid", "C=0.1,10", "--grid", "ngrams=1-1,1-2", "--grid", "min-df=1,2", "--resamples", "0",
        "--format", "json",
      ]
    let runs = try [design + ["--threads", "1"], design + ["--threads", "2"], ["--folds-file", "f.csv"]].map {
      try place.parlance(base + $0)
    }
    #expect(runs.allSatisfy { $0.status == 0 }, "\(runs[0].errors)")
    #expect(runs[0].output == runs[1].output)
    let folds = try #require(try runs[0].json["folds"] as? NSArray)
    #expect(folds == (try runs[2].json["folds"] as? NSArray))
    #expect(try runs[0].json["foldPlan"] as? String == runs[2].json["foldPlan"] as? String)
    for fold in folds {
      let chosen = try #require((fold as? [String: Any])?["chosen"] as? [[String: String]])
      #expect(chosen.compactMap { $0["name"] } == ["C", "ngrams", "min-df"])
    }
    #expect(try runs[0].json["best"] == nil)
    #expect(try (runs[0].json["nested"] as? [String: Any])?["settings"] as? Int == 8)
    _ = try place.write(runs[0].output, to: "e.json")
    #expect(try place.parlance("report", "e.json").output.contains("Settings chosen inside each fold"))
    #expect(try place.parlance("report", "e.json", "--format", "json").output == runs[0].output)
  }

  @Test("copies of a text never stand on both sides of a fold, unless that is allowed")
  func copies() throws {
    let place = try Workplace()
    let story = "the ministry said on monday that talks about the border would go on"
    let rows = (0..<20).map {
      "r\($0),\($0 % 10 == 0 ? story : "plain words number \($0) about it \($0 * 7)"),\($0 % 2),g\($0 % 4)"
    }
    let other = (0..<20).map {
      "s\($0),\($0 % 10 == 0 ? story : "further words number \($0) of them \($0 * 9)"),\(($0 + 1) % 2),h\($0 % 4)"
    }
    _ = try place.write("id,text,label,group\n" + (rows + other).joined(separator: "\n") + "\n", to: "c.csv")
    for design in [["stratified"], ["group:group"], ["leave-one-out:group"]] {
      let run = try place.parlance(
        ["split", "c.csv", "--folds", "4", "--out", "f.csv", "--force", "--format", "json", "--split"] + design)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("cop"), "\(design): \(run.errors)")
      let allowed = try place.parlance(
        ["split", "c.csv", "--folds", "4", "--allow-duplicates", "--format", "json", "--split"] + design)
      #expect(try allowed.json["foldPlan"] as? String != run.json["foldPlan"] as? String)
      #expect(!allowed.errors.contains("cop"))
    }
  }

  @Test("designs that cannot be say why, with counts")
  func badDesigns() throws {
    let place = try Workplace()
    func problem(_ design: String...) throws -> String {
      let run = try place.parlance(["split"] + Self.corpus + design)
      #expect(run.status == 2 && run.output.isEmpty, "\(design)")
      return run.errors
    }
    #expect(try problem("--split", "group:crisis", "--folds", "4").contains("4 folds, but only 3 groups"))
    #expect(
      try problem("--split", "group:lang,crisis").contains(
        "all \(BundledStatements.count()) rows become one group: rows that share a value of lang"))
    #expect(try problem("--split", "forward", "--embargo", "50y").contains("leaves nothing to train on before 2031"))
    #expect(try problem("--split", "forward", "--embargo", "7x").contains("--embargo 7x (a number of days"))
    #expect(try problem("--split", "group:actor", "--embargo", "7d").contains("does not go forward in time"))
    #expect(try problem("--split", "forward", "--repeats", "3").contains("the same every time"))
    #expect(try problem("--split", "group:nobody").contains("nobody"))
    _ = try place.write("id,text,label,g\n1,a b,x,p\n2,c d,y,q\n3,e f,y,q\n", to: "one.csv")
    let single = try place.parlance("split", "one.csv", "--positive", "x", "--split", "leave-one-out:g")
    #expect(single.errors.contains("would train without class \"x\": all 1 of its rows are tested"))
    let dateless = try place.parlance("split", "one.csv", "--positive", "x", "--split", "forward")
    #expect(dateless.status == 2 && dateless.errors.contains("date"))
  }

  @Test("files of folds that do not fit are refused with file and line")
  func badFiles() throws {
    let place = try Workplace()
    _ = try place.write("id,text,label\na,war now,x\nb,calm now,y\nc,war then,x\nd,calm then,y\n", to: "c.csv")
    func problem(_ file: String, corpus: String = "c.csv") throws -> String {
      _ = try place.write(file, to: "f.csv")
      let run = try place.parlance(
        "crossvalidate", corpus, "--positive", "x", "--resamples", "0", "--folds-file", "f.csv")
      #expect(run.status == 2)
      return run.errors
    }
    let head = "id,outer,inner\na,1,\nb,1,\nc,2,\n"
    #expect(try problem(head).contains("c.csv:5: the id \"d\" is not in f.csv (1 of 4 rows are missing)"))
    #expect(
      try problem(head + "d,2,\ne,2,\n").contains("f.csv:6: the id \"e\" is not in c.csv (1 of 5 rows of the file"))
    #expect(try problem(head + "d,2,\na,1,\n").contains("f.csv:6: id \"a\": the row stands twice in fold \"1\""))
    #expect(try problem("id,outer,inner,role\na,1,,test\nb,1,,check\n").contains("f.csv:3: the role \"check\""))
    #expect(try problem("id,outer,inner\na,1,\nc,1,\nb,2,\nd,2,\n").contains("would train without class"))
    #expect(try problem("id,inner\na,1\n").contains("outer"))
    #expect(try problem("id,outer,inner\na,,\nb,,\nc,,\nd,,\n").contains("none of its 4 rows names a fold"))
    _ = try place.write("id,text,label\na,war now,x\na,calm now,y\n", to: "twice.csv")
    #expect(try problem(head, corpus: "twice.csv").contains("twice.csv:3: the id \"a\" is that of twice.csv:2 as well"))
  }

  @Test("a plan goes to the standard output, and its counts then do not")
  func standardOutput() throws {
    let place = try Workplace()
    let run = try place.parlance(["split"] + Self.corpus + ["--split", "leave-one-out:crisis", "--out", "-"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try run.output.hasPrefix("id,outer,inner\n")
        && run.output.split(separator: "\n").count == BundledStatements.count() + 1)
    #expect(run.errors.contains("Fold by fold"))
    let piped = try place.parlance(
      ["crossvalidate"] + Self.corpus + ["--folds-file", "-", "--resamples", "0", "--format", "json"],
      input: Data(run.output.utf8))
    #expect(piped.status == 0, "\(piped.errors)")
  }

  @Test(
    "a calibrated model keeps its logits and says how its probabilities came about", arguments: ["platt", "isotonic"])
  func calibratedModel(method: String) throws {
    let place = try Workplace()
    for (name, extra) in [("plain", [String]()), ("mapped", ["--calibrate", method, "--split", "group:actor"])] {
      let run = try place.parlance(
        ["train"] + Self.corpus + ["--model", "\(name).safetensors", "--format", "json"] + extra)
      #expect(run.status == 0, "\(run.errors)")
      let calibration = try run.json["calibration"] as? [String: Any]
      #expect((calibration == nil) == extra.isEmpty)
      if let calibration { #expect(try calibration["rows"] as? Int == BundledStatements.count()) }
    }
    func rows(_ model: String) throws -> [[Substring]] {
      let run = try place.parlance(["predict", model, Workplace.bundledCorpus, "--where", "lang=en"])
      #expect(run.status == 0, "\(run.errors)")
      return run.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    }
    let (plain, mapped) = (try rows("plain.safetensors"), try rows("mapped.safetensors"))
    #expect(plain.map { $0[3] } == mapped.map { $0[3] }, "the logits are the model's own")
    #expect(plain.map { $0[2] } != mapped.map { $0[2] })
    let order = mapped.indices.sorted { (Double(mapped[$0][3]) ?? 0) < (Double(mapped[$1][3]) ?? 0) }
    let probabilities = order.map { Double(mapped[$0][2]) ?? -1 }
    #expect(probabilities == probabilities.sorted(), "the map rises")
    let explained = try place.parlance("explain", "mapped.safetensors", "We warn them of war.", "--format", "json")
    #expect(try explained.json["calibration"] as? String == method)
    let evaluated = try place.parlance(
      ["evaluate", "mapped.safetensors", Workplace.bundledCorpus] + BundledStatements.chosen
        + [
          "--where", "label=escalatory", "--where", "label=deescalatory", "--resamples", "0", "--by", "actor",
          "--format", "json",
        ])
    #expect(evaluated.status == 0, "\(evaluated.errors)")
    let comparison = try #require(try evaluated.json["groups"] as? [String: Any])
    let groups = try #require(comparison["groups"] as? [[String: Any]])
    #expect(try groups.reduce(0) { $0 + ($1["rows"] as? Int ?? 0) } == BundledStatements.count())
  }

  @Test("cross-validated calibration is fitted inside each fold")
  func calibratedFolds() throws {
    let place = try Workplace()
    let base = ["crossvalidate"] + Self.corpus + ["--split", "group:actor", "--resamples", "0", "--format", "json"]
    let plain = try place.parlance(base)
    let mapped = try place.parlance(base + ["--calibrate", "platt", "--by", "crisis"])
    #expect(mapped.status == 0, "\(mapped.errors)")
    func loss(_ run: ProgramRun) throws -> Double? {
      let metrics = try run.json["metrics"] as? [String: [String: Any]]
      return metrics?["logLoss"]?["value"] as? Double
    }
    #expect(try loss(plain) != loss(mapped))
    let comparison = try #require(try mapped.json["groups"] as? [String: Any])
    #expect((comparison["groups"] as? [Any])?.count == 3)
    let refused = try place.parlance(base + ["--calibrate", "platt", "--grid", "C=1,2"])
    #expect(refused.status == 2 && refused.errors.contains("add --nested"))
    let three = try place.parlance(
      "crossvalidate", Workplace.bundledCorpus, "--where", "lang=en", "--calibrate", "platt", "--resamples", "0")
    #expect(three.status == 2 && three.errors.contains("3 classes (two were expected)"))
  }
}
