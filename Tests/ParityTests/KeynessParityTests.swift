import Statistics
import Testing

/// Fightin' words against the package fightin-words, keyness and adjusted p-values against scipy (Fixtures/generators/keywords.py).
@Suite struct KeynessParityTests {
  private struct File: Decodable {
    struct Case: Decodable {
      let first: [Double]
      let second: [Double]
      let prior: [Double]
      let z: [Double]
    }
    struct Table: Decodable {
      let table: [Double]
      let statistic: Double
    }
    let cases: [Case]
    let tables: [Table]
    let pValues: [Double]
    let adjusted: [Double]
  }

  /// The package holds counts in 32 bits.
  @Test func zScoresAreThoseOfFightinWords() throws {
    let file: File = try Fixture.read("keywords/keyness")
    #expect(file.cases.count == 6)
    for expected in file.cases {
      let totals = (expected.first.reduce(0, +), expected.second.reduce(0, +))
      let z = expected.first.indices.map { term in
        TermContrast(
          first: expected.first[term], firstTotal: totals.0, second: expected.second[term], secondTotal: totals.1
        ).logOdds(prior: expected.prior[term], of: expected.prior.reduce(0, +))?.z ?? .nan
      }
      #expect(Fixture.relativeDistance(z, expected.z) < 1e-5)
    }
  }

  @Test func logLikelihoodIsThatOfSciPy() throws {
    let file: File = try Fixture.read("keywords/keyness")
    for expected in file.tables {
      let (a, b, c, d) = (expected.table[0], expected.table[1], expected.table[2], expected.table[3])
      let found = TermContrast(first: a, firstTotal: a + c, second: b, secondTotal: b + d).logLikelihood?.statistic
      #expect(abs(abs(found ?? .nan) - expected.statistic) < 1e-9 * max(1, expected.statistic))
    }
  }

  @Test func adjustedPValuesAreThoseOfSciPy() throws {
    let file: File = try Fixture.read("keywords/keyness")
    #expect(Fixture.relativeDistance(MultipleTesting.benjaminiHochberg(file.pValues), file.adjusted) < 1e-12)
  }
}
