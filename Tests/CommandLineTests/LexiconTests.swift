import Foundation
import Testing

/// `lexicon score` and the block of a dictionary through the program.
@Suite("lexicon")
struct LexiconTests {
  private static let english = ["--where", "lang=en", "--classes", "escalatory,deescalatory"]
  private static let corpus = """
    id,text,label,doc
    a,"A good, good day and no war",deescalatory,1
    b,"War, war; not good!",escalatory,1
    c,Nothing at all,escalatory,2
    d,,deescalatory,2
    e,good news,deescalatory,2

    """
  private static let dictionary = "positive: [good]\nnegative: [war*, \"not good\"]\n"

  private func place() throws -> Workplace {
    let place = try Workplace()
    _ = try place.write(Self.corpus, to: "corpus.csv")
    _ = try place.write(Self.dictionary, to: "own.yml")
    return place
  }

  @Test("rows have counts, proportions and a score, and nothing where nothing can be said")
  func rows() throws {
    let place = try place()
    let run = try place.parlance("lexicon", "score", "own.yml", "corpus.csv")
    #expect(run.status == 0 && run.errors == "note: no entry shows in 2 of 5 rows\n", "\(run.errors)")
    let lines = run.output.split(separator: "\n")
    #expect(
      lines.first
        == "id,words,score,probability,positive,positive_proportion,negative,negative_proportion")
    #expect(lines[1].hasPrefix("a,7,0.51") && lines[1].hasSuffix(",2,0.2857142857142857,1,0.14285714285714285"))
    #expect(lines[3] == "c,3,,0.5,0,0,0,0" && lines[4] == "d,0,,0.5,0,,0,")
    let json = try place.parlance("lexicon", "score", "own.yml", "corpus.csv", "--format", "json").json
    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect(rows.count == 5 && rows[1]["negative"] as? Int == 3 && rows[2]["score"] is NSNull)
    let summary = try #require(json["summary"] as? [String: Any])
    #expect(summary["rowsWithoutMatch"] as? Int == 2 && summary["scored"] as? Int == 3)
    let threads = try place.parlance("lexicon", "score", "own.yml", "corpus.csv", "--threads", "1", "--quiet")
    #expect(threads.output == run.output && threads.errors.isEmpty)
    let kept = try place.parlance("lexicon", "score", "own.yml", "corpus.csv", "--keep", "--quiet").output
    #expect(kept.hasPrefix("id,words,score,") && kept.contains("_proportion,text,corpus_label,doc\n"))
  }

  @Test("the summary tells how well the score tells labels apart")
  func summary() throws {
    let place = try place()
    let score = ["lexicon", "score", "own.yml", "corpus.csv", "--positive", "negative", "--negative", "positive"]
    let run = try place.parlance(score + ["--format", "text", "--cluster", "doc"])
    #expect(run.status == 0 && run.output.contains("ROC AUC") && run.output.contains("3 of 5 rows"), "\(run.errors)")
    let json = try place.parlance(score + ["--format", "json"]).json
    let figures = (json["summary"] as? [String: Any])?["discrimination"] as? [String: Any]
    // Of six pairs of an escalatory and another row five are in order, and "c" and "d" stand both at 0.
    let all = (figures?["rocAUC"] as? [String: Any])?["value"] as? Double
    #expect(abs((try #require(all)) - 5.5 / 6) < 1e-12)
    let scored = (figures?["rocAUCOfScored"] as? [String: Any])?["value"] as? Double
    #expect(scored == 1)
    _ = try place.write("id,text,label\n1,war,x\n2,good,y\n", to: "other.csv")
    let other = try place.parlance("lexicon", "score", "own.yml", "other.csv", "--format", "text")
    #expect(other.status == 0 && other.output.contains("labels are left alone"), "\(other.output)")
    let named = try place.parlance(
      "lexicon", "score", "own.yml", "other.csv", "--format", "text", "--positive-class", "y", "--resamples", "0")
    #expect(named.output.contains("tells “y” from the rest"))
  }

  @Test("weights make a score, and the rows go where predictions go")
  func weights() throws {
    let place = try place()
    _ = try place.write("good\t3\nwar\t-2.5\nlol:)\t1\n", to: "weights.txt")
    let run = try place.parlance("lexicon", "score", "weights.txt", "corpus.csv", "--keep", "--output", "scores.csv")
    #expect(run.status == 0 && run.errors.contains("\"lol:)\" in line 3"), "\(run.errors)")
    #expect(try place.read("scores.csv").hasPrefix("id,words,score,probability,weight_sum,positive,"))
    #expect(try place.parlance("report", "scores.csv").status == 0)
    let again = try place.parlance("lexicon", "score", "own.yml", "corpus.csv", "--output", "own.csv", "--quiet")
    let compared = try place.parlance("compare-models", "scores.csv", "own.csv", "corpus.csv", "--resamples", "50")
    #expect(again.status == 0 && compared.status == 0, "\(compared.errors)")
  }

  @Test("names that mean something else are set apart")
  func names() throws {
    let place = try place()
    _ = try place.write("score: [good]\ntext: [war]\ndoc: [day]\n", to: "names.yml")
    let run = try place.parlance("lexicon", "score", "names.yml", "corpus.csv", "--keep", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.hasPrefix(
        "id,words,score,probability,category_score,score_proportion,category_text,text_proportion,doc,doc_proportion,"
          + "text,corpus_label,corpus_doc\n"))
  }

  @Test("the dictionaries that ship are known by name")
  func bundled() throws {
    let place = try Workplace()
    for (name, lang) in [("escalation-moves-en", "en"), ("escalation-moves-ru", "ru")] {
      let run = try place.parlance(
        "lexicon", "score", name, Workplace.bundledCorpus, "--where", "lang=\(lang)", "--classes",
        "escalatory,deescalatory", "--resamples", "20", "--format", "text")
      #expect(run.status == 0 && run.output.contains("escalation.threat"), "\(run.errors)")
    }
  }

  @Test(
    "contributions add up, have ranges, and the model keeps its dictionary",
    arguments: [
      ["words,cues,lexicon"], ["lexicon,words", "--lexicon", "own.yml"], ["lexicon", "--lexicon", "weights.csv"],
    ])
  func trained(options: [String]) throws {
    let place = try place()
    _ = try place.write("retaliate,-3\npeace*,2.5\ntalks,1\n", to: "weights.csv")
    let run = try place.parlance(
      ["train", Workplace.bundledCorpus, "--model", "m.safetensors", "--features"] + options + Self.english)
    #expect(run.status == 0, "\(run.errors)")
    for name in ["own.yml", "weights.csv"] { try FileManager.default.removeItem(atPath: place.path(name)) }
    let text = "We will retaliate: a final warning, no peace talks, a good war."
    let explained = try place.parlance("explain", "m.safetensors", text, "--format", "json").json
    let contributions = try #require(explained["contributions"] as? [[String: Any]])
    let sum = contributions.reduce(try #require(explained["intercept"] as? Double)) {
      $0 + ($1["contribution"] as? Double ?? 0)
    }
    #expect(abs(sum - (try #require(explained["logit"] as? Double))) < 1e-12)
    let placed = contributions.filter { ($0["feature"] as? String)?.hasPrefix("lexicon:") == true }
      .flatMap { $0["ranges"] as? [[String: Int]] ?? [] }
    #expect(!placed.isEmpty)
    let predicted = try place.shell(
      "echo '\(text)' | parlance predict m.safetensors - --input-format text --format jsonl")
    #expect(abs((try #require(try predicted.json["logit"] as? Double)) - sum) < 1e-12)
    #expect(try place.parlance("inspect", "m.safetensors", "--self-test").status == 0)
  }

  @Test(
    "what cannot be is refused with its place",
    arguments: [
      (["own.cat", "corpus.csv"], 2, "own.cat"), (["none.yml", "corpus.csv"], 2, "none.yml"),
      (["own.yml", "none.csv"], 2, "none.csv"), (["empty.yml", "corpus.csv"], 2, "empty.yml:1: no categories"),
      (["bad.dic", "corpus.csv"], 2, "bad.dic:4: \"war\" belongs to 7"),
      (["binary.lc3", "corpus.csv"], 2, "binary.lc3:1:3: a byte 0"),
      (["own.yml", "corpus.csv", "--positive", "nobody", "--negative", "negative"], 2, "positive, negative"),
      (["own.yml", "corpus.csv", "--positive", "negative"], 2, "--negative"),
      (["own.yml", "corpus.csv", "--negation", "swap"], 2, "neg_"),
      (["own.yml", "corpus.csv", "--negation", "turn"], 64, "turn"),
      (["own.yml", "corpus.csv", "--classes", "x,y", "--format", "text"], 2, "no row is labelled"),
      (["own.yml", "corpus.csv", "--cluster", "x", "--format", "text"], 2, "\"x\""),
      (["own.yml", "numbers.libsvm"], 2, "statements were expected"), (["own.yml"], 64, "corpus"),
    ])
  func refused(arguments: [String], status: Int, words: String) throws {
    let place = try place()
    _ = try place.write("", to: "empty.yml")
    _ = try place.write("%\n1\ta\n%\nwar\t7\n", to: "bad.dic")
    _ = try place.write("+a\u{0}\n", to: "binary.lc3")
    _ = try place.write("1 1:2\n", to: "numbers.libsvm")
    let run = try place.parlance(["lexicon", "score"] + arguments)
    #expect(Int(run.status) == status && run.errors.contains(words), "\(run.errors)")
  }

  @Test(
    "options of the block that do not fit are refused",
    arguments: [
      (["--features", "words", "--lexicon", "own.yml"], "has no block of a dictionary"),
      (["--features", "words,lexicon", "--lexicon-length", "0"], "lexicon-length"),
      (["--features", "lexicon", "--lexicon", "none.yml"], "none.yml"),
      (["--features", "lexicon,lexicon"], "two blocks called"),
    ])
  func blockRefused(options: [String], words: String) throws {
    let place = try place()
    let run = try place.parlance(
      ["train", Workplace.bundledCorpus, "--model", "m.safetensors"] + Self.english + options)
    #expect(run.status == 2 && run.errors.contains(words), "\(run.errors)")
  }

  @Test("a nested grid searches the length of the block")
  func grid() throws {
    let place = try Workplace()
    let run = try place.parlance(
      [
        "crossvalidate", Workplace.bundledCorpus, "--features", "words,lexicon", "--nested", "--grid",
        "lexicon-length=0.5,2", "--folds", "2", "--resamples", "0", "--where", "crisis=border", "--where", "crisis=gas",
      ] + Self.english)
    #expect(run.status == 0, "\(run.errors)")
  }
}
