import Classifiers
import Foundation
import LinearAlgebra
import Reproducibility
import Testing

@Suite("Reading a model's values")
struct ModelReadingTests {
  static let binary = LogisticModel(
    classCount: 2, coefficients: DenseMatrix(rowCount: 1, columnCount: 3, elements: [1, -2, 0.5]), intercepts: [0.25])
  static let triple = LogisticModel(
    classCount: 3,
    coefficients: DenseMatrix(rowCount: 3, columnCount: 3, elements: [1, -2, 0.5, 0, 1, -1, -1, 1, 0.5]),
    intercepts: [0.1, -0.3, 0.2])

  let matrix: DesignMatrix

  init() {
    var generator = SeededGenerator(seed: 3)
    matrix = DesignMatrix(
      DenseMatrix(rowCount: 40, columnCount: 3, elements: (0..<120).map { _ in 6 * generator.unitInterval() - 3 }))
  }

  @Test("log-odds are those of the probabilities", arguments: [binary, triple])
  func logOdds(model: LogisticModel) {
    let values = model.decisionValues(matrix, on: .serial)
    let probabilities = LogisticModel.probabilities(decisionValues: values)
    let predicted = LogisticModel.mostProbableClasses(decisionValues: values)
    for label in 0..<model.classCount {
      let logOdds = LogisticModel.logOdds(ofClass: label, decisionValues: values)
      for row in 0..<40 {
        let probability = probabilities[row, label]
        #expect(abs(logOdds[row] - log(probability / (1 - probability))) < 1e-9)
        #expect(probability <= probabilities[row, predicted[row]])
      }
    }
  }

  @Test("a contrast is the log-odds of two classes, and turns its sign with them", arguments: [binary, triple])
  func contrast(model: LogisticModel) {
    let probabilities = model.probabilities(matrix, on: .serial)
    for label in 0..<model.classCount {
      for rival in 0..<model.classCount where rival != label {
        let contrast = model.contrast(of: label, against: rival)
        let values = matrix.times(contrast.coefficients, on: .serial).map { $0 + contrast.intercept }
        for row in 0..<40 {
          #expect(abs(values[row] - log(probabilities[row, label] / probabilities[row, rival])) < 1e-9)
        }
        let turned = model.contrast(of: rival, against: label)
        #expect(turned.intercept == -contrast.intercept && turned.coefficients == contrast.coefficients.map { -$0 })
      }
    }
  }

  @Test("scores far out have finite log-odds")
  func extremes() {
    let values = DenseMatrix(rowCount: 2, columnCount: 3, elements: [800, 0, -800, -1e6, 1e6, 0])
    let logOdds = LogisticModel.logOdds(ofClass: 0, decisionValues: values)
    #expect(logOdds == [800, -2e6])
  }
}
