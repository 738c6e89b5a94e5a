import Classifiers
import Foundation
import LinearAlgebra
import Testing

/// Regressions that explain against statsmodels, firthmodels and brglm2 (Fixtures/generators/explanation.py).
@Suite struct ExplanationParityTests {
  /// statsmodels stops when its Newton steps bring nothing; columns as large as years cost it, and us, some digits.
  private static let logitTolerance = 1e-8
  /// firthmodels stops at a score of 1e-9 (1e-7 on separated data), which leaves some eight digits.
  private static let firthTolerance = 1e-6
  /// Its profile intervals stop where the likelihood is within 1e-8 of the level.
  private static let profileTolerance = 1e-5

  @Test func estimatesAndErrorsEqualStatsmodels() throws {
    let data: DataFixture = try Fixture.read("explanation/data")
    let fixture: StatsmodelsFixture = try Fixture.read("explanation/statsmodels")
    for (name, expected) in fixture.fits.sorted(by: { $0.key < $1.key }) {
      let fit = try ExplanatoryRegression(RegressionOptions()).fit(data.regression(name, clustered: false))
      func distance(_ found: (RegressionTerm) -> Double?, _ expected: [Double]) -> Double {
        Fixture.relativeDistance(fit.terms.map { found($0) ?? .nan }, expected)
      }
      #expect(distance(\.estimate, expected.estimates) < Self.logitTolerance, "\(name)")
      #expect(distance(\.standardError, expected.standardErrors) < Self.logitTolerance, "\(name)")
      #expect(distance(\.statistic, expected.z) < Self.logitTolerance, "\(name)")
      #expect(distance(\.p, expected.p) < Self.logitTolerance, "\(name)")
      #expect(distance(\.low, expected.intervals.map { $0[0] }) < Self.logitTolerance, "\(name)")
      #expect(distance(\.high, expected.intervals.map { $0[1] }) < Self.logitTolerance, "\(name)")
      #expect(abs(fit.logLikelihood / expected.logLikelihood - 1) < 1e-11, "\(name)")
      #expect(abs(fit.nullLogLikelihood / expected.nullLogLikelihood - 1) < 1e-9, "\(name)")
    }
  }

