internal import Classifiers

/// How many clusters, or rows where there are none, carry each coefficient of a factor: those of the level itself, or of the level it
/// is compared with where that has fewer.
struct LevelSupport {
  /// For each coefficient the number behind it, nil but for levels; over all rows and over hand-coded ones.
  private let all: [Int?], coded: [Int?]
  private let names: [String]

  /// One cluster alone has no error that could be told from its own statements.
  private static let least = 2

  init(_ terms: [PredictorCoding.Term], data: SurrogateData) {
    names = [RegressionData.interceptName] + terms.map(\.name)
    all = Self.counts(terms, rows: Array(0..<data.rowCount), clusters: data.clusters)
    coded = Self.counts(terms, rows: data.codings.map(\.row), clusters: data.clusters)
  }

  /// Whether what carries a coefficient tells how sure it is.
  func hasError(_ column: Int, by method: InferenceDocument.Method) -> Bool {
    ((method == .handCoded ? coded : all)[column] ?? .max) >= Self.least
  }

  /// What is to be known of levels that few clusters carry; nil for nothing.
  var note: String? {
    let few = names.indices.compactMap { column in coded[column].map { (names[column], $0) } }.filter {
      $0.1 < ActorComparisonDocument.fewClusters
    }
    guard !few.isEmpty else { return nil }
    return
      "fewer than \(ActorComparisonDocument.fewClusters) hand-coded rows, or clusters of them, on one side, so that errors come out too small: "
      + few.map { "\($0.0) (\($0.1))" }.listed
  }

  private static func counts(_ terms: [PredictorCoding.Term], rows: [Int], clusters: [Int]?) -> [Int?] {
    func size(_ isIn: (Int) -> Bool) -> Int { Set(rows.filter(isIn).map { clusters?[$0] ?? $0 }).count }
    var references: [String: Int] = [:]
    for column in Set(terms.filter { $0.level != nil }.map(\.column)) {
      let levels = terms.filter { $0.column == column }
      references[column] = size { row in levels.allSatisfy { $0.values[row] == 0 } }
    }
    let own = terms.map { term -> Int? in
      guard term.level != nil, let reference = references[term.column] else { return nil }
      return min(reference, size { term.values[$0] == 1 })
    }
    return [references.values.min()] + own
  }
}
