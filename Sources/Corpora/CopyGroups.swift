public import Reproducibility

/// Texts that are copies of one another: equal, nearly equal, or versions of one wire story.
///
/// Two texts of at least five different words are copies where they are equal letter for letter, where at least four fifths of
/// their words are the same (`NearDuplicates` says how that is counted), or where they are of one day and begin with the same
/// eight words, case and punctuation aside: an agency's text that editors have cut. What is connected by such pairs is one
/// group. Shorter texts ("Thank you.") are formulas that many use, and nobody's copies.
public struct CopyGroups: Sendable, Hashable {
  /// For each row, the earliest row of its group: itself where it has no copies or comes first.
  public let first: [Int]
  /// The number of rows that have a copy.
  public let copyCount: Int
  /// The number of groups of two rows or more.
  public let groupCount: Int

  private static let openingLength = 8

  /// Finds the copies among `texts`. All pairs are found; complexity as of `NearDuplicates`, O(bytes) where few are alike.
  ///
  /// - Parameter days: the day of each text, or nil where days are not known; texts without one are of no common day.
  public init(_ texts: [String], days: [Int?]? = nil, progress: ProgressHandler? = nil) {
    var components = DisjointSets(count: texts.count)
    let groups = TextGroups(texts)
    let different = texts.indices.filter { groups.first[$0] == $0 }
    let sets = TokenSets(texts, at: different, minimumSize: NearDuplicates.minimumSize)
    var isCompared = [Bool](repeating: false, count: texts.count)
    for set in 0..<sets.count {
      let members = sets.members(of: set).map(Int.init)
      for row in members {
        isCompared[row] = true
        components.join(members[0], row)
      }
    }
    progress?(WorkProgress(stage: "copies", completed: 0, total: sets.count, unit: "texts"))
    var similar = DisjointSets(count: sets.count)
    SimilarityJoin(sets).joinAll(into: &similar)
    for set in 0..<sets.count {
      let root = similar.root(of: set)
      if root != set { components.join(Int(sets.members(of: root)[0]), Int(sets.members(of: set)[0])) }
    }
    for row in texts.indices where isCompared[groups.first[row]] { components.join(groups.first[row], row) }
    if let days { Self.joinWireCopies(texts, days: days, into: &components) }
    first = components.roots()
    var sizes = [Int](repeating: 0, count: texts.count)
    for root in first { sizes[root] += 1 }
    copyCount = sizes.reduce(0) { $0 + ($1 > 1 ? $1 : 0) }
    groupCount = sizes.count { $0 > 1 }
  }

  private struct Opening: Hashable {
    let day: Int
    let words: ArraySlice<Int32>
  }

  private static func joinWireCopies(_ texts: [String], days: [Int?], into components: inout DisjointSets) {
    precondition(days.count == texts.count, "\(days.count) days for \(texts.count) texts")
    var table = WordTable()
    var words: [Int32] = []
    var firstRows: [Opening: Int] = [:]
    for (row, text) in texts.enumerated() {
      guard let day = days[row] else { continue }
      words.removeAll(keepingCapacity: true)
      table.appendWords(of: text, to: &words)
      guard words.count >= openingLength else { continue }
      let opening = Opening(day: day, words: words[..<openingLength])
      if let other = firstRows[opening] { components.join(other, row) } else { firstRows[opening] = row }
    }
  }
}
