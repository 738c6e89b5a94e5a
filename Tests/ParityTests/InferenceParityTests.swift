import Classifiers
import Testing

/// Estimates from scores and hand-coded rows against statsmodels, ppi-python and the paper's equations solved by scipy
/// (Fixtures/generators/inference.py).
@Suite struct InferenceParityTests {
  private struct File: Decodable {
    struct Found: Decodable {
      let estimates: [Double]
      let errors: [Double]
    }
    struct Case: Decodable {
      let model: OutcomeModel
      let columns: [[Double]]
      let scores: [Double]
      let gold: [Double]
      let coded: [Int]
      let probabilities: [Double]
      let clusters: [Int]?
      let dsl: Found
      let full: Found
      let naive: Found?
      let handCoded: Found?
      let ppi: [Double]?
      let mean: Double?

      func data(all: Bool = false) throws -> SurrogateData {
        let rows = all ? Array(gold.indices) : coded
        return try SurrogateData(
          names: ["a", "b"], predictors: columns, surrogates: scores,
          codings: rows.enumerated().map {
            SurrogateData.Coding(row: $1, outcome: gold[$1], probability: all ? 1 : probabilities[$0])
          }, clusters: clusters)
      }
    }
    let cases: [Case]
  }

  /// All solve their equations to about twelve digits, scipy's `root` to ten.
  private static let tolerance = 1e-8

  private static func expect(_ found: SurrogateFit.Estimates, _ expected: File.Found?, _ name: String) {
    guard let expected else { return }
    let terms = found.terms ?? []
    #expect(Fixture.relativeDistance(terms.map(\.estimate), expected.estimates) < tolerance, "\(name)")
    #expect(Fixture.relativeDistance(terms.map(\.standardError), expected.errors) < tolerance, "\(name)")
  }

  @Test func estimatesAndErrorsAreThoseOfOthers() throws {
    let file: File = try Fixture.read("inference/dsl")
    #expect(file.cases.count == 8)
    for (number, expected) in file.cases.enumerated() {
      let inference = try SurrogateInference(model: expected.model)
      let fit = try inference.fit(try expected.data())
      Self.expect(fit.corrected, expected.dsl, "dsl \(number)")
      Self.expect(fit.naive, expected.naive, "naive \(number)")
      Self.expect(fit.handCoded, expected.handCoded, "hand-coded \(number)")
      Self.expect(try inference.fit(try expected.data(all: true)).corrected, expected.full, "full \(number)")
    }
  }

  /// ppi-python's logit is found by a search that stops at a gradient of 1e-12, which leaves eight digits. Its least squares are
  /// another estimator: they correct by the hand-coded rows' own products of columns, and DSL by those of all rows.
  @Test func withEqualChancesItIsPredictionPoweredInference() throws {
    let file: File = try Fixture.read("inference/dsl")
    let equal = file.cases.filter { $0.ppi != nil }
    #expect(equal.count == 4)
    for expected in equal {
      let fit = try SurrogateInference(model: expected.model).fit(try expected.data())
      let estimates = (fit.corrected.terms ?? []).map(\.estimate)
      if expected.model == .logit { #expect(Fixture.relativeDistance(estimates, expected.ppi ?? []) < 1e-6) }
      let all = try expected.data()
      let mean = try SurrogateInference().fit(
        try SurrogateData(names: [], predictors: [], surrogates: all.surrogates, codings: all.codings))
      #expect(abs((mean.corrected.terms?[0].estimate ?? .nan) - (expected.mean ?? .nan)) < 1e-12)
    }
  }
}
