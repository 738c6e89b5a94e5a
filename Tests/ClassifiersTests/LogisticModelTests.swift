import Classifiers
import Foundation
import LinearAlgebra
import Reproducibility
import Testing

@Suite("Logistic models")
struct LogisticModelTests {
  static let two = LogisticModel(
    classCount: 2, coefficients: DenseMatrix(rowCount: 1, columnCount: 2, elements: [1, -2]), intercepts: [0.5])
  static let three = LogisticModel(
    classCount: 3, coefficients: DenseMatrix(rowCount: 3, columnCount: 2, elements: [1, -2, 0, 0, -1, 2]),
    intercepts: [0.5, 0, -0.5])
  static let matrix = DesignMatrix(DenseMatrix(rowCount: 2, columnCount: 2, elements: [1, 0, 2, 3]))

  @Test("Decision values are weighted sums and an intercept")
  func decisionValues() {
    #expect(Self.two.decisionValues(Self.matrix, on: .serial).elements == [1.5, -3.5])
    #expect(Self.three.decisionValues(Self.matrix, on: .serial).elements == [1.5, 0, -1.5, -3.5, 0, 3.5])
    #expect(Self.two.featureCount == 2)
  }

  @Test("Probabilities of two classes are the logistic function of the log-odds")
  func twoClasses() {
    let found = Self.two.probabilities(Self.matrix, on: .serial)
    #expect(found.columnCount == 2)
    #expect(abs(found[0, 1] - 1 / (1 + exp(-1.5))) < 1e-16)
    #expect(abs(found[0, 0] + found[0, 1] - 1) < 1e-15)
  }

  @Test("Probabilities of more are the softmax of the logits")
  func moreClasses() {
    let found = Self.three.probabilities(Self.matrix, on: .serial)
    let total = exp(1.5) + 1 + exp(-1.5)
    for (index, expected) in [exp(1.5) / total, 1 / total, exp(-1.5) / total].enumerated() {
      #expect(abs(found[0, index] - expected) < 1e-15)
    }
  }

  @Test("Tails keep their digits and nothing overflows")
  func tails() {
    let logits = DenseMatrix(rowCount: 6, columnCount: 1, elements: [-700, 700, -1e308, 1e308, 0, -40])
    let found = LogisticModel.probabilities(decisionValues: logits)
    #expect(abs(found[0, 1] / exp(-700) - 1) < 1e-12)
    #expect(abs(found[1, 0] / exp(-700) - 1) < 1e-12)
    #expect(found[2, 1] == 0 && found[2, 0] == 1 && found[3, 1] == 1 && found[3, 0] == 0)
    #expect(found[4, 0] == 0.5 && found[4, 1] == 0.5)
    #expect(abs(found[5, 1] / exp(-40) - 1) < 1e-12)
    let wide = DenseMatrix(rowCount: 1, columnCount: 3, elements: [1e308, 0, -1e308])
    #expect(LogisticModel.probabilities(decisionValues: wide).elements == [1, 0, 0])
  }

  @Test("No rows give no scores")
  func empty() {
    let none = Self.matrix.selecting(rows: [])
    #expect(Self.two.probabilities(none, on: .serial) == DenseMatrix(zeros: 0, 2))
    #expect(Self.three.decisionValues(none, on: .serial) == DenseMatrix(zeros: 0, 3))
  }

  @Test("Configurations survive JSON")
  func configurations() throws {
    var configuration = LogisticConfiguration()
    configuration.inverseRegularization = 4
    configuration.classWeight = .balanced
    configuration.solver = .newtonCG
    let data = try JSONEncoder().encode(configuration)
    #expect(try JSONDecoder().decode(LogisticConfiguration.self, from: data) == configuration)
    #expect(String(decoding: data, as: UTF8.self).contains("\"newton-cg\""))
  }
}
