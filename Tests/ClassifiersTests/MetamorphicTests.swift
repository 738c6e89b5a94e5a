import Classifiers
import LinearAlgebra
import Reproducibility
import Testing

/// What must not change the model, and what must change it in a known way.
@Suite("Metamorphic relations of fits")
struct MetamorphicTests {
  /// Relative to the largest parameter: a few rounding errors, with the condition of well-conditioned problems.
  static let tolerance = 1e-11

  static let problems = [
    Problem.sparse(rows: 150, columns: 40, rowLength: 6, classes: 2),
    Problem.mixed(rows: 120, classes: 2),
    Problem.mixed(rows: 150, classes: 3),
    Problem.dense(rows: 100, columns: 6, classes: 4),
  ]
  static let solvers = SolverSelection.all(forClasses: 2)

  @Test("Sparse, mixed and dense storage give one model", arguments: problems.indices, solvers)
  func storage(index: Int, solver: SolverSelection) throws {
    let problem = Self.problems[index]
    guard SolverSelection.all(forClasses: problem.classCount).contains(solver) else { return }
    let (first, second) = try (problem.fit { $0.solver = solver }, problem.flattened.fit { $0.solver = solver })
    #expect(distance(first.model, second.model) < Self.tolerance)
  }

  @Test("Shuffled rows give the same model, at every strength", arguments: problems.indices, [0.01, 1, 100])
  func rowOrder(index: Int, strength: Double) throws {
    let problem = Self.problems[index]
    var generator = SeededGenerator(seed: 4)
    let shuffled = problem.selecting(rows: generator.shuffled(Array(problem.labels.indices)))
    for solver in SolverSelection.all(forClasses: problem.classCount) {
      let models = try [problem, shuffled].map { problem in
        try problem.fit {
          $0.solver = solver
          $0.inverseRegularization = strength
        }.model
      }
      #expect(distance(models[0], models[1]) < Self.tolerance)
    }
  }

  @Test("Permuted columns permute the coefficients", arguments: problems.indices)
  func columnOrder(index: Int) throws {
    let problem = Self.problems[index].flattened
    var generator = SeededGenerator(seed: 4)
    let order = generator.shuffled(Array(0..<problem.matrix.columnCount))
    func permuted(_ matrix: DenseMatrix) -> DenseMatrix { matrix.transposed().selecting(rows: order).transposed() }
    guard case .dense(let elements) = problem.matrix.blocks[0] else { return }
    var other = problem
    other.matrix = DesignMatrix(permuted(elements))
    let (first, second) = try (problem.fit().model, other.fit().model)
    let expected = LogisticModel(
      classCount: first.classCount, coefficients: permuted(first.coefficients), intercepts: first.intercepts)
    #expect(distance(second, expected) < Self.tolerance)
  }

  @Test("A weight of zero is a row left out, of two a row twice", arguments: problems.indices, ClassWeight.allCases)
  func weights(index: Int, classWeight: ClassWeight) throws {
    var problem = Self.problems[index]
    let weights = problem.labels.indices.map { [1.0, 0, 2, 1, 3][$0 % 5] }
    let repeated = problem.selecting(
      rows: problem.labels.indices.flatMap { Array(repeating: $0, count: Int(weights[$0])) })
    problem.weights = weights
    let (first, second) = try (
      problem.fit { $0.classWeight = classWeight }, repeated.fit { $0.classWeight = classWeight }
    )
    #expect(distance(first.model, second.model) < Self.tolerance)
    #expect(abs(first.report.objective / second.report.objective - 1) < 1e-13)
  }

  @Test("C and the rows' weights are one factor", arguments: problems.indices)
  func strength(index: Int) throws {
    var problem = Self.problems[index]
    let first = try problem.fit { $0.inverseRegularization = 6 }
    problem.weights = Array(repeating: 3, count: problem.labels.count)
    let second = try problem.fit { $0.inverseRegularization = 2 }
    #expect(distance(first.model, second.model) < Self.tolerance)
  }

  @Test("Balanced weights are those weights given by hand", arguments: problems.indices)
  func balanced(index: Int) throws {
    var problem = Self.problems[index]
    let first = try problem.fit { $0.classWeight = .balanced }
    let counts = problem.labels.reduce(into: [Int](repeating: 0, count: problem.classCount)) { $0[$1] += 1 }
    #expect(first.report.classRowCounts == counts)
    let factors = counts.map { Double(problem.labels.count) / Double(problem.classCount * $0) }
    #expect(first.report.classWeights == factors)
    problem.weights = problem.labels.map { factors[$0] }
    let second = try problem.fit()
    #expect(distance(first.model, second.model) < Self.tolerance)
  }

