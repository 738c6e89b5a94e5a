import Foundation
import Testing

@Suite("train --calibrate")
struct CalibrationCommandTests {
  private static let corpus = [Workplace.bundledCorpus, "--where", "lang=en", "--classes", "escalatory,deescalatory"]

  @Test("The map is kept in the file and applied everywhere; logits stay the model's")
  func applied() throws {
    let place = try Workplace()
    for (name, options) in [("plain", []), ("platt", ["--calibrate", "platt", "--calibrate-by", "crisis"])] {
      let run = try place.parlance(["train"] + Self.corpus + ["--model", "\(name).safetensors"] + options)
      #expect(run.status == 0, "\(run.errors)")
    }
    let bytes = try Data(contentsOf: place.folder.appending(path: "platt.safetensors"))
    let header = String(decoding: bytes.prefix(100_000), as: UTF8.self)
    #expect(header.contains("\\\"method\\\":\\\"platt\\\""))
    #expect(try place.read("platt.md").contains("platt calibration on scores out of crisis"))
    var scores: [[(probability: Double, logit: Double)]] = []
    for name in ["plain", "platt"] {
      let run = try place.parlance(["predict", "\(name).safetensors"] + Self.corpus.prefix(3) + ["--format", "jsonl"])
      scores.append(
        try run.output.split(separator: "\n").map { line in
          let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
          return (try #require(row?["probability"] as? Double), try #require(row?["logit"] as? Double))
        })
    }
    #expect(scores[0].map(\.logit) == scores[1].map(\.logit))
    #expect(zip(scores[0], scores[1]).contains { abs($0.probability - $1.probability) > 0.02 })
    // The map rises, so that the order of statements stays.
    let order = scores[1].indices.sorted { scores[1][$0].logit < scores[1][$1].logit }
    #expect(zip(order, order.dropFirst()).allSatisfy { scores[1][$0].probability <= scores[1][$1].probability })
    let explained = try place.parlance("explain", "platt.safetensors", "We shall answer.", "--format", "json").json
    let logit = try #require(explained["logit"] as? Double)
    let probability = try #require(explained["probability"] as? Double)
    #expect(abs(probability - 1 / (1 + exp(-logit))) > 1e-6)
  }

  @Test("In cross-validation the map is fitted inside each fold, the same on any number of threads")
  func crossValidated() throws {
    let place = try Workplace()
    let arguments =
      ["crossvalidate"] + Self.corpus + ["--split", "group:actor", "--resamples", "0", "--format", "json"]
    let plain = try place.parlance(arguments).json
    let runs = try ["1", "2"].map { try place.parlance(arguments + ["--calibrate", "platt", "--threads", $0]) }
    #expect(runs[0].output == runs[1].output)
    let loss = try [plain, runs[0].json].map { json -> Double in
      let metrics = try #require(json["metrics"] as? [String: [String: Any]])
      return try #require(metrics["logLoss"]?["value"] as? Double)
    }
    #expect(loss[1] < loss[0])
  }

  @Test(
    "What cannot be calibrated is said",
    arguments: [
      ("--calibrate isotonic", "isotonic calibration of"), ("--calibrate platt --calibrate-by nowhere", "nowhere"),
      ("--calibrate platt --classes escalatory,deescalatory,neutral", "two classes"),
      ("--calibrate platt --calibrate-by lang", "which has one value"),
    ])
  func complaints(options: String, complaint: String) throws {
    let place = try Workplace()
    var arguments = ["train"] + Self.corpus.prefix(3) + ["--model", "m.safetensors"]
    if !options.contains("--classes") { arguments += Self.corpus.suffix(2) }
    let run = try place.parlance(arguments + options.split(separator: " ").map(String.init))
    #expect(run.status == 2)
    #expect(run.errors.contains(complaint), "\(run.errors)")
    #expect(try place.files() == [])
  }
}
