import Foundation
import Testing

/// `run`, `verify`, `runs` and `experiment`.
@Suite("Recorded runs")
struct RunTests {
  /// Statements of four actors in twelve articles.
  private static let corpus: String = {
    let calm = ["we will talk and hold back", "there is no reason for alarm", "we offer talks at any time"]
    let heat = ["we will answer with force", "the border must open or else", "our patience has an end"]
    var lines = ["id,text,label,actor,article,date"]
    for row in 0..<96 {
      let isHeated = (row * 5 + row / 7) % 3 == 0
      let text = (isHeated ? heat : calm)[row % 3] + " " + ["today", "now", "again", "here"][row % 4] + " \(row)"
      lines.append(
        "s\(row),\(text),\(isHeated ? "escalatory" : "deescalatory"),\(["Ann", "Bo", "Cy", "Di"][row % 4]),a\(row / 8),"
          + "2021-0\(1 + row / 12)-10")
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  private static let experiment = """
    name: Border words
    corpus: corpus.csv
    ngrams: 1-2
    split: group:article
    cluster: article
    resamples: 50
    compare:
      cluster: article
      resamples: 50
    series:
    """

  private func fill(_ place: borrowing Workplace, experiment: String = experiment) throws {
    _ = try place.write(Self.corpus, to: "corpus.csv")
    _ = try place.write(experiment + "\n", to: "experiment.yaml")
  }

  /// The folder of the only run.
  private func folder(_ place: borrowing Workplace) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path("runs"))
    #expect(names.count == 1, "\(names)")
    return "runs/\(names[0])"
  }

