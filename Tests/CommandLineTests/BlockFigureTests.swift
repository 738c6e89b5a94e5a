import Foundation
import Testing

/// What cross-validation and training say of blocks and weights.
@Suite("what blocks and weights are worth")
struct BlockFigureTests {
  private static let design = ["--split", "group:crisis", "--folds", "3", "--cluster", "actor", "--resamples", "100"]

  private func crossvalidate(_ place: borrowing Workplace, _ options: [String]) throws -> ProgramRun {
    try place.parlance(
      ["crossvalidate", Workplace.bundledCorpus] + BundledStatements.twoClasses + Self.design + options)
  }

  @Test("--ablate compares each design with the whole as two cross-validations would")
  func ablation() throws {
    let place = try Workplace()
    let run = try crossvalidate(
      place, ["--features", "words,chars,cues", "--char-ngrams", "2-3", "--ablate", "--output", "e.json"])
    #expect(run.status == 0, "\(run.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(place.read("e.json").utf8)) as? [String: Any] ?? [:]
    let designs = try #require(json["ablation"] as? [[String: Any]])
    #expect(
      designs.compactMap { $0["features"] as? String } == [
        "words,chars,cues", "chars,cues", "words,cues", "words,chars", "words", "chars", "cues",
      ])
    #expect(designs[0]["difference"] == nil)
    let whole = try area(json)
    for (features, design) in [("words,cues", designs[2]), ("cues", designs[6])] {
      let alone = try crossvalidate(place, ["--features", features, "--format", "json"])
      let figure = try area(alone.json)
      #expect(try area(design) == figure)
      let difference = try #require((design["difference"] as? [String: [String: Any]])?["rocAUC"])
      #expect(abs((difference["difference"] as? Double ?? .nan) - (figure - whole)) < 1e-12)
      #expect(difference["low"] is Double && difference["p"] is Double)
    }
    for format in ["text", "markdown", "html"] {
      let report = try place.parlance("report", "e.json", "--format", format)
      #expect(report.status == 0 && report.output.contains("With blocks of features left out"), "\(report.errors)")
    }
  }

  private func area(_ json: [String: Any]) throws -> Double {
    let metrics = try #require(json["metrics"] as? [String: Any])
    return try #require((metrics["rocAUC"] as? [String: Any])?["value"] as? Double)
  }

  @Test("--importance is the same on any number of threads, and a block that tells nothing has none")
  func importance() throws {
    let place = try Workplace()
    let cues = "- name: never\n  patterns: [\"qqqq\"]\n  examples: [\"[qqqq]\"]\n"
    _ = try place.write(cues, to: "never.yml")
    let options = ["--features", "words,cues", "--importance", "--importance-repeats", "3", "--format", "json"]
    let runs = try ["1", "3"].map { try crossvalidate(place, options + ["--threads", $0]).output }
    #expect(runs[0] == runs[1])
    let blocks = try importance(in: try crossvalidate(place, options))
    #expect(blocks.map(\.block) == ["words", "cues"] && blocks[0].loss > 0.02)
    #expect(blocks.allSatisfy { $0.low <= $0.loss && $0.loss <= $0.high })
    let other = try importance(in: try crossvalidate(place, options + ["--seed", "2"]))
    #expect(other[0].loss != blocks[0].loss)
    // Cues of no text, beside the surface of texts: what is left of the block is little.
    let weak = try importance(
      in: try crossvalidate(place, options + ["--cues", "never.yml", "--cue-length", "1e-9"]))
    #expect(abs(weak[1].loss) < 1e-6)
  }

  private func importance(in run: ProgramRun) throws -> [(block: String, loss: Double, low: Double, high: Double)] {
    #expect(run.status == 0, "\(run.errors)")
    return try #require(try run.json["importance"] as? [[String: Any]]).map {
      (
        try #require($0["block"] as? String), try #require($0["loss"] as? Double), try #require($0["low"] as? Double),
        try #require($0["high"] as? Double)
      )
    }
  }

  @Test("--stability records how the strongest weights vary, bit for bit on any number of threads")
  func stability() throws {
    let place = try Workplace()
    let options = ["--features", "words,cues", "--stability", "12", "--cluster", "actor"]
    for threads in ["1", "3"] {
      let run = try place.parlance(
        ["train", Workplace.bundledCorpus, "--model", "m\(threads).safetensors", "--threads", threads]
          + BundledStatements.twoClasses + options)
      #expect(run.status == 0, "\(run.errors)")
    }
    let files = try ["m1", "m3"].map { try Data(contentsOf: URL(filePath: place.path("\($0).safetensors"))) }
    #expect(files[0] == files[1])
    let inspected = try place.parlance("inspect", "m1.safetensors", "--format", "json")
    let record = try #require(try inspected.json["record"] as? [String: Any])
    let stability = try #require(record["stability"] as? [String: Any])
    #expect(stability["refits"] as? Int == 12 && stability["cluster"] as? String == "actor")
    let features = try #require(stability["features"] as? [[String: Any]])
    #expect(Set(features.compactMap { $0["block"] as? String }) == ["words", "cues"])
    for feature in features {
      let (low, high) = (try #require(feature["low"] as? Double), try #require(feature["high"] as? Double))
      #expect(low <= high)
      for share in ["sameSign", "amongStrongest"] {
        let value = try #require(feature[share] as? Double)
        #expect(value >= 0 && value <= 1)
      }
    }
    // The strongest of all is strong in most resamples.
    let strongest = try #require(features.max { abs($0["weight"] as? Double ?? 0) < abs($1["weight"] as? Double ?? 0) })
    #expect(strongest["sameSign"] as? Double == 1 && strongest["amongStrongest"] as? Double ?? 0 > 0.9)
    #expect(try place.parlance("inspect", "m1.safetensors").output.contains("among the 100 strongest"))
    #expect(try place.read("m1.md").contains("same sign"))
    let plain = try place.parlance(
      ["train", Workplace.bundledCorpus, "--model", "p.safetensors"] + BundledStatements.twoClasses)
    #expect(plain.status == 0)
    #expect(try !place.read("p.md").contains("same sign"))
  }

  @Test(
    "what cannot be is refused in a sentence",
    arguments: [
      ("crossvalidate", ["--ablate"], Int32(2), "--ablate with one block of features (words)"),
      ("crossvalidate", ["--ablate", "--features", "words,cues", "--nested"], 2, "--ablate with --nested"),
      ("crossvalidate", ["--importance", "--calibrate", "platt"], 2, "--importance with --nested or --calibrate"),
      ("crossvalidate", ["--importance-repeats", "0"], 64, "1 to 1000"),
      ("train", ["--stability", "1"], 64, "2 to 10000"),
      ("train", ["--stability", "20000"], 64, "2 to 10000"),
      ("train", ["--cluster", "actor"], 64, "--stability"),
      ("train", ["--stability", "3", "--cluster", "nothing"], 2, "nothing"),
      ("train", ["--stability", "3", "--cluster", "lang"], 2, "belong to one cluster"),
      (
        "train", ["--stability", "3", "--matrix-file", "scratch", "--hash-features", "64"], 2,
        "cannot be combined with --stability"
      ),
    ])
  func refused(command: String, options: [String], status: Int32, word: String) throws {
    let place = try Workplace()
    let model = command == "train" ? ["--model", "m.safetensors"] : []
    let run = try place.parlance([command, Workplace.bundledCorpus] + model + BundledStatements.twoClasses + options)
    #expect(run.status == status && run.errors.contains(word), "\(run.errors)")
    #expect(try place.files().isEmpty)
  }

  @Test("a table of numbers has no blocks to leave out or permute", arguments: ["--ablate", "--importance"])
  func numbers(option: String) throws {
    let place = try Workplace()
    _ = try place.write((0..<40).map { "\($0 % 2) 1:\($0 % 3) 2:\($0)\n" }.joined(), to: "n.libsvm")
    let run = try place.parlance("crossvalidate", "n.libsvm", option)
    #expect(run.status == 2 && run.errors.contains("holds numbers"), "\(run.errors)")
  }
}
