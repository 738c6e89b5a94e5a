import Classifiers
import LinearAlgebra
import Reproducibility
import Testing

/// L1 and elastic-net fits, held to the conditions that only the minimum meets and to relations between fits.
@Suite struct SparsePenaltyTests {
  static let problems = [
    Problem.sparse(rows: 300, columns: 400, rowLength: 8, classes: 2),
    Problem.dense(rows: 80, columns: 12, classes: 2), Problem.mixed(rows: 120, classes: 2),
    Problem.counted(rows: 200, columns: 60, rowLength: 6),
  ]

  /// At the minimum the loss's slope along a weight is -(1 - ρ) w - ρ sign(w), and within ±ρ where the weight is zero.
  @Test(arguments: problems.indices, [0.2, 0.5, 1.0])
  func conditionsOfTheMinimumHold(index: Int, ratio: Double) throws {
    let problem = Self.problems[index]
    for strength in [0.1, 2.0, 20.0] {
      let fit = try problem.fit {
        $0.penalty = .elasticnet
        $0.l1Ratio = ratio
        $0.inverseRegularization = strength
      }
      #expect(fit.report.outcome == .converged)
      #expect(fit.report.solver == .proximalNewton)
      #expect(fit.report.dualityGap <= 1e-7 * fit.report.objective)
      let slopes = problem.lossSlopes(of: fit.model, strength: strength)
      #expect(abs(slopes[problem.matrix.columnCount]) < 1e-6)
      for (weight, slope) in zip(fit.model.coefficients.elements, slopes) {
        if weight == 0 {
          #expect(abs(slope) <= ratio + 1e-6)
        } else {
          #expect(abs(slope + (1 - ratio) * weight + ratio * (weight > 0 ? 1 : -1)) < 1e-6)
        }
      }
    }
  }

  @Test func theObjectiveIsPenaltyPlusLoss() throws {
    let problem = Problem.dense(rows: 60, columns: 5, classes: 2)
    let fit = try problem.fit {
      $0.penalty = .elasticnet
      $0.l1Ratio = 0.3
      $0.inverseRegularization = 2
    }
    let weights = fit.model.coefficients.elements
    let penalty = weights.reduce(0) { $0 + 0.35 * $1 * $1 + 0.3 * abs($1) }
    let probabilities = fit.model.probabilities(problem.matrix, on: .serial)
    let loss = problem.labels.indices.reduce(0.0) { $0 - probabilities[$1, problem.labels[$1]].naturalLogarithm }
    #expect(abs(fit.report.objective - penalty - 2 * loss) < 1e-11)
  }

  @Test func anElasticNetWithoutAbsoluteValuesIsL2() throws {
    for problem in Self.problems {
      let net = try problem.fit {
        $0.penalty = .elasticnet
        $0.l1Ratio = 0
      }
      #expect(distance(net.model, try problem.fit().model) < 1e-8)
    }
  }

  @Test func aWarmStartChangesNothingButTheTime() throws {
    let problem = Self.problems[0]
    func fit(_ strength: Double, from start: LogisticModel?) throws -> LogisticFit {
      try problem.fit(startingFrom: start) {
        $0.penalty = .elasticnet
        $0.l1Ratio = 0.7
        $0.inverseRegularization = strength
      }
    }
    var previous: LogisticModel?
    for strength in [0.1, 0.5, 1, 2, 5] {
      let warm = try fit(strength, from: previous)
      #expect(distance(warm.model, try fit(strength, from: nil).model) < 1e-9)
      previous = warm.model
    }
  }

  @Test func moreLossKeepsMoreWeights() throws {
    let counts = try [0.01, 0.3, 3, 30].map { strength in
      try Self.problems[0].fit {
        $0.penalty = .l1
        $0.inverseRegularization = strength
      }.model.coefficients.elements.count { $0 != 0 }
    }
    #expect(counts[0] == 0)
    #expect(counts == counts.sorted() && counts[3] > 50)
  }

  @Test func threadsChangeNothing() throws {
    for problem in Self.problems {
      let fits = try [1, 2, 3].map { threads in
        try problem.fit(on: Parallelism(threadCount: threads)) { $0.penalty = .l1 }
      }
      #expect(fits[0] == fits[1] && fits[0] == fits[2])
    }
  }

  @Test func aWeightOfTwoIsTheRowTwice() throws {
    var weighted = Problem.dense(rows: 50, columns: 6, classes: 2)
    weighted.weights = (0..<50).map { Double($0 % 3) }
    var repeated = weighted.selecting(rows: (0..<50).flatMap { Array(repeating: $0, count: $0 % 3) })
    repeated.weights = nil
    let fits = try [weighted, repeated].map { try $0.fit { $0.penalty = .l1 } }
    #expect(distance(fits[0].model, fits[1].model) < 1e-9)
  }

  @Test func aGapStopsEarlierAndIsProven() throws {
    let problem = Self.problems[0]
    let exact = try problem.fit { $0.penalty = .l1 }
    let rough = try problem.fit {
      $0.penalty = .l1
      $0.gap = 1e-2
    }
    #expect(rough.report.outcome == .converged && rough.report.iterations <= exact.report.iterations)
    #expect(rough.report.polishingSteps == 0 && rough.report.gradientNorm > exact.report.gradientNorm)
    #expect(rough.report.dualityGap <= 1e-2 * rough.report.objective)
    #expect(rough.report.objective - exact.report.objective <= rough.report.dualityGap)
  }

  @Test func whatCannotBeIsRefusedWithTheReason() throws {
    let three = Problem.dense(rows: 60, columns: 3, classes: 3)
    let error = #expect(throws: ClassifierError.self) { try three.fit { $0.penalty = .l1 } }
    #expect(error?.problem.contains("3 classes") == true)
    let two = Problem.dense(rows: 30, columns: 3, classes: 2)
    for change: (inout LogisticConfiguration) -> Void in [
      { $0.penalty = .elasticnet }, { $0.l1Ratio = 0.5 },
      {
        $0.penalty = .elasticnet
        $0.l1Ratio = 1.5
      },
      {
        $0.penalty = .l1
        $0.solver = .lbfgs
      },
    ] { #expect(throws: ClassifierError.self) { try two.fit(change) } }
  }

  @Test func constantAndEmptyColumnsDoNoHarm() throws {
    let base = Problem.dense(rows: 40, columns: 3, classes: 2)
    let odd = DenseMatrix(rowCount: 40, columnCount: 2, elements: (0..<80).map { $0 % 2 == 0 ? 1 : 0 })
    var problem = base
    problem.matrix = DesignMatrix(blocks: base.matrix.blocks + [.dense(odd)])
    let (plain, with) = (try base.fit { $0.penalty = .l1 }, try problem.fit { $0.penalty = .l1 })
    #expect(with.report.outcome == .converged)
    #expect(with.model.coefficients[0, 3] == 0 && with.model.coefficients[0, 4] == 0)
    #expect(abs(with.report.objective - plain.report.objective) < 1e-10)
  }
}

extension Problem {
  /// Σ_i C (p_i - y_i) x_i, the intercept's last.
  func lossSlopes(of model: LogisticModel, strength: Double) -> [Double] {
    let probabilities = model.probabilities(matrix, on: .serial)
    let residuals = labels.indices.map { strength * (probabilities[$0, 1] - Double(labels[$0])) }
    return matrix.transposedTimes(residuals, on: .serial) + [residuals.reduce(0, +)]
  }
}
