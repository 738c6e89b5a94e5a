package import LinearAlgebra
internal import Reproducibility

extension LogisticObjective {
  /// The Hessian: P + Σ_i (x_i x_iᵀ) ⊗ S_i, where S_i is c_i p_i (1 - p_i) for two classes and c_i (diag(p_i) - p_i p_iᵀ) for
  /// more, ⊗ the Kronecker product.
  package struct Curvature: ObjectiveCurvature {
    let objective: LogisticObjective
    /// As `LogisticLoss.curvatures` gives them.
    let rowCurvatures: [Double]
  }

  package func curvature(at place: Place) -> Curvature {
    Curvature(objective: self, rowCurvatures: loss.curvatures(at: place.margins))
  }
}

extension LogisticObjective.Curvature {
  package func times(_ vector: [Double]) -> [Double] {
    let (matrix, width) = (objective.matrix, objective.outputCount)
    let weights = DenseMatrix(rowCount: matrix.columnCount, columnCount: width, elements: vector)
    var product = matrix.transposedTimesProduct(with: weights, on: objective.parallelism) { rows, values in
      multiply(&values, ofRows: rows)
    }
    objective.addPenaltyProduct(with: vector, to: &product.elements)
    return product.elements
  }

  /// Replaces the values u_i of `rows` by S_i u_i.
  private func multiply(_ values: inout [Double], ofRows rows: Range<Int>) {
    let (curvatures, costs, width) = (rowCurvatures.span, objective.loss.costs.span, objective.outputCount)
    var target = values.mutableSpan
    if width == 1 {
      for row in rows { target[row - rows.lowerBound] *= curvatures[row] }
      return
    }
    for row in rows {
      let (place, start) = ((row - rows.lowerBound) * width, row * width)
      var mean = 0.0
      for output in 0..<width { mean += curvatures[start + output] * target[place + output] }
      for output in 0..<width {
        target[place + output] = costs[row] * curvatures[start + output] * (target[place + output] - mean)
      }
    }
  }

  /// The numbers S_i[first, second] of all rows.
  private func rowWeights(_ first: Int, _ second: Int) -> [Double] {
    let width = objective.outputCount
    if width == 1 { return rowCurvatures }
    return objective.loss.costs.indices.map { row in
      let probability = rowCurvatures[row * width + first]
      let other = rowCurvatures[row * width + second]
      return objective.loss.costs[row] * probability * (first == second ? 1 - probability : -other)
    }
  }

  package func diagonal() -> [Double] {
    let width = objective.outputCount
    var result = [Double](repeating: 0, count: objective.parameterCount)
    for output in 0..<width {
      let sums = objective.matrix.weightedSquareSums(rowWeights(output, output), on: objective.parallelism)
      for (column, sum) in sums.enumerated() {
        result[column * width + output] = sum + (column < objective.featureCount ? 1 : objective.balance)
      }
    }
    return result
  }

  package func matrix() -> DenseMatrix {
    let (width, columnCount) = (objective.outputCount, objective.matrix.columnCount)
    var result = DenseMatrix(zeros: objective.parameterCount, objective.parameterCount)
    for first in 0..<width {
      for second in first..<width {
        let gram = objective.matrix.weightedGram(rowWeights(first, second), on: objective.parallelism)
        if width == 1 {
          result = gram
        } else {
          for row in 0..<columnCount {
            for column in 0..<columnCount {
              result[row * width + first, column * width + second] = gram[row, column]
              result[row * width + second, column * width + first] = gram[row, column]
            }
          }
        }
      }
    }
    addPenalty(to: &result)
    return result
  }

  /// hessian += P.
  private func addPenalty(to hessian: inout DenseMatrix) {
    let penalised = objective.featureCount * objective.outputCount
    for index in 0..<penalised { hessian[index, index] += 1 }
    guard objective.balance > 0 else { return }
    for row in penalised..<objective.parameterCount {
      for column in penalised..<objective.parameterCount { hessian[row, column] += objective.balance }
    }
  }
}
