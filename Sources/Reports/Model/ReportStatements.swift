/// Statements with their true and predicted classes, to look through: sorted, filtered and a page at a time where the form
/// can do that.
public struct ReportStatements: Codable, Sendable, Hashable {
  /// One statement.
  public struct Row: Codable, Sendable, Hashable {
    /// Its name in the corpus.
    public var id: String
    /// What was said.
    public var text: String
    /// Who said it, where known.
    public var actor: String?
    /// When, as it is to be written; dates that sort as texts do, such as `2021-05-24`, sort in a page too.
    public var date: String?
    /// Its true class, where known.
    public var label: String?
    /// The class it was taken for; nil lets the threshold decide between `positive` and the other.
    public var predicted: String?
    /// The predicted probability of the positive class, 0 to 1; not a number where there is none.
    public var probability: Double
    /// The part of the data that was left out when it was scored, where there is one.
    public var fold: String?

    /// Makes a row from its parts.
    public init(
      id: String, text: String, actor: String? = nil, date: String? = nil, label: String? = nil,
      predicted: String? = nil, probability: Double, fold: String? = nil
    ) {
      self.id = id
      self.text = text
      self.actor = actor
      self.date = date
      self.label = label
      self.predicted = predicted
      self.probability = probability
      self.fold = fold
    }
  }

  /// What the statements are.
  public var caption: String
  /// The statements, in any order.
  public var rows: [Row]
  /// The class that the probabilities are of.
  public var positive: String
  /// The probability from which on a statement counts as positive.
  public var threshold: Double

  /// Makes a block from its parts.
  public init(caption: String, rows: [Row], positive: String, threshold: Double) {
    self.caption = caption
    self.rows = rows
    self.positive = positive
    self.threshold = threshold
  }
}

extension ReportStatements {
  /// Whether a statement was taken for another class than its own. False where either is not known.
  func isMistake(_ row: Row) -> Bool {
    guard let label = row.label else { return false }
    if let predicted = row.predicted { return predicted != label }
    guard row.probability.isFinite else { return false }
    return (label == positive) != (row.probability >= threshold)
  }

  /// The mistakes, those farthest from the threshold first, then all others, those nearest to it first; last those without a
  /// probability. Equal ones keep their order.
  ///
  /// Complexity: O(n log n).
  var inReadingOrder: (rows: [Row], mistakeCount: Int) {
    var keys: [(rank: Int, distance: Double, index: Int)] = []
    keys.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      let distance = abs(row.probability - threshold)
      let isMistake = isMistake(row)
      if distance.isFinite {
        keys.append((isMistake ? 0 : 2, isMistake ? -distance : distance, index))
      } else {
        keys.append((isMistake ? 1 : 3, 0, index))
      }
    }
    keys.sort { ($0.rank, $0.distance, $0.index) < ($1.rank, $1.distance, $1.index) }
    return (keys.map { rows[$0.index] }, keys.count { $0.rank < 2 })
  }
}
