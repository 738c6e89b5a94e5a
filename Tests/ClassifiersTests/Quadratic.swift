import Classifiers
import LinearAlgebra
import Reproducibility

/// f(x) = 1/2 (x - c)ᵀ A (x - c) + value: what every solver must be able to do.
struct Quadratic: ConvexObjective {
  let matrix: DenseMatrix
  let centre: [Double]
  var lowestValue = 0.0

  /// A of the given eigenvalues in a rotated basis.
  init(eigenvalues: [Double]) {
    let count = eigenvalues.count
    // A Householder reflection I - 2 v vᵀ / vᵀ v is orthogonal.
    let normal = (0..<count).map { 1 + Double($0 % 3) }
    let square = normal.reduce(0) { $0 + $1 * $1 }
    var reflection = DenseMatrix(zeros: count, count)
    for row in 0..<count {
      for column in 0..<count {
        reflection[row, column] = (row == column ? 1 : 0) - 2 * normal[row] * normal[column] / square
      }
    }
    var scaled = reflection
    for row in 0..<count { for column in 0..<count { scaled[row, column] *= eigenvalues[column] } }
    matrix = BLAS.product(scaled, reflection, transposingRight: true)
    centre = (0..<count).map { Double($0) - 2 }
  }

  var parameterCount: Int { centre.count }

  struct Place: ObjectivePlace {
    let parameters: [Double]
    let value: Double
    let gradient: [Double]
  }

  func place(at parameters: [Double]) -> Place {
    let offset = zip(parameters, centre).map { $0 - $1 }
    let gradient = DesignMatrix(matrix).times(offset, on: .serial)
    return Place(parameters: parameters, value: lowestValue + BLAS.dot(offset, gradient) / 2, gradient: gradient)
  }

  struct Line: ObjectiveLine {
    let objective: Quadratic
    let start: [Double]
    let direction: [Double]

    func place(at step: Double) -> Place { objective.place(at: zip(start, direction).map { $0 + step * $1 }) }

    func value(at step: Double) -> LineValue {
      let there = place(at: step)
      return LineValue(value: there.value, slope: BLAS.dot(there.gradient, direction))
    }
  }

  func line(from place: Place, along direction: [Double]) -> Line {
    Line(objective: self, start: place.parameters, direction: direction)
  }

  struct Curvature: ObjectiveCurvature {
    let elements: DenseMatrix
    func times(_ vector: [Double]) -> [Double] { DesignMatrix(elements).times(vector, on: .serial) }
    func diagonal() -> [Double] { (0..<elements.rowCount).map { elements[$0, $0] } }
    func matrix() -> DenseMatrix { elements }
  }

  func curvature(at place: Place) -> Curvature { Curvature(elements: matrix) }
}
