import Foundation
import Testing

/// The block of cues through the program.
@Suite("--features cues")
struct CueTests {
  private static let english = [
    "--where", "lang=en", "--where", "crisis=border", "--where", "crisis=gas", "--classes", "escalatory,deescalatory",
  ]

  @Test(
    "contributions add up to the logit, ranges are where cues show, and the model keeps its cues",
    arguments: [
      ["words,cues"], ["cues"], ["cues,words,chars", "--penalty", "l1"], ["words,cues", "--hash-features", "512"],
    ])
  func trained(options: [String]) throws {
    let place = try Workplace()
    let run = try place.parlance(
      ["train", Workplace.bundledCorpus, "--model", "m.safetensors", "--format", "json", "--features"] + options
        + Self.english)
    #expect(run.status == 0, "\(run.errors)")
    let text = "If you do not withdraw, we will have no choice but to answer."
    let explained = try place.parlance("explain", "m.safetensors", text, "--format", "json")
    let json = try explained.json
    let contributions = try #require(json["contributions"] as? [[String: Any]])
    let sum = contributions.reduce(try #require(json["intercept"] as? Double)) {
      $0 + ($1["contribution"] as? Double ?? 0)
    }
    #expect(abs(sum - (try #require(json["logit"] as? Double))) < 1e-12)
    let shown = contributions.first { $0["feature"] as? String == "cue:conditional" }
    #expect((shown?["ranges"] as? [[String: Int]])?.first?["start"] == 0)
    let predicted = try place.shell(
      "echo '\(text)' | parlance predict m.safetensors - --input-format text --format jsonl")
    let logit = try #require(try predicted.json["logit"] as? Double)
    #expect(abs(logit - sum) < 1e-12)
    let tested = try place.parlance("inspect", "m.safetensors", "--self-test", "--format", "json")
    #expect(tested.status == 0, "\(tested.errors)")
  }

  @Test("a cue file of one's own replaces the bundled cues, and is held to its examples")
  func ownFile() throws {
    let place = try Workplace()
    let cues = "- name: future\n  patterns: [\"(will|shall) (not)?\"]\n  examples: [\"The door [shall not] open.\"]\n"
    _ = try place.write(cues, to: "future.yml")
    _ = try place.write(cues + "  counterExamples: [\"it shall open\"]\n", to: "bad.yml")
    let train = ["train", Workplace.bundledCorpus, "--features", "words,cues"] + Self.english
    #expect(try place.parlance(train + ["--cues", "future.yml", "--model", "m.safetensors"]).status == 0)
    try FileManager.default.removeItem(atPath: place.path("future.yml"))
    let explained = try place.parlance("explain", "m.safetensors", "Our door will remain open.", "--format", "json")
    #expect(explained.output.contains("cue:future"))
    let bad = try place.parlance(train + ["--cues", "bad.yml", "--model", "n.safetensors"])
    #expect(bad.status == 2 && bad.errors.contains("bad.yml:4: in a counter-example of \"future\""), "\(bad.errors)")
  }

  @Test(
    "what cannot be is refused in a sentence",
    arguments: [
      (["--features", "words", "--cues", "x.yml"], "has no block of cues"),
      (["--features", "words,cues", "--cues", "nowhere.yml"], "nowhere.yml"),
      (["--features", "words,cues", "--cue-length", "0"], "cue-length"),
      (["--features", "words,cues", "--cue-length", "nan"], "cue-length"),
      (["--features", "cues,cues"], "two blocks called"),
      (["--features", "words,cues", "--hash-features", "512", "--matrix-file", "scratch"], "means and deviations"),
      (["--features", "words,clues"], "words, chars, cues and lexicon"),
    ])
  func refused(options: [String], word: String) throws {
    let place = try Workplace()
    let run = try place.parlance(
      ["train", Workplace.bundledCorpus, "--model", "m.safetensors"] + Self.english + options)
    #expect(run.status == 2 && run.errors.contains(word), "\(run.errors)")
    #expect(try place.files().isEmpty)
  }

  @Test("nested grids search n-grams and leave cues as they are")
  func nested() throws {
    let place = try Workplace()
    let run = try place.parlance(
      [
        "crossvalidate", Workplace.bundledCorpus, "--features", "words,cues", "--nested", "--grid", "min-df=1,2",
        "--grid", "cue-length=0.5,1", "--folds", "2",
      ]
        + ["--resamples", "0", "--format", "json"] + Self.english)
    #expect(run.status == 0, "\(run.errors)")
    let none = try place.parlance(
      ["crossvalidate", Workplace.bundledCorpus, "--features", "cues", "--nested", "--grid", "min-df=1,2"]
        + Self.english)
    let other = try place.parlance(
      ["crossvalidate", Workplace.bundledCorpus, "--nested", "--grid", "cue-length=1,2"] + Self.english)
    #expect(other.status == 2 && other.errors.contains("no block of cues"), "\(other.errors)")
    #expect(none.status == 2 && none.errors.contains("no block of n-grams"), "\(none.errors)")
  }
}
