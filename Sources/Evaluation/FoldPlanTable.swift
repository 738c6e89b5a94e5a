/// A fold plan as a table: what `parlance split` writes and `--folds-file` reads.
///
/// Each entry says one thing of one row:
///
/// | outer | inner | role | the row is |
/// |---|---|---|---|
/// | F | | test | tested by fold F |
/// | F | | train | trained on by fold F |
/// | F | | skip | neither tested nor trained on by fold F |
/// | F | G | test | tested by G, one of the inner folds that part the training rows of F |
/// | F | G | train, skip | trained on by G, or neither |
/// | | | test | in no test set |
///
/// A fold that says what it trains on trains on that. Any other trains on all rows that it neither tests nor skips; an inner fold
/// on those among the training rows of its outer fold. Folds are in the order in which they first occur.
public struct FoldPlanTable: Sendable, Hashable {
  /// What a row is in a fold.
  public enum Role: String, Sendable, Hashable {
    /// Tested.
    case test
    /// Trained on.
    case train
    /// Neither.
    case skip
  }

  /// One thing that is said of a row.
  public struct Entry: Sendable, Hashable {
    /// The row of the corpus, from 0.
    public let row: Int
    /// The outer fold, empty for none.
    public let outer: String
    /// The inner fold, empty for none.
    public let inner: String
    /// What the row is in that fold.
    public let role: Role

    /// Says one thing.
    public init(row: Int, outer: String, inner: String = "", role: Role = .test) {
      self.row = row
      self.outer = outer
      self.inner = inner
      self.role = role
    }
  }

  /// What is wrong with a table, and which entry shows it.
  public struct Flaw: Error, Sendable, Hashable {
    /// The entry, from 0.
    public let entry: Int
    /// What is wrong.
    public let problem: String
  }

  /// The entries: fold after fold, and last the rows that are in no test set.
  public let entries: [Entry]

  /// Whether an entry is of rows that are not tested, so that roles have to be told.
  public var needsRoles: Bool { entries.contains { $0.role != .test } }

  /// The table of a plan. Complexity: O(entries).
  public init(_ plan: NestedFoldPlan) {
    var entries: [Entry] = []
    var isTested = [Bool](repeating: false, count: plan.outer.rowCount)
    for (index, (fold, name)) in zip(plan.outer.folds, Self.distinctNames(of: plan.outer)).enumerated() {
      for row in fold.testRows { isTested[row] = true }
      entries += Self.roles(of: fold, rowCount: plan.outer.rowCount).map {
        Entry(row: $0.row, outer: name, role: $0.role)
      }
      guard let inner = plan.inner?[index] else { continue }
      let training = plan.outer.trainingRows(ofFold: index)
      for (part, partName) in zip(inner.folds, Self.distinctNames(of: inner)) {
        entries += Self.roles(of: part, rowCount: inner.rowCount).map {
          Entry(row: training[$0.row], outer: name, inner: partName, role: $0.role)
        }
      }
    }
    entries += isTested.indices.filter { !isTested[$0] }.map { Entry(row: $0, outer: "") }
    self.entries = entries
  }

  /// The rows a fold tests, and what tells those it trains on in fewer lines: them, or the rest.
  private static func roles(of fold: FoldPlan.Fold, rowCount: Int) -> [(row: Int, role: Role)] {
    let tested = fold.testRows.map { (row: $0, role: Role.test) }
    guard let training = fold.explicitTrainingRows else { return tested }
    var isTaken = [Bool](repeating: false, count: rowCount)
    for row in fold.testRows + training { isTaken[row] = true }
    let skipped = isTaken.indices.filter { !isTaken[$0] }
    // Where nothing is skipped, training rows are told all the same: a plan that lists them has another digest.
    if skipped.isEmpty || skipped.count >= training.count { return tested + training.map { ($0, .train) } }
    return tested + skipped.map { ($0, .skip) }
  }

  /// The folds' names; a fold whose name is empty, or that of an earlier one, is told apart by its number.
  private static func distinctNames(of plan: FoldPlan) -> [String] {
    var seen: Set<String> = []
    return plan.folds.enumerated().map { index, fold in
      let isDistinct = !fold.name.isEmpty && seen.insert(fold.name).inserted
      return isDistinct ? fold.name : "\(fold.name)(fold \(index + 1))"
    }
  }

