internal import Classifiers
public import Evaluation
public import Reproducibility
internal import Statistics

/// The result of `probe`: whether a model follows stance where words do not, pair by pair and family by family.
public struct ProbeDocument: Encodable, Sendable, Hashable {
  /// What the model made of one pair.
  public struct PairResult: Encodable, Sendable, Hashable {
    /// The pair.
    public let id: String
    /// What it varies.
    public let family: String
    /// Its language, as written; empty where it is not said.
    public let lang: String
    /// What was expected.
    public let expected: ProbeSuite.Expectation
    /// The log-odds of the text expected to score lower.
    public let lowLogit: Double
    /// The log-odds of the text expected to score higher.
    public let highLogit: Double
    /// Whether the second is greater than the first.
    public let isHigher: Bool
  }

  /// The pairs of one family in one language.
  public struct Family: Encodable, Sendable, Hashable {
    /// What is varied.
    public let family: String
    /// The language; empty where it is not said.
    public let lang: String
    /// What was expected.
    public let expected: ProbeSuite.Expectation
    /// The number of pairs.
    public let pairs: Int
    /// The number of pairs whose second text scored higher.
    public let higher: Int
    /// That share, with Wilson's interval.
    public let share: MetricValue
    /// The mean of the differences in log-odds.
    public let meanDifference: Double
    /// The share of pairs whose second text is the longer one: what a model would reach that only counts words.
    public let longer: Double

    /// Whether the family passes: clearly more than half where higher is expected; where nothing is, a share that half agrees with.
    public let passes: Bool
  }

  /// The model's file.
  public let model: String
  /// The class whose log-odds are compared.
  public let positive: String
  /// The pairs' file.
  public let data: DataSource
  /// The families in the order of the file.
  public let families: [Family]
  /// All pairs of which a difference is expected, by language; the family is "all".
  public let overall: [Family]
  /// Every pair.
  public let pairs: [PairResult]
  /// The version of Parlance.
  public let version: String

  private static let confidence = 0.95

  /// Scores both texts of every pair.
  ///
  /// - Throws: `ConfigurationError` for a model of numbers.
  /// - Complexity: as scoring the texts.
  public init(_ suite: ProbeSuite, model trained: TrainedModel, path: String, on parallelism: Parallelism) throws {
    let logits = try trained.logits(of: suite.pairs.flatMap { [$0.low, $0.high] }, on: parallelism)
    pairs = suite.pairs.enumerated().map { number, pair in
      PairResult(
        id: pair.id, family: pair.family, lang: pair.language, expected: pair.expectation,
        lowLogit: logits[2 * number], highLogit: logits[2 * number + 1],
        isHigher: logits[2 * number + 1] > logits[2 * number])
    }
    let longer = suite.pairs.map { $0.high.unicodeScalars.count > $0.low.unicodeScalars.count }
    families = Self.groups(pairs, longer: longer) { ($0.family, $0.lang) }
    overall = Self.groups(pairs, longer: longer) { $0.expected == .higher ? ("all", $0.lang) : nil }
    self.model = path
    positive = trained.classes.positive
    data = suite.data
    version = ProgramVersion.current
  }

  /// The groups that `key` puts the pairs into, in the order in which they first occur; pairs without a key are left out.
  private static func groups(
    _ pairs: [PairResult], longer: [Bool], by key: (PairResult) -> (String, String)?
  ) -> [Family] {
    var names: [(String, String)] = []
    var members: [[Int]] = []
    for (number, pair) in pairs.enumerated() {
      guard let name = key(pair) else { continue }
      if let place = names.firstIndex(where: { $0 == name }) {
        members[place].append(number)
      } else {
        names.append(name)
        members.append([number])
      }
    }
    return zip(names, members).map { name, rows in
      let higher = rows.count { pairs[$0].isHigher }
      let interval = ConfidenceInterval.wilson(successes: higher, trials: rows.count, confidence: confidence)
      let (count, expected) = (Double(rows.count), pairs[rows[0]].expected)
      return Family(
        family: name.0, lang: name.1, expected: expected, pairs: rows.count, higher: higher,
        share: MetricValue(value: Double(higher) / count, low: interval.low, high: interval.high),
        meanDifference: rows.reduce(0) { $0 + pairs[$1].highLogit - pairs[$1].lowLogit } / count,
        longer: Double(rows.count { longer[$0] }) / count,
        passes: interval.high >= 0.5 && (expected == .higher ? interval.low > 0.5 : interval.low <= 0.5))
    }
  }
}
