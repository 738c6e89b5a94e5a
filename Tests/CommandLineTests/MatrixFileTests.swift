import Foundation
import Testing

/// Training with the matrix in a scratch file: the same model, and nothing left behind.
@Suite("train --matrix-file")
struct MatrixFileTests {
  private static let english = [
    "--where", "lang=en", "--classes", "escalatory,deescalatory", "--ngrams", "1-2", "--hash-features", "4096",
  ]

  private func train(in place: borrowing Workplace, _ corpus: String, _ options: [String], to model: String) throws
    -> ProgramRun
  {
    try place.parlance(["train", corpus, "--quiet", "--format", "json", "--model", model] + options)
  }

  @Test(
    "the model's file is the same, byte for byte, on one thread and on two",
    arguments: [
      english, english + ["--class-weight", "balanced", "--sublinear-tf", "--features", "words,chars"],
      english + ["--mask", "numbers", "--no-idf", "--norm", "l1", "--where", "crisis=border"],
      ["--classes", "escalatory,rest", "--hash-features", "1048576", "--gap", "1e-6"],
      ["--where", "lang=en", "--positive", "escalatory", "--hash-features", "512"],
    ])
  func same(options: [String]) throws {
    let place = try Workplace()
    let memory = try train(in: place, Workplace.bundledCorpus, options, to: "memory.safetensors")
    #expect(memory.status == 0, "\(memory.errors)")
    let model = try Data(contentsOf: URL(filePath: place.path("memory.safetensors")))
    for threads in ["1", "2"] {
      let run = try train(
        in: place, Workplace.bundledCorpus, options + ["--matrix-file", "scratch", "--threads", threads, "--force"],
        to: "file.safetensors")
      #expect(run.status == 0, "\(run.errors)")
      #expect(try Data(contentsOf: URL(filePath: place.path("file.safetensors"))) == model)
      for key in ["rows", "leftOut", "skipped", "features", "nonzeros", "iterations"] {
        #expect(try run.json[key] as? Int == memory.json[key] as? Int, "\(key)")
      }
    }
    #expect(try place.files() == ["file.md", "file.safetensors", "memory.md", "memory.safetensors"])
  }

  /// More rows than a batch, some of them bad, with weights.
  private static let long =
    "text,label,weight,lang\n"
    + (0..<9001).map { row in
      let words = (0..<(row % 7 + 1)).map { "word\((row * 31 + $0 * $0 * 17) % 997)" }.joined(separator: " ")
      return row % 1000 == 999 ? "broken" : "\(words),\(["a", "b", "c"][row * row % 11 % 3]),\(row % 5),x\(row % 9)"
    }.joined(separator: "\n") + "\n"

  @Test("rows that are weighed, skipped, filtered and left out are so here too", arguments: ["long.csv", "-"])
  func manyBatches(corpus: String) throws {
    let place = try Workplace()
    _ = try place.write(Self.long, to: "long.csv")
    let options =
      "--input-format csv --on-bad-row skip --positive a --classes b,a --hash-features 4096 --quiet --where lang=x1"
      + " --where lang=x2 --where lang=x3 --where lang=x8"
    for (model, extra) in [("memory", ""), ("file", "--matrix-file scratch")] {
      let run = try place.shell("parlance train \(corpus) \(options) --model \(model).safetensors \(extra) < long.csv")
      #expect(run.status == 0, "\(run.errors)")
    }
    let models = try ["memory", "file"].map { try Data(contentsOf: URL(filePath: place.path("\($0).safetensors"))) }
    #expect(models[0] == models[1])
    #expect(try place.files() == ["file.md", "file.safetensors", "long.csv", "memory.md", "memory.safetensors"])
  }

  @Test("what cannot be is refused with status 2, and leaves nothing behind")
  func refusals() throws {
    let place = try Workplace()
    _ = try place.write("text,label,actor\nwar now,a,X\npeace now,b,Y\n", to: "c.csv")
    _ = try place.write("1 1:1\n-1 2:1\n", to: "c.libsvm")
    _ = try place.write("text,label\nwar now,a\nbroken\npeace now,b\n", to: "bad.csv")
    _ = try place.write("text,label\nwar now,a\npeace now,rest\nmore talks,c\n", to: "rest.csv")
    _ = try place.write("precious", to: "there")
    let hashed = ["--positive", "a", "--hash-features", "64", "--matrix-file"]
    let cases: [(corpus: String, options: [String], saying: String)] = [
      ("c.csv", ["--positive", "a", "--matrix-file", "scratch"], "--hash-features"),
      ("c.csv", hashed + ["scratch", "--mask", "actors"], "--mask actors"),
      ("c.libsvm", ["--positive", "1", "--hash-features", "64", "--matrix-file", "scratch"], "numbers"),
      ("c.csv", hashed + ["there"], "exists already"), ("c.csv", hashed + ["none/scratch"], "none/scratch"),
      ("c.csv", hashed + ["./c.csv", "--force"], "name of its own"),
      ("c.csv", hashed + ["m.safetensors"], "name of its own"), ("bad.csv", hashed + ["scratch"], "bad.csv:3"),
      ("c.csv", ["--hash-features", "64", "--matrix-file", "scratch"], "which class is the score"),
      ("rest.csv", hashed + ["scratch", "--classes", "a,rest"], "itself called \"rest\""),
    ]
    for (corpus, options, saying) in cases {
      let run = try train(in: place, corpus, options, to: "m.safetensors")
      #expect(run.status == 2 && run.output.isEmpty, "\(options): \(run.errors)")
      #expect(run.errors.contains(saying), "\(run.errors)")
    }
    #expect(try place.files() == ["bad.csv", "c.csv", "c.libsvm", "rest.csv", "there"])
    #expect(try place.read("there") == "precious")
    #expect(try train(in: place, "c.csv", hashed + ["there", "--force"], to: "m.safetensors").status == 0)
    #expect(try place.files() == ["bad.csv", "c.csv", "c.libsvm", "m.md", "m.safetensors", "rest.csv"])
  }

  @Test("a full disk is told, and an interruption leaves nothing behind")
  func endings() throws {
    let place = try Workplace()
    let options = Self.english.joined(separator: " ") + " --quiet --matrix-file scratch --model m.safetensors"
    let full = try place.shell("ulimit -f 8; parlance train \(Workplace.bundledCorpus) \(options)")
    #expect(full.status == 2)
    #expect(full.errors.contains("scratch: cannot write: File too large"), "\(full.errors)")
    let stopped = try place.shell(
      "{ cat \(Workplace.bundledCorpus); sleep 2; } | parlance train - --input-format csv \(options) & "
        + "sleep 1; kill -TERM $!; wait $!")
    #expect(stopped.status == 143)
    #expect(try place.files().isEmpty)
  }
}
