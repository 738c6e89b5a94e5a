/// Which of some things are connected, directly or over others.
///
/// Union-find (Tarjan 1975) whose roots are the smallest members, so that they do not depend on the order of joining.
public struct DisjointSets: Sendable {
  private var parents: [Int32]

  /// `count` things, each alone.
  public init(count: Int) { parents = (0..<count).map { Int32($0) } }

  /// The smallest thing that `index` is connected with. Complexity: O(log n), amortised.
  public mutating func root(of index: Int) -> Int {
    var place = index
    while Int(parents[place]) != place {
      parents[place] = parents[Int(parents[place])]
      place = Int(parents[place])
    }
    return place
  }

  /// Connects two things.
  public mutating func join(_ left: Int, _ right: Int) {
    let (a, b) = (root(of: left), root(of: right))
    if a != b { parents[max(a, b)] = Int32(min(a, b)) }
  }

  /// The root of each thing.
  public mutating func roots() -> [Int] { parents.indices.map { root(of: $0) } }
}
