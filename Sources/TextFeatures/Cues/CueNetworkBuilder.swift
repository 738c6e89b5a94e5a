/// Puts a cue set's network together, node by node.
struct CueNetworkBuilder {
  /// What an edge asks of a token.
  enum Symbol {
    case word(Int32)
    case prefix(Int32)
    case glob(Int32)
    case anyWord
    case number
    case start
    case end
    case mark(CueMark)
  }

  struct Node {
    var edges: [(symbol: Symbol, target: Int32)] = []
    var skip: Int32 = -1
    var epsilons: [Int32] = []
    var acceptance: CueNetwork.Acceptance = -1
  }

  /// More nodes than anybody's patterns need: what grows beyond has references within references.
  static let mostNodes = 1 << 20

  let cueCount: Int
  private(set) var nodes = [Node()]
  private(set) var words = TermTable()
  private(set) var prefixes = TermTable()
  private(set) var globs = TermTable()
  /// The patterns of each cue by its name, for references.
  private let patterns: [String: [CuePattern]]

  /// - Precondition: references name cues among `patterns`, and none leads back to its own cue.
  init(cueCount: Int, patterns: [String: [CuePattern]]) {
    self.cueCount = cueCount
    self.patterns = patterns
  }

  /// Adds the patterns of the cue with number `cue`, and those that forbid it.
  ///
  /// - Returns: whether there was room.
  mutating func add(_ matching: [CuePattern], except forbidding: [CuePattern], ofCue cue: Int) -> Bool {
    for (isMatch, patterns) in [(true, matching), (false, forbidding)] {
      let end = node()
      nodes[Int(end)].acceptance = Int32(cue * 2 + (isMatch ? 1 : 0))
      for pattern in patterns {
        add(pattern, from: 0, to: end)
        if nodes.count > Self.mostNodes { return false }
      }
    }
    return true
  }

  private mutating func node() -> Int32 {
    nodes.append(Node())
    return Int32(nodes.count - 1)
  }

  private mutating func add(_ pattern: CuePattern, from start: Int32, to end: Int32) {
    var current = node()
    nodes[Int(start)].epsilons.append(current)
    for item in pattern.items {
      let exit = node()
      for alternative in item.alternatives {
        var place = current
        for (index, atom) in alternative.enumerated() {
          let target = index == alternative.count - 1 ? exit : node()
          add(atom, from: place, to: target)
          place = target
        }
      }
      if item.isOptional { nodes[Int(current)].epsilons.append(exit) }
      current = exit
    }
    nodes[Int(current)].epsilons.append(end)
  }

  private mutating func add(_ atom: CuePattern.Atom, from place: Int32, to target: Int32) {
    let symbol: Symbol
    switch atom {
    case .word(let bytes): symbol = .word(words.intern(bytes))
    case .prefix(let bytes): symbol = .prefix(prefixes.intern(bytes))
    case .glob(let bytes): symbol = .glob(globs.intern(bytes))
    case .anyWord: symbol = .anyWord
    case .number: symbol = .number
    case .sentenceStart: symbol = .start
    case .sentenceEnd: symbol = .end
    case .mark(let mark): symbol = .mark(mark)
    case .gap(let length): return addGap(length, from: place, to: target)
    case .reference(let name):
      for pattern in patterns[name] ?? [] where nodes.count <= Self.mostNodes {
        add(pattern, from: place, to: target)
      }
      return
    }
    nodes[Int(place)].edges.append((symbol, target))
  }

  /// Nothing, or one token after another up to `length`.
  private mutating func addGap(_ length: Int, from place: Int32, to target: Int32) {
    nodes[Int(place)].epsilons.append(target)
    var current = node()
    nodes[Int(place)].epsilons.append(current)
    for step in 1...length {
      let next = node()
      nodes[Int(current)].skip = next
      nodes[Int(next)].epsilons.append(target)
      if step < length { current = next }
    }
  }
}
