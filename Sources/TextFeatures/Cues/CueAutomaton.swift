/// A cue network made deterministic as texts ask for it: what any token leads to from any set of nodes is worked out once.
///
/// For one thread at a time. Nothing but time depends on what was met before.
struct CueAutomaton {
  /// What tokens are the same for all patterns: a number for each different set of atoms.
  typealias TokenClass = Int32
  /// A set of nodes; 0 is the empty one.
  typealias State = Int32

  /// What is known of a word that was met.
  struct WordFacts {
    let tokenClass: TokenClass
    let isNegation: Bool
  }

  /// Where states, steps or words are more, what was learnt is forgotten.
  private static let room = (nodes: 1 << 22, steps: 1 << 20, words: 1 << 18)

  let network: CueNetwork
  /// The words met so far.
  private var words = TermTable()
  private var facts: [WordFacts] = []
  private var classes: [[Int32]: TokenClass] = [:]
  private var atomsOfClass: [[Int32]] = []
  private var canSkip: [Bool] = []
  private var states: [[Int32]: State] = [:]
  private var nodesOfState: [[Int32]] = []
  /// What states accept, one after the other.
  private(set) var acceptances: [CueNetwork.Acceptance] = []
  private var acceptanceOffsets = [0]
  private var nodeTotal = 0
  /// For each class the state after it from the start, or -1 where it is not known.
  private var firstStates: [State] = []
  private var steps = StepTable()
  /// The class of each kind of mark, by its raw value.
  private(set) var markClasses: [TokenClass] = []
  /// The classes of the beginning and the end of a sentence; nil where no pattern asks for them.
  private(set) var startClass: TokenClass?
  private(set) var endClass: TokenClass?
  /// Marks nodes that are in the set being made.
  private var marks: [UInt32]
  private var mark: UInt32 = 0

  init(_ network: CueNetwork) {
    self.network = network
    marks = [UInt32](repeating: 0, count: network.skips.count)
    forget()
  }

  /// Empties what was learnt where it has grown too large. Classes and states that were given out before are void then.
  mutating func makeRoom() {
    if nodeTotal > Self.room.nodes || steps.count > Self.room.steps || facts.count > Self.room.words { forget() }
  }

  private mutating func forget() {
    (words, facts, classes, atomsOfClass, canSkip) = (TermTable(), [], [:], [], [])
    (states, nodesOfState, acceptances, acceptanceOffsets, nodeTotal, firstStates) = ([:], [], [], [0], 0, [])
    steps = StepTable()
    _ = state(of: [])
    markClasses = [TokenClass](repeating: 0, count: Int(CueToken.Kind.other.rawValue) + 1)
    for kind in CueToken.Kind.marks {
      let atoms = kind.mark.map { [Int32(network.atom(of: $0))] } ?? []
      markClasses[Int(kind.rawValue)] = tokenClass(of: atoms, canSkip: !kind.stopsGaps)
    }
    startClass = network.asksForStart ? tokenClass(of: [Int32(network.startAtom)], canSkip: false) : nil
    endClass = network.asksForEnd ? tokenClass(of: [Int32(network.endAtom)], canSkip: false) : nil
  }

  /// The class and the facts of the word in `range` of `bytes`. Complexity: O(length) for words met before.
  mutating func facts(of bytes: Span<UInt8>, _ range: Range<Int>, hash: UInt64, isNumber: Bool) -> WordFacts {
    // A number and a word are never of the same bytes, so that one table serves both.
    let number = Int(words.intern(bytes, range, hash: hash))
    if number == facts.count { facts.append(newFacts(bytes, range, hash: hash, isNumber: isNumber)) }
    return facts[number]
  }

  private mutating func newFacts(_ bytes: Span<UInt8>, _ range: Range<Int>, hash: UInt64, isNumber: Bool) -> WordFacts {
    var atoms: [Int32] = []
    let word = network.words.find(bytes, range, hash: hash)
    if word >= 0 { atoms.append(word) }
    for length in network.prefixLengths where length <= range.count {
      let start = range.lowerBound..<(range.lowerBound + length)
      let prefix = network.prefixes.find(bytes, start, hash: TermHash.hash(bytes, start))
      if prefix >= 0 { atoms.append(Int32(network.firstPrefixAtom) + prefix) }
    }
    if isNumber { atoms.append(Int32(network.numberAtom)) }
    if network.asksForAnyWord { atoms.append(Int32(network.anyWordAtom)) }
    network.globs.forEachMatch(of: bytes, range) { atoms.append(Int32(network.firstGlobAtom) + $0) }
    return WordFacts(
      tokenClass: tokenClass(of: atoms.sorted(), canSkip: true), isNegation: NegationWords.contains(bytes, range))
  }

