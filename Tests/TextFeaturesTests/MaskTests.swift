import Foundation
import Testing
import TextFeatures

/// What masks replace, and what they leave alone.
@Suite struct MaskTests {
  private func words(
    _ text: String, actors: [String] = [], targets: [String] = [], masks: [FeatureConfiguration.Mask],
    lowercase: Bool = true
  ) throws -> String {
    let pipeline = FeaturePipeline(try FeatureConfiguration(lowercase: lowercase, masks: masks).validated())
    let terms = MaskTerms(actors: actors, targets: targets)
    return pipeline.words(of: [text], masks: terms).first?.joined(separator: " ") ?? ""
  }

  @Test func namesAreReplacedInAnyCaseAsWholeWords() throws {
    let text = "RUSSIA and Russian and russia, Prussia"
    #expect(try words(text, actors: ["Russia"], masks: [.actors]) == "__actor__ and russian and __actor__ prussia")
    #expect(
      try words(text, actors: ["Russia"], masks: [.actors], lowercase: false)
        == "__actor__ and Russian and __actor__ Prussia")
  }

  @Test func theLongestNameWinsWhateverStandsBetweenItsWords() throws {
    let names = ["United States", "United States of America", "America"]
    let text = "The United\n States of America, the United-States and America"
    #expect(try words(text, actors: names, masks: [.actors]) == "the __actor__ the __actor__ and __actor__")
  }

  @Test func oneLetterWordsOfNamesCount() throws {
    #expect(try words("The U.S. and the US", actors: ["U.S."], masks: [.actors]) == "the __actor__ and the us")
    #expect(try words("Côte d’Ivoire", actors: ["Côte d'Ivoire"], masks: [.actors]) == "__actor__")
  }

  @Test(arguments: ["Russia's", "Russia’s", "Russiaʼs", "RUSSIA'S", "Russia＇s"])
  func thePossessiveGoesWithTheName(_ name: String) throws {
    let pipeline = FeaturePipeline(
      try FeatureConfiguration(
        masks: [.actors], blocks: [BlockConfiguration(analyzer: .char, ngrams: NgramRange(1, 1))]
      )
      .validated())
    let fitted = try pipeline.fit(["\(name) plan"], masks: MaskTerms(actors: ["Russia"]))
    // Were the s left behind, there would be one in the text that remains.
    let letters = fitted.occurrences(in: "\(name) plan").map(\.name)
    #expect(letters == [" ", "_", "a", "c", "l", "n", "o", "p", "r", "t"])
    #expect(try words("\(name) plan", actors: ["Russia"], masks: [.actors]) == "__actor__ plan")
  }

  @Test func actorsComeBeforeTargetsAndOnlyAskedForMasksApply() throws {
    let text = "Armenia warned Azerbaijan"
    let (actors, targets) = (["Armenia"], ["Armenia", "Azerbaijan"])
    #expect(
      try words(text, actors: actors, targets: targets, masks: [.actors, .targets]) == "__actor__ warned __target__")
    #expect(try words(text, actors: actors, targets: targets, masks: [.targets]) == "__target__ warned __target__")
    #expect(try words(text, actors: actors, targets: targets, masks: [.numbers]) == "armenia warned azerbaijan")
  }

  @Test func numbersAreRunsThatHoldADigitOfAnyScript() throws {
    let text = "5 tanks, 50 tanks, 3rd, ٣٤, Ⅷ, ½, 二十"
    #expect(
      try words(text, masks: [.numbers])
        == "__number__ tanks __number__ tanks __number__ __number__ __number__ __number__ 二十")
  }

  @Test func namesThatHoldNoWordsAreIgnored() throws {
    #expect(try words("a - b ... cd", actors: ["-", "", "..."], masks: [.actors]) == "cd")
  }

  @Test func maskingEqualsReplacingTheNamesBeforehand() throws {
    let blocks = [
      BlockConfiguration(ngrams: NgramRange(1, 2)),
      BlockConfiguration(name: "chars", analyzer: .charWithinWords, ngrams: NgramRange(2, 3)),
      BlockConfiguration(name: "all", analyzer: .char, ngrams: NgramRange(1, 3)),
    ]
    let masked = FeaturePipeline(try FeatureConfiguration(masks: [.actors, .numbers], blocks: blocks).validated())
    let plain = FeaturePipeline(try FeatureConfiguration(blocks: blocks).validated())
    let texts = ["Iran's 12 demands", "We and Iran agree", "no name here"]
    let replaced = ["__actor__ __number__ demands", "We and __actor__ agree", "no name here"]
    let left = try masked.fit(texts, masks: MaskTerms(actors: ["IRAN"]))
    let right = try plain.fit(replaced)
    #expect(left.transform(texts) == right.transform(replaced))
  }

  @Test func theNamesArePartOfTheFittedState() throws {
    let pipeline = FeaturePipeline(try FeatureConfiguration(masks: [.actors]).validated())
    let fitted = try pipeline.fit(["Iran warned us", "they warned Iran"], masks: MaskTerms(actors: ["Iran"]))
    let restored = try FittedPipeline(restoring: fitted.state)
    #expect(restored.transform(["IRAN!"]) == fitted.transform(["__actor__"]))
    #expect(restored.schema.name(of: 0) == "__actor__")
  }

  @Test func placesDemonymsAndOutletsHaveWordsOfTheirOwn() throws {
    let pipeline = FeaturePipeline(
      try FeatureConfiguration(masks: [.places, .demonyms, .outlets, .actors]).validated())
    let terms = MaskTerms(
      actors: ["Russia"], places: ["Russia", "New York", "Yerevan"], demonyms: ["Armenian", "Armenians"],
      outlets: ["New York Times"])
    let text = "Russia's army, New York and the New York Times: Armenians left YEREVAN."
    #expect(
      pipeline.words(of: [text], masks: terms).first?.joined(separator: " ")
        == "__actor__ army __place__ and the __outlet__ __demonym__ left __place__")
  }

  @Test func aNameThatIsSeveralThingsIsTheFirstOfThem() throws {
    let all: [FeatureConfiguration.Mask] = [.demonyms, .places, .outlets, .targets, .actors]
    let words = ["actor", "target", "outlet", "place", "demonym"]
    for first in words.indices {
      let names = words.indices.map { $0 >= first ? ["Xyz"] : [] }
      let terms = MaskTerms(
        actors: names[0], targets: names[1], places: names[3], demonyms: names[4], outlets: names[2])
      let pipeline = FeaturePipeline(try FeatureConfiguration(masks: all).validated())
      #expect(pipeline.words(of: ["xyz"], masks: terms) == [["__\(words[first])__"]])
    }
  }

  @Test func termsReadBackAndOldOnesRead() throws {
    let terms = MaskTerms(actors: ["a"], targets: [], places: ["p"], demonyms: [], outlets: ["o"])
    let encoded = try JSONEncoder().encode(terms)
    #expect(try JSONDecoder().decode(MaskTerms.self, from: encoded) == terms)
    let old = try JSONDecoder().decode(MaskTerms.self, from: Data(#"{"actors":["a"],"targets":["t"]}"#.utf8))
    #expect(old == MaskTerms(actors: ["a"], targets: ["t"]))
    let plain = String(decoding: try JSONEncoder().encode(old), as: UTF8.self)
    #expect(!plain.contains("places") && !plain.contains("outlets"))
  }
}