  @Test("Renamed classes rename the coefficients", arguments: [2, 3])
  func classOrder(index: Int) throws {
    var problem = Self.problems[index]
    let first = try problem.fit().model
    let order = (0..<problem.classCount).map { ($0 + 1) % problem.classCount }
    problem.labels = problem.labels.map { order[$0] }
    let second = try problem.fit().model
    let expected = LogisticModel(
      classCount: first.classCount,
      coefficients: first.coefficients.selecting(rows: (0..<problem.classCount).map { order.firstIndex(of: $0) ?? 0 }),
      intercepts: (0..<problem.classCount).map { first.intercepts[order.firstIndex(of: $0) ?? 0] })
    #expect(distance(second, expected) < Self.tolerance)
  }

  @Test("Two exchanged classes change every sign", arguments: [0, 1])
  func signs(index: Int) throws {
    var problem = Self.problems[index]
    let first = try problem.fit().model
    problem.labels = problem.labels.map { 1 - $0 }
    let second = try problem.fit().model
    let expected = LogisticModel(
      classCount: 2,
      coefficients: DenseMatrix(
        rowCount: 1, columnCount: first.featureCount, elements: first.coefficients.elements.map { -$0 }),
      intercepts: first.intercepts.map { -$0 })
    #expect(distance(second, expected) < Self.tolerance)
  }

  /// With weight vectors w/2 and -w/2 the penalty of several classes is half that of two: C there is 2 C here.
  @Test("Two classes are the limit of three, one of which nobody chooses")
  func twoOfThree() throws {
    var problem = Problem.dense(rows: 80, columns: 4, classes: 2)
    let two = try problem.fit { $0.inverseRegularization = 2 }.model
    // A third class of next to no weight, on a row of zeros, has no say in the coefficients.
    guard case .dense(let elements) = problem.matrix.blocks[0] else { return }
    problem.matrix = DesignMatrix(
      DenseMatrix(rowCount: 81, columnCount: 4, elements: elements.elements + [0, 0, 0, 0]))
    problem.labels.append(2)
    problem.classCount = 3
    problem.weights = Array(repeating: 1, count: 80) + [1e-9]
    let three = try problem.fit().model
    for column in 0..<4 {
      let difference = three.coefficients[1, column] - three.coefficients[0, column]
      #expect(abs(difference - two.coefficients[0, column]) < 1e-7)
    }
  }

  @Test("Threads change no bit", arguments: solvers)
  func threads(solver: SolverSelection) throws {
    for problem in [
      Problem.sparse(rows: 9000, columns: 60, rowLength: 5, classes: 2), Problem.mixed(rows: 5000, classes: 3),
      Problem.counted(rows: 9000, columns: 300, rowLength: 9),
    ] where SolverSelection.all(forClasses: problem.classCount).contains(solver) {
      let fits = try [1, 2, 3].map { count in
        try problem.fit(on: Parallelism(threadCount: count)) { $0.solver = solver }
      }
      #expect(fits[1] == fits[0])
      #expect(fits[2] == fits[0])
    }
  }

  @Test("Multinomial parameters add up to zero over the classes", arguments: [2, 3])
  func symmetric(index: Int) throws {
    let model = try Self.problems[index].fit().model
    #expect(abs(model.intercepts.reduce(0, +)) < 1e-14)
    for column in 0..<model.featureCount {
      #expect(abs((0..<model.classCount).reduce(0.0) { $0 + model.coefficients[$1, column] }) < 1e-13)
    }
  }

  @Test("A warm start shortens the way and does not change its end", arguments: problems.indices, solvers)
  func warmStart(index: Int, solver: SolverSelection) throws {
    let problem = Self.problems[index]
    guard SolverSelection.all(forClasses: problem.classCount).contains(solver) else { return }
    let neighbour = try problem.fit { $0.inverseRegularization = 1.1 }.model
    let cold = try problem.fit { $0.solver = solver }
    let warm = try problem.fit(startingFrom: neighbour) { $0.solver = solver }
    #expect(distance(warm.model, cold.model) < Self.tolerance)
    #expect(warm.report.iterations <= cold.report.iterations)
    let again = try problem.fit(startingFrom: cold.model) { $0.solver = solver }
    #expect(again.report.iterations == 0)
    #expect(distance(again.model, cold.model) < Self.tolerance)
  }

  @Test("A start worse than none is not used", arguments: problems.indices)
  func badStart(index: Int) throws {
    let problem = Self.problems[index]
    let cold = try problem.fit()
    let outputCount = cold.model.intercepts.count
    let bad = LogisticModel(
      classCount: problem.classCount,
      coefficients: DenseMatrix(
        rowCount: outputCount, columnCount: cold.model.featureCount,
        elements: Array(repeating: 1e200, count: outputCount * cold.model.featureCount)),
      intercepts: Array(repeating: 0, count: outputCount))
    let found = try problem.fit(startingFrom: bad)
    #expect(found == cold)
  }
}