  /// The class of tokens that satisfy these atoms and no others.
  ///
  /// - Parameter canSkip: whether gaps reach over them.
  private mutating func tokenClass(of atoms: [Int32], canSkip: Bool) -> TokenClass {
    let key = [canSkip ? 1 : 0] + atoms
    if let known = classes[key] { return known }
    let new = TokenClass(atomsOfClass.count)
    classes[key] = new
    atomsOfClass.append(atoms)
    self.canSkip.append(canSkip)
    firstStates.append(-1)
    return new
  }

  /// Where a token leads to from the start.
  @inline(__always)
  mutating func first(_ tokenClass: TokenClass) -> State {
    let known = firstStates[Int(tokenClass)]
    if known >= 0 { return known }
    let new = state(of: atomsOfClass[Int(tokenClass)].flatMap { [network] in network.firstTargets[Int($0)] })
    firstStates[Int(tokenClass)] = new
    return new
  }

  /// Where a token leads to from a state.
  @inline(__always)
  mutating func next(_ state: State, _ tokenClass: TokenClass) -> State {
    let key = UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: tokenClass))
    let known = steps.value(of: key)
    if known >= 0 { return known }
    return newStep(state, tokenClass, key: key)
  }

  /// Where in `acceptances` those of a state are.
  @inline(__always)
  func acceptanceRange(of state: State) -> Range<Int> {
    acceptanceOffsets[Int(state)]..<acceptanceOffsets[Int(state) + 1]
  }

  @inline(never)
  private mutating func newStep(_ state: State, _ tokenClass: TokenClass, key: UInt64) -> State {
    var targets: [Int32] = []
    let (atoms, skips) = (atomsOfClass[Int(tokenClass)], canSkip[Int(tokenClass)])
    for node in nodesOfState[Int(state)] {
      for atom in atoms { appendTargets(of: atom, from: node, to: &targets) }
      if skips, network.skips[Int(node)] >= 0 { targets.append(network.skips[Int(node)]) }
    }
    let new = self.state(of: targets)
    steps.set(key, to: new)
    return new
  }

  private func appendTargets(of atom: Int32, from node: Int32, to targets: inout [Int32]) {
    let edges = network.edges(of: node)
    var (low, high) = (edges.lowerBound, edges.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if network.edges[middle].atom < atom { low = middle + 1 } else { high = middle }
    }
    while low < edges.upperBound, network.edges[low].atom == atom {
      targets.append(network.edges[low].target)
      low += 1
    }
  }

  /// The state of these nodes with all that is reached from them without a token.
  private mutating func state(of targets: [Int32]) -> State {
    mark &+= 1
    var (found, kept) = (targets, [Int32]())
    while let node = found.popLast() {
      guard marks[Int(node)] != mark else { continue }
      marks[Int(node)] = mark
      for place in network.epsilonOffsets[Int(node)]..<network.epsilonOffsets[Int(node) + 1] {
        found.append(network.epsilons[place])
      }
      let isIdle =
        network.edges(of: node).isEmpty && network.skips[Int(node)] < 0 && network.acceptances[Int(node)] < 0
      if !isIdle { kept.append(node) }
    }
    kept.sort()
    if let known = states[kept] { return known }
    let new = State(nodesOfState.count)
    states[kept] = new
    nodesOfState.append(kept)
    for node in kept where network.acceptances[Int(node)] >= 0 { acceptances.append(network.acceptances[Int(node)]) }
    acceptanceOffsets.append(acceptances.count)
    nodeTotal += kept.count + 8
    return new
  }
}

/// What steps lead to: an open-addressing table with linear probing.
struct StepTable {
  private var keys = [UInt64](repeating: StepTable.free, count: 1 << 12)
  private var values = [Int32](repeating: -1, count: 1 << 12)
  /// The number of steps.
  private(set) var count = 0

  private static let free = UInt64.max

  /// What `key` leads to, or -1 where it is not there.
  @inline(__always)
  func value(of key: UInt64) -> Int32 {
    let (keys, values) = (keys.span, values.span)
    var index = Int(truncatingIfNeeded: TermHash.mixed(key) >> 1) & (keys.count - 1)
    while keys[index] != key {
      if keys[index] == Self.free { return -1 }
      index = (index &+ 1) & (keys.count - 1)
    }
    return values[index]
  }

  /// Adds a step that is not there yet.
  mutating func set(_ key: UInt64, to value: Int32) {
    if (count + 1) * 2 > keys.count { grow() }
    var index = Int(truncatingIfNeeded: TermHash.mixed(key) >> 1) & (keys.count - 1)
    while keys[index] != Self.free { index = (index + 1) & (keys.count - 1) }
    (keys[index], values[index]) = (key, value)
    count += 1
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.0 != Self.free }
    keys = [UInt64](repeating: Self.free, count: keys.count * 2)
    values = [Int32](repeating: -1, count: keys.count)
    count = 0
    for (key, value) in old { set(key, to: value) }
  }
}
