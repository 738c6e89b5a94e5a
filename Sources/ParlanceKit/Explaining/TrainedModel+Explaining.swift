internal import Classifiers
internal import LinearAlgebra
internal import Reproducibility
internal import Statistics
internal import TextFeatures

/// What an explanation is asked for beside contributions.
public struct ExplanationRequest: Sendable {
  /// The class to compare the positive one with; nil for the most probable other one.
  public var rival: String?
  /// How often an interval should hold the true value.
  public var confidence: Double
  /// How many of the most similar statements are shown; 0 for none.
  public var nearestCount: Int

  /// Asks for an explanation.
  ///
  /// - Precondition: the confidence lies strictly between 0 and 1, and the count is not negative.
  public init(rival: String? = nil, confidence: Double = 0.95, nearestCount: Int = 5) {
    precondition(confidence > 0 && confidence < 1, "a confidence of \(confidence)")
    precondition(nearestCount >= 0, "\(nearestCount) statements")
    self.rival = rival
    self.confidence = confidence
    self.nearestCount = nearestCount
  }
}

extension TrainedModel {
  /// Takes the score of `text` apart.
  ///
  /// With more than two classes the log-odds compare the positive class with one other, the rival asked for, or where none is named
  /// with the most probable one: only against a single class do contributions add up.
  ///
  /// - Parameter statements: labelled statements to look for similar ones among, those that the model learnt from for an interval of
  ///   the probability as well; nil for neither.
  /// - Throws: `ConfigurationError` for a model of numbers, or a rival that is no class of it.
  public func explain(
    _ text: String, request: ExplanationRequest = ExplanationRequest(), beside statements: ReferenceStatements? = nil
  ) throws -> Explanation {
    guard case .texts(let pipeline) = space else {
      throw ConfigurationError("this model was trained on a table of numbers, so it cannot explain a text")
    }
    let row = pipeline.transform([text], on: .serial)
    let scores = Scores(
      decisionValues: logistic.decisionValues(row, on: .serial), classes: classes, calibration: calibration)
    var explanation = try contributions(to: scores, of: text, in: pipeline, against: request.rival)
    guard let statements else { return explanation }
    let features = row.transposedTimes([1], on: .serial)
    if request.nearestCount > 0 {
      explanation.nearest = statements.nearest(to: features, count: request.nearestCount)
    }
    explanation.notes = statements.notes
    if let posterior = statements.posterior {
      explanation.interval = interval(of: scores, features: features, posterior: posterior, level: request.confidence)
      if explanation.interval == nil { explanation.notes.append("no interval: its equations could not be solved") }
    }
    return explanation
  }

  private func contributions(
    to scores: Scores, of text: String, in pipeline: FittedPipeline, against rival: String?
  ) throws -> Explanation {
    let rivalIndex = try rivalIndex(named: rival, probabilities: Array(scores.probabilities.row(0)))
    let contrast = logistic.contrast(of: classes.positiveIndex, against: rivalIndex)
    let contributions = pipeline.occurrences(in: text).map { occurrence in
      let weight = contrast.coefficients[occurrence.column]
      return Explanation.Contribution(
        feature: occurrence.name, block: occurrence.block, value: occurrence.value, weight: weight,
        contribution: occurrence.value * weight,
        ranges: occurrence.places.map {
          Explanation.TextRange(start: $0.characters.lowerBound, end: $0.characters.upperBound)
        })
    }
    let blocks = pipeline.schema.blocks.map { block in
      Explanation.BlockContribution(
        block: block.name,
        contribution: contributions.reduce(0) { $1.block == block.name ? $0 + $1.contribution : $0 })
    }
    return Explanation(
      text: text, label: classes.names[scores.predictions[0]], probability: scores.positiveProbabilities[0],
      logit: blocks.reduce(contrast.intercept) { $0 + $1.contribution }, intercept: contrast.intercept,
      positive: classes.positive, against: classes.names[rivalIndex], calibration: calibration?.method, blocks: blocks,
      contributions: contributions.sorted {
        (abs($1.contribution), $0.block, $0.feature) < (abs($0.contribution), $1.block, $1.feature)
      })
  }

  /// The interval of the probability: that of the log-odds against all others, through the map that the probability comes from.
  private func interval(
    of scores: Scores, features: [Double], posterior: LogitPosterior, level: Double
  ) -> Explanation.Interval? {
    let shares = Array(scores.probabilities.row(0))
    guard let variance = posterior.variance(of: features, label: classes.positiveIndex, shares: shares) else {
      return nil
    }
    let error = variance.squareRoot()
    let reach = NormalDistribution.quantile((1 + level) / 2) * error
    let logits = [scores.logits[0] - reach, scores.logits[0] + reach]
    let own = LogisticModel.probabilities(decisionValues: DenseMatrix(rowCount: 2, columnCount: 1, elements: logits))
    let ends = logits.indices.map { calibration?.probability(ofLogit: logits[$0]) ?? own[$0, 1] }
    return Explanation.Interval(
      low: min(ends[0], ends[1]), high: max(ends[0], ends[1]), level: level, method: "laplace", standardError: error)
  }

  private func rivalIndex(named rival: String?, probabilities: [Double]) throws -> Int {
    guard let rival else {
      let others = classes.names.indices.filter { $0 != classes.positiveIndex }
      return others.max { probabilities[$0] < probabilities[$1] } ?? 0
    }
    guard let index = classes.names.firstIndex(of: rival), index != classes.positiveIndex else {
      throw ConfigurationError(
        "\"\(rival)\" is not a class to compare \"\(classes.positive)\" with (\(ClassSelection.list(classes.names)))")
    }
    return index
  }
}
