internal import Reproducibility

/// Rows that belong together because they share a value of any of some columns, directly or over others.
public struct RowComponents: Sendable, Hashable {
  /// What each row's component is called: for one column the value, else the first of the values by their code points.
  public let names: [String]
  /// The number of components.
  public let count: Int

  /// Connects rows.
  ///
  /// An empty cell is a value like others where there is one column; among several it connects nothing, since what is not known
  /// is not shared.
  ///
  /// - Parameter columns: one or more columns, with a value for each row.
  /// - Complexity: O(n log n) for each column.
  public init(_ columns: [[String]]) {
    precondition(!columns.isEmpty, "no columns to connect rows by")
    let rowCount = columns[0].count
    var sets = DisjointSets(count: rowCount)
    for values in columns {
      precondition(values.count == rowCount, "\(values.count) values, \(rowCount) rows")
      let index = GroupIndex(values)
      for (name, rows) in zip(index.names, index.rows) where columns.count == 1 || !name.isEmpty {
        for row in rows.dropFirst() { sets.join(rows[0], row) }
      }
    }
    let roots = sets.roots()
    var labels: [Int: String] = [:]
    for row in 0..<rowCount {
      guard let name = columns.lazy.map({ $0[row] }).first(where: { !$0.isEmpty }) else { continue }
      if let known = labels[roots[row]], !name.utf8.lexicographicallyPrecedes(known.utf8) { continue }
      labels[roots[row]] = name
    }
    // Names from different columns may be alike: what comes later is told apart by its first row.
    var taken: [String: Int] = [:]
    names = roots.map { root in
      let name = labels[root] ?? (columns.count == 1 ? "" : "row \(root + 1)")
      let owner = taken[name] ?? root
      taken[name] = owner
      return owner == root ? name : "\(name) (row \(root + 1))"
    }
    count = Set(roots).count
  }
}
