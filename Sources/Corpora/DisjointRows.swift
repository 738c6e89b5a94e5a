/// Rows that belong together because a chain of pairs connects them: a disjoint-set forest.
public struct DisjointRows: Sendable {
  private var parents: [Int]
  private var isJoined: [Bool]

  /// Rows each of which is alone.
  public init(count: Int) {
    parents = Array(0..<count)
    isJoined = Array(repeating: false, count: count)
  }

  /// Puts the groups of two rows together. Complexity: nearly constant.
  public mutating func join(_ first: Int, _ second: Int) {
    (isJoined[first], isJoined[second]) = (true, true)
    let (left, right) = (root(of: first), root(of: second))
    parents[max(left, right)] = min(left, right)
  }

  private mutating func root(of row: Int) -> Int {
    var row = row
    while parents[row] != row {
      parents[row] = parents[parents[row]]
      row = parents[row]
    }
    return row
  }

  /// The first row of each row's group, or nil for rows that were joined to none.
  public var groups: [Int?] {
    var copy = self
    return parents.indices.map { isJoined[$0] ? copy.root(of: $0) : nil }
  }
}
