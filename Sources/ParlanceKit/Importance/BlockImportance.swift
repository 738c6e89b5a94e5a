internal import Classifiers
internal import Evaluation
internal import LinearAlgebra
internal import Reproducibility
internal import TextFeatures

/// How much worse a model ranks rows that it has not seen when one block of features tells it nothing.
///
/// In each fold the rows of the block are permuted among the test rows. Models are linear, so that it is enough to permute what the
/// block adds to the logits. The model is not trained anew (`AblatedDesign` does that): what other blocks could have taken over is
/// lost too.
///
/// Source: Breiman 2001, Random forests (Machine Learning 45), section 10; Fisher, Rudin and Dominici 2019, All models are wrong, but
/// many are useful (JMLR 20).
public struct BlockImportance: Codable, Sendable, Hashable {
  /// The block.
  public let block: String
  /// The area under the pooled ROC curve less its mean over the permutations; nil where it is undefined.
  public let loss: Double?
  /// The lower end of its interval, over rows or clusters; nil where none was asked for or none exists.
  public let low: Double?
  /// The upper end; nil where `low` is.
  public let high: Double?
  /// The number of permutations.
  public let repeats: Int

  /// The importance of each block of `configuration`.
  ///
  /// Each permutation is drawn by a generator of its own, made from the seed, the fold, the block and its number.
  ///
  /// - Throws: as training and evaluating do.
  static func all(
    of examples: Examples, features: FeatureSource, plan: FoldPlan, configuration: TrainingConfiguration,
    repeats: Int, request: EvaluationRequest, on parallelism: Parallelism, progress: ProgressHandler?
  ) throws -> [BlockImportance] {
    let counter = FitCounter(stage: "permuting blocks", total: plan.folds.count, progress: progress)
    let folds = try parallelism.map(count: plan.folds.count) { index in
      defer { counter.finish(1) }
      return try FoldLogits(index, of: plan, examples: examples, features: features, configuration: configuration)
    }
    let rows = try examples.labelledRows(clusteredBy: request.clusterColumn)
    func scored(_ decisionValues: (Int) -> DenseMatrix) throws -> ScoredLabels {
      try OutOfFoldPredictions(
        plan: plan, of: rows,
        probabilities: folds.indices.map {
          LogisticModel.probabilities(decisionValues: decisionValues($0)).columns
        }
      ).pooled
    }
    let names = configuration.features.blocks.map(\.name)
    let generator = SeededGenerator(seed: request.options.seed).child(named: "importance")
    let spoilt = try names.indices.map { block in
      try (0..<repeats).map { time in
        try scored { fold in
          var draws = generator.child(named: "fold", index: fold).child(named: names[block], index: time)
          return folds[fold].permuting(block: block, by: &draws)
        }
      }
    }
    let losses = try Evaluator(try request.options.validated()).losses(
      of: .rocAUC, from: try scored { folds[$0].sum }, to: spoilt, on: parallelism, progress: progress)
    return zip(names, losses).map { name, loss in
      BlockImportance(block: name, loss: loss.value, low: loss.low, high: loss.high, repeats: repeats)
    }
  }
}

/// What each block adds to the logits of a fold's test rows.
private struct FoldLogits: Sendable {
  private let parts: [DenseMatrix]
  private let intercepts: [Double]

  init(
    _ index: Int, of plan: FoldPlan, examples: Examples, features: FeatureSource, configuration: TrainingConfiguration
  ) throws {
    let learnt = try FeatureFit(features, rows: plan.trainingRows(ofFold: index), of: examples, on: .serial)
    let model = try learnt.fit(configuration.model, on: .serial).model
    let test = features.matrix(rows: plan.folds[index].testRows, in: learnt.space, on: .serial)
    let weights = model.coefficients.transposed()
    intercepts = model.intercepts
    parts = test.blocks.indices.map { block in
      let columns = test.blockOffsets[block]..<test.blockOffsets[block + 1]
      return DesignMatrix(blocks: [test.blocks[block]]).times(weights.selecting(rows: Array(columns)), on: .serial)
    }
  }

  /// The logits themselves.
  var sum: DenseMatrix { added(parts) }

  /// The logits where each row has of `block` what another row has.
  func permuting(block: Int, by generator: inout SeededGenerator) -> DenseMatrix {
    var spoilt = parts
    spoilt[block] = parts[block].selecting(rows: generator.shuffled(Array(0..<parts[block].rowCount)))
    return added(spoilt)
  }

  private func added(_ parts: [DenseMatrix]) -> DenseMatrix {
    var total = DenseMatrix(zeros: parts[0].rowCount, intercepts.count)
    for part in parts { BLAS.add(part.elements, to: &total.elements) }
    for place in total.elements.indices { total.elements[place] += intercepts[place % intercepts.count] }
    return total
  }
}
