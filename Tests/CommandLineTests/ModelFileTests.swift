import Foundation
import Testing

/// The model file as others read it: the Python lines of docs/model-file.md, run as they stand there.
@Suite("Model files")
struct ModelFileTests {
  /// The first block of Python in docs/model-file.md.
  private static var documentedLines: String {
    get throws {
      let page = try String(
        contentsOf: Workplace.packageRoot.appending(path: "docs/model-file.md"), encoding: .utf8)
      let parts = page.components(separatedBy: "```")
      return try #require(parts.first { $0.hasPrefix("python\n") }).replacing("python\n", with: "", maxReplacements: 1)
    }
  }

  @Test(
    "twenty lines of Python give the scores that parlance gives",
    .enabled(if: Workplace.hasPython, "needs .venv, which scripts/prepare-python makes"))
  func documentedPython() throws {
    let place = try Workplace()
    let trained = try place.parlance(
      "train", Workplace.bundledCorpus, "--where", "lang=en", "--classes", "escalatory,deescalatory", "--ngrams", "1-2",
      "--sublinear-tf", "--model", "m.safetensors")
    #expect(trained.status == 0, "\(trained.errors)")
    let texts = [
      "There have been no gunshots, no clashes there.",
      "We so value this friendship that we should hate to see how it ends.",
      "Граница остаётся открытой. ΟΔΟΣ İstanbul 12th_of_May",
      "!",
    ]
    _ = try place.write("text\n" + texts.map { "\"\($0)\"\n" }.joined(), to: "texts.csv")
    _ = try place.write(texts.joined(separator: "\n") + "\n", to: "texts.txt")
    _ = try place.write(Self.documentedLines, to: "score.py")
    let predicted = try place.parlance("predict", "m.safetensors", "texts.csv", "--format", "jsonl")
    #expect(predicted.status == 0, "\(predicted.errors)")
    let ours = try predicted.output.split(separator: "\n").map { line in
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(row?["logit"] as? Double)
    }
    let run = try place.shell("\(Workplace.interpreter) score.py m.safetensors < texts.txt")
    #expect(run.status == 0, "\(run.errors)")
    let theirs = run.output.split(separator: "\n").compactMap { Double($0) }
    #expect(ours.count == texts.count && theirs.count == texts.count)
    for (mine, other) in zip(ours, theirs) { #expect(abs(mine - other) < 1e-12, "\(mine) and \(other)") }
  }

  @Test("training twice gives the same bytes, on one thread and on two")
  func sameBytes() throws {
    let place = try Workplace()
    for threads in ["1", "2"] {
      let run = try place.parlance(
        "train", Workplace.bundledCorpus, "--where", "lang=en", "--classes", "escalatory,deescalatory", "--model",
        "m\(threads).safetensors", "--threads", threads)
      #expect(run.status == 0, "\(run.errors)")
    }
    let contents = try ["m1.safetensors", "m2.safetensors"].map {
      try Data(contentsOf: place.folder.appending(path: $0))
    }
    #expect(contents[0] == contents[1])
  }

  @Test("a card shows evaluations of the same recipe, and refuses those of another or of other data")
  func cardEvaluations() throws {
    let place = try Workplace()
    let english = ["--where", "lang=en", "--classes", "escalatory,deescalatory"]
    let evaluation = try place.parlance(
      ["crossvalidate", Workplace.bundledCorpus] + english + [
        "--split", "leave-one-out:crisis", "--resamples", "0", "--output", "e.json",
      ])
    #expect(evaluation.status == 0, "\(evaluation.errors)")
    let train = ["train", Workplace.bundledCorpus] + english + ["--evaluation", "e.json", "--model"]
    #expect(try place.parlance(train + ["m.safetensors"]).status == 0)
    #expect(try place.read("m.md").contains("| leave-one-out:crisis |"))
    let other = try place.parlance(train + ["n.safetensors", "--C", "2"])
    #expect(other.status == 2 && other.errors.contains("e.json: is of another recipe"), "\(other.errors)")
    _ = try place.write("text,label\nwar comes,escalatory\npeace comes,deescalatory\n", to: "c.csv")
    let elsewhere = try place.parlance(
      "train", "c.csv", "--classes", "escalatory,deescalatory", "--evaluation", "e.json", "--model", "o.safetensors")
    #expect(elsewhere.status == 2 && elsewhere.errors.contains("is of other data"), "\(elsewhere.errors)")
    #expect(!FileManager.default.fileExists(atPath: place.path("o.safetensors")))
  }

  @Test("the shipped model is what scripts/build-models makes, and passes its own test")
  func shippedModel() throws {
    let place = try Workplace()
    let script = Workplace.packageRoot.appending(path: "scripts/build-models").path
    let run = try place.shell("\(script) \(Workplace.program.path) \(place.folder.path)")
    #expect(run.status == 0, "\(run.errors)")
    let shipped = Workplace.packageRoot.appending(path: "models/escalation-en.safetensors")
    let test = try place.parlance("inspect", shipped.path, "--self-test", "--format", "json")
    #expect(test.status == 0, "\(test.errors)")
    let difference = try place.parlance("inspect", "escalation-en.safetensors", "--format", "json")
    #expect(difference.status == 0)
    // Weights may differ in their last bits where OpenBLAS runs other instructions, so scores are compared and not bytes.
    let texts = try place.shell("cut -d, -f2 \(Workplace.bundledCorpus) | head -n 200 > texts.txt")
    #expect(texts.status == 0)
    let logits = try [shipped.path, "escalation-en.safetensors"].map { model in
      try place.parlance("predict", model, "texts.txt", "--format", "csv").output.split(separator: "\n").dropFirst().map
      {
        Double($0.split(separator: ",")[3]) ?? .nan
      }
    }
    #expect(logits[0].count == 200)
    // The card's figures too; its other lines name the machine's OpenBLAS and round what may differ in the last bits.
    let cards = try [
      Workplace.packageRoot.appending(path: "models/escalation-en.md").path, place.path("escalation-en.md"),
    ].map {
      try String(contentsOfFile: $0, encoding: .utf8).split(separator: "\n").filter {
        $0.hasPrefix("|") && $0.contains("[")
      }
    }
    #expect(cards[0].count == 4 && cards[0] == cards[1])
    for (old, new) in zip(logits[0], logits[1]) { #expect(abs(old - new) < 1e-9) }
  }
}
