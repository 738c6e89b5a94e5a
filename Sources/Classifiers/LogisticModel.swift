public import LinearAlgebra
public import Reproducibility
internal import RealModule

/// A fitted logistic regression: what it takes to score rows.
public struct LogisticModel: Sendable, Hashable {
  /// The number of classes, K, at least 2.
  public let classCount: Int
  /// For two classes 1 x d: what each feature adds to the log-odds of class 1. For more K x d: what it adds to the logit of
  /// each class; each column adds up to zero.
  public let coefficients: DenseMatrix
  /// The constant of each row of `coefficients`; those of several classes add up to zero.
  public let intercepts: [Double]

  /// The number of features, d.
  public var featureCount: Int { coefficients.columnCount }

  /// A model from its parts, as when it is read from a file.
  ///
  /// - Precondition: shapes are as the properties say.
  public init(classCount: Int, coefficients: DenseMatrix, intercepts: [Double]) {
    let outputCount = LogisticModel.outputCount(forClasses: classCount)
    precondition(
      coefficients.rowCount == outputCount, "\(coefficients.rowCount) rows of coefficients for \(classCount) classes")
    precondition(intercepts.count == outputCount, "\(intercepts.count) intercepts for \(classCount) classes")
    self.classCount = classCount
    self.coefficients = coefficients
    self.intercepts = intercepts
  }

  /// The same model with `shift` added to each intercept, or the model itself where there is none.
  func shiftingIntercept(by shift: Double?) -> LogisticModel {
    guard let shift else { return self }
    return LogisticModel(
      classCount: classCount, coefficients: coefficients, intercepts: intercepts.map { $0 + shift })
  }

  /// How many rows of coefficients `classCount` classes have: one for two classes, else one each.
  ///
  /// - Precondition: there are at least two.
  public static func outputCount(forClasses classCount: Int) -> Int {
    precondition(classCount >= 2, "a classifier of \(classCount) classes")
    return classCount == 2 ? 1 : classCount
  }

  /// What the model says of each row of `matrix`: n x 1 log-odds of class 1 for two classes, else n x K logits.
  ///
  /// - Precondition: `matrix` has the model's number of features.
  /// Complexity: O(stored elements x rows of coefficients).
  public func decisionValues(_ matrix: DesignMatrix, on parallelism: Parallelism) -> DenseMatrix {
    precondition(
      matrix.columnCount == featureCount, "\(matrix.columnCount) columns for a model of \(featureCount) features")
    var values = matrix.times(coefficients.transposed(), on: parallelism)
    let outputCount = intercepts.count
    for row in 0..<values.rowCount {
      for output in 0..<outputCount { values.elements[row * outputCount + output] += intercepts[output] }
    }
    return values
  }

  /// The probability of each class for each row of `matrix`: n x K, each row adding up to one.
  ///
  /// - Precondition: `matrix` has the model's number of features.
  public func probabilities(_ matrix: DesignMatrix, on parallelism: Parallelism) -> DenseMatrix {
    Self.probabilities(decisionValues: decisionValues(matrix, on: parallelism))
  }

  /// Decision values (n x 1 or n x K) turned into probabilities (n x 2 or n x K).
  ///
  /// Exact in the tails: a probability near zero keeps its relative precision.
  public static func probabilities(decisionValues: DenseMatrix) -> DenseMatrix {
    let outputCount = decisionValues.columnCount
    let classCount = outputCount == 1 ? 2 : outputCount
    var result = DenseMatrix(zeros: decisionValues.rowCount, classCount)
    for row in 0..<decisionValues.rowCount {
      if outputCount == 1 {
        let logit = decisionValues[row, 0]
        result[row, 0] = RowLoss.logistic(-logit)
        result[row, 1] = RowLoss.logistic(logit)
      } else {
        let logits = decisionValues.row(row)
        let largest = logits.max() ?? 0
        let powers = logits.map { Double.exp($0 - largest) }
        let total = powers.reduce(0, +)
        for output in 0..<outputCount { result[row, output] = powers[output] / total }
      }
    }
    return result
  }
}
