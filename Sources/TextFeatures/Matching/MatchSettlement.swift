/// Which of all that patterns match in a sentence counts.
enum MatchSettlement: Sendable {
  /// For each key: what overlaps no exception, the leftmost first, of those that begin together the longest, none inside another.
  case leftmost
  /// The longest first, as dictionaries are looked up.
  case longest(LongestMatches)
}

/// Chooses what counts of all that the patterns of a dictionary match, by the rule of quanteda's `tokens_lookup`.
///
/// Longer matches come before shorter ones, of equally long ones the first in the text. A match counts unless a match of the
/// same group that counts already has one of its tokens (`nested_scope = "key"`). Across groups (`"dictionary"`) it does
/// not count either where every one of its tokens belongs to matches that came before, of whatever group.
struct LongestMatches: Sendable {
  /// The group of each key: what cannot overlap. Keys of a group with the same stretch count in their order, the first alone.
  let groupOfKey: [Int]
  /// Whether what is covered by matches of other groups counts for nothing.
  let isAcrossGroups: Bool

  /// The stretches that count, from front to back.
  func settled(_ found: [UInt64]) -> [(key: Int, tokens: Range<Int>)] {
    var stretches = found.map { (key: FoundStretch.cue($0), tokens: FoundStretch.tokens($0)) }
    guard stretches.count > 1 else { return stretches }
    stretches.sort { left, right in
      (right.tokens.count, left.tokens.lowerBound, left.key) < (left.tokens.count, right.tokens.lowerBound, right.key)
    }
    var chosen: [(key: Int, tokens: Range<Int>)] = []
    var (taken, covered) = (Set<GroupToken>(), Set<Int>())
    var index = 0
    while index < stretches.count {
      let tokens = stretches[index].tokens
      let isCovered = isAcrossGroups && tokens.allSatisfy(covered.contains)
      while index < stretches.count, stretches[index].tokens == tokens {
        let (key, group) = (stretches[index].key, groupOfKey[stretches[index].key])
        index += 1
        guard !isCovered, !tokens.contains(where: { taken.contains(GroupToken(group: group, token: $0)) }) else {
          continue
        }
        for token in tokens { taken.insert(GroupToken(group: group, token: token)) }
        chosen.append((key, tokens))
        if isAcrossGroups { covered.formUnion(tokens) }
      }
    }
    return chosen.sorted {
      ($0.tokens.lowerBound, $0.tokens.upperBound, $0.key) < ($1.tokens.lowerBound, $1.tokens.upperBound, $1.key)
    }
  }

  private struct GroupToken: Hashable {
    let group: Int
    let token: Int
  }
}
