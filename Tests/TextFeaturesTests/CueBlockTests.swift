import Foundation
import LinearAlgebra
import Reproducibility
import Testing
import TextFeatures

/// The block of cues: relations that hold whatever the right values are, and stored blocks.
@Suite struct CueBlockTests {
  private let texts = CueBlockTests.statements(300)

  /// Statements put together from words that cues know and others.
  private static func statements(_ count: Int, seed: UInt64 = 3) -> [String] {
    let pieces = [
      "If you do not stop", "we will retaliate", "We must respect the line", "Perhaps it was a misunderstanding",
      "the talks", "There is no reason to be alarmed", "they attacked", "12 dead", "\"Enough!\"", "Why?", "—",
      "the river",
      "Не стреляйте", "we don’t", "x",
    ]
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      (0..<generator.index(below: 9)).map { _ in pieces[generator.index(below: pieces.count)] }
        .joined(separator: [" ", ", ", ". ", "\n\n"][generator.index(below: 4)])
    }
  }

  private func cues(_ name: String = "cues") throws -> FeatureBlock {
    .cues(CueConfiguration(name: name, try CueFile.bundledEnglish()))
  }

  private func features(
    _ blocks: [FeatureBlock], lowercase: Bool = true, normalForm: FeatureConfiguration.NormalForm = .none,
    masks: [FeatureConfiguration.Mask] = []
  ) throws -> FeaturePipeline {
    let configuration = FeatureConfiguration(lowercase: lowercase, normalForm: normalForm, masks: masks, blocks: blocks)
    return FeaturePipeline(try configuration.validated())
  }

  private func mixed() throws -> FeaturePipeline { try features([.ngrams(.words), cues(), .ngrams(.characters)]) }

  @Test func threadsChangeNothing() throws {
    let long = (0..<3000).map { texts[$0 % texts.count] + " \($0)" }
    let features = try mixed()
    let serial = try features.analyze(long)
    let rows = long.indices.filter { $0 % 3 != 0 }
    let fitted = try features.fit(serial, rows: rows)
    let two = Parallelism(threadCount: 2)
    let analyzed = try features.analyze(long, on: two)
    let other = try features.fit(analyzed, rows: rows, on: two)
    #expect(other.state == fitted.state)
    #expect(other.transform(analyzed, rows: rows, on: two) == fitted.transform(serial, rows: rows))
    #expect(other.transform(long, on: two) == fitted.transform(long))
  }

  @Test func permutedRowsPermuteTheMatrix() throws {
    var generator = SeededGenerator(seed: 5)
    let order = generator.shuffled(Array(texts.indices))
    let fitted = try mixed().fit(texts)
    let other = try mixed().fit(order.map { texts[$0] })
    #expect(other.state == fitted.state)
    #expect(other.transform(order.map { texts[$0] }) == fitted.transform(texts).selecting(rows: order))
  }

  @Test func fittingOnRowsIsFittingOnACorpusOfThem() throws {
    let features = try mixed()
    let analyzed = try features.analyze(texts)
    for rows in [Array(0..<50), texts.indices.filter { $0 % 3 == 1 }, [7, 7, 7, 8, 9, 10, 11]] {
      let fitted = try features.fit(analyzed, rows: rows)
      let alone = try features.fit(rows.map { texts[$0] })
      #expect(fitted.state == alone.state)
      #expect(fitted.transform(analyzed, rows: rows).expanded() == alone.transform(rows.map { texts[$0] }))
    }
  }

  @Test func columnsAreStandardisedByTrainingRowsAlone() throws {
    let features = try features([cues()])
    let fitted = try features.fit(features.analyze(texts), rows: Array(0..<200))
    let training = dense(fitted.transform(Array(texts[..<200])))
    let varying = (0..<fitted.columnCount).count { column in training.contains { $0[column] != 0 } }
    for column in 0..<fitted.columnCount {
      let values = training.map { $0[column] }
      if values.allSatisfy({ $0 == 0 }) { continue }
      let mean = values.reduce(0, +) / 200
      #expect(abs(mean) < 1e-12)
      #expect(abs(values.reduce(0) { $0 + $1 * $1 } / 200 - 0.25 / Double(varying)) < 1e-12)
    }
    #expect(abs(training.joined().reduce(0) { $0 + $1 * $1 } / 200 - 0.25) < 1e-12)
    let alone = try features.fit(Array(texts[..<200]))
    #expect(alone.state == fitted.state)
    #expect(alone.transform(texts) == fitted.transform(texts))
  }

  @Test func columnsThatAreConstantInTrainingStayAtZero() throws {
    let fitted = try features([cues()]).fit(["The river is calm", "The river is low"])
    let column = try #require(names(fitted).firstIndex(of: "cue:open-threat"))
    #expect(dense(fitted.transform(["We will destroy you, we will destroy you"]))[0][column] == 0)
    let same = try features([cues()]).fit(["we must", "we must"])
    #expect(dense(same.transform(["we must", "peace, or war!"])).joined().allSatisfy { $0 == 0 })
  }

  @Test func columnsAreNamed() throws {
    let fitted = try mixed().fit(texts)
    let block = fitted.schema.blocks[1]
    #expect(block.name == "cues" && !block.isHashed)
    #expect(fitted.schema.name(of: block.columns.lowerBound) == "cue:violence-word")
    #expect(fitted.schema.name(of: block.columns.upperBound - 1) == "surface:exclamations")
    #expect(block.columns.count == (try CueFile.bundledEnglish()).cues.cues.count + 7)
  }

  @Test func caseAndNormalFormsChangeNothing() throws {
    let plain = try features([cues()]).fit(texts)
    let cased = try features([cues()], lowercase: false, normalForm: .nfc).fit(texts)
    #expect(plain.transform(texts) == cased.transform(texts))
    #expect(plain.transform(texts.map { $0.uppercased() }).rowCount == texts.count)
  }

  @Test func maskedNamesShowNoCue() throws {
    let text = "War Peace attacked 12 posts"
    let features = try features([cues()], lowercase: false, masks: [.actors, .numbers])
    let fitted = try features.fit([text, "x"], masks: MaskTerms(actors: ["War Peace"]))
    let found = fitted.occurrences(in: text).filter { !$0.places.isEmpty }
    #expect(found.contains { $0.name == "cue:violence-word" && $0.terms == ["attacked"] && $0.places.count == 1 })
    #expect(!found.contains { $0.name == "cue:peace-word" })
    #expect(fitted.occurrences(in: text).contains { $0.name == "surface:numbers" && $0.value > 0 })
  }

  @Test func occurrencesAreTheRowOfTheMatrix() throws {
    let fitted = try mixed().fit(texts)
    for text in texts.prefix(80) + ["", "Ｗe ﬁght 👍🏽 now"] {
      let row = dense(fitted.transform([text]))[0]
      let found = fitted.occurrences(in: text)
      #expect(found.map(\.column) == row.indices.filter { row[$0] != 0 })
      #expect(found.map(\.value) == row.filter { $0 != 0 })
      for occurrence in found where occurrence.block == "cues" {
        #expect(occurrence.places.count == occurrence.count)
        for place in occurrence.places {
          let bytes = String(decoding: Array(text.utf8)[place.bytes], as: UTF8.self)
          let scalars = String(String.UnicodeScalarView(Array(text.unicodeScalars)[place.characters]))
          #expect(bytes == scalars && occurrence.terms.contains(bytes))
        }
      }
    }
  }

  @Test func aRestoredPipelineIsTheSame() throws {
    let fitted = try mixed().fit(texts)
    let restored = try FittedPipeline(restoring: fitted.state)
    #expect(restored.state == fitted.state)
    #expect(names(restored) == names(fitted))
    #expect(restored.transform(texts) == fitted.transform(texts))
    #expect(restored.occurrences(in: texts[3]) == fitted.occurrences(in: texts[3]))
  }

  @Test(arguments: [
    Lie("missing") { $0.dense = [] },
    Lie("more blocks") { $0.dense.append($0.dense[0]) },
    Lie("cannot be read") { $0.dense[0].file = [] },
    Lie("cannot be read") { $0.dense[0].file[0] = 0xFF },
    Lie("not those") { $0.dense[0].file = Array("- name: a\n  patterns: [x]".utf8) },
    Lie("means") { $0.dense[0].means.removeLast() },
    Lie("deviations") { $0.dense[0].deviations.append(1) },
    Lie("no ordinary number") { $0.dense[0].means[0] = .nan },
    Lie("no ordinary number") { $0.dense[0].deviations[0] = -1 },
  ])
  func liesAreFound(_ lie: Lie) throws {
    var state = try features([cues()]).fit(texts).state
    lie.tell(&state)
    let error = #expect(throws: TextFeaturesError.self) { try FittedPipeline(restoring: state) }
    #expect(error?.description.contains(lie.word) == true, "\(error?.description ?? "")")
  }

  @Test func aConfigurationWithoutItsCuesIsRefused() throws {
    let stored = try JSONValue(encoding: FeatureConfiguration(blocks: [try cues()])).text()
    #expect(stored.utf8.count < 400 && !stored.contains("war"))
    let read = try JSONDecoder().decode(FeatureConfiguration.self, from: Data(stored.utf8))
    #expect(read == FeatureConfiguration(blocks: [try cues()]))
    let error = #expect(throws: TextFeaturesError.self) { try read.validated() }
    #expect(error?.description.contains("cues-en") == true)
    #expect(throws: TextFeaturesError.self) { try features([cues("a b")]) }
    #expect(throws: TextFeaturesError.self) { try features([cues(), cues()]) }
  }
}
