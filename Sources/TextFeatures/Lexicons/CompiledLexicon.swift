internal import WrittenFiles

/// A dictionary made ready to be looked for.
struct CompiledLexicon: Sendable {
  /// What matches of some of its patterns mean: a key of the network.
  struct Key: Sendable {
    /// The category, by its number.
    let category: Int
    /// What each match weighs; 0 in dictionaries without weights.
    let weight: Double
  }

  /// The keys, by their numbers.
  let keys: [Key]
  let engine: CueEngine
  private let isWeighted: Bool

  /// Makes a key of each category, and in a weighted list of each weight, first of its patterns without wildcards.
  ///
  /// - Throws: `TextFlaw` where there are more patterns than can be looked for at once.
  init(_ categories: [Lexicon.Category]) throws(TextFlaw) {
    isWeighted = categories.first?.entries.first?.weight != nil
    var (keys, patterns) = ([Key](), [[CuePattern]]())
    for areWild in isWeighted ? [false, true] : [nil] {
      for (number, category) in categories.enumerated() {
        var places: [Double: Int] = [:]
        for entry in category.entries where areWild.map({ $0 == LexiconPattern.hasWildcard(entry.pattern) }) ?? true {
          guard let atoms = LexiconPattern.atoms(of: entry.pattern) else { continue }
          let weight = entry.weight ?? 0
          let place = places[weight] ?? keys.count
          if place == keys.count {
            places[weight] = place
            keys.append(Key(category: number, weight: weight))
            patterns.append([])
          }
          patterns[place].append(CuePattern(atoms))
        }
      }
    }
    var builder = CueNetworkBuilder(cueCount: keys.count, patterns: [:])
    for (number, patterns) in patterns.enumerated() {
      guard builder.add(patterns, except: [], ofCue: number) else {
        throw TextFlaw(line: 1, problem: "more patterns than can be looked for at once")
      }
    }
    self.keys = keys
    engine = CueEngine(CueNetwork(builder))
  }

  /// How matches are chosen. Entries of a weighted list are one group, so that "not good" has not the weight of "good" as well.
  func settlement(isAcrossGroups: Bool) -> MatchSettlement {
    .longest(
      LongestMatches(groupOfKey: keys.map { isWeighted ? 0 : $0.category }, isAcrossGroups: isAcrossGroups))
  }
}
