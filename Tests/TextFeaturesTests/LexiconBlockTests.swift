import Foundation
import LinearAlgebra
import Reproducibility
import Testing
import TextFeatures

/// The block of a dictionary: relations that hold whatever the right values are, and stored blocks.
@Suite struct LexiconBlockTests {
  private let texts = LexiconBlockTests.statements(240)

  private static func statements(_ count: Int) -> [String] {
    let pieces = [
      "We will retaliate", "final warning", "the talks", "good", "not good", "bad luck", "Мир", "a cease-fire", "x",
      "will pay the price", "we are ready for dialogue",
    ]
    var generator = SeededGenerator(seed: 17)
    return (0..<count).map { _ in
      (0..<generator.index(below: 8)).map { _ in pieces[generator.index(below: pieces.count)] }
        .joined(separator: [" ", ", ", ". "][generator.index(below: 3)])
    }
  }

  private func block(_ text: String? = nil, length: Double = 0.5) throws -> FeatureBlock {
    let file =
      try text.map { try LexiconFile(Array($0.utf8), path: "own.csv", form: .weighted) }
      ?? LexiconFile(path: LexiconFile.bundledEnglishName)
    return .lexicon(LexiconConfiguration(file, length: length))
  }

  private let weights = "good,3\nnot good,-2\nbad*,-1\nмир,2\n"

  private func features(_ blocks: [FeatureBlock], masks: [FeatureConfiguration.Mask] = []) throws -> FeaturePipeline {
    FeaturePipeline(try FeatureConfiguration(masks: masks, blocks: blocks).validated())
  }

  private func mixed() throws -> FeaturePipeline {
    try features([.ngrams(.words), .cues(CueConfiguration(try CueFile.bundledEnglish())), try block()])
  }

  @Test func threadsAndOrderOfRowsChangeNothing() throws {
    let long = (0..<3000).map { texts[$0 % texts.count] + " \($0)" }
    let features = try mixed()
    let fitted = try features.fit(long)
    let two = Parallelism(threadCount: 2)
    let other = try features.fit(features.analyze(long, on: two), rows: Array(long.indices.reversed()), on: two)
    #expect(other.state == fitted.state)
    #expect(other.transform(long, on: two) == fitted.transform(long))
  }

  @Test func fittingOnRowsIsFittingOnACorpusOfThem() throws {
    for block in [try block(), try block(weights)] {
      let features = try features([block])
      let analyzed = try features.analyze(texts)
      for rows in [Array(0..<50), [7, 7, 7, 8, 9, 10, 11]] {
        let fitted = try features.fit(analyzed, rows: rows)
        let alone = try features.fit(rows.map { texts[$0] })
        #expect(fitted.state == alone.state)
        #expect(fitted.transform(analyzed, rows: rows) == alone.transform(rows.map { texts[$0] }))
      }
    }
  }

  @Test func rowsHaveTheLengthAskedFor() throws {
    let fitted = try features([try block(weights, length: 2)]).fit(texts)
    let squares = dense(fitted.transform(texts)).joined().reduce(0) { $0 + $1 * $1 }
    #expect(abs(squares / Double(texts.count) - 4) < 1e-12)
    #expect(names(fitted) == ["lexicon:positive", "lexicon:negative", "weight:mean"])
  }

