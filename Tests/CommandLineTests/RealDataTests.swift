import Foundation
import Testing

/// The figures that scikit-learn gives on real corpora, asked for as a user would.
@Suite(
  "Real corpora",
  .enabled(if: Workplace.hasSharedData, "needs the corpora of ../shared/data, which are not part of the project"))
struct RealDataTests {
  struct Fixture: Decodable {
    struct Case: Decodable, CustomTestStringConvertible {
      let arguments: String
      let f1: Double
      let rocAUC: Double
      let rows: Int
      var testDescription: String { arguments }
    }
    let cases: [Case]
  }

  /// What Tests/ParityTests/Fixtures/generators/real_data.py wrote.
  static let cases: [Fixture.Case] = {
    let path = Workplace.packageRoot.appending(path: "Tests/ParityTests/Fixtures/real_data/crossvalidation.json")
    guard let data = try? Data(contentsOf: path) else { return [] }
    return (try? JSONDecoder().decode(Fixture.self, from: data).cases) ?? []
  }()

  @Test("the fixture is there")
  func fixture() { #expect(Self.cases.count == 6) }

  @Test("cross-validated figures equal scikit-learn's on the same folds", arguments: cases)
  func crossValidation(reference: Fixture.Case) throws {
    let place = try Workplace()
    let arguments = reference.arguments.split(separator: " ").map(String.init)
    let corpus = Workplace.sharedData.appending(path: arguments[0]).path
    let run = try place.parlance(["crossvalidate", corpus] + arguments.dropFirst())
    #expect(run.status == 0, "\(run.errors)")
    let json = try run.json
    let metrics = try #require(json["metrics"] as? [String: [String: Any]])
    #expect(json["rows"] as? Int == reference.rows)
    // Both are at the optimum of one strictly convex problem: what is left is a pair of scores near a tie or a threshold.
    #expect(abs(try #require(metrics["rocAUC"]?["value"] as? Double) - reference.rocAUC) < 1e-5)
    #expect(abs(try #require(metrics["f1"]?["value"] as? Double) - reference.f1) < 1e-5)
  }

  @Test("a libsvm file trains, and scores its test set as the literature has it")
  func libsvm() throws {
    let place = try Workplace()
    let folder = Workplace.sharedData.appending(path: "a9a").path
    let trained = try place.parlance(
      "train", "\(folder)/a9a", "--input-format", "libsvm", "--model", "a9a.safetensors", "--format", "json")
    #expect(trained.status == 0, "\(trained.errors)")
    #expect(try trained.json["outcome"] as? String == "converged")
    #expect(try trained.json["features"] as? Int == 123)
    let evaluated = try place.parlance(
      "evaluate", "a9a.safetensors", "\(folder)/a9a.t", "--input-format", "libsvm", "--resamples", "0", "--format",
      "json")
    #expect(evaluated.status == 0, "\(evaluated.errors)")
    let metrics = try #require(try evaluated.json["metrics"] as? [String: [String: Any]])
    #expect(abs(try #require(metrics["accuracy"]?["value"] as? Double) - 0.85) < 0.002)
  }

  @Test("predicting from a pipe gives what predicting from the file gives")
  func pipe() throws {
    let place = try Workplace()
    let corpus = Workplace.sharedData.appending(path: "unscon/sentences.csv").path
    let trained = try place.parlance("train", corpus, "--positive", "conflict", "--model", "m.safetensors")
    #expect(trained.status == 0, "\(trained.errors)")
    let direct = try place.parlance("predict", "m.safetensors", corpus)
    let piped = try place.shell("gzip -c \(corpus) | parlance predict m.safetensors -")
    #expect(direct.status == 0 && piped.status == 0, "\(piped.errors)")
    #expect(direct.output == piped.output)
    #expect(direct.output.split(separator: "\n").count == 2378)
  }
}
