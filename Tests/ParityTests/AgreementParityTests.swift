import Evaluation
import Foundation
import Reproducibility
import Testing

/// Agreement against the package krippendorff and scikit-learn's kappa (Fixtures/generators/agreement.py).
@Suite struct AgreementParityTests {
  private struct File: Decodable {
    struct Case: Decodable {
      struct Kappa: Decodable {
        let a: Int
        let b: Int
        let units: Int
        let kappa: Double?
      }

      let name: String
      let table: [[Double?]]
      let alpha: [String: Double]
      let kappas: [Kappa]
    }

    let cases: [Case]
  }

  /// Both sides sum a few hundred terms in double precision, in other orders.
  private static let tolerance = 1e-12

  @Test func alphasAndKappasAreTheirs() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Fixtures/agreement/alpha.json")
    for sample in try JSONDecoder().decode(File.self, from: Data(contentsOf: path)).cases {
      for level in MeasurementLevel.allCases {
        let result = try analyse(sample.table, level: level)
        let expected = try #require(sample.alpha[level.rawValue])
        #expect(abs(try #require(result.alpha.value) - expected) < Self.tolerance, "\(sample.name): \(level)")
        guard level == .nominal else { continue }
        for kappa in sample.kappas {
          let pair = result.pairs.first { $0.a == "\(kappa.a)" && $0.b == "\(kappa.b)" }
          #expect(pair?.units ?? 0 == kappa.units, "\(sample.name): \(kappa)")
          #expect((pair?.kappa.value == nil) == (kappa.kappa == nil), "\(sample.name): \(kappa)")
          if let found = pair?.kappa.value, let expected = kappa.kappa {
            #expect(abs(found - expected) < Self.tolerance, "\(sample.name): \(kappa)")
          }
        }
      }
    }
  }

  private func analyse(_ table: [[Double?]], level: MeasurementLevel) throws -> AgreementResult {
    let values = Set(table.joined().compactMap { $0 }).sorted()
    let units = table[0].indices.map { unit in
      table.indices.compactMap { coder in
        table[coder][unit].flatMap { values.firstIndex(of: $0) }.map { CodedUnits.Coding(coder: coder, label: $0) }
      }
    }
    let coded = CodedUnits(
      coderNames: table.indices.map(String.init), labelNames: values.map { "\($0)" }, labelValues: values, units: units)
    var options = EvaluationOptions()
    options.resampleCount = 0
    return try AgreementAnalysis(coded, level: level, options: options.validated()).result(on: .serial)
  }
}
