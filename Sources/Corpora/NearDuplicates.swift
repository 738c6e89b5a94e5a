internal import Reproducibility

/// Pairs of texts of which four fifths of the words are the same.
///
/// Two texts are near duplicates where the Jaccard similarity |A ∩ B| / |A ∪ B| of their sets of words (case, punctuation,
/// order and repetition aside) is at least 4/5 and each has at least five different words. Sets of single words rather than
/// longer shingles, because statements are short: one word changed in ten leaves 9/11 of the words but 3/8 of the
/// three-word shingles.
///
/// The search is exact: a prefix-filtered join (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007). Two such
/// sets must share one of their rarest |A| - ⌈4/5 |A|⌉ + 1 words, so that only sets found under those are compared. For
/// each set the search ends at the first partner among the smaller ones, which keeps thousands of nearly equal texts from
/// costing the square of their number.
struct NearDuplicates {
  /// A text and another that is nearly the same.
  struct Pair: Sendable {
    /// The text.
    let row: Int
    /// The one it resembles.
    let otherRow: Int
    /// The Jaccard similarity of their words, 0.8 to 1.
    let similarity: Double
  }

  /// How many different words a text must have to be compared.
  static let minimumSize = 5

  /// A pair for every text but the earliest of each cluster, in ascending rows; clusters are what the pairs that were found
  /// connect, so that a text is left out only where it has no near duplicate or is an earliest one. Texts that are equal
  /// letter for letter are one text here: they are left to `TextGroups`.
  let pairs: [Pair]

  /// Finds the near duplicates among `texts`, whose groups of equal texts are `groups`.
  init(_ texts: [String], _ groups: TextGroups, on parallelism: Parallelism, progress: ProgressHandler?) {
    let different = texts.indices.filter { groups.first[$0] == $0 }
    let sets = TokenSets(texts, at: different, minimumSize: Self.minimumSize)
    let join = SimilarityJoin(sets)
    let pieces = Pieces(itemCount: sets.count, targetLength: 1 << 14)
    let partners = parallelism.map(count: pieces.count) { piece in
      progress?(WorkProgress(stage: "near duplicates", completed: piece, total: pieces.count, unit: "parts"))
      return join.partners(of: pieces[piece])
    }
    pairs = Self.pairs(of: sets, partners: partners.flatMap { $0 })
  }

  private static func pairs(of sets: TokenSets, partners: [SimilarityJoin.Partner?]) -> [Pair] {
    let earliest = earliestRows(of: sets, partners: partners)
    var neighbours = partners
    for set in partners.indices {
      guard let partner = partners[set], neighbours[partner.set] == nil else { continue }
      neighbours[partner.set] = SimilarityJoin.Partner(set: set, similarity: partner.similarity)
    }
    var pairs: [Pair] = []
    for set in 0..<sets.count {
      let members = sets.members(of: set).map(Int.init)
      for row in members.dropFirst() { pairs.append(Pair(row: row, otherRow: members[0], similarity: 1)) }
      guard let neighbour = neighbours[set], earliest[set] != members[0] else { continue }
      let other = Int(sets.members(of: neighbour.set)[0])
      pairs.append(Pair(row: members[0], otherRow: other, similarity: neighbour.similarity))
    }
    return pairs.sorted { $0.row < $1.row }
  }

  /// The earliest row of the cluster that each set belongs to. A partner always comes before its set, so that clusters are
  /// trees whose roots have none.
  private static func earliestRows(of sets: TokenSets, partners: [SimilarityJoin.Partner?]) -> [Int] {
    var roots = Array(0..<sets.count)
    var earliest = (0..<sets.count).map { Int(sets.members(of: $0)[0]) }
    for set in 0..<sets.count {
      guard let partner = partners[set] else { continue }
      roots[set] = roots[partner.set]
      earliest[roots[set]] = min(earliest[roots[set]], earliest[set])
    }
    return roots.map { earliest[$0] }
  }
}
