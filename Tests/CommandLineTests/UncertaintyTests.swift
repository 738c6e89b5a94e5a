import Foundation
import Testing

/// Agreement of annotators, comparisons of models, and tests by permutation, from the command line.
@Suite("Uncertainty")
struct UncertaintyTests {
  private func value(_ json: [String: Any], _ path: String...) throws -> Double? {
    var member: Any? = json
    for key in path { member = (member as? [String: Any])?[key] }
    return member as? Double
  }

  // MARK: agreement

  /// Krippendorff's example in its three forms: four coders, twelve units, alpha .743421.
  private static let coders = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."].map {
    $0.map(String.init)
  }

  private static var wide: String {
    let rows = (0..<12).map { unit in
      "u\(unit)," + coders.map { $0[unit] == "." ? "" : $0[unit] }.joined(separator: ",")
    }
    return "id,ann,ben,cleo,dan\n" + rows.joined(separator: "\n") + "\n"
  }

  private static var long: String {
    let rows = (0..<12).flatMap { unit in
      zip(["ann", "ben", "cleo", "dan"], coders).map { "u\(unit),\($0),\($1[unit])" }
    }
    return "id,coder,label\n" + rows.joined(separator: "\n") + "\n"
  }

  private static var joined: String {
    let rows = (0..<12).map { unit in "u\(unit)," + coders.map { $0[unit] }.joined(separator: "|") }
    return "id,all\n" + rows.joined(separator: "\n") + "\n"
  }

  @Test("the three forms of a table give one alpha, with its interval")
  func forms() throws {
    let place = try Workplace()
    _ = try place.write(Self.wide, to: "wide.csv")
    _ = try place.write(Self.long, to: "long.csv")
    _ = try place.write(Self.joined, to: "joined.csv")
    let runs = [
      try place.parlance("agreement", "wide.csv", "--format", "json"),
      try place.parlance("agreement", "long.csv", "--missing", ".", "--format", "json"),
      try place.parlance(
        "agreement", "joined.csv", "--annotations-column", "all", "--missing", ".", "--format", "json"),
    ]
    for (run, form) in zip(runs, ["wide", "long", "joined"]) {
      #expect(run.status == 0, "\(run.errors)")
      let json = try run.json
      let alpha = try #require(try value(json, "alpha", "value"))
      #expect(abs(alpha - 0.743421) < 5e-7, "\(form)")
      let (low, high) = (try #require(try value(json, "alpha", "low")), try #require(try value(json, "alpha", "high")))
      #expect(low < alpha && alpha < high)
      #expect(json["form"] as? String == form)
      #expect((json["pairs"] as? [Any])?.count == 6 && (json["labels"] as? [Any])?.count == 5)
      #expect(json["coders"] as? Int == 4 && json["pairableUnits"] as? Int == 11)
    }
    for (level, expected) in [("ordinal", 0.815388), ("interval", 0.849107), ("ratio", 0.797403)] {
      let run = try place.parlance("agreement", "wide.csv", "--metric", level, "--resamples", "0", "--format", "json")
      let alpha = try #require(try value(run.json, "alpha", "value"))
      #expect(abs(alpha - expected) < 5e-7, "\(level)")
    }
    #expect(try place.parlance("agreement", "wide.csv").output.contains("Krippendorff's alpha"))
    #expect(
      try place.parlance("agreement", "wide.csv", "--format", "csv").output.hasPrefix(
        "figure,value,low,high\nalpha,0.743"))
  }

  @Test("ordered names, clusters, and coders that are named")
  func orderAndClusters() throws {
    let place = try Workplace()
    let rows = ["1,d1,low,low", "2,d1,high,middle", "3,d2,middle,middle", "4,d2,high,high", "5,d3,low,middle"]
    _ = try place.write("id,doc,a,b\n" + rows.joined(separator: "\n") + "\n", to: "a.csv")
    let run = try place.parlance(
      "agreement", "a.csv", "--coders", "a,b", "--metric", "ordinal", "--order", "low,middle,high", "--cluster", "doc",
      "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try run.json["cluster"] as? String == "doc")
    #expect(
      try place.parlance("agreement", "a.csv", "--coders", "a,b", "--metric", "ordinal").errors.contains("--order"))
  }

  @Test(
    "bad annotations end in an error with the counts",
    arguments: [
      ("id,label\n1,a\n2,b\n", [], "one label for each row (two annotators or more were expected)"),
      ("id,text,label,move\n1,x,a,c\n2,y,b,d\n", [], "one label for each row (two annotators or more were expected)"),
      ("id,ann\n1,a\n2,b\n", [], "1 column of labels (two annotators or more were expected)"),
      ("id,coder,label\n1,ann,a\n2,ann,b\n", [], "1 annotator labelled the 2 units"),
      ("id,all\n1,a\n2,b\n", ["--annotations-column", "all"], "1 annotator labelled the 2 units"),
      ("id,coder,label\n1,ann,a\n2,ben,b\n", [], "none of the 2 units has labels by two annotators"),
      ("id,coder,label\n1,ann,a\n1,ann,b\n", [], "c.csv:3: \"ann\" labels \"1\" a second time"),
      ("id,x,y\n1,a,b\n", ["--metric", "interval"], "labels such as \"a\" are no numbers"),
      ("id,x,y\n1,1,2\n", ["--metric", "interval", "--order", "1,2"], "--order names labels"),
      ("id,x,y\n1,a,b\n", ["--coder-column", "z"], "has no column of labels"),
      ("id,label,y\n1,a,b\n", ["--coder-column", "z"], "there is no column \"z\""),
      ("id,x,y\n1,a,b\n", ["--annotations-column", "z"], "there is no column"),
      ("id,x,y\n1,a,b\n", ["--coders", "x,z"], "there is no column"),
      ("id,x,y\n", [], "there is a header but no row"),
    ])
  func badAnnotations(table: String, arguments: [String], complaint: String) throws {
    let place = try Workplace()
    _ = try place.write(table, to: "c.csv")
    let run = try place.parlance(["agreement", "c.csv"] + arguments)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains(complaint), "\(run.errors)")
  }

  @Test("labels that are all the same have no alpha, not one of 1")
  func oneLabel() throws {
    let place = try Workplace()
    _ = try place.write("id,x,y\n1,a,a\n2,a,a\n", to: "c.csv")
    let run = try place.parlance("agreement", "c.csv", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let alpha = try #require(try run.json["alpha"] as? [String: Any])
    #expect(alpha["value"] is NSNull && (alpha["note"] as? String)?.contains("all labels are the same") == true)
  }

  @Test("the annotators of the UN sentences", .enabled(if: Workplace.hasSharedData, "needs ../shared/data"))
  func sentencesOfTheUN() throws {
    let place = try Workplace()
    let run = try place.parlance(
      "agreement", Workplace.sharedData.appending(path: "un_quadclass/sentences_dev.csv").path, "--annotations-column",
      "per_annotator", "--cluster", "doc", "--resamples", "200", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let json = try run.json
    #expect(json["units"] as? Int == 5_587 && json["coders"] as? Int == 4)
    let alpha = try #require(try value(json, "alpha", "value"))
    // What krippendorff 0.9 gives for the table of how often each sentence was given each label.
    #expect(abs(alpha - 0.8765847465858156) < 1e-9)
  }

  // MARK: compare-models

  private func trainTwo(in place: borrowing Workplace) throws {
    for (name, features) in [("a", "words"), ("b", "chars")] {
      let run = try place.parlance(
        ["train", Workplace.bundledCorpus] + CommandTests.english + [
          "--where", "crisis=border", "--features", features, "--model", "\(name).safetensors",
        ])
      #expect(run.status == 0, "\(run.errors)")
    }
  }

  private static let unseen = [
    Workplace.bundledCorpus, "--where", "lang=en", "--where", "crisis=dam", "--where",
    "label=escalatory", "--where", "label=deescalatory",
  ]

  @Test("two models are compared, from their files or from their scores")
  func compareModels() throws {
    let place = try Workplace()
    try trainTwo(in: place)
    let run = try place.parlance(
      ["compare-models", "a.safetensors", "b.safetensors"] + Self.unseen + [
        "--cluster", "actor", "--resamples", "200", "--format", "json",
      ])
    #expect(run.status == 0, "\(run.errors)")
    let json = try run.json
    let metrics = try #require(json["metrics"] as? [String: [String: Any]])
    #expect(metrics.count == 14)
    for (name, metric) in metrics {
      for key in ["difference", "low", "high", "p", "a", "b"] { #expect(metric[key] is Double, "\(name) \(key)") }
    }
    #expect(json["deLong"] != nil && json["mcNemar"] != nil && json["cluster"] as? String == "actor")
    #expect(run.errors.contains("rows for independent draws"))
    for name in ["a", "b"] {
      let scored = try place.parlance(["predict", "\(name).safetensors"] + Self.unseen + ["--output", "\(name).csv"])
      #expect(scored.status == 0, "\(scored.errors)")
    }
    let fromScores = try place.parlance(
      ["compare-models", "a.csv", "b.csv"] + Self.unseen + [
        "--cluster", "actor", "--resamples", "200", "--format", "json", "--threads", "1",
      ])
    #expect(fromScores.status == 0, "\(fromScores.errors)")
    for (name, metric) in try #require(try fromScores.json["metrics"] as? [String: [String: Any]]) {
      // Of two classes, one program writes p and the other takes 1 - p for the rest: the last digit may differ.
      let (found, expected) = (try #require(metric["difference"] as? Double), metrics[name]?["difference"] as? Double)
      #expect(abs(found - (try #require(expected))) < 1e-12, "\(name)")
    }
    #expect(
      try place.parlance(["compare-models", "a.csv", "b.safetensors"] + Self.unseen + ["--resamples", "20"]).output
        .contains(
          "By how much they differ"))
  }

  @Test("cross-validations of one corpus are compared by what they said of rows they had not seen")
  func outOfFold() throws {
    let place = try Workplace()
    for (name, features) in [("a", "words"), ("b", "chars")] {
      let run = try place.parlance(
        ["crossvalidate", Workplace.bundledCorpus] + CommandTests.english + [
          "--split", "group:actor", "--features", features, "--resamples", "0", "--predictions", "\(name).csv",
          "--output", "\(name).json",
        ])
      #expect(run.status == 0, "\(run.errors)")
    }
    let rows = try place.read("a.csv").split(separator: "\n")
    #expect(try rows.count == BundledStatements.count() + 1 && rows[0] == "id,label,probability,fold")
    let run = try place.parlance(
      ["compare-models", "a.csv", "b.csv", Workplace.bundledCorpus] + CommandTests.english + [
        "--cluster", "actor", "--resamples", "50", "--format", "json",
      ])
    #expect(run.status == 0, "\(run.errors)")
    for (name, key) in [("a.json", "a"), ("b.json", "b")] {
      let text = try place.read(name)
      let evaluation = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
      let area = try #require(try value(evaluation, "metrics", "rocAUC", "value"))
      let compared = try #require(try value(run.json, "metrics", "rocAUC", key))
      #expect(abs(area - compared) < 1e-12)
    }
    let again = try place.parlance(
      ["crossvalidate", Workplace.bundledCorpus] + CommandTests.english + ["--predictions", "a.csv"])
    #expect(again.status == 2 && again.errors.contains("a.csv"))
  }

  @Test("scores that do not fit the corpus are refused")
  func badScores() throws {
    let place = try Workplace()
    _ = try place.write("id,text,label\n1,war,escalatory\n2,peace,deescalatory\n", to: "c.csv")
    _ = try place.write("id,probability\n1,0.5\n2,0.7\n", to: "a.csv")
    let bad = [
      ("id,probability\n1,0.5\n", "has no score for 1 of the 2 rows of c.csv"),
      ("id,probability\n1,0.5\n2,1.5\n", "b.csv:3: \"1.5\" is no probability"),
      ("id,probability\n1,0.5\n1,0.4\n", "the id \"1\" comes a second time"),
      ("id,score\n1,0.5\n", "there is no column"), ("text\n1\n", "there is no column"),
    ]
    for (table, complaint) in bad {
      _ = try place.write(table, to: "b.csv")
      let run = try place.parlance("compare-models", "a.csv", "b.csv", "c.csv")
      #expect(run.status == 2 && run.errors.contains(complaint), "\(run.errors)")
    }
  }

  // MARK: intervals and permutations

  @Test("the percentile interval is the default, and bca another of the same figures")
  func intervals() throws {
    let place = try Workplace()
    let runs = try [[], ["--interval", "percentile"], ["--interval", "bca"]].map { options in
      try place.parlance(
        ["crossvalidate", Workplace.bundledCorpus] + CommandTests.english + [
          "--cluster", "actor", "--resamples", "100", "--format", "json",
        ] + options)
    }
    for run in runs { #expect(run.status == 0, "\(run.errors)") }
    #expect(runs[0].output == runs[1].output)
    let (percentile, bca) = (try runs[0].json, try runs[2].json)
    #expect(try value(percentile, "metrics", "rocAUC", "value") == value(bca, "metrics", "rocAUC", "value"))
    #expect(try value(percentile, "metrics", "rocAUC", "low") != value(bca, "metrics", "rocAUC", "low"))
    #expect((bca["bootstrap"] as? [String: Any])?["interval"] as? String == "bca")
    let foldwise = try #require(percentile["foldwise"] as? [String: Any])
    #expect(try #require(try value(foldwise, "metrics", "rocAUC", "standardError")) > 0)
    #expect(try #require(try value(foldwise, "testedToTrained")) > 0.24)
  }

  @Test("permuted labels teach nothing, whichever change places", arguments: ["rows", "within:actor", "between:actor"])
  func permutations(scheme: String) throws {
    let place = try Workplace()
    let runs = try ["1", "2"].map { threads in
      try place.parlance(
        ["crossvalidate", Workplace.bundledCorpus] + CommandTests.english + [
          "--split", "group:actor", "--folds", "3", "--resamples", "0", "--permutations", "19", "--permute", scheme,
          "--threads", threads, "--format", "json",
        ])
    }
    #expect(runs[0].status == 0, "\(runs[0].errors)")
    #expect(runs[0].output == runs[1].output)
    let json = try runs[0].json
    let test = try #require(json["permutation"] as? [String: Any])
    #expect(test["count"] as? Int == 19 && test["scheme"] as? String == scheme)
    #expect(try value(test, "metrics", "rocAUC", "value") == value(json, "metrics", "rocAUC", "value"))
    let mean = try #require(try value(test, "metrics", "rocAUC", "nullMean"))
    // 19 areas of some 300 rows, each with a standard error near 0.033: four of their mean's are 0.03.
    #expect(abs(mean - 0.5) < 0.05, "\(mean)")
    let p = try #require(try value(test, "metrics", "rocAUC", "p"))
    #expect((p * 20).rounded() == p * 20 && p >= 0.05)
  }

  @Test("a permutation that cannot be is refused")
  func badPermutations() throws {
    let place = try Workplace()
    let arguments = ["crossvalidate", Workplace.bundledCorpus] + CommandTests.english + ["--permutations", "2"]
    for (scheme, complaint) in [
      ("actors", "no way to permute is called \"actors\""), ("between:nobody", "there is no column \"nobody\""),
      ("between:lang", "have one lang"), ("within:id", "all labels are the same"),
    ] {
      let run = try place.parlance(arguments + ["--permute", scheme])
      #expect(run.status == 2 && run.errors.contains(complaint), "\(scheme): \(run.errors)")
    }
    #expect(try place.parlance(arguments + ["--permutations", "-1"]).status == 64)
  }
}
