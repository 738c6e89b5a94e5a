package import LinearAlgebra
package import Reproducibility

/// The function that logistic regression minimises, as scikit-learn and LIBLINEAR write it:
///
///     f(W, b) = 1/2 ||W||² + Σ_i c_i loss_i(x_i W + b) + μ/2 (Σ_k b_k)²
///
/// with W of d x m weights, b of m intercepts, m = 1 for two classes and K for more, and c_i = C times the row's weight times
/// its class's. Parameters stand feature after feature, m each, the intercepts last, as the weights of a constant feature.
///
/// The last term is there for several classes with intercepts only. Adding one constant to all intercepts changes no
/// probability, so that the Hessian without it is singular; with it the minimum is the same, but unique: the one whose
/// intercepts add up to zero. μ = Σ c_i / K² makes the intercepts' Hessian at equal probabilities a multiple of the identity.
package struct LogisticObjective: ConvexObjective {
  /// The features.
  let features: DesignMatrix
  /// The features, with a column of ones behind them where there is an intercept.
  let matrix: DesignMatrix
  /// d: how many rows of parameters, from the first, are penalised.
  package let featureCount: Int
  /// m.
  package let outputCount: Int
  /// Whether there is an intercept.
  package let hasIntercept: Bool
  let loss: LogisticLoss
  /// μ.
  let balance: Double
  let parallelism: Parallelism

  /// - Parameters:
  ///   - labels: the class of each row, 0 ..< `classCount`.
  ///   - costs: c_i.
  package init(
    _ matrix: DesignMatrix, labels: [Int], classCount: Int, costs: [Double], hasIntercept: Bool,
    on parallelism: Parallelism
  ) {
    precondition(labels.count == matrix.rowCount, "\(labels.count) labels for \(matrix.rowCount) rows")
    let ones = DenseMatrix(
      rowCount: matrix.rowCount, columnCount: 1, elements: Array(repeating: 1, count: matrix.rowCount))
    features = matrix
    self.matrix = hasIntercept ? DesignMatrix(blocks: matrix.blocks + [.dense(ones)]) : matrix
    self.hasIntercept = hasIntercept
    self.parallelism = parallelism
    featureCount = matrix.columnCount
    outputCount = LogisticModel.outputCount(forClasses: classCount)
    loss = LogisticLoss(labels: labels, costs: costs, outputCount: outputCount, parallelism: parallelism)
    let isSingular = hasIntercept && outputCount > 1
    balance = isSingular ? costs.reduce(0, +) / Double(outputCount * outputCount) : 0
  }

  package var parameterCount: Int { matrix.columnCount * outputCount }

  /// f and what its derivatives need at one vector of parameters.
  package struct Place: ObjectivePlace {
    package let parameters: [Double]
    package let value: Double
    package let gradient: [Double]
    /// The rows' logits, row after row.
    let margins: [Double]
  }

  package func place(at parameters: [Double]) -> Place {
    place(at: parameters, margins: margins(of: parameters))
  }

  func place(at parameters: [Double], margins: [Double]) -> Place {
    let (lossValue, derivatives) = loss.value(at: margins)
    let rowValues = DenseMatrix(rowCount: matrix.rowCount, columnCount: outputCount, elements: derivatives)
    var gradient = matrix.transposedTimes(rowValues, on: parallelism).elements
    addPenaltyProduct(with: parameters, to: &gradient)
    return Place(
      parameters: parameters, value: lossValue + penaltyProduct(parameters, parameters) / 2, gradient: gradient,
      margins: margins)
  }

  /// The rows' logits, or how they change along a direction.
  func margins(of parameters: [Double]) -> [Double] {
    precondition(parameters.count == parameterCount, "\(parameters.count) of \(parameterCount) parameters")
    let intercepts = parameters[(featureCount * outputCount)...]
    if parameters[..<(featureCount * outputCount)].allSatisfy({ $0 == 0 }) {
      let each = hasIntercept ? Array(intercepts) : Array(repeating: 0, count: outputCount)
      return Array(repeatElement(each, count: matrix.rowCount).joined())
    }
    let weights = DenseMatrix(rowCount: matrix.columnCount, columnCount: outputCount, elements: parameters)
    return matrix.times(weights, on: parallelism).elements
  }
}

extension LogisticObjective {
  /// The penalty, with the term that balances intercepts, is 1/2 vᵀ P v; this is leftᵀ P right.
  func penaltyProduct(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in 0..<(featureCount * outputCount) { sum += left[index] * right[index] }
    guard balance > 0 else { return sum }
    return sum + balance * interceptSum(left) * interceptSum(right)
  }

  /// target += P vector.
  func addPenaltyProduct(with vector: [Double], to target: inout [Double]) {
    for index in 0..<(featureCount * outputCount) { target[index] += vector[index] }
    guard balance > 0 else { return }
    let shift = balance * interceptSum(vector)
    for index in (featureCount * outputCount)..<parameterCount { target[index] += shift }
  }

  private func interceptSum(_ vector: [Double]) -> Double { vector[(featureCount * outputCount)...].reduce(0, +) }
}

extension LogisticObjective {
  /// f along a direction: after one product with the matrix every step costs a pass over the rows' logits alone.
  package struct Line: ObjectiveLine {
    let objective: LogisticObjective
    let start: Place
    let direction: [Double]
    let marginDirection: [Double]
    /// sᵀ P s, sᵀ P d and dᵀ P d for start s and direction d.
    let penalties: (Double, Double, Double)

    package func value(at step: Double) -> LineValue {
      let (loss, slope) = objective.loss.value(at: start.margins, movedBy: step, along: marginDirection)
      let penalty = penalties.0 / 2 + step * (penalties.1 + step * penalties.2 / 2)
      return LineValue(value: loss + penalty, slope: slope + penalties.1 + step * penalties.2)
    }

    package func place(at step: Double) -> Place {
      var (parameters, margins) = (start.parameters, start.margins)
      BLAS.add(direction, scaledBy: step, to: &parameters)
      BLAS.add(marginDirection, scaledBy: step, to: &margins)
      return objective.place(at: parameters, margins: margins)
    }
  }

  package func line(from place: Place, along direction: [Double]) -> Line {
    Line(
      objective: self, start: place, direction: direction, marginDirection: margins(of: direction),
      penalties: (
        penaltyProduct(place.parameters, place.parameters), penaltyProduct(place.parameters, direction),
        penaltyProduct(direction, direction)
      ))
  }
}
