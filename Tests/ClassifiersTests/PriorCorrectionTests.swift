import Classifiers
import LinearAlgebra
import Reproducibility
import Testing

/// Intercepts corrected for a prevalence.
@Suite struct PriorCorrectionTests {
  private let problem = Problem.dense(rows: 90, columns: 4, classes: 2)

  @Test func onlyTheInterceptChangesAndByTheFormula() throws {
    let plain = try problem.fit()
    let corrected = try problem.fit { $0.prevalence = .share(0.05) }
    let positives = Double(problem.labels.count { $0 == 1 })
    // King and Zeng: b0 - ln[((1 - τ)/τ) (ȳ/(1 - ȳ))].
    let expected = -(0.95 / 0.05 * positives / (90 - positives)).naturalLogarithm
    #expect(corrected.model.coefficients == plain.model.coefficients)
    #expect(abs(corrected.model.intercepts[0] - plain.model.intercepts[0] - expected) < 1e-12)
    #expect(abs((corrected.report.interceptCorrection ?? 0) - expected) < 1e-12)
    #expect(plain.report.interceptCorrection == nil)
  }

  @Test func theTrainingRowsOwnShareChangesNothingWithoutClassWeights() throws {
    let sample = try problem.fit { $0.prevalence = .sample }
    #expect(sample.report.interceptCorrection == 0)
  }

  @Test func balancedClassesAreBroughtBackToTheRowsShare() throws {
    var uneven = problem
    uneven = uneven.selecting(rows: uneven.labels.indices.filter { uneven.labels[$0] == 0 || $0 % 4 == 0 })
    let positives = Double(uneven.labels.count { $0 == 1 })
    let share = positives / Double(uneven.labels.count)
    let bySample = try uneven.fit {
      $0.classWeight = .balanced
      $0.prevalence = .sample
    }
    let byShare = try uneven.fit {
      $0.classWeight = .balanced
      $0.prevalence = .share(share)
    }
    #expect(abs(bySample.model.intercepts[0] - byShare.model.intercepts[0]) < 1e-12)
    let mean = bySample.model.probabilities(uneven.matrix, on: .serial)
    let average = (0..<uneven.labels.count).reduce(0.0) { $0 + mean[$1, 1] } / Double(uneven.labels.count)
    let unweighted = try uneven.fit { $0.classWeight = .balanced }.model.probabilities(uneven.matrix, on: .serial)
    let before = (0..<uneven.labels.count).reduce(0.0) { $0 + unweighted[$1, 1] } / Double(uneven.labels.count)
    #expect(abs(average - share) < abs(before - share) / 3)
  }

  @Test func whatCannotBeIsRefused() throws {
    #expect(throws: ClassifierError.self) { try problem.fit { $0.prevalence = .share(1) } }
    #expect(throws: ClassifierError.self) {
      try problem.fit {
        $0.prevalence = .sample
        $0.fitsIntercept = false
      }
    }
    let three = Problem.dense(rows: 60, columns: 3, classes: 3)
    #expect(throws: ClassifierError.self) { try three.fit { $0.prevalence = .share(0.2) } }
  }
}
