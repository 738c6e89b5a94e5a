import LinearAlgebra
import Testing
import TextFeatures

/// Fitted pipelines stored and restored, and files that lie.
@Suite struct StateTests {
  private let texts = randomTexts(150)

  @Test func aRestoredPipelineIsTheSame() throws {
    let fitted = try pipeline(everyKindOfBlock, masks: [.actors, .numbers])
      .fit(texts, masks: MaskTerms(actors: ["War 7"], targets: ["peace"]))
    let restored = try FittedPipeline(restoring: fitted.state)
    #expect(restored.state == fitted.state)
    #expect(names(restored) == names(fitted))
    #expect(restored.transform(texts) == fitted.transform(texts))
    #expect(restored.occurrences(in: texts[3]) == fitted.occurrences(in: texts[3]))
    let analyzed = try pipeline(everyKindOfBlock, masks: [.actors, .numbers])
      .analyze(texts, masks: MaskTerms(actors: ["War 7"], targets: ["peace"]))
    #expect(restored.transform(analyzed, rows: [5, 2]).expanded() == fitted.transform([texts[5], texts[2]]))
  }

  /// What can be wrong with a state of a block of words and a hashed one, and what the message must name.
  @Test(arguments: [
    Lie("blocks") { $0.blocks.removeLast() },
    Lie("0 texts") { $0.documentCount = 0 },
    Lie("offsets") { $0.blocks[0].termOffsets.removeLast() },
    Lie("offsets") { $0.blocks[0].termOffsets[2] = -1 },
    Lie("offsets") { $0.blocks[0].termOffsets = [] },
    Lie("offsets") { $0.blocks[0].termOffsets[1] = 1 << 40 },
    Lie("UTF-8") { $0.blocks[0].termBytes[0] = 0xFF },
    Lie("does not stand after") { $0.blocks[0].termBytes[0] = 0x7A },
    Lie("no terms") { $0.blocks[0] = FittedState.Block(termBytes: [], termOffsets: [0], termColumns: [], idf: []) },
    Lie("idf weights") { $0.blocks[0].idf.removeLast() },
    Lie("nan") { $0.blocks[0].idf[0] = .nan },
    Lie("inf") { $0.blocks[1].idf[3] = .infinity },
    Lie("only hashing") { $0.blocks[0].termColumns = [0] },
    Lie("columns for") { $0.blocks[1].termColumns.removeLast() },
    Lie("column") { $0.blocks[1].termColumns[0] = 31 },
    Lie("column") { $0.blocks[1].termColumns[0] = -1 },
    Lie("hash-features") { $0.configuration.blocks[1].ngramBlock?.hashing?.columnCount = 0 },
    Lie("idf weights") { $0.configuration.blocks[0].ngramBlock?.idf = .none },
  ])
  func liesAreFound(_ lie: Lie) throws {
    let blocks = [BlockConfiguration(), BlockConfiguration(name: "hashed", hashing: .init(columnCount: 32))]
    var state = try pipeline(blocks).fit(texts).state
    lie.tell(&state)
    let error = #expect(throws: TextFeaturesError.self) { try FittedPipeline(restoring: state) }
    #expect(error?.description.contains(lie.word) == true, "\(error?.description ?? "")")
  }

  @Test func aFixedVocabularyMustBeTheColumns() throws {
    var state = try pipeline([BlockConfiguration(vocabulary: ["peace", "war"])]).fit(texts).state
    state.configuration.blocks[0].ngramBlock?.vocabulary = ["peace", "wax"]
    #expect(throws: TextFeaturesError.self) { try FittedPipeline(restoring: state) }
  }
}

/// Something untrue in a stored state, and a word of the message that says so.
struct Lie: Sendable, CustomTestStringConvertible {
  let word: String
  let tell: @Sendable (inout FittedState) -> Void

  init(_ word: String, _ tell: @escaping @Sendable (inout FittedState) -> Void) {
    self.word = word
    self.tell = tell
  }

  var testDescription: String { word }
}
