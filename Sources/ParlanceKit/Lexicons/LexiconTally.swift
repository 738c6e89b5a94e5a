internal import Evaluation
public import TextFeatures

/// What a dictionary found in a corpus so far.
///
/// Its size does not grow with the corpus but where it keeps, of a labelled one, each row's label, share and cluster.
public struct LexiconTally: Sendable {
  /// What is kept of labelled rows for judging scores.
  struct LabelledShare: Sendable {
    let label: String
    let share: Double
    let hasScore: Bool
    let cluster: String
  }

  private(set) var source: DataSource?
  /// The number of rows.
  public private(set) var rows = 0
  private(set) var words = 0
  /// Rows in which no entry shows.
  public private(set) var rowsWithoutMatch = 0
  /// Rows with a score, and the sum of scores.
  private(set) var scored = 0
  private(set) var scoreSum = 0.0
  /// For each category how often its entries show, and in how many rows.
  private(set) var counts: [Int]
  private(set) var rowCounts: [Int]
  /// The labelled rows.
  private(set) var labelled: [LabelledShare] = []

  /// The column whose values group rows for intervals.
  let clusterColumn: String?
  private let keepsLabels: Bool

  /// A tally of nothing yet.
  ///
  /// - Parameter keepsLabels: whether labels are kept where there are any.
  public init(_ lexicon: Lexicon, keepsLabels: Bool, clusterColumn: String? = nil) {
    counts = [Int](repeating: 0, count: lexicon.categories.count)
    rowCounts = counts
    self.keepsLabels = keepsLabels
    self.clusterColumn = clusterColumn
  }

  /// Adds the next batch of the corpus.
  ///
  /// - Throws: `CorpusError` where there is no column of clusters.
  public mutating func add(_ batch: LexiconStream.Batch) throws {
    source = batch.dataset.source
    for score in batch.scores {
      rows += 1
      words += score.words
      if score.matches == 0 { rowsWithoutMatch += 1 }
      if let value = score.score {
        scored += 1
        scoreSum += value
      }
      for (category, count) in score.counts.enumerated() where count > 0 {
        counts[category] += count
        rowCounts[category] += 1
      }
    }
    guard keepsLabels, let labels = batch.dataset.labels else { return }
    let clusters = try clusterColumn.map { try batch.dataset.values(ofColumn: $0) }
    for (row, score) in batch.scores.enumerated() {
      labelled.append(
        LabelledShare(
          label: labels[row], share: score.share, hasScore: score.score != nil, cluster: clusters?[row] ?? ""))
    }
  }
}
