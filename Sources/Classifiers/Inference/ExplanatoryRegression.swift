internal import LinearAlgebra
internal import RealModule
public import Reproducibility
internal import Statistics

/// Logistic regression of few columns for explanation: which of them go with the outcome, how strongly, and how surely.
///
/// Its figures are valid for columns chosen beforehand. Weights of a penalised model have no such errors, which is why
/// `LogisticRegression` gives none.
public struct ExplanatoryRegression: Sendable, Hashable {
  /// How to fit.
  public let options: RegressionOptions

  /// A regression with `options`.
  public init(_ options: RegressionOptions) { self.options = options }

  /// Estimates all coefficients.
  ///
  /// - Parameter parallelism: how many threads profile intervals may use; they change nothing.
  /// - Throws: `ClassifierError` for options that do not go together, for fewer than two clusters, and where no maximum is found:
  ///   with maximum likelihood look for a `Separation` first, which leaves none to be found.
  /// - Complexity: O(cases x columns²) a step; profile intervals take some ten steps for each end of each.
  public func fit(_ data: RegressionData, on parallelism: Parallelism = .serial) throws -> RegressionFit {
    try options.check(hasClusters: data.clusters != nil)
    let scaled = ScaledLikelihood(data, isPenalized: options.method == .firth, isCentred: true)
    guard let maximum = scaled.likelihood.maximum(from: scaled.start),
      let inverse = LAPACK.CholeskyFactor(maximum.place.information)?.inverse()
    else { throw ClassifierError.noMaximum }
    let clustering = try data.clusters.map { try ClusterCovariance(clusters: $0, parameterCount: data.parameterCount) }
    let covariance =
      clustering?.covariance(
        bread: inverse, matrix: scaled.likelihood.matrix,
        residuals: scaled.likelihood.residuals(at: maximum.place.coefficients)) ?? inverse
    let estimates = scaled.scaling.original(maximum.place.coefficients)
    let spread = scaled.scaling.original(covariance: covariance)
    let errors = estimates.indices.map { spread[$0, $0].squareRoot() }
    let terms =
      options.resolvedInterval == .wald
      ? waldTerms(data, estimates: estimates, errors: errors)
      : try profileTerms(
        data, scaled: scaled, maximum: maximum.place, estimates: estimates, errors: errors,
        on: parallelism)
    let isFirth = options.method == .firth
    return RegressionFit(
      terms: terms, logLikelihood: maximum.place.logLikelihood,
      penalizedLogLikelihood: isFirth ? maximum.place.value + scaled.scaling.logScale : nil,
      nullLogLikelihood: data.nullLogLikelihood, caseCount: data.caseCount, outcomeCount: data.outcomes.count { $0 },
      clusterCount: clustering?.clusterCount, clusterCorrection: clustering?.correction,
      iterations: maximum.iterations,
      flicIntercept: isFirth ? data.interceptMatchingOutcomes(estimates) : nil)
  }

  private func waldTerms(_ data: RegressionData, estimates: [Double], errors: [Double]) -> [RegressionTerm] {
    let quantile = NormalDistribution.quantile((1 + options.confidence) / 2)
    return estimates.indices.map { column in
      let (estimate, error) = (estimates[column], errors[column])
      let z = estimate / error
      return RegressionTerm(
        name: data.names[column], estimate: estimate, standardError: error, low: estimate - quantile * error,
        high: estimate + quantile * error, statistic: z, p: 2 * NormalDistribution.cumulative(-abs(z)))
    }
  }

