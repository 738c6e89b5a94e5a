import Classifiers
import Foundation
import LinearAlgebra
import Reproducibility
import Testing

/// Variances of log-odds: against a dense inverse, against each other, and against the truth they speak of.
struct LogitPosteriorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let problem: Problem
    var configuration = LogisticConfiguration()
    var testDescription: String { name }
  }

  static let cases: [Case] = {
    var weighted = Problem.mixed(rows: 60, classes: 2)
    weighted.weights = (0..<60).map { Double($0 % 4) / 2 }
    var balanced = LogisticConfiguration()
    balanced.classWeight = .balanced
    balanced.inverseRegularization = 10
    var plain = LogisticConfiguration()
    plain.fitsIntercept = false
    plain.inverseRegularization = 0.2
    var corrected = LogisticConfiguration()
    corrected.prevalence = .share(0.05)
    return [
      Case(name: "two classes", problem: .dense(rows: 50, columns: 6, classes: 2)),
      Case(name: "more columns than rows", problem: .sparse(rows: 30, columns: 80, rowLength: 9, classes: 2)),
      Case(name: "weights and class weights", problem: weighted, configuration: balanced),
      Case(name: "no intercept", problem: .mixed(rows: 40, classes: 2), configuration: plain),
      Case(name: "a corrected intercept", problem: .mixed(rows: 40, classes: 2), configuration: corrected),
      Case(name: "three classes", problem: .mixed(rows: 70, classes: 3), configuration: balanced),
      Case(name: "four classes, no intercept", problem: .dense(rows: 60, columns: 4, classes: 4), configuration: plain),
      Case(name: "scaled counts", problem: .counted(rows: 60, columns: 30, rowLength: 5)),
    ]
  }()

  @Test(arguments: cases)
  func theVarianceIsThatOfADenseInverse(example: Case) throws {
    let (problem, configuration) = (example.problem, example.configuration)
    let fit = try LogisticRegression(configuration.validated()).fit(
      problem.matrix, labels: problem.labels, classCount: problem.classCount, weights: problem.weights, on: .serial)
    let posterior = try Self.posterior(fit, of: problem, configuration)
    #expect(abs(posterior.objectiveValue - fit.report.objective) <= 1e-12 * fit.report.objective)
    let dense = DensePosterior(fit, of: problem, configuration)
    for row in 0..<8 {
      let features = (0..<problem.matrix.columnCount).map { problem.matrix[row, $0] * (row == 7 ? -3 : 1) }
      for label in 0..<problem.classCount {
        let shares = dense.probabilities(of: features, shiftedBy: fit.report.interceptCorrection ?? 0)
        let found = try #require(posterior.variance(of: features, label: label, shares: shares))
        let expected = dense.variance(of: features, label: label, shares: shares)
        #expect(abs(found - expected) <= 1e-8 * expected, "\(found) \(expected)")
      }
    }
  }

  @Test func threadsChangeNothingAndBothClassesAreAsUncertain() throws {
    let problem = Problem.sparse(rows: 5000, columns: 900, rowLength: 20, classes: 2)
    let fit = try problem.fit()
    let features = (0..<900).map { problem.matrix[3, $0] }
    let found = try [1, 2, 5].flatMap { threads in
      let posterior = try Self.posterior(
        fit, of: problem, LogisticConfiguration(), on: Parallelism(threadCount: threads))
      return [0, 1].map { posterior.variance(of: features, label: $0, shares: [0.5, 0.5]) }
    }
    #expect(Set(found).count == 1 && (found[0] ?? 0) > 0)
  }

  @Test func moreRowsMakeSurer() throws {
    let small = Problem.dense(rows: 100, columns: 5, classes: 2)
    var doubled = small
    doubled.weights = Array(repeating: 2, count: 100)
    let twice = small.selecting(rows: Array(0..<100) + Array(0..<100))
    let features = [0.3, -0.2, 0.5, 0.1, -0.4]
    let variances = try [small, doubled, twice].map { problem in
      try #require(
        try Self.posterior(problem.fit(), of: problem, LogisticConfiguration())
          .variance(of: features, label: 1, shares: [0.5, 0.5]))
    }
    #expect(variances[1] < 0.8 * variances[0])
    #expect(abs(variances[1] - variances[2]) < 1e-9 * variances[1])
  }

  @Test func intervalsHoldTheTruthAsOftenAsTheySay() throws {
    var generator = SeededGenerator(seed: 3)
    let (columns, rows, strength) = (8, 150, 2.0)
    var configuration = LogisticConfiguration()
    configuration.inverseRegularization = strength
    var (held, asked) = (0, 0)
    for _ in 0..<300 {
      let weights = (0..<columns).map { _ in strength.squareRoot() * generator.normal() }
      let intercept = generator.normal()
      func features() -> [Double] { (0..<columns).map { _ in generator.normal() / 2 } }
      func logit(_ row: [Double]) -> Double { zip(weights, row).reduce(intercept) { $0 + $1.0 * $1.1 } }
      let training = (0..<rows).map { _ in features() }
      let labels = training.map { row in generator.unitInterval() < 1 / (1 + exp(-logit(row))) ? 1 : 0 }
      guard Set(labels).count == 2 else { continue }
      let problem = Problem(
        matrix: DesignMatrix(DenseMatrix(rowCount: rows, columnCount: columns, elements: training.flatMap { $0 })),
        labels: labels, classCount: 2)
      let fit = try problem.fit { $0 = configuration }
      let posterior = try Self.posterior(fit, of: problem, configuration)
      for _ in 0..<5 {
        let row = features()
        let estimate = fit.model.decisionValues(
          DesignMatrix(DenseMatrix(rowCount: 1, columnCount: columns, elements: row)), on: .serial)[0, 0]
        let variance = try #require(posterior.variance(of: row, label: 1, shares: [0.5, 0.5]))
        asked += 1
        if abs(estimate - logit(row)) <= 1.959963984540054 * variance.squareRoot() { held += 1 }
      }
    }
    let coverage = Double(held) / Double(asked)
    #expect(asked > 1400 && coverage > 0.93 && coverage < 0.97, "\(coverage) of \(asked)")
  }

  static func posterior(
    _ fit: LogisticFit, of problem: Problem, _ configuration: LogisticConfiguration,
    on parallelism: Parallelism = .serial
  ) throws -> LogitPosterior {
    try LogitPosterior(
      fit.model, of: problem.matrix, labels: problem.labels, weights: problem.weights, configuration: configuration,
      interceptCorrection: fit.report.interceptCorrection, on: parallelism)
  }
}

