public import LinearAlgebra
internal import RealModule

extension LogisticModel {
  /// The log-odds of one class against all others together, a value a row.
  ///
  /// - Parameters:
  ///   - label: the class.
  ///   - decisionValues: what `decisionValues(_:on:)` gave.
  /// - Precondition: the class is one of those the values are of.
  /// - Complexity: O(rows × classes).
  public static func logOdds(ofClass label: Int, decisionValues: DenseMatrix) -> [Double] {
    let outputs = decisionValues.columnCount
    precondition(label >= 0 && label < max(2, outputs), "class \(label) of \(max(2, outputs))")
    return (0..<decisionValues.rowCount).map { row in
      guard outputs > 1 else { return label == 1 ? decisionValues[row, 0] : -decisionValues[row, 0] }
      let rivals = (0..<outputs).filter { $0 != label }.map { decisionValues[row, $0] }
      let largest = rivals.max() ?? 0
      return decisionValues[row, label] - largest - Double.log(rivals.reduce(0) { $0 + Double.exp($1 - largest) })
    }
  }

  /// The most probable class of each row; of equally probable ones the first, as scikit-learn's `predict` has it.
  public static func mostProbableClasses(decisionValues: DenseMatrix) -> [Int] {
    let outputs = decisionValues.columnCount
    return (0..<decisionValues.rowCount).map { row in
      guard outputs > 1 else { return decisionValues[row, 0] > 0 ? 1 : 0 }
      return (0..<outputs).reduce(0) { decisionValues[row, $1] > decisionValues[row, $0] ? $1 : $0 }
    }
  }

  /// The log-odds of one class against one other, as a sum over features: linear, where log-odds against all others are not.
  ///
  /// - Precondition: the two classes differ and are the model's.
  public func contrast(of label: Int, against rival: Int) -> LogisticContrast {
    precondition(
      label != rival && label >= 0 && rival >= 0 && label < classCount && rival < classCount,
      "classes \(label) and \(rival) of \(classCount)")
    guard classCount > 2 else {
      let sign = label == 1 ? 1.0 : -1
      return LogisticContrast(coefficients: coefficients.row(0).map { sign * $0 }, intercept: sign * intercepts[0])
    }
    return LogisticContrast(
      coefficients: zip(coefficients.row(label), coefficients.row(rival)).map { $0 - $1 },
      intercept: intercepts[label] - intercepts[rival])
  }
}

/// A weight for each feature, and an intercept: the log-odds of one class against another.
public struct LogisticContrast: Sendable, Hashable {
  /// A weight for each feature.
  public let coefficients: [Double]
  /// The log-odds where all features are zero.
  public let intercept: Double
}
