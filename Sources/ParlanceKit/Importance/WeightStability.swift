internal import Classifiers
internal import Evaluation
internal import LinearAlgebra
public import Reproducibility
internal import Statistics

/// What training is asked about the stability of weights.
public struct StabilityRequest: Sendable {
  /// The number of resamples the model is fitted to.
  public var refitCount: Int
  /// The column whose values are resampled together, or nil for single rows.
  public var clusterColumn: String?
  /// The seed of the draws.
  public var seed: UInt64

  /// Asks for refits.
  ///
  /// - Precondition: there is one or more.
  public init(refitCount: Int, clusterColumn: String? = nil, seed: UInt64 = SeededGenerator.defaultSeed) {
    precondition(refitCount > 0, "\(refitCount) refits")
    self.refitCount = refitCount
    self.clusterColumn = clusterColumn
    self.seed = seed
  }
}

/// How far a model's strongest weights depend on which rows it was trained on: the weights of models of bootstrap resamples.
///
/// Rows, or whole clusters of them, are drawn with replacement and the weights fitted anew; the columns, their document frequencies
/// and their means stay those of all rows. Weights are shrunken by their penalty, and so are these intervals: they tell how a weight
/// varies, not where an unpenalised one would lie.
///
/// Source: Efron 1979, Bootstrap methods: another look at the jackknife (Annals of Statistics 7).
public struct WeightStability: Codable, Sendable, Hashable {
  /// The weight of one feature.
  public struct Feature: Codable, Sendable, Hashable {
    /// The feature.
    public let name: String
    /// Its block.
    public let block: String
    /// Its weight in the model, for the log-odds of the positive class.
    public let weight: Double
    /// The lower end of the interval of its weight.
    public let low: Double
    /// The upper end.
    public let high: Double
    /// The share of refits in which the weight has the sign that it has in the model.
    public let sameSign: Double
    /// The share of refits in which the weight is among the `strongestRank` that are farthest from zero.
    public let amongStrongest: Double
  }

  /// The number of refits.
  public let refits: Int
  /// The column that was resampled by, or nil for single rows.
  public let cluster: String?
  /// The number of things resampled: clusters, or rows.
  public let units: Int
  /// The seed of the draws.
  public let seed: UInt64
  /// How often resamples without a row of some class were drawn anew.
  public let redraws: Int
  /// How much of the refits' weights an interval holds.
  public let confidence: Double
  /// How many weights count as the strongest.
  public let strongestRank: Int
  /// The features with the largest weights of either sign in each block.
  public let features: [Feature]

  /// How often a resample without a row of some class is drawn anew before it is given up.
  private static let mostRedraws = 1000

  /// Fits `model` again to resamples of the rows of `fitting`. The same bit for bit on any number of threads.
  ///
  /// - Throws: `CorpusError` for a column that is not there; `ConfigurationError` where resamples lack a class; as fitting does.
  init(
    _ request: StabilityRequest, of model: LogisticModel, fitting: FeatureFit, examples: Examples,
    configuration: LogisticConfiguration, on parallelism: Parallelism, progress: ProgressHandler?
  ) throws {
    let draws = try RowDraws(request, examples: examples)
    let row = model.coefficients.rowCount == 1 ? 0 : examples.classes.positiveIndex
    let weights = Array(model.coefficients.row(row))
    let columns = fitting.space.strongestColumns(weights, count: EvaluationDocument.strongestFeatureCount)
    let (confidence, rank) = (0.95, 100)
    let counter = FitCounter(stage: "refitting", total: request.refitCount, progress: progress)
    let refits = try parallelism.map(count: request.refitCount) { index in
      defer { counter.finish(1) }
      let (multiplicities, redraws) = try draws.draw(index, for: fitting, most: Self.mostRedraws)
      let fit = try fitting.fit(configuration, multiplicities: multiplicities, startingFrom: model, on: .serial)
      return Refit(Array(fit.model.coefficients.row(row)), columns: columns, rank: rank, redraws: redraws)
    }
    self.refits = request.refitCount
    cluster = request.clusterColumn
    units = draws.unitCount
    seed = request.seed
    redraws = refits.reduce(0) { $0 + $1.redraws }
    self.confidence = confidence
    strongestRank = rank
    features = columns.enumerated().map { place, column in
      let values = refits.map { $0.weights[place] }
      let interval = ConfidenceInterval.percentile(of: values, confidence: confidence)
      let (name, block) = fitting.space.feature(at: column)
      let total = Double(refits.count)
      return Feature(
        name: name, block: block, weight: weights[column], low: interval?.low ?? .nan, high: interval?.high ?? .nan,
        sameSign: Double(values.count { $0 * weights[column] > 0 }) / total,
        amongStrongest: Double(refits.count { $0.isStrong[place] }) / total)
    }
  }

  /// What is kept of a refit.
  private struct Refit: Sendable {
    let weights: [Double]
    let isStrong: [Bool]
    let redraws: Int

    init(_ all: [Double], columns: [Int], rank: Int, redraws: Int) {
      weights = columns.map { all[$0] }
      let sizes = all.map { abs($0) }.sorted(by: >)
      let least = sizes[min(rank, sizes.count) - 1]
      isStrong = weights.map { $0 != 0 && abs($0) >= least }
      self.redraws = redraws
    }
  }
}

/// Draws rows, or whole clusters of them, with replacement.
private struct RowDraws: Sendable {
  let unitCount: Int
  private let unitOfRow: [Int]
  private let generator: SeededGenerator

  init(_ request: StabilityRequest, examples: Examples) throws {
    if let column = request.clusterColumn {
      let groups = GroupIndex(try examples.dataset.values(ofColumn: column))
      unitOfRow = groups.numbers
      unitCount = groups.names.count
    } else {
      unitOfRow = Array(0..<examples.count)
      unitCount = examples.count
    }
    guard unitCount > 1 else {
      throw ConfigurationError(
        "--stability: all \(examples.count) rows belong to one cluster (two or more were expected)",
        hint: "choose another column for --cluster, or leave it out")
    }
    generator = SeededGenerator(seed: request.seed)
  }

  /// How often each row is in resample `index`.
  func draw(_ index: Int, for fitting: FeatureFit, most: Int) throws -> (multiplicities: [Double], redraws: Int) {
    var generator = generator.child(named: "stability", index: index)
    for redraws in 0..<most {
      var drawn = [Double](repeating: 0, count: unitCount)
      for _ in 0..<unitCount { drawn[generator.index(below: unitCount)] += 1 }
      let multiplicities = unitOfRow.map { drawn[$0] }
      if fitting.hasAllClasses(multiplicities: multiplicities) { return (multiplicities, redraws) }
    }
    throw ConfigurationError(
      "--stability: resamples of \(unitCount) clusters lack rows of some class",
      hint: "resample by a column with more values, or rows")
  }
}