  private func profileTerms(
    _ data: RegressionData, scaled: ScaledLikelihood, maximum: OutcomeLikelihood.Place, estimates: [Double],
    errors: [Double], on parallelism: Parallelism
  ) throws -> [RegressionTerm] {
    // Centring mixes the intercept with the other coefficients, so that its profile is taken of the columns as they are.
    let uncentred = ScaledLikelihood(data, isPenalized: options.method == .firth, isCentred: false)
    guard
      let uncentredMaximum = uncentred.likelihood.maximum(from: uncentred.scaling.scaled(coefficients: estimates))
    else { throw ClassifierError.noMaximum }
    let quantile = NormalDistribution.quantile((1 + options.confidence) / 2)
    return parallelism.map(count: estimates.count) { column in
      let basis = column == 0 ? uncentred : scaled
      let scale = basis.scaling.scales[column]
      let profile = ProfileLikelihood(
        likelihood: basis.likelihood, maximum: column == 0 ? uncentredMaximum.place : maximum, index: column,
        standardError: errors[column] * scale)
      let (low, high) = (
        profile.end(direction: -1, depth: quantile * quantile / 2),
        profile.end(direction: 1, depth: quantile * quantile / 2)
      )
      let statistic = profile.statistic(at: 0)
      return RegressionTerm(
        name: data.names[column], estimate: estimates[column], standardError: errors[column],
        low: low.map { $0 / scale }, high: high.map { $0 / scale }, statistic: statistic,
        p: statistic.map { 2 * NormalDistribution.cumulative(-$0.squareRoot()) })
    }
  }
}

extension ClassifierError {
  static let noMaximum = ClassifierError(
    problem: "the likelihood's maximum was not found (outcomes that are almost separated, or columns almost dependent)",
    hint: "leave out columns, or use --method firth")
}

/// The likelihood of scaled columns.
struct ScaledLikelihood {
  let scaling: ColumnScaling
  let likelihood: OutcomeLikelihood

  init(_ data: RegressionData, isPenalized: Bool, isCentred: Bool) {
    scaling = ColumnScaling(data.matrix, isCentred: isCentred)
    let scaled = scaling.scaled(data.matrix)
    // Clusters need each row's own score.
    let rows = data.clusters == nil ? data.distinctRows : (indices: Array(0..<data.caseCount), weights: data.weights)
    likelihood = OutcomeLikelihood(
      matrix: scaled.selecting(rows: rows.indices), outcomes: rows.indices.map { data.outcomes[$0] ? 1 : 0 },
      weights: rows.weights, isPenalized: isPenalized)
  }

  /// No effects: where the way to the maximum begins.
  var start: [Double] { Array(repeating: 0, count: scaling.scales.count) }
}

extension RegressionData {
  /// The first of each set of equal cases, with the weights of all of them: factors make many cases alike.
  var distinctRows: (indices: [Int], weights: [Double]) {
    var places: [[Double]: Int] = [:]
    var (indices, sums) = ([Int](), [Double]())
    for row in 0..<caseCount {
      let key = matrix.row(row) + [outcomes[row] ? 1 : 0]
      if let place = places[Array(key)] {
        sums[place] += weights[row]
      } else {
        places[Array(key)] = indices.count
        indices.append(row)
        sums.append(weights[row])
      }
    }
    return (indices, sums)
  }

  /// The logarithm of the likelihood with an intercept alone.
  var nullLogLikelihood: Double {
    let total = weights.reduce(0, +)
    let positive = zip(weights, outcomes).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    return positive * Double.log(positive / total) + (total - positive) * Double.log((total - positive) / total)
  }

  /// The intercept with which the fitted probabilities add up to the outcomes, the other coefficients standing still: the maximum
  /// of the plain likelihood over the intercept (Puhr and others 2017, FLIC).
  func interceptMatchingOutcomes(_ coefficients: [Double]) -> Double? {
    let others = [0.0] + coefficients.dropFirst()
    let offsets = DesignMatrix(matrix).times(others, on: .serial)
    var intercept = coefficients[0]
    for _ in 0..<100 {
      var (slope, bend) = (0.0, 0.0)
      for row in offsets.indices {
        let share = RowLoss.logistic(offsets[row] + intercept)
        slope += weights[row] * ((outcomes[row] ? 1 : 0) - share)
        bend += weights[row] * share * (1 - share)
      }
      let step = max(-2, min(2, slope / bend))
      guard step.isFinite else { return nil }
      intercept += step
      if abs(step) <= 1e-14 * (1 + abs(intercept)) { return intercept }
    }
    return intercept
  }
}
