internal import Glibc

/// Where an entry of a dictionary shows in a text.
public struct LexiconMatch: Sendable, Hashable {
  /// The category, by its number.
  public let category: Int
  /// What the entry weighs; 0 in dictionaries without weights.
  public let weight: Double
  /// The bytes of the text, UTF-8.
  public let bytes: Range<Int>
}

/// What a dictionary finds in one text.
public struct LexiconScore: Sendable, Hashable {
  /// The number of words and numbers.
  public let words: Int
  /// How often each category's entries show.
  public let counts: [Int]
  /// The sum of the weights of what shows; nil in dictionaries without weights.
  public let weight: Double?
  /// The score; nil where the text says nothing of it.
  public let score: Double?

  /// How many entries show in all.
  public var matches: Int { counts.reduce(0, +) }

  /// The score as a share between 0 and 1, in the order of scores: 1 / (1 + exp(-score)), which on the logit scale is
  /// (p + 0.5) / (p + n + 1); one half where there is no score. No probability of anything.
  public var share: Double { 1 / (1 + exp(-(score ?? 0))) }

  /// A category's matches a word; nil for a text without words.
  public func proportion(of category: Int) -> Double? {
    words == 0 ? nil : Double(counts[category]) / Double(words)
  }
}

/// Counts the entries of a dictionary in texts, and scores texts by them.
public struct LexiconScorer: Sendable {
  /// What the score is.
  public enum Scale: String, Codable, Sendable, Hashable {
    /// ln((p + 0.5) / (n + 0.5)) of the matches of both poles, the logit scale of Lowe, Benoit, Mikhaylov and Laver (2011); nil for a
    /// text where neither pole shows.
    case logit
    /// The sum of weights, a word of the text; nil for a text where no entry shows.
    case meanWeight
    /// There is none: a dictionary has neither poles nor weights.
    case none
  }

  /// The dictionary.
  public let lexicon: Lexicon
  /// The poles; nil where there are none.
  public let poles: LexiconPoles?
  /// What the score is.
  public let scale: Scale

  private let settlement: MatchSettlement

  /// Counts `lexicon`; with poles the score is the logit of their matches, else the mean weight where there are weights.
  ///
  /// - Parameter negation: with `swap`, what lies within a longer match of any category counts for nothing.
  public init(_ lexicon: Lexicon, poles: LexiconPoles?, negation: LexiconNegation = .keep) {
    self.lexicon = lexicon
    self.poles = poles
    scale = poles != nil ? .logit : lexicon.isWeighted ? .meanWeight : .none
    settlement = lexicon.compiled.settlement(isAcrossGroups: negation == .swap)
  }

  /// The scores of texts, in their order. Complexity: O(bytes), as for cues.
  public func scores(of texts: [String]) -> [LexiconScore] {
    reading(texts) { scanner in score(scanner) }
  }

  /// Where entries show in a text, from front to back.
  public func matches(in text: String) -> [LexiconMatch] {
    reading([text]) { scanner in
      scanner.matches.map { match in
        let key = lexicon.compiled.keys[match.cue]
        return LexiconMatch(category: key.category, weight: key.weight, bytes: match.bytes)
      }
    }[0]
  }

  private func reading<Result>(_ texts: [String], _ take: (CueScanner) -> Result) -> [Result] {
    var scanner = CueScanner(TextPreparation(FeatureConfiguration(), masks: MaskTerms()), settlement: settlement)
    return lexicon.compiled.engine.withAutomaton { automaton in
      texts.map { text in
        scanner.read(text.utf8.span, with: &automaton)
        return take(scanner)
      }
    }
  }

  private func score(_ scanner: CueScanner) -> LexiconScore {
    var (counts, weight) = ([Int](repeating: 0, count: lexicon.categories.count), 0.0)
    for match in scanner.matches {
      let key = lexicon.compiled.keys[match.cue]
      counts[key.category] += 1
      weight += key.weight
    }
    let words = scanner.surface.words
    let score: Double? =
      switch scale {
      case .logit: Self.logit(of: counts, poles)
      case .meanWeight: scanner.matches.isEmpty ? nil : weight / Double(words)
      case .none: nil
      }
    return LexiconScore(words: words, counts: counts, weight: lexicon.isWeighted ? weight : nil, score: score)
  }

  private static func logit(of counts: [Int], _ poles: LexiconPoles?) -> Double? {
    guard let poles else { return nil }
    let positive = poles.positive.reduce(0) { $0 + counts[$1] }
    let negative = poles.negative.reduce(0) { $0 + counts[$1] }
    guard positive + negative > 0 else { return nil }
    return log(Double(positive) + 0.5) - log(Double(negative) + 0.5)
  }
}
