public import Reproducibility

/// Texts that are equal letter for letter or nearly so (four fifths of their words), put into groups.
public struct DuplicateTexts: Sendable, Hashable {
  /// For each text the first of its group, or nil where it resembles no other.
  public let groups: [Int?]

  /// Groups `texts`. Complexity: as the search for near duplicates, some seconds for a million statements.
  public init(_ texts: [String], on parallelism: Parallelism, progress: ProgressHandler? = nil) {
    let equal = TextGroups(texts)
    var joined = DisjointRows(count: texts.count)
    for row in texts.indices where equal.first[row] != row && !texts[row].isEmpty { joined.join(row, equal.first[row]) }
    for pair in NearDuplicates(texts, equal, on: parallelism, progress: progress).pairs {
      joined.join(pair.row, pair.otherRow)
    }
    groups = joined.groups
  }
}