/// The same posterior by the book: every second derivative written out, and the matrix inverted by LAPACK.
private struct DensePosterior {
  private let model: LogisticModel
  private let covariance: DenseMatrix
  private let hasIntercept: Bool
  private var outputs: Int { model.coefficients.rowCount }

  init(_ fit: LogisticFit, of problem: Problem, _ configuration: LogisticConfiguration) {
    let correction = fit.report.interceptCorrection ?? 0
    model = LogisticModel(
      classCount: fit.model.classCount, coefficients: fit.model.coefficients,
      intercepts: fit.model.intercepts.map { $0 - correction })
    hasIntercept = configuration.fitsIntercept
    let (features, outputs) = (problem.matrix.columnCount, fit.model.coefficients.rowCount)
    let width = features + (hasIntercept ? 1 : 0)
    var hessian = DenseMatrix(zeros: width * outputs, width * outputs)
    for row in problem.labels.indices {
      let values = (0..<features).map { problem.matrix[row, $0] } + (hasIntercept ? [1] : [])
      let weight = (problem.weights?[row] ?? 1) * fit.report.classWeights[problem.labels[row]]
      let shares = DensePosterior.probabilities(model, of: Array(values.prefix(features)))
      for first in 0..<outputs {
        for second in 0..<outputs {
          let curve =
            outputs == 1 ? shares[0] * shares[1] : shares[first] * ((first == second ? 1 : 0) - shares[second])
          for left in 0..<width {
            for right in 0..<width {
              hessian[first * width + left, second * width + right] += weight * curve * values[left] * values[right]
            }
          }
        }
      }
    }
    for output in 0..<outputs {
      for column in 0..<features {
        hessian[output * width + column, output * width + column] += 1 / configuration.inverseRegularization
      }
    }
    // A constant added to all intercepts changes nothing; without this it had no curvature to invert.
    if hasIntercept, outputs > 1 {
      for first in 0..<outputs {
        for second in 0..<outputs { hessian[first * width + features, second * width + features] += 1 }
      }
    }
    covariance = LAPACK.CholeskyFactor(hessian)?.inverse() ?? DenseMatrix(zeros: 0, 0)
  }

  func probabilities(of features: [Double], shiftedBy shift: Double) -> [Double] {
    Self.probabilities(
      LogisticModel(
        classCount: model.classCount, coefficients: model.coefficients, intercepts: model.intercepts.map { $0 + shift }),
      of: features)
  }

  private static func probabilities(_ model: LogisticModel, of features: [Double]) -> [Double] {
    let row = DesignMatrix(DenseMatrix(rowCount: 1, columnCount: features.count, elements: features))
    return Array(model.probabilities(row, on: .serial).row(0))
  }

  func variance(of features: [Double], label: Int, shares: [Double]) -> Double {
    let values = features + (hasIntercept ? [1] : [])
    let direction =
      outputs == 1
      ? [label == 1 ? 1.0 : -1]
      : shares.indices.map { $0 == label ? 1 : -shares[$0] / (1 - shares[label]) }
    let gradient = direction.flatMap { factor in values.map { factor * $0 } }
    var sum = 0.0
    for row in gradient.indices {
      for column in gradient.indices { sum += gradient[row] * covariance[row, column] * gradient[column] }
    }
    return sum
  }
}

extension SeededGenerator {
  /// A draw from the standard normal distribution (Box and Muller 1958).
  fileprivate mutating func normal() -> Double {
    (-2 * log(1 - unitInterval())).squareRoot() * cos(2 * .pi * unitInterval())
  }
}
