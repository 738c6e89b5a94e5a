import Classifiers
import LinearAlgebra
import Reproducibility
import Testing

@Suite("Hostile input to fits")
struct HostileInputTests {
  static func problem(
    _ elements: [Double], columns: Int, labels: [Int], classCount: Int = 2, weights: [Double]? = nil
  ) -> Problem {
    let matrix = DenseMatrix(rowCount: labels.count, columnCount: columns, elements: elements)
    return Problem(matrix: DesignMatrix(matrix), labels: labels, classCount: classCount, weights: weights)
  }

  /// The description of what fitting `problem` throws.
  static func complaint(_ problem: Problem) -> String {
    do {
      _ = try problem.fit()
      return "nothing"
    } catch {
      return "\(error)"
    }
  }

  @Test("What no model can be fitted to is refused with a reason and a hint")
  func refusals() {
    let cases: [(Problem, String)] = [
      (Self.problem([], columns: 2, labels: []), "there are no rows to fit a model to"),
      (Self.problem([], columns: 0, labels: [0, 1]), "there are no features to fit a model to"),
      (Self.problem([1, 2], columns: 1, labels: [0, 0], classCount: 1), "there are 1 classes"),
      (Self.problem([1, 2], columns: 1, labels: [0, 0]), "class 2 of 2 has no training rows\n"),
      (Self.problem([1, 2, 3], columns: 1, labels: [0, 2, 0], classCount: 3), "class 2 of 3 has no training rows\n"),
      (
        Self.problem([1, 2], columns: 1, labels: [0, 1], weights: [1, 0]),
        "class 2 of 2 has no training rows with a weight above zero\n"
      ),
      (Self.problem([1, 2], columns: 1, labels: [0, 1], weights: [1, -1]), "the weight of row 2 is -1.0"),
      (Self.problem([1, 2], columns: 1, labels: [0, 1], weights: [.nan, 1]), "the weight of row 1 is nan"),
      (Self.problem([1, 2], columns: 1, labels: [0, 1], weights: [1, .infinity]), "the weight of row 2 is inf"),
      (Self.problem([1, .nan], columns: 1, labels: [0, 1]), "row 2 has nan in feature column 1"),
      (Self.problem([1, -.infinity], columns: 2, labels: [0, 1].dropLast()), "row 1 has -inf in feature column 2"),
      (Self.problem([1e300, -1e300], columns: 1, labels: [0, 1]), "the features or weights are so large"),
    ]
    for (problem, expected) in cases {
      let found = Self.complaint(problem)
      #expect(found.hasPrefix(expected), "\(found)")
      #expect(found.contains("\nhint: "))
    }
  }

  @Test("Options out of their range are refused")
  func options() {
    func complaint(_ change: (inout LogisticConfiguration) -> Void) -> String {
      var configuration = LogisticConfiguration()
      change(&configuration)
      do {
        _ = try configuration.validated()
        return "nothing"
      } catch {
        return "\(error)"
      }
    }
    #expect(complaint { _ in } == "nothing")
    for bad in [0, -1, .nan, .infinity] {
      #expect(complaint { $0.inverseRegularization = bad }.hasPrefix("C is \(bad) (a number above zero"))
    }
    for bad in [0, -1e-8, 1, .nan] { #expect(complaint { $0.tolerance = bad }.hasPrefix("tolerance is \(bad) ")) }
    #expect(complaint { $0.maximumIterations = 0 }.hasPrefix("maximum of iterations is 0 (at least 1"))
  }

  @Test("Too many parameters for newton-cholesky are refused before the memory is")
  func tooManyParameters() {
    let problem = Problem.sparse(rows: 20, columns: 10_000, rowLength: 3, classes: 2)
    #expect(throws: ClassifierError.self) {
      _ = try problem.fit { $0.solver = .newtonCholesky }
    }
  }

  /// Problems at the edge of what numbers can do, all with a minimum.
  static let edgeCases: [(String, Problem)] = [
    ("separable", problem([-2, -1, 1, 2], columns: 1, labels: [0, 0, 1, 1])),
    (
      "one feature, three classes",
      problem([-2, -1, 0, 0.1, 1, 2], columns: 1, labels: [0, 0, 1, 1, 2, 2], classCount: 3)
    ),
    ("nothing but zeros", problem([0, 0, 0, 0, 0, 0], columns: 2, labels: [0, 1, 1])),
    ("nothing but a constant", problem([3, 3, 3, 3], columns: 1, labels: [0, 1, 1, 1])),
    ("columns twice", problem([1, 1, 2, 2, 3, 3, 5, 5], columns: 2, labels: [0, 1, 0, 1])),
    ("more columns than rows", problem([1, 2, 3, 4, 5, 6, 7, 8], columns: 4, labels: [0, 1])),
    ("huge features", problem([1e8, -3e8, 2e8, 1e7, 5e8, -1e8], columns: 1, labels: [0, 1, 0, 1, 1, 0])),
    ("tiny features", problem([1e-8, -3e-8, 2e-8, 1e-9], columns: 1, labels: [0, 1, 0, 1])),
    ("huge weights", problem([1, 2, 4, 3], columns: 1, labels: [0, 1, 0, 1], weights: [1e12, 1e12, 1e12, 1e12])),
    ("weights apart", problem([1, 2, 4, 3], columns: 1, labels: [0, 1, 0, 1], weights: [1e-12, 1e6, 1, 1e-3])),
    ("rows of zeros", problem([0, 0, 1, 2, 0, 0, 2, 1], columns: 2, labels: [0, 0, 1, 1])),
    ("one row each", problem([1, -1], columns: 1, labels: [1, 0])),
  ]

  @Test("Edge cases converge or stall at an optimum that is certified", arguments: edgeCases.indices, [1e-6, 1, 1e6])
  func edges(index: Int, strength: Double) throws {
    let (name, problem) = Self.edgeCases[index]
    for solver in SolverSelection.all(forClasses: problem.classCount) {
      for fitsIntercept in [true, false] {
        let fit = try problem.fit {
          $0.solver = solver
          $0.inverseRegularization = strength
          $0.fitsIntercept = fitsIntercept
          $0.maximumIterations = 10_000
        }
        let report = fit.report
        #expect(report.outcome != .iterationLimit, "\(name) \(solver) \(fitsIntercept)")
        #expect(fit.model.coefficients.elements.allSatisfy { $0.isFinite }, "\(name)")
        #expect(
          report.dualityGap <= 1e-9 * report.objective,
          "\(name), \(solver), \(fitsIntercept): \(report.outcome) at gap \(report.dualityGap) of \(report.objective)")
      }
    }
  }

  @Test("Without anything to learn from the probabilities are the classes' shares")
  func nothingToLearn() throws {
    let problem = Self.problem([0, 0, 0, 0], columns: 1, labels: [0, 1, 1, 1])
    for solver in SolverSelection.all(forClasses: problem.classCount) {
      let fit = try problem.fit { $0.solver = solver }
      #expect(fit.report.outcome == .converged)
      #expect(fit.report.iterations == 0)
      #expect(abs(fit.model.probabilities(problem.matrix, on: .serial)[0, 1] - 0.75) < 1e-15)
    }
  }
}