  @Test("a run has its settings, its record and its results, and verifies to the bit")
  func whole() throws {
    let place = try Workplace()
    try fill(place)
    let run = try place.parlance("run", "experiment.yaml", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let folder = try folder(place)
    #expect(folder.contains("-border-words-"))
    #expect(try run.json["folder"] as? String == folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path(folder))
    for name in [
      "experiment.yaml", "manifest.json", "timings.json", "evaluation.json", "metrics.csv", "predictions.csv",
      "model.safetensors", "model.md", "comparison.json", "comparison.csv", "series.csv", "audit.json", "report.html",
      "report.md",
      "figures",
    ] { #expect(names.contains(name), "\(name)") }
    let stages = try #require(try run.json["stages"] as? [[String: Any]]).compactMap { $0["stage"] as? String }
    #expect(
      stages == ["input", "tokens", "split", "vocabulary", "matrix", "weights", "predictions", "metrics"])
    let settings = try place.read("\(folder)/experiment.yaml")
    #expect(settings.contains("\nC: 1.0\n") && settings.contains("corpus: ../../corpus.csv"))
    let verified = try place.parlance("verify", folder, "--format", "json")
    #expect(verified.status == 0, "\(verified.errors)")
    #expect(try verified.json["verdict"] as? String == "identical")
    let report = try place.read("\(folder)/report.html")
    #expect(report.contains("Errors worth reading") && report.contains("For the methods section"))
  }

  @Test("the same experiment is not made twice, and gives the same bytes on any number of threads")
  func again() throws {
    let place = try Workplace()
    try fill(place)
    let one = try place.parlance("run", "experiment.yaml", "--format", "json", "--threads", "1")
    let again = try place.parlance("run", "experiment.yaml", "--format", "json")
    #expect(again.status == 0 && again.errors.contains("is there already"))
    #expect(try again.json["wasThere"] as? Bool == true)
    #expect(try one.json["wasThere"] as? Bool == false)
    let other = try place.parlance("run", "experiment.yaml", "--runs", "others", "--threads", "2", "--format", "json")
    let outputs = [one, other].map { run in (try? run.json["outputs"]) as? [[String: Any]] ?? [] }
    #expect(!outputs[0].isEmpty && NSArray(array: outputs[0]) == NSArray(array: outputs[1]))
  }

  @Test("lists make runs, which are listed, drawn and set side by side")
  func sweep() throws {
    let place = try Workplace()
    try fill(place, experiment: Self.experiment.replacingOccurrences(of: "ngrams: 1-2", with: "C: [0.1, 10]"))
    let run = try place.parlance("run", "experiment.yaml", "--format", "json", "--quiet")
    let runs = try #require(try run.json["runs"] as? [[String: Any]])
    let folders = runs.compactMap { $0["folder"] as? String }
    #expect(folders.count == 2 && folders[0] != folders[1])
    let listed = try place.parlance("runs", "list", "--format", "csv")
    #expect(listed.output.split(separator: "\n").count == 3 && listed.output.hasPrefix("run,name,identity,"))
    #expect(try place.parlance("runs").output.contains("ROC AUC"))
    let drawn = try place.parlance("runs", "list", "--figures", "drawn")
    #expect(drawn.status == 0 && FileManager.default.fileExists(atPath: place.path("drawn")))
    let diff = try place.parlance("runs", "diff", folders[0], folders[1], "--format", "json")
    let differences = try #require(try diff.json["differences"] as? [[String: Any]])
    #expect(differences.first?["name"] as? String == "C" && differences.first?["second"] as? String == "10")
    let stages = differences.filter { $0["kind"] as? String == "stage" }.compactMap { $0["name"] as? String }
    #expect(stages == ["weights", "predictions", "metrics"])
  }

  @Test(
    "drift is named by the first stage that differs",
    arguments: [
      ("sed -i 's/deescalatory,Bo/escalatory,Bo/' corpus.csv", "input")
    ])
  func drift(change: String, stage: String) throws {
    let place = try Workplace()
    try fill(place)
    _ = try place.parlance("run", "experiment.yaml", "--quiet")
    let folder = try folder(place)
    #expect(try place.shell(change).status == 0)
    let verified = try place.parlance("verify", folder, "--format", "json")
    #expect(verified.status == 1 && verified.errors.contains("drift"), "\(verified.errors)")
    #expect(try verified.json["firstDifference"] as? String == stage)
  }

  /// Changes the record as if another machine had made it, so that this one drifts.
  @Test(
    "a stage that another machine made otherwise is named, and small differences are within tolerance",
    arguments: ["tokens", "split", "vocabulary", "matrix", "weights", "predictions", "metrics"])
  func planted(stage: String) throws {
    let place = try Workplace()
    try fill(place)
    _ = try place.parlance("run", "experiment.yaml", "--quiet")
    let folder = try folder(place)
    let manifest = try place.read("\(folder)/manifest.json")
    let lines = manifest.components(separatedBy: "\n")
    let place0 = try #require(lines.firstIndex { $0.contains("\"stage\": \"\(stage)\"") })
    var changed = lines
    changed[place0 + 1] = changed[place0 + 1].replacing(
      /"[0-9a-f]{64}"/, with: "\"" + String(repeating: "0", count: 64) + "\"")
    _ = try place.write(changed.joined(separator: "\n"), to: "\(folder)/manifest.json")
    let verified = try place.parlance("verify", folder, "--format", "json")
    #expect(try verified.json["firstDifference"] as? String == stage)
    // Scores and figures are the same here: only stages that decide which words and rows there are make a drift.
    let isDrift = ["tokens", "split", "vocabulary"].contains(stage)
    #expect(verified.status == (isDrift ? 1 : 0), "\(verified.errors)")
    #expect(try verified.json["verdict"] as? String == (isDrift ? "drift" : "within tolerance"))
  }

  @Test("a hundred kills at any moment leave nothing that looks finished and is not")
  func kills() throws {
    let place = try Workplace()
    try fill(place)
    let survived = try place.shell(
      """
      RANDOM=42; finished=0
      for turn in $(seq 100); do
        parlance run experiment.yaml --quiet > /dev/null 2>&1 &
        sleep 0.$(printf %03d $((RANDOM % 400))); kill -9 $! 2> /dev/null; wait $! 2> /dev/null
        for folder in runs/*; do
          case "$folder" in *.unfinished|'runs/*') continue;; esac
          parlance verify "$folder" --quiet > /dev/null || { echo "$folder is broken"; exit 1; }
          finished=$((finished + 1)); rm -r "$folder"
        done
      done
      parlance run experiment.yaml --quiet > /dev/null && parlance verify runs/* --format json --quiet && ls runs
      """)
    #expect(survived.status == 0 && survived.output.contains("\"verdict\": \"identical\""), "\(survived.output)")
    #expect(!survived.output.contains("unfinished"))
  }

  @Test("two processes do not make one run at once")
  func twice() throws {
    let place = try Workplace()
    try fill(place, experiment: Self.experiment.replacingOccurrences(of: "resamples: 50", with: "resamples: 20000"))
    let both = try place.shell(
      """
      parlance run experiment.yaml --quiet > /dev/null 2> one & parlance run experiment.yaml --quiet > /dev/null 2> two &
      wait; cat one two; ls runs
      """)
    #expect(both.output.contains("is being made by another process") || both.output.contains("is there already"))
    #expect(both.output.split(separator: "\n").filter { $0.contains("-border-words-") && !$0.contains(":") }.count == 1)
  }

  @Test("the bundled experiment runs as it is written")
  func template() throws {
    let place = try Workplace()
    let begun = try place.parlance("experiment", "init", Workplace.bundledCorpus, "--output", "new.yaml")
    #expect(begun.status == 0, "\(begun.errors)")
    #expect(try place.read("new.yaml").contains("# min-df: 1  # Leave out terms"))
    #expect(try place.parlance("experiment", "init", Workplace.bundledCorpus, "--output", "new.yaml").status == 2)
    let elsewhere = try place.parlance("experiment", "init")
    #expect(elsewhere.status == 2 && elsewhere.errors.contains("name a corpus"))
    let schema = try place.parlance("experiment", "schema")
    let properties = try #require(try schema.json["properties"] as? [String: Any])
    #expect(properties["min-df"] != nil && properties["compare"] != nil && properties["threads"] == nil)
  }

  @Test(
    "what is no experiment is refused with the line and what to do",
    arguments: [
      ("name: x\n", "experiment.yaml:1: no corpus"),
      (
        "corpus: corpus.csv\nngram: 1-2\n",
        "experiment.yaml:2: there is no key \"ngram\"\nhint: did you mean \"ngrams\"?"
      ),
      ("corpus: corpus.csv\n\tngrams: 1-2\n", "experiment.yaml:2: a tab"),
      ("corpus: corpus.csv\nC: many\n", "experiment.yaml:2: "),
      ("corpus: corpus.csv\nidf: perhaps\n", "experiment.yaml:2: idf is \"perhaps\" (true or false"),
      ("corpus: corpus.csv\nsolver: magic\n", "experiment.yaml:2: solver is \"magic\""),
      ("corpus: corpus.csv\ncomparing:\n  by: actor\n", "experiment.yaml:2: there is no heading \"comparing\""),
      ("corpus: corpus.csv\ncompare:\n  bye: actor\n", "experiment.yaml:3: there is no key \"bye\""),
      ("corpus: nowhere.csv\n", "nowhere.csv"),
      ("- a\n", "no keys"),
      ("corpus: [a, b\n", "experiment.yaml:"),
      ("", "no keys"),
    ])
  func refusals(text: String, words: String) throws {
    let place = try Workplace()
    try fill(place, experiment: text)
    let run = try place.parlance("run", "experiment.yaml")
    #expect(run.status == 2 && run.errors.contains(words), "\(run.errors)")
    let left = (try? FileManager.default.contentsOfDirectory(atPath: place.path("runs"))) ?? []
    #expect(left.isEmpty, "\(left)")
  }

  @Test("folders that were edited, or whose inputs are gone, are told apart from drift")
  func damage() throws {
    let place = try Workplace()
    try fill(place)
    _ = try place.parlance("run", "experiment.yaml", "--quiet")
    let folder = try folder(place)
    let table = try place.read("\(folder)/predictions.csv")
    _ = try place.write(table + "x\n", to: "\(folder)/predictions.csv")
    let edited = try place.parlance("verify", folder)
    #expect(edited.status == 2 && edited.errors.contains("predictions.csv was changed after the run"))
    _ = try place.write(table, to: "\(folder)/predictions.csv")
    try FileManager.default.removeItem(atPath: place.path("corpus.csv"))
    let missing = try place.parlance("verify", folder)
    #expect(missing.status == 2 && missing.errors.contains("corpus.csv is not there"))
    let nothing = try place.parlance("verify", "elsewhere")
    #expect(nothing.status == 2 && nothing.errors.contains("is no folder of a run"))
    let empty = try place.parlance("runs", "list", "--runs", "elsewhere")
    #expect(empty.status == 2 && empty.errors.contains("has no finished run"))
  }

  @Test("runs go out as MLflow's files and as a crate", .enabled(if: Workplace.hasPython, "needs .venv/bin/python"))
  func exports() throws {
    let place = try Workplace()
    try fill(place, experiment: Self.experiment.replacingOccurrences(of: "ngrams: 1-2", with: "C: [0.1, 10]"))
    #expect(try place.parlance("run", "experiment.yaml", "--quiet").status == 0)
    let exported = try place.parlance("runs", "export", "--mlflow", "mlruns")
    #expect(exported.status == 0, "\(exported.errors)")
    #expect(try place.parlance("runs", "export", "--mlflow", "mlruns").status == 2)
    let script = Workplace.packageRoot.appending(path: "Tests/CommandLineTests/read_mlflow.py").path
    let read = try place.shell("\(Workplace.interpreter) \(script) mlruns")
    #expect(read.status == 0, "\(read.errors)")
    #expect(read.output.contains("Border words: 2 runs") && read.output.contains("C 0.1, 10"))
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path("runs")).sorted()
    let crate = try place.parlance("runs", "export", "--ro-crate", "runs/\(names[0])")
    let graph = try #require(try crate.json["@graph"] as? [[String: Any]])
    let identifiers = graph.compactMap { $0["@id"] as? String }
    #expect(
      identifiers.contains("./") && identifiers.contains("manifest.json") && identifiers.contains("../../corpus.csv"))
  }

  @Test("the notebook reads a run and redraws it", .enabled(if: Workplace.hasPython, "needs .venv/bin/python"))
  func notebook() throws {
    let place = try Workplace()
    try fill(place)
    #expect(try place.parlance("run", "experiment.yaml", "--quiet").status == 0)
    let script = Workplace.packageRoot.appending(path: "Tests/CommandLineTests/run_notebook.py").path
    let notebook = Workplace.packageRoot.appending(path: "notebooks-data/run.ipynb").path
    let run = try place.shell("\(Workplace.interpreter) \(script) \(notebook)")
    #expect(run.status == 0 && run.output.contains("3 charts"), "\(run.errors)")
  }

  @Test("a bundle verifies where nothing else of the run is")
  func bundles() throws {
    let place = try Workplace()
    try fill(place)
    _ = try place.parlance("run", "experiment.yaml", "--quiet")
    let folder = try folder(place)
    #expect(try place.parlance("inspect", folder).output.contains("Border words"))
    #expect(try place.parlance("report", folder).output.contains("Cross-validation of corpus.csv"))
    let packed = try place.parlance("verify", folder, "--bundle", "run.tar", "--quiet")
    #expect(packed.status == 0, "\(packed.errors)")
    let elsewhere = try Workplace()
    try FileManager.default.copyItem(atPath: place.path("run.tar"), toPath: elsewhere.path("run.tar"))
    let listed = try elsewhere.shell("tar -tf run.tar")
    #expect(listed.status == 0 && listed.output.contains("corpus.csv") && listed.output.contains("run/manifest.json"))
    let verified = try elsewhere.parlance("verify", "run.tar", "--format", "json")
    #expect(verified.status == 0, "\(verified.errors)")
    #expect(try verified.json["verdict"] as? String == "identical")
    _ = try elsewhere.shell("head -c 3000 run.tar > cut.tar; echo text > text.tar")
    for (name, words) in [("cut.tar", "is cut short"), ("text.tar", "is cut short")] {
      let refused = try elsewhere.parlance("verify", name)
      #expect(refused.status == 2 && refused.errors.contains(words), "\(refused.errors)")
    }
  }

  private static let hasBrowser =
    Workplace.hasPython && FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")

  @Test(
    "the report of a run of hostile statements opens in a browser, and nothing of them does anything",
    .enabled(if: hasBrowser, "needs .venv/bin/python and chromium"))
  func browser() throws {
    let place = try Workplace()
    try fill(place)
    let hostile = Self.corpus.replacingOccurrences(
      of: "today", with: "<img src=x onerror=alert(1)></script><script>alert(2)</script>")
    _ = try place.write(hostile, to: "corpus.csv")
    #expect(try place.parlance("run", "experiment.yaml", "--quiet").status == 0)
    let script = Workplace.packageRoot.appending(path: "Tests/ReportsTests/Browser/check_report.py").path
    let seen = try place.shell("\(Workplace.interpreter) \(script) \(try folder(place))/report.html shots --quick")
    #expect(seen.status == 0, "\(seen.output)\(seen.errors)")
  }

  @Test("runs that read other columns, or choose other features inside folds, share nothing that differs")
  func otherColumns() throws {
    let place = try Workplace()
    try fill(place)
    let lines = Self.corpus.split(separator: "\n")
    let table = [lines[0] + ",short"] + lines.dropFirst().map { $0 + "," + $0.split(separator: ",")[1].prefix(12) }
    _ = try place.write(table.joined(separator: "\n") + "\n", to: "corpus.csv")
    _ = try place.write(
      "corpus: corpus.csv\nsplit: group:article\nresamples: 20\naudit: false\ntext-column: [text, short]\n",
      to: "two.yaml")
    #expect(try place.parlance("run", "two.yaml", "--quiet").status == 0)
    _ = try place.write(
      "corpus: corpus.csv\nsplit: group:article\nresamples: 20\naudit: false\nnested: true\ninner-folds: 2\n"
        + "grid: [\"ngrams=1-1,1-2\", \"C=1\"]\ncalibrate: platt\n", to: "nested.yaml")
    let nested = try place.parlance("run", "nested.yaml", "--quiet")
    #expect(nested.status == 0, "\(nested.errors)")
    for name in try FileManager.default.contentsOfDirectory(atPath: place.path("runs")) {
      let verified = try place.parlance("verify", "runs/\(name)", "--format", "json", "--quiet")
      #expect(try verified.json["verdict"] as? String == "identical", "\(name): \(verified.output)")
    }
  }
}
