import Classifiers
import LinearAlgebra
import Reproducibility
import Testing

@Suite("The objective against finite differences")
struct ObjectiveTests {
  /// Sparse and dense columns, some rows counting nothing.
  static func objective(classes: Int, hasIntercept: Bool) -> LogisticObjective {
    let problem = Problem.mixed(rows: 40, classes: classes)
    var generator = SeededGenerator(seed: 5)
    let costs = (0..<40).map { $0 % 9 == 4 ? 0 : 3 * generator.unitInterval() }
    return LogisticObjective(
      problem.matrix, labels: problem.labels, classCount: classes, costs: costs, hasIntercept: hasIntercept, on: .serial
    )
  }

  static func vector(_ count: Int, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in 2 * generator.unitInterval() - 1 }
  }

  /// The derivative at 0 by the five-point stencil; its error is of fourth order in the step.
  static func derivative(_ function: (Double) -> Double) -> Double {
    let step = 1e-3
    return (function(-2 * step) - 8 * function(-step) + 8 * function(step) - function(2 * step)) / (12 * step)
  }

  static func sum(_ vector: [Double], _ other: [Double], scaledBy scale: Double) -> [Double] {
    zip(vector, other).map { $0 + scale * $1 }
  }

  @Test("The gradient is the slope of the value along every axis", arguments: [2, 3, 4], [true, false])
  func gradient(classes: Int, hasIntercept: Bool) {
    let objective = Self.objective(classes: classes, hasIntercept: hasIntercept)
    let parameters = Self.vector(objective.parameterCount, seed: 1)
    let gradient = objective.place(at: parameters).gradient
    for index in parameters.indices {
      let slope = Self.derivative { step in
        var moved = parameters
        moved[index] += step
        return objective.place(at: moved).value
      }
      #expect(abs(slope - gradient[index]) < 1e-9 * (1 + abs(slope)))
    }
  }

  @Test("The Hessian's products are the slopes of the gradient", arguments: [2, 3, 4], [true, false])
  func hessianProducts(classes: Int, hasIntercept: Bool) {
    let objective = Self.objective(classes: classes, hasIntercept: hasIntercept)
    let parameters = Self.vector(objective.parameterCount, seed: 1)
    let direction = Self.vector(objective.parameterCount, seed: 2)
    let product = objective.curvature(at: objective.place(at: parameters)).times(direction)
    for index in parameters.indices {
      let slope = Self.derivative { step in
        objective.place(at: Self.sum(parameters, direction, scaledBy: step)).gradient[index]
      }
      #expect(abs(slope - product[index]) < 1e-8 * (1 + abs(slope)))
    }
  }

  @Test("The Hessian written out has the same products and the same diagonal", arguments: [2, 3, 4], [true, false])
  func hessianMatrix(classes: Int, hasIntercept: Bool) {
    let objective = Self.objective(classes: classes, hasIntercept: hasIntercept)
    let curvature = objective.curvature(at: objective.place(at: Self.vector(objective.parameterCount, seed: 1)))
    let direction = Self.vector(objective.parameterCount, seed: 2)
    let matrix = curvature.matrix()
    let product = DesignMatrix(matrix).times(direction, on: .serial)
    for (found, expected) in zip(product, curvature.times(direction)) { #expect(abs(found - expected) < 1e-12) }
    for (index, element) in curvature.diagonal().enumerated() { #expect(abs(element - matrix[index, index]) < 1e-12) }
    #expect(matrix == matrix.transposed())
    #expect(LAPACK.CholeskyFactor(matrix) != nil)
  }

  @Test("A line has the values, slopes and places of its steps", arguments: [2, 4], [true, false])
  func lines(classes: Int, hasIntercept: Bool) {
    let objective = Self.objective(classes: classes, hasIntercept: hasIntercept)
    let start = objective.place(at: Self.vector(objective.parameterCount, seed: 1))
    let direction = Self.vector(objective.parameterCount, seed: 2)
    let line = objective.line(from: start, along: direction)
    for step in [0, 0.3, 1, -2] {
      let there = objective.place(at: Self.sum(start.parameters, direction, scaledBy: step))
      let moved = line.place(at: step)
      #expect(abs(line.value(at: step).value - there.value) < 1e-12 * there.value)
      #expect(abs(line.value(at: step).slope - BLAS.dot(there.gradient, direction)) < 1e-11)
      #expect(zip(moved.parameters, there.parameters).allSatisfy { abs($0 - $1) < 1e-15 })
      #expect(abs(moved.value - there.value) < 1e-12 * there.value)
      #expect(zip(moved.gradient, there.gradient).allSatisfy { abs($0 - $1) < 1e-12 })
    }
  }

  @Test("Values stay numbers, and exact, where exponentials overflow")
  func extremeMargins() {
    let matrix = DesignMatrix(DenseMatrix(rowCount: 4, columnCount: 1, elements: [1, 1, -1, -1]))
    for classes in [2, 3] {
      let objective = LogisticObjective(
        matrix, labels: [0, 1, 0, 1], classCount: classes, costs: [1, 1, 1, 1], hasIntercept: false, on: .serial)
      let parameters = classes == 2 ? [1e5] : [-5e4, 5e4, -1e6]
      let place = objective.place(at: parameters)
      let penalty = parameters.reduce(0) { $0 + $1 * $1 } / 2
      if classes == 2 {
        #expect(place.value == penalty + 2e5)
        #expect(place.gradient == [1e5 + 2])
      } else {
        #expect(place.value.isFinite && place.gradient.allSatisfy { $0.isFinite })
      }
      #expect(objective.curvature(at: place).diagonal().allSatisfy { $0 >= 1 && $0.isFinite })
    }
  }
}
