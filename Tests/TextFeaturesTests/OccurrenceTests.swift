import LinearAlgebra
import Testing
import TextFeatures

/// Explanations: the values are the matrix's, and the places are in the original text.
@Suite struct OccurrenceTests {
  private let texts =
    randomTexts(120) + ["İstanbul'da BARIŞ", "e\u{301}te\u{301} ΟΔΟΣ", "👍🏽 ok 👍🏽 okay", "a\u{0}bc  \u{2028} dé"]

  /// The part of a text that a place names, by its bytes.
  private func slice(_ text: String, _ place: FeatureOccurrence.Place) -> String {
    String(decoding: Array(text.utf8)[place.bytes], as: UTF8.self)
  }

  /// The same by its characters.
  private func scalars(_ text: String, _ place: FeatureOccurrence.Place) -> String {
    String(String.UnicodeScalarView(Array(text.unicodeScalars)[place.characters]))
  }

  @Test func valuesEqualTheMatrixBitForBit() throws {
    for form in FeatureConfiguration.NormalForm.allCases {
      let fitted = try pipeline(everyKindOfBlock, normalForm: form, masks: [.numbers]).fit(texts)
      let matrix = fitted.transform(texts)
      for (row, text) in texts.enumerated() {
        let found = fitted.occurrences(in: text)
        var expected: [(Int, Double)] = []
        for (block, offset) in zip(matrix.blocks, matrix.blockOffsets) {
          guard case .sparse(let sparse) = block else { continue }
          for entry in sparse.rowOffsets[row]..<sparse.rowOffsets[row + 1] {
            expected.append((offset + Int(sparse.columnIndices[entry]), sparse.values[entry]))
          }
        }
        #expect(found.map(\.column) == expected.map(\.0))
        #expect(found.map(\.value) == expected.map(\.1))
        #expect(found.allSatisfy { $0.name == fitted.schema.name(of: $0.column) && !$0.places.isEmpty })
      }
    }
  }

  @Test func placesCutTheTermsOutOfTheText() throws {
    let blocks = [
      BlockConfiguration(), BlockConfiguration(name: "chars", analyzer: .char, ngrams: NgramRange(1, 3)),
      BlockConfiguration(name: "inside", analyzer: .charWithinWords, ngrams: NgramRange(2, 4)),
    ]
    let fitted = try pipeline(blocks, lowercase: false).fit(texts)
    for text in texts {
      for occurrence in fitted.occurrences(in: text) {
        #expect(occurrence.count == occurrence.places.count)
        for place in occurrence.places {
          #expect(slice(text, place) == scalars(text, place))
          let cut = slice(text, place).split(whereSeparator: \.isWhitespace).joined(separator: " ")
          let term = occurrence.name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          #expect(cut.utf8.elementsEqual(term.utf8), "\(occurrence.name.debugDescription)")
        }
      }
    }
  }

  @Test func anNgramReachesFromItsFirstWordToItsLast() throws {
    let text = "Мы — не отступим, «НЕ ОТСТУПИМ»!"
    let block = BlockConfiguration(ngrams: NgramRange(1, 2), stopWords: ["мы"], stemming: "russian")
    let fitted = try pipeline([block]).fit([text])
    let found = fitted.occurrences(in: text)
    #expect(found.map(\.name) == ["не", "не отступ", "отступ", "отступ не"])
    #expect(found[1].places.map { slice(text, $0) } == ["не отступим", "НЕ ОТСТУПИМ"])
    #expect(found[1].places.map(\.characters) == [5..<16, 19..<30])
    #expect(found[3].places.map { slice(text, $0) } == ["отступим, «НЕ"])
  }

  @Test func maskedNamesAreWhereTheyStood() throws {
    let text = "The United  States' and RUSSIA’s 12 talks"
    let features = try pipeline([.words], masks: [.actors, .numbers])
    let fitted = try features.fit([text], masks: MaskTerms(actors: ["United States", "Russia"]))
    let found = fitted.occurrences(in: text)
    #expect(found.map(\.name) == ["__actor__", "__number__", "and", "talks", "the"])
    #expect(found[0].places.map { slice(text, $0) } == ["United  States", "RUSSIA’s"])
    #expect(found[1].places.map { slice(text, $0) } == ["12"])
  }

  @Test func lowerCaseOfTwoScalarsAndNormalFormsPointToTheOriginal() throws {
    let text = "x İLE ﬁne e\u{301}te\u{301} ㈱ok"
    let fitted = try pipeline([.words], normalForm: .nfkc).fit([text])
    let found = fitted.occurrences(in: text)
    #expect(found.map(\.name) == ["fine", "le", "ok", "\u{e9}t\u{e9}", "株"].filter { $0 != "株" })
    #expect(found.map { slice(text, $0.places[0]) } == ["ﬁne", "LE", "ok", "e\u{301}te\u{301}"])
    #expect(found[3].places[0].characters == 10..<15)
  }

  @Test func hashedColumnsNameTheTermsOfTheText() throws {
    let block = BlockConfiguration(norm: .none, hashing: .init(columnCount: 2, namesPerColumn: 1))
    let fitted = try pipeline([block]).fit(["war war peace", "war talks"])
    for text in ["war peace talks zebra", "zebra zebra"] {
      let found = fitted.occurrences(in: text)
      let terms = found.flatMap(\.terms).sorted()
      #expect(terms == Array(Set(text.split(separator: " ").map(String.init))).sorted())
    }
  }

  @Test func nothingIsFoundInNothing() throws {
    let fitted = try pipeline(everyKindOfBlock).fit(texts)
    #expect(fitted.occurrences(in: "").isEmpty)
    #expect(fitted.occurrences(in: "\u{301}\u{0}").allSatisfy { $0.block == "chars" })
  }
}