  @Test func clusterRobustErrorsEqualStatsmodels() throws {
    let data: DataFixture = try Fixture.read("explanation/data")
    let fixture: StatsmodelsFixture = try Fixture.read("explanation/statsmodels")
    for (name, expected) in fixture.fits.sorted(by: { $0.key < $1.key }) {
      let fit = try ExplanatoryRegression(RegressionOptions()).fit(data.regression(name, clustered: true))
      #expect(
        Fixture.relativeDistance(fit.terms.map(\.standardError), expected.robustErrors) < Self.logitTolerance,
        "\(name)")
      #expect(
        Fixture.relativeDistance(fit.terms.map { $0.p ?? .nan }, expected.robustP) < Self.logitTolerance, "\(name)")
    }
  }

  /// Its standard errors are not compared: they are not those of the inverse information, which brglm2 gives, as we do.
  @Test func firthsMethodEqualsFirthmodels() throws {
    let data: DataFixture = try Fixture.read("explanation/data")
    let fixture: FirthFixture = try Fixture.read("explanation/firthmodels")
    var options = RegressionOptions()
    options.method = .firth
    #expect(fixture.fits.count == 5)
    for (name, expected) in fixture.fits.sorted(by: { $0.key < $1.key }) {
      let fit = try ExplanatoryRegression(options).fit(
        data.regression(name, clustered: false, shifts: expected.shifts))
      let terms = fit.terms
      #expect(Fixture.relativeDistance(terms.map(\.estimate), expected.estimates) < Self.firthTolerance, "\(name)")
      #expect(Fixture.relativeDistance(terms.map { $0.p ?? .nan }, expected.p) < Self.profileTolerance, "\(name)")
      for (term, interval) in zip(terms, expected.intervals) {
        guard let interval else { continue }
        #expect(
          Fixture.relativeDistance([term.low ?? .nan, term.high ?? .nan], interval) < Self.profileTolerance,
          "\(name): \(term.name)")
      }
      #expect(expected.intervals.count { $0 == nil } <= (name == "separated" ? 2 : 0))
      #expect(
        abs((fit.penalizedLogLikelihood ?? .nan) - expected.penalizedLogLikelihood) < 1e-9, "\(name)")
    }
  }

  @Test func firthsEstimatesEqualBrglm2() throws {
    let data: DataFixture = try Fixture.read("explanation/data")
    let fixture: Brglm2Fixture = try Fixture.read("explanation/brglm2")
    var options = RegressionOptions()
    options.method = .firth
    options.interval = .wald
    #expect(fixture.fits.count == 5)
    for (name, expected) in fixture.fits.sorted(by: { $0.key < $1.key }) {
      let terms = try ExplanatoryRegression(options).fit(
        data.regression(name, clustered: false, shifts: expected.shifts)
      ).terms
      #expect(Fixture.relativeDistance(terms.map(\.estimate), expected.estimates) < Self.firthTolerance, "\(name)")
      #expect(
        Fixture.relativeDistance(terms.map(\.standardError), expected.standardErrors) < Self.firthTolerance, "\(name)")
    }
  }

  @Test func separationIsWhatALinearProgrammeFinds() throws {
    let fixture: SeparationFixture = try Fixture.read("explanation/separation")
    #expect(fixture.problems.count > 100)
    for (index, problem) in fixture.problems.enumerated() {
      let data = try problem.regression(columns: (0..<problem.columnCount).map { "x\($0)" })
      #expect((Separation(data) != nil) == problem.separated, "problem \(index)")
    }
    let data: DataFixture = try Fixture.read("explanation/data")
    for (name, rows) in data.data {
      #expect((Separation(try data.regression(name, clustered: false)) != nil) == rows.separated, "\(name)")
    }
  }
}

private struct SeparationFixture: Decodable {
  struct Problem: Decodable {
    let columnCount: Int
    let elements: [Double]
    let labels: [Int]
    let separated: Bool

    func regression(columns names: [String]) throws -> RegressionData {
      try RegressionData(
        names: names,
        predictors: (0..<columnCount).map { column in labels.indices.map { elements[$0 * columnCount + column] } },
        outcomes: labels.map { $0 == 1 })
    }
  }

  let problems: [Problem]
}

private struct DataFixture: Decodable {
  struct Rows: Decodable {
    let columnCount: Int
    let elements: [Double]
    let labels: [Int]
    let clusters: [Int]
    let separated: Bool
  }

  let data: [String: Rows]

  func regression(_ name: String, clustered: Bool, shifts: [Double]? = nil) throws -> RegressionData {
    let rows = try #require(data[name])
    let width = rows.columnCount
    return try RegressionData(
      names: (0..<width).map { "x\($0)" },
      predictors: (0..<width).map { column in
        rows.labels.indices.map { rows.elements[$0 * width + column] - (shifts?[column] ?? 0) }
      },
      outcomes: rows.labels.map { $0 == 1 }, clusters: clustered ? rows.clusters : nil)
  }
}

private struct StatsmodelsFixture: Decodable {
  struct Fit: Decodable {
    let estimates: [Double]
    let standardErrors: [Double]
    let z: [Double]
    let p: [Double]
    let intervals: [[Double]]
    let logLikelihood: Double
    let nullLogLikelihood: Double
    let robustErrors: [Double]
    let robustP: [Double]
  }

  let fits: [String: Fit]
}

private struct FirthFixture: Decodable {
  struct Fit: Decodable {
    let shifts: [Double]
    let estimates: [Double]
    let standardErrors: [Double]
    let p: [Double]
    let intervals: [[Double]?]
    let penalizedLogLikelihood: Double
  }

  let fits: [String: Fit]
}

private struct Brglm2Fixture: Decodable {
  struct Fit: Decodable {
    let shifts: [Double]
    let estimates: [Double]
    let standardErrors: [Double]
  }

  let fits: [String: Fit]
}
