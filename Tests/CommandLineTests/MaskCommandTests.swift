import Foundation
import ParlanceKit
import Quotation
import Testing

/// `--mask` with the names of the gazetteer and of the corpus.
@Suite("--mask")
struct MaskCommandTests {
  private static let corpus = """
    text,label,actor,target,place,outlet
    "Armenia warned Kestria in Dolvar, the Kestrian Herald reports",a,Armenia,Kestria,Lower Dolvar,Kestrian Herald
    "the Azerbaijani side and the Russians left Moscow, says TASS",b,Azerbaijan,Russia,Baku,TASS
    "they told us 12 times in Lower Dolvar",a,Armenia,Russia,Baku,TASS
    "calm words from nobody",b,Armenia,Russia,Baku,TASS

    """

  private func names(_ options: [String]) throws -> Set<String> {
    let place = try Workplace()
    _ = try place.write(Self.corpus, to: "corpus.csv")
    _ = try place.write(
      "name,kind,of,language\nKestria,state,,\nKestrian,demonym,Kestria,en\nDolvar,capital,Kestria,\n", to: "names.csv")
    let run = try place.parlance(
      ["train", "corpus.csv", "--model", "m.safetensors", "--positive", "a"] + options)
    #expect(run.status == 0, "\(run.errors)")
    let model = try ModelFile.read(place.path("m.safetensors"))
    return Set((0..<model.space.featureCount).map { model.space.feature(at: $0).name })
  }

  @Test("the model has placeholders for what is masked, and no name")
  func masked() throws {
    let names = try names(["--mask", "actors,targets,places,demonyms,outlets,numbers", "--gazetteer", "names.csv"])
    for word in ["__actor__", "__target__", "__place__", "__demonym__", "__outlet__", "__number__"] {
      #expect(names.contains(word), "\(word) in \(names.sorted())")
    }
    for word in ["armenia", "kestria", "dolvar", "lower", "herald", "russians", "azerbaijani", "moscow", "tass", "12"] {
      #expect(!names.contains(word), "\(word) in \(names.sorted())")
    }
    // US is a pronoun in small letters, and stays.
    #expect(names.contains("us"))
  }

  @Test("only what is asked for is masked, and a file of names adds to the bundled ones")
  func asked() throws {
    let places = try names(["--mask", "places"])
    #expect(places.contains("dolvar") == false || places.contains("kestria"))
    #expect(places.contains("kestria") && !places.contains("armenia") && places.contains("russians"))
    let own = try names(["--mask", "places", "--gazetteer", "names.csv"])
    #expect(!own.contains("kestria") && !own.contains("moscow") && own.contains("kestrian"))
  }

  @Test("a masked model scores the same after it is read, whatever states it is given")
  func scores() throws {
    let place = try Workplace()
    _ = try place.write(Self.corpus, to: "corpus.csv")
    let options = ["--mask", "places,demonyms", "--positive", "a", "--model", "m.safetensors"]
    #expect(try place.parlance(["train", "corpus.csv"] + options).status == 0)
    func logit(_ text: String) throws -> Double? {
      try place.parlance("explain", "m.safetensors", text, "--format", "json").json["logit"] as? Double
    }
    let one = try #require(try logit("Armenia warned the Turkish side in Yerevan."))
    #expect(try logit("Norway warned the Chinese side in Berlin.") == one)
    let tested = try place.parlance("inspect", "m.safetensors", "--self-test", "--format", "json")
    #expect(tested.status == 0, "\(tested.errors)")
  }

  @Test(
    "what cannot be is refused in a sentence",
    arguments: [
      (["--mask", "cities"], "\"cities\" cannot be masked"),
      (["--mask", "numbers", "--gazetteer", "names.csv"], "nothing of it is masked"),
      (["--mask", "places", "--gazetteer", "nowhere.csv"], "nowhere.csv"),
      (["--mask", "places", "--gazetteer", "bad.csv"], "bad.csv:2: the kind \"town\""),
      (["--mask", "places,places"], "places"),
    ])
  func refused(options: [String], word: String) throws {
    let place = try Workplace()
    _ = try place.write(Self.corpus, to: "corpus.csv")
    _ = try place.write("name,kind,of,language\nX,state,,\n", to: "names.csv")
    _ = try place.write("name,kind,of,language\nX,town,,\n", to: "bad.csv")
    let run = try place.parlance(["train", "corpus.csv", "--model", "m.safetensors", "--positive", "a"] + options)
    #expect(run.status == 2 && run.errors.contains(word), "\(run.errors)")
  }

  @Test("the gazetteer's names are sorted into places, demonyms and outlets with their other names")
  func gazetteer() {
    let all = MaskTerms(of: .bundled, for: [.places, .demonyms, .outlets])
    for name in ["Armenia", "Yerevan", "Kremlin", "UK", "Армения"] { #expect(all.places.contains(name), "\(name)") }
    for name in ["Armenian", "Armenians", "Chinese"] { #expect(all.demonyms.contains(name), "\(name)") }
    for name in ["Reuters", "BBC", "AFP", "ТАСС"] { #expect(all.outlets.contains(name), "\(name)") }
    #expect(!all.places.contains("US") && !all.demonyms.contains("Chineses") && !all.places.contains("NATO"))
    let none = MaskTerms(of: .bundled, for: [.numbers, .actors])
    #expect(none == MaskTerms())
  }
}
