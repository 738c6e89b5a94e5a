internal import Corpora
internal import Evaluation
internal import Reproducibility
internal import Statistics

/// Two groups compared term by term.
public struct KeywordComparison: Encodable, Sendable, Hashable {
  /// One term.
  public struct Term: Encodable, Sendable, Hashable {
    /// The term.
    public let term: String
    /// How often the group has it.
    public let countA: Int
    /// How often those it is compared with have it.
    public let countB: Int
    /// The number of clusters that have it.
    public let clusters: Int
    /// δ, the difference of log-odds under the prior; above 0 where the group has it more. Nil where a group has no other term.
    public let logOdds: Double?
    /// The lower end of its interval over clusters.
    public let low: Double?
    /// The upper end.
    public let high: Double?
    /// δ over its standard error, were words drawn independently.
    public let z: Double?
    /// The two-sided p-value of z.
    public let p: Double?
    /// That p-value, adjusted over all tests (Benjamini and Hochberg).
    public fileprivate(set) var pAdjusted: Double?
    /// G²/q: the log-likelihood ratio with Williams' correction, above 0 where the group has it more.
    public let logLikelihood: Double?
    /// The base-2 logarithm of the ratio of frequencies, zeros being taken for one half.
    public let logRatio: Double?
    /// The lower end of its interval over clusters.
    public let logRatioLow: Double?
    /// The upper end.
    public let logRatioHigh: Double?
  }

  /// The group.
  public let group: String
  /// What it is compared with; `rest` for all other rows.
  public let against: String
  /// The words of the group: all n-grams that are counted.
  public let wordsA: Int
  /// Those of what it is compared with.
  public let wordsB: Int
  /// The number of clusters of either.
  public let clusters: Int
  /// The terms tested, the group's own first: by z, then by their bytes.
  public private(set) var terms: [Term]
  /// Places where terms stand that are shown.
  public private(set) var contexts: [KeywordContext] = []
  /// Why no term was tested; nil where some were.
  public let note: String?

  init(
    _ pair: KeywordGroups.Pair, texts: KeywordTexts, clusters: [Int]?, prior: KeywordPrior, request: KeywordRequest,
    on parallelism: Parallelism, progress: ProgressHandler?
  ) throws {
    let contrast = GroupContrast(texts.tally, sides: pair.sides, clusters: clusters)
    group = pair.group
    against = pair.against
    (wordsA, wordsB) = (contrast.firstTotal, contrast.secondTotal)
    self.clusters = contrast.clusterCount
    guard wordsA > 0, wordsB > 0 else {
      let empty = wordsA == 0 ? pair.group : pair.against
      let problem = "the group \(empty) has no words"
      if request.group != nil {
        throw ConfigurationError(
          "\(problem) (statements with words of two letters at least were expected)", hint: "compare other groups")
      }
      note = "\(pair.group) is not compared with \(pair.against): \(problem)"
      terms = []
      return
    }
    terms = Self.terms(contrast, texts: texts, prior: prior, request: request, on: parallelism, progress: progress)
    note =
      terms.isEmpty
      ? "\(pair.group) is not compared with \(pair.against): no term occurs \(request.minimumCount) times in both together"
      : nil
  }

  private static func terms(
    _ contrast: GroupContrast, texts: KeywordTexts, prior: KeywordPrior, request: KeywordRequest,
    on parallelism: Parallelism, progress: ProgressHandler?
  ) -> [Term] {
    let counted = (0..<texts.tally.termCount).map { contrast.counts(of: $0) }
    let tested = counted.indices.filter {
      counted[$0].contrast.first + counted[$0].contrast.second >= Double(request.minimumCount)
    }
    let intervals = contrast.intervals(
      of: tested, priors: tested.map { prior.counts[$0] }, priorTotal: prior.size,
      resampleCount: request.options.resampleCount, confidence: request.options.confidence, seed: request.options.seed,
      on: parallelism, progress: progress)
    let terms = zip(tested, intervals).map { term, interval in
      Term(
        texts.name(ofTerm: term), counted[term].contrast, clusters: counted[term].clusters,
        logOdds: counted[term].contrast.logOdds(prior: prior.counts[term], of: prior.size), intervals: interval)
    }
    return terms.sorted {
      ($0.z ?? 0) != ($1.z ?? 0) ? ($0.z ?? 0) > ($1.z ?? 0) : $0.term.utf8.lexicographicallyPrecedes($1.term.utf8)
    }
  }

  /// Takes adjusted p-values, one for each term that has a p-value.
  mutating func adjust(_ adjusted: [Double]) {
    var next = adjusted.makeIterator()
    for index in terms.indices where terms[index].p != nil { terms[index].pAdjusted = next.next() }
  }

  /// The terms that the group has more, the surest first, or those that it has less.
  func shown(more: Bool, count: Int) -> [Term] {
    let side = more ? terms.filter { ($0.z ?? 0) > 0 } : terms.filter { ($0.z ?? 0) < 0 }.reversed()
    return Array(side.prefix(count))
  }

  /// Looks up places of the terms that are shown, in rows of the side that has them more.
  mutating func quote(
    _ corpus: Corpus, groups: [String], pair: KeywordGroups.Pair, texts: KeywordTexts, request: KeywordRequest
  ) {
    guard request.contextCount > 0 else { return }
    let numbers = Dictionary(
      (0..<texts.tally.termCount).map { (Array(texts.name(ofTerm: $0).utf8), $0) },
      uniquingKeysWith: { first, _ in first })
    let statements = corpus.texts
    for more in [true, false] {
      for term in shown(more: more, count: request.shownCount) {
        guard let number = numbers[Array(term.term.utf8)] else { continue }
        let rows = texts.tally.rows(having: number, limit: request.contextCount) {
          pair.sides[$0] == (more ? .first : .second)
        }
        contexts += rows.compactMap {
          KeywordContext(
            term.term, in: statements[$0], id: corpus.ids[$0], group: groups[$0], pipeline: texts.pipeline)
        }
      }
    }
  }
}

extension KeywordComparison.Term {
  fileprivate init(
    _ name: String, _ contrast: TermContrast, clusters: Int, logOdds found: TermContrast.LogOdds?,
    intervals: GroupContrast.Intervals
  ) {
    term = name
    countA = Int(contrast.first)
    countB = Int(contrast.second)
    self.clusters = clusters
    logOdds = found?.difference
    low = found == nil ? nil : intervals.logOdds?.low
    high = found == nil ? nil : intervals.logOdds?.high
    z = found?.z
    p = found.map { 2 * NormalDistribution.cumulative(-abs($0.z)) }
    pAdjusted = nil
    logLikelihood = contrast.correctedLogLikelihood
    logRatio = contrast.logRatio
    logRatioLow = intervals.logRatio?.low
    logRatioHigh = intervals.logRatio?.high
  }
}
