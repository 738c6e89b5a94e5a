public import Reproducibility

/// Texts that stand within longer ones: an excerpt beside its source, a quotation beside the speech.
///
/// A text is contained in a longer one where at least nine tenths of its runs of five words (case and punctuation aside) occur in
/// it; texts of fewer than eight words are not compared, since phrases of courtesy are in many speeches. Candidates are the texts
/// that share its rarest run.
public struct ContainedTexts: Sendable {
  /// A text and a longer one that contains it.
  public struct Pair: Sendable, Hashable {
    /// The shorter text.
    public let row: Int
    /// The longer text.
    public let containerRow: Int
  }

  static let runLength = 5
  static let minimumWords = 8
  static let minimumShare = 0.9
  /// More candidates than this are not looked at: a run so frequent is a formula.
  static let maximumCandidates = 200

  /// A pair for each text and each of the longer ones that contain it, in ascending rows.
  public let pairs: [Pair]

  /// Finds the texts that are contained in others. Complexity: O(words log words).
  public init(_ texts: [String], on parallelism: Parallelism) {
    var table = WordTable()
    var words: [Int32] = []
    var runs: [[UInt64]] = []
    var wordCounts: [Int] = []
    for text in texts {
      words.removeAll(keepingCapacity: true)
      table.appendWords(of: text, to: &words)
      wordCounts.append(words.count)
      runs.append(Self.runs(of: words))
    }
    var postings: [(run: UInt64, row: Int32)] = []
    for (row, rowRuns) in runs.enumerated() {
      for run in rowRuns { postings.append((run, Int32(row))) }
    }
    postings.sort { ($0.run, $0.row) < ($1.run, $1.row) }
    let index = RunIndex(postings)
    let (allRuns, counts) = (runs, wordCounts)
    let pieces = Pieces(itemCount: texts.count, targetLength: 4096)
    pairs = parallelism.map(count: pieces.count) { piece in
      pieces[piece].flatMap { row -> [Pair] in
        guard counts[row] >= Self.minimumWords else { return [] }
        return index.containers(of: row, runs: allRuns, wordCounts: counts)
      }
    }.flatMap { $0 }
  }

  /// The different runs of five words, as ascending numbers: equal for equal runs.
  private static func runs(of words: [Int32]) -> [UInt64] {
    guard words.count >= runLength else { return [] }
    var result: [UInt64] = []
    for start in 0...(words.count - runLength) {
      var hash: UInt64 = 0
      for word in words[start..<(start + runLength)] {
        hash = StableHash.mix(hash &* 31 &+ UInt64(UInt32(bitPattern: word)) &+ 1)
      }
      result.append(hash)
    }
    result.sort()
    var different: [UInt64] = []
    for run in result where run != different.last { different.append(run) }
    return different
  }
}

/// The rows that have each run.
private struct RunIndex: Sendable {
  private let runs: [UInt64]
  private let rows: [Int32]

  init(_ postings: [(run: UInt64, row: Int32)]) {
    runs = postings.map(\.run)
    rows = postings.map(\.row)
  }

  private func range(of run: UInt64) -> Range<Int> {
    func bound(_ isBefore: (UInt64) -> Bool) -> Int {
      var (low, high) = (0, runs.count)
      while low < high {
        let middle = (low + high) / 2
        if isBefore(runs[middle]) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return bound { $0 < run }..<bound { $0 <= run }
  }

  func containers(of row: Int, runs all: [[UInt64]], wordCounts: [Int]) -> [ContainedTexts.Pair] {
    let own = all[row]
    // Nine tenths of the runs are shared, so that one of the rarest tenth and one more is.
    let ranges = own.map { range(of: $0) }.sorted { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }
    let needed = own.count - Int((Double(own.count) * ContainedTexts.minimumShare).rounded(.up)) + 1
    var candidates: Set<Int> = []
    for range in ranges.prefix(needed) where range.count <= ContainedTexts.maximumCandidates {
      for place in range { candidates.insert(Int(rows[place])) }
    }
    return candidates.sorted().compactMap { other in
      guard other != row, wordCounts[other] > wordCounts[row], all[other].count > own.count else { return nil }
      let shared = sharedCount(own, all[other])
      let isContained = Double(shared) >= ContainedTexts.minimumShare * Double(own.count)
      return isContained ? ContainedTexts.Pair(row: row, containerRow: other) : nil
    }
  }

  private func sharedCount(_ left: [UInt64], _ right: [UInt64]) -> Int {
    var (first, second, count) = (0, 0, 0)
    while first < left.count, second < right.count {
      if left[first] == right[second] {
        count += 1
        first += 1
        second += 1
      } else if left[first] < right[second] {
        first += 1
      } else {
        second += 1
      }
    }
    return count
  }
}
