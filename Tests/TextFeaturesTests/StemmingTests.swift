import Testing
import TextFeatures

/// Snowball's stemmers, with stems from the vocabularies that snowballstem.org publishes with each algorithm.
@Suite struct StemmingTests {
  private func stems(_ text: String, _ language: String, stopWords: [String] = []) throws -> [String] {
    let block = BlockConfiguration(stopWords: stopWords, stemming: language)
    let fitted = try pipeline([block]).fit([text])
    return fitted.occurrences(in: text).sorted { $0.places[0].bytes.lowerBound < $1.places[0].bytes.lowerBound }.map(
      \.name)
  }

  @Test func wordsBecomeStems() throws {
    #expect(try stems("Consolidating consigned generously", "english") == ["consolid", "consign", "generous"])
    #expect(try stems("важнейшие павлинам", "russian") == ["важн", "павлин"])
    #expect(try stems("aufeinanderfolgenden Katzen", "german") == ["aufeinanderfolg", "katz"])
    #expect(try stems("continuellement majestueuse", "french") == ["continuel", "majestu"])
  }

  @Test func armenianFormsShareAStem() throws {
    #expect(try stems("պատերազմներ պատերազմը պատերազմի", "armenian") == ["պատերազմ"])
  }

  @Test func everyLanguageOfTheListStems() throws {
    #expect(StemmingLanguage.all.count >= 25)
    #expect(StemmingLanguage.all == StemmingLanguage.all.sorted())
    for language in ["armenian", "english", "german", "russian", "turkish"] {
      #expect(StemmingLanguage.all.contains(language))
    }
    for language in StemmingLanguage.all {
      let fitted = try pipeline([BlockConfiguration(stemming: language)]).fit([
        "Peace мир խաղաղություն سلام 和平 _ __ x1 ss's"
      ])
      #expect(fitted.columnCount > 4, "\(language)")
    }
  }

  @Test func stopWordsGoBeforeStemsAndStemsBeforeNgrams() throws {
    let block = BlockConfiguration(ngrams: NgramRange(2, 2), stopWords: ["talks"], stemming: "english")
    let fitted = try pipeline([block]).fit(["talking talks talked"])
    #expect(names(fitted) == ["talk talk"])
  }

  @Test func placeholdersAreNeitherStemmedNorStopped() throws {
    let block = BlockConfiguration(stopWords: ["__number__"], stemming: "english")
    let fitted = try pipeline([block], masks: [.numbers]).fit(["12 tanks"])
    #expect(names(fitted) == ["__number__", "tank"])
  }
}
