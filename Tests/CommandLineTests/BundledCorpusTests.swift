import Corpora
import Foundation
import ParlanceKit
import Reproducibility
import Testing

/// notebooks-data/statements.csv keeps to its data dictionary, and does not give its labels away.
@Suite("The bundled corpus")
struct BundledCorpusTests {
  static let moves: [String: Set<String>] = [
    "escalatory": [
      "threat", "polite-threat", "conditional-threat", "ultimatum", "accusation", "warning", "mobilisation",
      "retaliation", "refusal", "rupture", "mockery",
    ],
    "deescalatory": [
      "downplaying", "denial", "reassurance", "offer-of-talks", "acceptance", "mediation", "concession",
      "appeal-for-restraint", "condolence", "confidence-building",
    ],
    "neutral": ["announcement", "procedure", "report", "condition-of-fact"],
  ]
  static let crises = [
    "border": "2031-03-04"..."2031-12-05", "gas": "2031-10-12"..."2032-12-15", "dam": "2032-02-10"..."2033-11-12",
  ]

  let corpus: Corpus
  let labels: [String]

  init() throws {
    corpus = try CorpusReader.read(Workplace.bundledCorpus, options: ReadingOptions(requiring: [.label]), progress: nil)
    labels = try #require(corpus.labels)
  }

  private func column(_ name: String) throws -> [String] { try corpus.values(ofColumn: name) }

  @Test("the schema of the data dictionary")
  func schema() throws {
    #expect(
      corpus.columnNames == ["id", "text", "label", "move", "actor", "role", "target", "date", "crisis", "lang"])
    for (label, move) in zip(labels, try column("move")) {
      #expect(Self.moves[label]?.contains(move) == true, "\(move)")
    }
    for (crisis, date) in zip(try column("crisis"), try column("date")) {
      #expect(Self.crises[crisis]?.contains(date) == true, "\(crisis) \(date)")
    }
    for (id, crisis) in zip(corpus.ids, try column("crisis")) { #expect(id.hasPrefix(crisis + "-")) }
    for name in corpus.columnNames { #expect(try !column(name).contains(""), "an empty \(name)") }
  }

  @Test("enough statements in each language")
  func languages() throws {
    let languages = try column("lang")
    for (language, least) in [("en", 300), ("ru", 50), ("hy", 50)] {
      let rows = languages.indices.filter { languages[$0] == language }
      #expect(rows.count >= least)
      for label in Self.moves.keys {
        #expect(rows.count { labels[$0] == label } * 5 >= rows.count, "\(language) \(label)")
      }
    }
    #expect(Set(languages).count == 3)
    #expect(Set(try column("move")) == Self.moves.values.reduce(into: []) { $0.formUnion($1) }, "a move is never made")
  }

  @Test("validation finds nothing to complain of but the minimal pairs")
  func findings() throws {
    let findings = CorpusValidation.findings(of: corpus, on: .serial)
    #expect(findings.filter { $0.severity == .error }.isEmpty, "\(findings)")
  }

  @Test(
    "who speaks, as what and in which crisis does not tell the label", arguments: ["actor", "role", "crisis", "lang"])
  func noShortcut(name: String) throws {
    let values = try column(name)
    for value in Set(values) {
      let rows = values.indices.filter { values[$0] == value && labels[$0] != "neutral" }
      let share = Double(rows.count { labels[$0] == "escalatory" }) / Double(rows.count)
      #expect((0.35...0.65).contains(share), "\(value): \(share) of \(rows.count)")
    }
  }

  @Test("length does not tell the label")
  func noLength() throws {
    for language in ["en", "ru", "hy"] {
      let languages = try column("lang")
      let mean = { (label: String) in
        let rows = labels.indices.filter { labels[$0] == label && languages[$0] == language }
        return Double(rows.reduce(0) { $0 + corpus.texts[$1].split(separator: " ").count }) / Double(rows.count)
      }
      #expect((0.8...1.25).contains(mean("escalatory") / mean("deescalatory")))
    }
  }

  @Test("words alone stay below what a reader reaches, with a crisis left out")
  func wordsAlone() throws {
    let place = try Workplace()
    let run = try place.parlance(
      "crossvalidate", Workplace.bundledCorpus, "--where", "lang=en", "--classes", "escalatory,deescalatory",
      "--ngrams",
      "1-2", "--split", "leave-one-out:crisis", "--resamples", "0", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let metrics = try #require(try run.json["metrics"] as? [String: [String: Any]])
    let area = try #require(metrics["rocAUC"]?["value"] as? Double)
    #expect((0.55...0.85).contains(area), "\(area)")
  }
}