  @Test func occurrencesAreTheRowOfTheMatrixWithPlaces() throws {
    let fitted = try features([.ngrams(.words), try block(weights)]).fit(texts)
    for text in texts.prefix(60) + ["", "Мир — not GOOD 👍🏽 мир"] {
      let row = dense(fitted.transform([text]))[0]
      let found = fitted.occurrences(in: text)
      #expect(found.map(\.column) == row.indices.filter { row[$0] != 0 })
      #expect(found.map(\.value) == row.filter { $0 != 0 })
      for occurrence in found where occurrence.block == "lexicon" {
        #expect(occurrence.places.count == occurrence.count)
        for place in occurrence.places {
          let bytes = String(decoding: Array(text.utf8)[place.bytes], as: UTF8.self)
          let scalars = String(String.UnicodeScalarView(Array(text.unicodeScalars)[place.characters]))
          #expect(bytes == scalars && occurrence.terms.contains(bytes))
        }
      }
    }
    let places = fitted.occurrences(in: "Мир — not GOOD").filter { $0.block == "lexicon" }
    #expect(places.first { $0.name == "weight:mean" }?.terms == ["Мир", "not GOOD"])
    #expect(places.first { $0.name == "lexicon:negative" }?.terms == ["not GOOD"])
  }

  @Test func maskedNamesShowNothing() throws {
    let features = try features([try block(weights)], masks: [.actors])
    let fitted = try features.fit(["Bad Godesberg is good", "x", "bad"], masks: MaskTerms(actors: ["Bad Godesberg"]))
    let found = fitted.occurrences(in: "Bad Godesberg is good").filter { !$0.places.isEmpty }
    #expect(!found.contains { $0.name == "lexicon:negative" } && found.contains { $0.name == "lexicon:positive" })
  }

  @Test func aRestoredPipelineIsTheSame() throws {
    for blocks in [[try block()], [try block(weights)], [.ngrams(.words), try block(weights)]] {
      let fitted = try features(blocks).fit(texts)
      let restored = try FittedPipeline(restoring: fitted.state)
      #expect(restored.state == fitted.state && names(restored) == names(fitted))
      #expect(restored.transform(texts) == fitted.transform(texts))
      #expect(restored.occurrences(in: texts[3]) == fitted.occurrences(in: texts[3]))
    }
  }

  @Test(arguments: [
    Lie("missing") { $0.dense = [] },
    Lie("more blocks") { $0.dense.append($0.dense[0]) },
    Lie("cannot be read") { $0.dense[0].file = [] },
    Lie("cannot be read") { $0.dense[0].file = Array("[]".utf8) },
    Lie("cannot be read") { $0.dense[0].file = Array(#"[{"name":"a","entries":[{"pattern":":)"}]}]"#.utf8) },
    Lie("cannot be read") {
      $0.dense[0].file = Array(#"[{"name":"a","entries":[{"pattern":"x"},{"pattern":"y","weight":1}]}]"#.utf8)
    },
    Lie("not those") { $0.dense[0].file = Array(#"[{"name":"a","entries":[{"pattern":"war"}]}]"#.utf8) },
    Lie("means") { $0.dense[0].means.removeLast() },
    Lie("no ordinary number") { $0.dense[0].deviations[0] = -1 },
  ])
  func liesAreFound(_ lie: Lie) throws {
    var state = try features([block(weights)]).fit(texts).state
    lie.tell(&state)
    let error = #expect(throws: TextFeaturesError.self) { try FittedPipeline(restoring: state) }
    #expect(error?.description.contains(lie.word) == true, "\(error?.description ?? "")")
  }

  @Test func aConfigurationNamesItsDictionary() throws {
    let configuration = FeatureConfiguration(blocks: [
      try block(weights), .cues(CueConfiguration(try .bundledEnglish())),
    ])
    let stored = try JSONValue(encoding: configuration).text()
    #expect(stored.contains(#""lexicon":"own.csv""#) && !stored.contains("мир"))
    let read = try JSONDecoder().decode(FeatureConfiguration.self, from: Data(stored.utf8))
    #expect(read == configuration)
    let error = #expect(throws: TextFeaturesError.self) { try read.validated() }
    #expect(error?.description.contains("--lexicon") == true)
  }

  @Test func whatWasLeftOutIsNoted() throws {
    let validated = try FeatureConfiguration(blocks: [try block("good,1\n:),2\n")]).validated()
    #expect(validated.notes.count == 1 && validated.notes[0].contains("\":)\" in line 2"))
  }
}
