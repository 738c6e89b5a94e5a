import LinearAlgebra
import Testing
import TextFeatures

/// Texts that nobody writes and every corpus holds.
@Suite struct HostileTextTests {
  private static let texts = [
    "", " ", "\n\n\n", "...!?", "\u{0}", "\u{0}\u{0}war\u{0}\u{0}", "\u{301}\u{301}", "\u{301}war\u{301}",
    "\u{FEFF}war", "war\u{200B}war",
    "\u{202E}raw\u{202C} שלום السلام", "👩‍👩‍👧‍👦👍🏽", String(repeating: "ΑΣ", count: 5000), String(repeating: "Σ.", count: 5000),
    String(repeating: "\u{301}", count: 20_000), String(repeating: "a\u{301}\u{323}", count: 5000),
    String(repeating: " ", count: 100_000),
    String(repeating: "İ", count: 3000), String(repeating: "Ⱥ", count: 3000), "\u{10FFFF}\u{10FFFF}", "\u{FFFD}",
    "\r\nwar\r\n",
    String(repeating: "x ", count: 5000), String(repeating: "ab ", count: 5000), "ｗａｒ", "\u{1D400}\u{1D401}",
    "war peace war",
  ]

  @Test(arguments: FeatureConfiguration.NormalForm.allCases)
  func everyTextHasARowAndAnExplanation(_ form: FeatureConfiguration.NormalForm) throws {
    let fitted = try pipeline(everyKindOfBlock, normalForm: form, masks: [.actors, .numbers])
      .fit(Self.texts, masks: MaskTerms(actors: ["", "\u{301}", "Σ", "x", "\u{0}"]))
    let matrix = fitted.transform(Self.texts)
    #expect(matrix.rowCount == Self.texts.count)
    for block in matrix.blocks {
      guard case .sparse(let sparse) = block else { continue }
      #expect(sparse.values.allSatisfy { $0.isFinite })
    }
    for text in Self.texts where text.utf8.count < 10_000 {
      let length = text.utf8.count
      for place in fitted.occurrences(in: text).flatMap(\.places) {
        #expect(place.bytes.lowerBound >= 0 && place.bytes.upperBound <= length)
      }
    }
  }

  @Test func oneTokenOfTenMegabytes() throws {
    let monster = String(repeating: "a", count: 10_000_000)
    let block = BlockConfiguration(ngrams: NgramRange(1, 2), stemming: "english")
    let fitted = try pipeline([block]).fit([monster, "war peace \(monster)"])
    #expect(fitted.columnCount == 5)
    #expect(fitted.transform([monster]).storedCount == 1)
    #expect(fitted.occurrences(in: monster).first?.places.first?.bytes == 0..<10_000_000)
  }

  @Test func tokensAreThoseOfTheWholeTextWhateverItHolds() throws {
    let words = try pipeline([.words]).words(of: Self.texts)
    #expect(words[5] == ["war"])
    #expect(words[7] == ["war"])
    #expect(words[10] == ["raw", "שלום", "السلام"])
    #expect(words[12].map(\.unicodeScalars.count) == [10_000])
    #expect(words[12].first?.unicodeScalars.last == "ς")
    #expect(words[24] == ["ｗａｒ"])
  }
}
