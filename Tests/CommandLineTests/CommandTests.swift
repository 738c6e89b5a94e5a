import Foundation
import Testing

/// Each command's result has the keys and rows that the manual names.
@Suite("Commands")
struct CommandTests {
  static let english = BundledStatements.twoClasses

  private func train(in place: borrowing Workplace, _ arguments: [String] = []) throws -> ProgramRun {
    try place.parlance(
      ["train", Workplace.bundledCorpus] + Self.english + ["--model", "m.safetensors", "--format", "json"] + arguments)
  }

  @Test("train tells how the fit ended, and writes a card beside the model")
  func train() throws {
    let place = try Workplace()
    let run = try train(in: place)
    #expect(run.status == 0, "\(run.errors)")
    let json = try run.json
    for key in [
      "model", "rows", "classes", "features", "nonzeros", "solver", "iterations", "outcome", "objective",
      "gradientNorm",
      "dualityGap", "seconds",
    ] { #expect(json[key] != nil, "\(key)") }
    #expect(json["outcome"] as? String == "converged")
    #expect(try #require(json["dualityGap"] as? Double) < 1e-6)
    #expect(try place.files() == ["m.md", "m.safetensors"])
    #expect(try place.read("m.md").contains("# Model card"))
  }

  @Test("evaluate and crossvalidate give every figure with its interval")
  func figures() throws {
    let place = try Workplace()
    #expect(try train(in: place, ["--where", "crisis=border"]).status == 0)
    let names = [
      "accuracy", "balancedAccuracy", "precision", "recall", "f1", "macroF1", "mcc", "kappa", "logLoss", "brier",
      "rocAUC", "averagePrecision", "eceWidth", "eceMass",
    ]
    let evaluated = try place.parlance(
      "evaluate", "m.safetensors", Workplace.bundledCorpus, "--where", "lang=en", "--where", "crisis=dam", "--where",
      "label=escalatory", "--where", "label=deescalatory", "--cluster", "actor", "--resamples", "100", "--format",
      "json")
    let validated = try place.parlance(
      ["crossvalidate", Workplace.bundledCorpus] + Self.english + [
        "--split", "group:actor", "--folds", "3", "--grid", "C=0.5,2", "--resamples", "100", "--format", "json",
      ])
    for run in [evaluated, validated] {
      #expect(run.status == 0, "\(run.errors)")
      let json = try run.json
      for key in ["rows", "prevalence", "threshold", "metrics", "confusion", "calibration", "folds"] {
        #expect(json[key] != nil, "\(key)")
      }
      let metrics = try #require(json["metrics"] as? [String: [String: Any]])
      #expect(Set(metrics.keys) == Set(names))
      for (name, metric) in metrics {
        let (value, low, high) = (metric["value"] as? Double, metric["low"] as? Double, metric["high"] as? Double)
        #expect(value != nil && low != nil && high != nil, "\(name): \(metric)")
      }
    }
    #expect(try validated.json["best"] != nil)
    #expect(try (validated.json["folds"] as? [Any])?.count == 3)
  }

  @Test("predictions are the same in every format, with the corpus's columns beside them")
  func predict() throws {
    let place = try Workplace()
    #expect(try train(in: place).status == 0)
    let corpus = "id,text,label\nx1,\"war, and more war\",escalatory\nx2,a calm day,deescalatory\n"
    _ = try place.write(corpus, to: "c.csv")
    let csv = try place.parlance("predict", "m.safetensors", "c.csv", "--keep")
    #expect(csv.status == 0, "\(csv.errors)")
    let lines = csv.output.split(separator: "\n")
    #expect(lines[0] == "id,label,probability,logit,text,corpus_label")
    #expect(lines.count == 3 && lines[1].hasPrefix("x1,") && lines[1].hasSuffix(",\"war, and more war\",escalatory"))
    let list = try place.parlance("predict", "m.safetensors", "c.csv", "--format", "json")
    let objects = try #require(try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]])
    #expect(objects.count == 2)
    let rows = try place.parlance("predict", "m.safetensors", "c.csv", "--format", "jsonl").output.split(
      separator: "\n")
    for (object, row) in zip(objects, rows) {
      let probability = try #require(object["probability"] as? Double)
      let logit = try #require(object["logit"] as? Double)
      #expect(abs(probability - 1 / (1 + exp(-logit))) < 1e-15)
      #expect(row.contains("\"id\":\"\(object["id"] as? String ?? "")\""))
    }
    #expect(try place.parlance("predict", "m.safetensors", "c.csv", "--format", "text").output.contains("probability"))
    #expect(try place.parlance("predict", "m.safetensors", "c.csv", "--format", "markdown").output.contains("| x1 |"))
  }

  @Test("contributions add up to the logit, and their ranges are the words")
  func explain() throws {
    let place = try Workplace()
    #expect(try train(in: place, ["--ngrams", "1-2"]).status == 0)
    let text = "Élan: there have been no gunshots, no clashes there."
    let run = try place.parlance("explain", "m.safetensors", text, "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let json = try run.json
    let contributions = try #require(json["contributions"] as? [[String: Any]])
    let sum = contributions.reduce(try #require(json["intercept"] as? Double)) {
      $0 + ($1["contribution"] as? Double ?? 0)
    }
    #expect(abs(sum - (try #require(json["logit"] as? Double))) < 1e-12)
    let scalars = Array(text.unicodeScalars)
    for contribution in contributions {
      for range in try #require(contribution["ranges"] as? [[String: Int]]) {
        let (start, end) = (try #require(range["start"]), try #require(range["end"]))
        var piece = ""
        piece.unicodeScalars.append(contentsOf: scalars[start..<end])
        #expect(piece.lowercased().filter { $0 != "," } == contribution["feature"] as? String)
      }
    }
    let marked = try place.parlance("explain", "m.safetensors", text, "--format", "markdown").output
    // A word is marked as a whole: offsets in bytes and in characters differ after the first letter.
    #expect(marked.contains("*no*"), "\(marked)")
    let scored = try place.shell("echo '\(text)' | parlance predict m.safetensors - --input-format text --format jsonl")
    #expect(scored.output.contains("\"logit\":"))
  }

  @Test("three classes: probabilities, and contributions against one rival")
  func threeClasses() throws {
    let place = try Workplace()
    let trained = try place.parlance(
      "train", Workplace.bundledCorpus, "--where", "lang=en", "--model", "m.safetensors", "--format", "json")
    #expect(trained.status == 0, "\(trained.errors)")
    #expect(try (trained.json["classes"] as? [String])?.count == 3)
    for rival in ["neutral", "deescalatory"] {
      let run = try place.parlance("explain", "m.safetensors", "We warn them.", "--against", rival, "--format", "json")
      #expect(run.status == 0, "\(run.errors)")
      #expect(try run.json["against"] as? String == rival)
    }
    #expect(try place.parlance("explain", "m.safetensors", "We warn them.", "--against", "escalatory").status == 2)
  }

  @Test("a model of one class against the rest knows every label")
  func rest() throws {
    let place = try Workplace()
    let trained = try place.parlance(
      "train", Workplace.bundledCorpus, "--where", "lang=en", "--classes", "escalatory,rest", "--model",
      "m.safetensors",
      "--format", "json")
    #expect(try trained.json["classes"] as? [String] == ["rest", "escalatory"])
    let run = try place.parlance(
      "evaluate", "m.safetensors", Workplace.bundledCorpus, "--where", "lang=ru", "--resamples", "0", "--format", "json"
    )
    #expect(run.status == 0, "\(run.errors)")
    #expect(try run.json["rows"] as? Int == BundledStatements.labels(["lang=ru"]).count)
  }

  @Test("report shows an evaluation in every form")
  func report() throws {
    let place = try Workplace()
    let run = try place.parlance(
      ["crossvalidate", Workplace.bundledCorpus] + Self.english + ["--resamples", "50", "--output", "e.json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(try place.parlance("report", "e.json", "--output", "r.html").status == 0)
    let page = try place.read("r.html")
    for part in ["<svg", "ROC curve", "Reliability diagram", "Confusion", "Strongest features"] {
      #expect(page.contains(part), "\(part)")
    }
    // The page's one script is named by its digest; the tests of reports open pages in a browser and see what they ask for.
    #expect(page.contains("script-src &#39;sha256-"))
    for loader in ["src=", "href=\"http", "url(", "@import"] { #expect(!page.contains(loader), "\(loader)") }
    #expect(try place.parlance("report", "e.json", "--format", "markdown").output.hasPrefix("# Cross-validation of"))
    #expect(try place.parlance("report", "e.json").output.contains("ROC AUC"))
    let table = try place.parlance("report", "e.json", "--format", "csv").output.split(separator: "\n")
    #expect(table.count == 15 && table[0] == "metric,value,low,high")
    let again = try place.parlance("report", "e.json", "--format", "json")
    #expect(again.output == (try place.read("e.json")), "an evaluation read back is written as it was")
  }

  @Test("inspect tells what is in a corpus and what is wrong with it")
  func inspect() throws {
    let place = try Workplace()
    _ = try place.write("id,text,label\n1,war,a\n1,war,b\n2,,a\n", to: "c.csv")
    let run = try place.parlance("inspect", "c.csv", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let kinds = try #require(try run.json["findings"] as? [[String: Any]]).compactMap { $0["kind"] as? String }
    #expect(
      kinds.contains("duplicateIdentifiers") && kinds.contains("emptyTexts") && kinds.contains("conflictingDuplicates"))
    #expect(try place.parlance("inspect", "c.csv").output.contains("1 text is empty"))
  }

  @Test("inspect breaks rows and labels down by the columns that put rows into groups")
  func breakdowns() throws {
    let place = try Workplace()
    let rows = ["1,war,a,north,x", "2,talks,b,north,y", "3,shots,a,south,z", "4,peace,b,north,u"]
    _ = try place.write("id,text,label,region,note\n" + rows.joined(separator: "\n") + "\n", to: "c.csv")
    let run = try place.parlance("inspect", "c.csv", "--format", "json")
    let breakdowns = try #require(try run.json["breakdowns"] as? [[String: Any]])
    #expect(breakdowns.compactMap { $0["column"] as? String } == ["region"], "a column of notes is no grouping")
    let north = try #require((breakdowns[0]["values"] as? [[String: Any]])?.first)
    #expect(north["value"] as? String == "north" && north["rows"] as? Int == 3)
    let labels = try #require(north["labels"] as? [[String: Any]])
    #expect(labels.compactMap { $0["value"] as? String } == ["a", "b"])
    #expect(labels.compactMap { $0["rows"] as? Int } == [1, 2])
    #expect(try place.parlance("inspect", "c.csv").output.contains("By region"))
  }

  @Test("results are the same on one thread and on two")
  func threads() throws {
    let place = try Workplace()
    let runs = try ["1", "2"].map { threads in
      try place.parlance(
        ["crossvalidate", Workplace.bundledCorpus] + Self.english + [
          "--split", "leave-one-out:crisis", "--resamples", "200", "--threads", threads, "--format", "json",
        ])
    }
    #expect(runs[0].status == 0)
    #expect(runs[0].output == runs[1].output)
  }

  @Test(
    "every command has an example in its help",
    arguments: [
      "train", "split", "evaluate", "crossvalidate", "predict", "explain", "report", "inspect", "agreement",
      "compare-models", "extract", "evaluate-extraction",
    ])
  func help(command: String) throws {
    let place = try Workplace()
    let run = try place.parlance(command, "--help")
    #expect(run.status == 0)
    #expect(run.output.contains("Example:\n") && run.output.contains("parlance \(command) "))
  }
}
