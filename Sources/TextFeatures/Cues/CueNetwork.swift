/// All patterns of a cue set as one network of steps: from node 0 to the accepting node of a cue, token by token.
///
/// References are written out and nothing repeats, so that every way through it is as long as its pattern.
struct CueNetwork: Sendable {
  /// One step: a token that satisfies `atom` leads to `target`.
  struct Edge: Sendable {
    let atom: Int32
    let target: Int32
  }

  /// What is accepted at a node: cue x 2, and 1 more where the cue's patterns match and not its exceptions.
  typealias Acceptance = Int32

  /// The number of cues.
  let cueCount: Int
  /// The words that patterns name, their numbers being atoms.
  let words: TermTable
  /// The beginnings of words that patterns name.
  let prefixes: TermTable
  /// The words with wildcards that patterns name.
  let globs: GlobTable
  /// The lengths of those beginnings in bytes, ascending.
  let prefixLengths: [Int]
  /// The nodes' edges by atom, one node's after the other's.
  let edges: [Edge]
  /// Where each node's edges begin, and at the end their number.
  let edgeOffsets: [Int]
  /// The node that any token within a gap leads to, or -1.
  let skips: [Int32]
  /// What is reached without a token from each node, one node's after the other's.
  let epsilons: [Int32]
  /// Where each node's begin, and at the end their number.
  let epsilonOffsets: [Int]
  /// What each node accepts, or -1.
  let acceptances: [Acceptance]
  /// For each atom the nodes that it leads to from the start.
  let firstTargets: [[Int32]]

  /// The number of atoms.
  var atomCount: Int { firstTargets.count }
  /// The atom of the first of the prefixes.
  var firstPrefixAtom: Int { words.terms.count }
  /// The atom of a number.
  var numberAtom: Int { firstPrefixAtom + prefixes.terms.count }
  /// The atom of the beginning of a sentence.
  var startAtom: Int { numberAtom + 1 }
  /// The atom of the end of a sentence.
  var endAtom: Int { numberAtom + 2 }
  /// The atom of any word.
  var anyWordAtom: Int { endAtom + 1 + CueMark.allCases.count }
  /// The atom of the first of the words with wildcards.
  var firstGlobAtom: Int { anyWordAtom + 1 }
  /// Whether any pattern asks for any word.
  let asksForAnyWord: Bool
  /// Whether any pattern asks for the end of a sentence.
  let asksForEnd: Bool
  /// Whether any pattern asks for the beginning of a sentence.
  let asksForStart: Bool

  /// The atom of a mark.
  func atom(of mark: CueMark) -> Int { endAtom + 1 + Int(mark.rawValue) }

  /// The edges of a node, by atom.
  func edges(of node: Int32) -> Range<Int> { edgeOffsets[Int(node)]..<edgeOffsets[Int(node) + 1] }

  init(_ builder: consuming CueNetworkBuilder) {
    cueCount = builder.cueCount
    words = builder.words
    prefixes = builder.prefixes
    prefixLengths = Set((0..<builder.prefixes.terms.count).map { [prefixes] in prefixes.terms.range(at: $0).count })
      .sorted()
    globs = GlobTable(builder.globs.terms)
    skips = builder.nodes.map(\.skip)
    epsilons = builder.nodes.flatMap(\.epsilons)
    epsilonOffsets = builder.nodes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.epsilons.count) }
    acceptances = builder.nodes.map(\.acceptance)
    let firstPrefix = words.terms.count
    let fixed = firstPrefix + prefixes.terms.count
    let anyWord = fixed + 3 + CueMark.allCases.count
    func number(_ atom: CueNetworkBuilder.Symbol) -> Int32 {
      switch atom {
      case .word(let number): number
      case .prefix(let number): Int32(firstPrefix) + number
      case .number: Int32(fixed)
      case .start: Int32(fixed + 1)
      case .end: Int32(fixed + 2)
      case .mark(let mark): Int32(fixed + 3) + Int32(mark.rawValue)
      case .anyWord: Int32(anyWord)
      case .glob(let number): Int32(anyWord + 1) + number
      }
    }
    var edges: [Edge] = []
    var offsets = [0]
    for node in builder.nodes {
      edges += node.edges.map { Edge(atom: number($0.symbol), target: $0.target) }
        .sorted { ($0.atom, $0.target) < ($1.atom, $1.target) }
      offsets.append(edges.count)
    }
    self.edges = edges
    edgeOffsets = offsets
    asksForStart = edges.contains { $0.atom == fixed + 1 }
    asksForAnyWord = edges.contains { $0.atom == anyWord }
    asksForEnd = edges.contains { $0.atom == fixed + 2 }
    var first = [[Int32]](repeating: [], count: anyWord + 1 + globs.count)
    for node in CueNetwork.reached(from: 0, by: builder.nodes.map(\.epsilons)) {
      for edge in edges[offsets[node]..<offsets[node + 1]] { first[Int(edge.atom)].append(edge.target) }
    }
    firstTargets = first
  }

  /// The nodes that are reached from one without a token, itself among them.
  private static func reached(from node: Int, by epsilons: [[Int32]]) -> [Int] {
    var isReached = [Bool](repeating: false, count: epsilons.count)
    isReached[node] = true
    var found = [node]
    var next = 0
    while next < found.count {
      for target in epsilons[found[next]] where !isReached[Int(target)] {
        isReached[Int(target)] = true
        found.append(Int(target))
      }
      next += 1
    }
    return found
  }
}