  /// A table that somebody else made.
  public init(entries: [Entry]) { self.entries = entries }

  /// The plan that the table says.
  ///
  /// - Parameter rowCount: the number of rows of the corpus.
  /// - Throws: `Flaw` for an entry that says twice, or against another, what a row is, for an inner fold without an outer one, or
  ///   an inner fold of rows that its outer fold does not train on.
  /// - Complexity: O(entries + rows × folds).
  public func plan(rowCount: Int) throws -> NestedFoldPlan {
    var outer = FoldCollector()
    var inner: [String: FoldCollector] = [:]
    for (index, entry) in entries.enumerated() {
      if entry.outer.isEmpty {
        guard entry.inner.isEmpty, entry.role == .test else {
          throw Flaw(entry: index, problem: "an inner fold or a training row without an outer fold")
        }
      } else if entry.inner.isEmpty {
        try outer.take(entry, named: entry.outer, at: index)
      } else {
        try inner[entry.outer, default: FoldCollector()].take(entry, named: entry.inner, at: index)
      }
    }
    let plan = FoldPlan(rowCount: rowCount, folds: outer.folds(of: rowCount, renumbering: nil), notes: [])
    guard !inner.isEmpty else { return NestedFoldPlan(outer: plan) }
    return NestedFoldPlan(
      outer: plan,
      inner: try plan.folds.indices.map { fold in
        let name = plan.folds[fold].name
        let training = plan.trainingRows(ofFold: fold)
        guard let collector = inner[name] else {
          throw Flaw(entry: 0, problem: "fold \"\(name)\" has no inner folds, and others have")
        }
        let places = Dictionary(uniqueKeysWithValues: training.enumerated().map { ($1, $0) })
        if let stranger = collector.firstEntry(notIn: places) {
          throw Flaw(entry: stranger, problem: "the row is in an inner fold of \"\(name)\", which does not train on it")
        }
        return FoldPlan(
          rowCount: training.count, folds: collector.folds(of: training.count, renumbering: places), notes: [])
      })
  }
}

/// Folds as their rows come.
private struct FoldCollector {
  private struct Rows {
    var test: [Int] = []
    var training: [Int] = []
    var skipped: [Int] = []
  }

  private var names: [String] = []
  private var rows: [String: Rows] = [:]
  private var entryOfRow: [String: [Int: Int]] = [:]

  mutating func take(_ entry: FoldPlanTable.Entry, named name: String, at index: Int) throws {
    if entryOfRow[name, default: [:]].updateValue(index, forKey: entry.row) != nil {
      throw FoldPlanTable.Flaw(entry: index, problem: "the row stands twice in fold \"\(name)\"")
    }
    if rows[name] == nil { names.append(name) }
    switch entry.role {
    case .test: rows[name, default: Rows()].test.append(entry.row)
    case .train: rows[name, default: Rows()].training.append(entry.row)
    case .skip: rows[name, default: Rows()].skipped.append(entry.row)
    }
  }

  func firstEntry(notIn places: [Int: Int]) -> Int? {
    entryOfRow.values.flatMap { $0.filter { places[$0.key] == nil }.map(\.value) }.min()
  }

  func folds(of rowCount: Int, renumbering places: [Int: Int]?) -> [FoldPlan.Fold] {
    func renumbered(_ rows: [Int]) -> [Int] { rows.map { places?[$0] ?? $0 }.sorted() }
    return names.map { name in
      let found = rows[name] ?? Rows()
      let test = renumbered(found.test)
      var training = found.training.isEmpty ? nil : renumbered(found.training)
      if training == nil, !found.skipped.isEmpty {
        var isTaken = [Bool](repeating: false, count: rowCount)
        for row in test + renumbered(found.skipped) { isTaken[row] = true }
        training = isTaken.indices.filter { !isTaken[$0] }
      }
      return FoldPlan.Fold(name: name, testRows: test, trainingRows: training)
    }
  }
}
