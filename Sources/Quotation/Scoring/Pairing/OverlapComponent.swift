internal import Reproducibility

/// Attributions of both sides that overlap, directly or over others: those who can contend for a partner.
struct OverlapComponent {
  private let rows: PairingSide
  private let columns: PairingSide
  private let rowNumbers: [Int]
  private let columnNumbers: [Int]
  /// How many units a row shares with columns, by the column.
  private let shared: [Int: [Int: Int]]

  /// The components in the order of their first rows; attributions without overlap are in none.
  ///
  /// Complexity: O(n) in shared units.
  static func all(_ rows: PairingSide, _ columns: PairingSide) -> [OverlapComponent] {
    var columnsAt: [Range<Int>: [Int]] = [:]
    for (column, attribution) in columns.attributions.enumerated() {
      for unit in attribution.content.units { columnsAt[unit, default: []].append(column) }
    }
    var shared: [[Int: Int]] = []
    var sets = DisjointSets(count: rows.attributions.count + columns.attributions.count)
    for (row, attribution) in rows.attributions.enumerated() {
      var counts: [Int: Int] = [:]
      for unit in attribution.content.units { for column in columnsAt[unit] ?? [] { counts[column, default: 0] += 1 } }
      for column in counts.keys { sets.join(row, rows.attributions.count + column) }
      shared.append(counts)
    }
    var members: [Int: (rows: [Int], columns: [Int])] = [:]
    for (number, root) in sets.roots().enumerated() {
      if number < rows.attributions.count {
        members[root, default: ([], [])].rows.append(number)
      } else {
        members[root, default: ([], [])].columns.append(number - rows.attributions.count)
      }
    }
    return members.keys.sorted().compactMap { root in
      guard let (rowNumbers, columnNumbers) = members[root], !rowNumbers.isEmpty, !columnNumbers.isEmpty else {
        return nil
      }
      return OverlapComponent(
        rows: rows, columns: columns, rowNumbers: rowNumbers, columnNumbers: columnNumbers,
        shared: Dictionary(uniqueKeysWithValues: rowNumbers.map { ($0, shared[$0]) }))
    }
  }

  /// The F1 of the words of two contents.
  func contentF1(_ row: Int, _ column: Int) -> Double {
    MarkedSpan.placewiseF1(
      shared: shared[row]?[column] ?? 0, rows.attributions[row].content, columns.attributions[column].content)
  }

  /// The best pairs; `isOptimal` becomes false where there were too many to look for it.
  func pairing(isOptimal: inout Bool) -> [(row: Int, column: Int)] {
    let smaller = min(rowNumbers.count, columnNumbers.count)
    let (steps, isBeyond) = (smaller * smaller).multipliedReportingOverflow(
      by: max(rowNumbers.count, columnNumbers.count))
    if isBeyond || steps > AttributionPairing.mostSteps {
      isOptimal = false
      return heaviestFirst()
    }
    let weights = rowNumbers.map { row in columnNumbers.map { weight(row, $0) } }
    return Assignment.best(weights).enumerated().compactMap { index, column in
      column.map { (rowNumbers[index], columnNumbers[$0]) }
    }
  }

  private func weight(_ row: Int, _ column: Int) -> Int {
    guard let count = shared[row]?[column], count > 0 else { return 0 }
    let (its, other) = (rows.attributions[row], columns.attributions[column])
    return AttributionPair(its, row, other, column, contentF1: contentF1(row, column)).weight(its, other)
  }

  private func heaviestFirst() -> [(row: Int, column: Int)] {
    var edges: [(weight: Int, row: Int, column: Int)] = []
    for row in rowNumbers {
      for column in (shared[row] ?? [:]).keys.sorted() { edges.append((weight(row, column), row, column)) }
    }
    edges.sort { ($1.weight, $0.row, $0.column) < ($0.weight, $1.row, $1.column) }
    var (takenRows, takenColumns): (Set<Int>, Set<Int>) = ([], [])
    var result: [(row: Int, column: Int)] = []
    for edge in edges where !takenRows.contains(edge.row) && !takenColumns.contains(edge.column) {
      takenRows.insert(edge.row)
      takenColumns.insert(edge.column)
      result.append((edge.row, edge.column))
    }
    return result
  }
}
