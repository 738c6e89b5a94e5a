/// The assignment of rows to columns, one to one, whose weights have the greatest sum.
enum Assignment {
  /// For each row its column, or nil where the row stays alone; weights are not negative, and a weight of 0 pairs nobody.
  ///
  /// Kuhn's Hungarian method with potentials (Jonker and Volgenant 1987). Of several best assignments it gives one that depends on
  /// the table alone.
  ///
  /// - Precondition: all rows of `weights` have the same length.
  /// - Complexity: O(r² c) for r rows and c columns, r being the smaller number.
  static func best(_ weights: [[Int]]) -> [Int?] {
    guard let first = weights.first, !first.isEmpty else { return Array(repeating: nil, count: weights.count) }
    if weights.count <= first.count { return assigned(weights) }
    let transposed = first.indices.map { column in weights.map { $0[column] } }
    var result = [Int?](repeating: nil, count: weights.count)
    for (column, row) in assigned(transposed).enumerated() { if let row { result[row] = column } }
    return result
  }

  /// The assignment of a table that has no fewer columns than rows.
  private static func assigned(_ weights: [[Int]]) -> [Int?] {
    var search = AssignmentSearch(weights)
    for row in 1...weights.count { search.place(row) }
    var result = [Int?](repeating: nil, count: weights.count)
    for (column, row) in search.rowOfColumn.enumerated().dropFirst() where row > 0 {
      if weights[row - 1][column - 1] > 0 { result[row - 1] = column - 1 }
    }
    return result
  }
}

/// Rows that have been given columns so far, and the potentials that prove that nothing better can be done with them.
///
/// Rows and columns are numbered from 1; number 0 is nobody. Costs are the weights' negatives.
private struct AssignmentSearch {
  private let weights: [[Int]]
  private var rowPotentials: [Int]
  private var columnPotentials: [Int]
  /// The row that has each column.
  private(set) var rowOfColumn: [Int]

  init(_ weights: [[Int]]) {
    self.weights = weights
    rowPotentials = Array(repeating: 0, count: weights.count + 1)
    columnPotentials = Array(repeating: 0, count: weights[0].count + 1)
    rowOfColumn = columnPotentials
  }

  /// Gives a further row a column, by the cheapest path over rows that move to other columns.
  mutating func place(_ row: Int) {
    rowOfColumn[0] = row
    var column = 0
    var previous = [Int](repeating: 0, count: rowOfColumn.count)
    var slack = [Int](repeating: .max, count: rowOfColumn.count)
    var isDone = [Bool](repeating: false, count: rowOfColumn.count)
    repeat {
      isDone[column] = true
      let current = rowOfColumn[column]
      var (delta, next) = (Int.max, 0)
      for candidate in 1..<rowOfColumn.count where !isDone[candidate] {
        let reduced = -weights[current - 1][candidate - 1] - rowPotentials[current] - columnPotentials[candidate]
        if reduced < slack[candidate] {
          slack[candidate] = reduced
          previous[candidate] = column
        }
        if slack[candidate] < delta { (delta, next) = (slack[candidate], candidate) }
      }
      for candidate in rowOfColumn.indices {
        if isDone[candidate] {
          rowPotentials[rowOfColumn[candidate]] += delta
          columnPotentials[candidate] -= delta
        } else if slack[candidate] < .max {
          slack[candidate] -= delta
        }
      }
      column = next
    } while rowOfColumn[column] != 0
    while column != 0 {
      rowOfColumn[column] = rowOfColumn[previous[column]]
      column = previous[column]
    }
  }
}
