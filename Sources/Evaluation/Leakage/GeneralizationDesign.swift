/// A design that tests one kind of model on four kinds of rows: by actors it has seen or not, before a date or from then on.
///
/// Actors are dealt to folds. Each fold trains on the past rows of the other folds' actors, less a part that is kept for the
/// test; so every row of the test is scored by models of about equal size, and what differs between the four cells is who
/// speaks and when, not how much was trained on.
public struct GeneralizationDesign: Sendable, Hashable {
  /// One of the four cells.
  public struct Cell: Sendable, Hashable, Codable {
    /// Whether the training rows have statements of the same actor.
    public let isSeenActor: Bool
    /// Whether the rows are from the date on.
    public let isFuture: Bool
  }

  /// The folds.
  public let plan: FoldPlan
  /// For each fold the cell of each of its test rows.
  public let cells: [[Cell]]

  /// The four cells, seen actors first and the past first.
  public static let allCells = [true, false].flatMap { isSeen in
    [false, true].map { Cell(isSeenActor: isSeen, isFuture: $0) }
  }

  /// Makes the design.
  ///
  /// - Parameters:
  ///   - actors: who speaks in each row, as numbers from 0.
  ///   - dates: when each row happened. Rows whose date is too coarse to be on one side of `start` take no part.
  ///   - start: the first day of the future.
  ///   - documents: what rows must not be trained on beside a tested row of the same, as numbers; nil for none.
  ///   - foldCount: how many folds to deal the actors to, at least 3.
  /// - Throws: `EvaluationError` with the counts where there are fewer actors than folds, or nothing on one side of the date.
  /// - Complexity: O(rows × folds).
  public init(actors: [Int], dates: [DaySpan], start: Int, documents: [Int]? = nil, foldCount: Int = 5) throws {
    precondition(actors.count == dates.count, "\(actors.count) actors, \(dates.count) dates")
    let actorCount = Set(actors).count
    guard foldCount >= 3, actorCount >= foldCount else {
      throw EvaluationError(
        "\(actorCount) actors for \(foldCount) folds (an actor a fold or more, and three folds, were expected)",
        hint: "the matrix of seen and unseen actors needs more actors")
    }
    let past = dates.map { $0.last < start }
    let future = dates.map { $0.first >= start }
    guard past.contains(true), future.contains(true) else {
      throw EvaluationError(
        "\(past.count { $0 }) rows are before the date and \(future.count { $0 }) from then on",
        hint: "choose a date that leaves rows on both sides")
    }
    let layout = Layout(actors: actors, documents: documents, foldCount: foldCount)
    var folds: [FoldPlan.Fold] = []
    var cells: [[Cell]] = []
    for fold in 0..<foldCount {
      let tested = actors.indices.filter { row in
        (past[row] || future[row]) && (layout.actorFold[row] == fold || layout.keptFold[row] == fold)
      }
      let testedDocuments = documents.map { documents in Set(tested.map { documents[$0] }) }
      let training = actors.indices.filter { row in
        past[row] && layout.actorFold[row] != fold && layout.keptFold[row] != fold
          && !(testedDocuments.map { $0.contains(documents?[row] ?? -1) } ?? false)
      }
      let trainedActors = Set(training.map { actors[$0] })
      folds.append(FoldPlan.Fold(name: String(fold + 1), testRows: tested, trainingRows: training))
      cells.append(tested.map { Cell(isSeenActor: trainedActors.contains(actors[$0]), isFuture: future[$0]) })
    }
    plan = FoldPlan(rowCount: actors.count, folds: folds)
    self.cells = cells
  }

  /// Which fold tests a row as one of an unseen actor, and which as one of a seen actor.
  private struct Layout {
    let actorFold: [Int]
    let keptFold: [Int]

    init(actors: [Int], documents: [Int]?, foldCount: Int) {
      var counts: [Int: Int] = [:]
      for actor in actors { counts[actor, default: 0] += 1 }
      var foldOfActor: [Int: Int] = [:]
      var sizes = [Int](repeating: 0, count: foldCount)
      for (actor, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        let smallest = sizes.indices.min { sizes[$0] < sizes[$1] } ?? 0
        foldOfActor[actor] = smallest
        sizes[smallest] += count
      }
      let actorFold = actors.map { foldOfActor[$0] ?? 0 }
      self.actorFold = actorFold
      // Documents, or rows where there are none, are dealt to the folds that do not hold their actor.
      keptFold = actors.indices.map { row in
        let number = documents?[row] ?? row
        return (actorFold[row] + 1 + number % (foldCount - 1)) % foldCount
      }
    }
  }
}
