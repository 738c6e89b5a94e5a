/// Where a cue shows in a text.
public struct CueMatch: Sendable, Hashable {
  /// The cue's number in its set.
  public let cue: Int
  /// The bytes of the text, UTF-8.
  public let bytes: Range<Int>
}

extension CueSet {
  /// Where the cues show in a text, sentence by sentence, in each by cues and from front to back.
  ///
  /// Complexity: O(bytes x length of patterns), most words beginning no pattern.
  public func matches(in text: String) -> [CueMatch] {
    var scanner = CueScanner(TextPreparation(FeatureConfiguration(), masks: MaskTerms()))
    engine.withAutomaton { scanner.read(text.utf8.span, with: &$0) }
    return scanner.matches
  }
}

/// Finds all cues in texts, one text after another, for one thread.
///
/// In each sentence every pattern is tried from every token on. Of cues, what overlaps a match of a cue's exceptions is dropped; of
/// what is left the leftmost matches count, the longest where several begin at a token, and none that begins inside another; dictionaries
/// have a rule of their own, `LongestMatches`.
struct CueScanner {
  /// The matches of the last text, by sentences and in them by cues and from front to back.
  private(set) var matches: [CueMatch] = []
  /// Its surface.
  private(set) var surface = SurfaceCounts()

  private var reader: CueTokenReader
  private var found: [UInt64] = []
  private var forbidden: [Range<Int>] = []

  private let settlement: MatchSettlement

  init(_ preparation: TextPreparation, settlement: MatchSettlement = .leftmost) {
    reader = CueTokenReader(preparation)
    self.settlement = settlement
  }

  /// Reads a text, which must be in the normal form already.
  ///
  /// Complexity: O(bytes x length of patterns), most tokens beginning no pattern.
  mutating func read(_ text: Span<UInt8>, with automaton: inout CueAutomaton) {
    matches.removeAll(keepingCapacity: true)
    surface = SurfaceCounts()
    reader.read(text, with: &automaton)
    let (tokens, sentences) = (reader.tokens, reader.sentences)
    let tokenSpan = tokens.span
    for sentence in sentences {
      let sentenceTokens = tokenSpan.extracting(sentence)
      surface.add(sentenceTokens)
      found.removeAll(keepingCapacity: true)
      CueScanner.find(in: sentenceTokens, &automaton, into: &found)
      guard !found.isEmpty else { continue }
      switch settlement {
      case .leftmost: settle(sentenceTokens)
      case .longest(let rule):
        for match in rule.settled(found) { append(match.key, match.tokens, of: sentenceTokens) }
      }
    }
  }

  /// Everything that patterns and exceptions match in a sentence, in no order.
  private static func find(
    in tokens: Span<CueToken>, _ automaton: inout CueAutomaton, into found: inout [UInt64]
  ) {
    if let start = automaton.startClass {
      follow(automaton.first(start), from: 0, next: 0, tokens, &automaton, into: &found)
    }
    for first in 0..<tokens.count {
      let state = automaton.first(tokens[first].tokenClass)
      if state != 0 { follow(state, from: first, next: first + 1, tokens, &automaton, into: &found) }
    }
  }

  /// Follows the patterns that began at a token as far as they go.
  @inline(__always)
  private static func follow(
    _ first: CueAutomaton.State, from start: Int, next: Int, _ tokens: Span<CueToken>,
    _ automaton: inout CueAutomaton, into found: inout [UInt64]
  ) {
    var (state, place) = (first, next)
    while state != 0 {
      append(state, from: start, to: place, automaton, into: &found)
      guard place < tokens.count else { break }
      state = automaton.next(state, tokens[place].tokenClass)
      place += 1
    }
    guard state != 0, let end = automaton.endClass else { return }
    let last = automaton.next(state, end)
    append(last, from: start, to: place, automaton, into: &found)
  }

  /// Notes what a state accepts, unless it is a stretch without tokens.
  @inline(__always)
  private static func append(
    _ state: CueAutomaton.State, from start: Int, to end: Int, _ automaton: borrowing CueAutomaton,
    into found: inout [UInt64]
  ) {
    guard end > start else { return }
    for place in automaton.acceptanceRange(of: state) {
      found.append(FoundStretch.packed(automaton.acceptances[place], from: start, to: end))
    }
  }

  /// Chooses the matches of a sentence from all that was found in it.
  private mutating func settle(_ tokens: Span<CueToken>) {
    found.sort()
    var index = 0
    while index < found.count {
      let cue = FoundStretch.cue(found[index])
      forbidden.removeAll(keepingCapacity: true)
      while index < found.count, FoundStretch.cue(found[index]) == cue, !FoundStretch.isMatch(found[index]) {
        forbid(FoundStretch.tokens(found[index]))
        index += 1
      }
      var (end, obstacle) = (0, 0)
      while index < found.count, FoundStretch.cue(found[index]) == cue {
        var best: Range<Int>?
        let start = FoundStretch.tokens(found[index]).lowerBound
        while obstacle < forbidden.count, forbidden[obstacle].upperBound <= start { obstacle += 1 }
        let limit = obstacle < forbidden.count ? forbidden[obstacle].lowerBound : Int.max
        while index < found.count, FoundStretch.cue(found[index]) == cue {
          let stretch = FoundStretch.tokens(found[index])
          guard stretch.lowerBound == start else { break }
          if start >= end, stretch.upperBound <= limit { best = stretch }
          index += 1
        }
        guard let best else { continue }
        end = best.upperBound
        append(cue, best, of: tokens)
      }
    }
  }

  private mutating func append(_ cue: Int, _ stretch: Range<Int>, of tokens: Span<CueToken>) {
    let bytes = Int(tokens[stretch.lowerBound].sourceStart)..<Int(tokens[stretch.upperBound - 1].sourceEnd)
    matches.append(CueMatch(cue: cue, bytes: bytes))
  }

  /// Adds a stretch to the forbidden ones, which are disjoint and ascending; it begins no earlier than any of them.
  private mutating func forbid(_ stretch: Range<Int>) {
    guard let last = forbidden.last, stretch.lowerBound < last.upperBound else {
      forbidden.append(stretch)
      return
    }
    forbidden[forbidden.count - 1] = last.lowerBound..<max(last.upperBound, stretch.upperBound)
  }
}

/// A stretch of a sentence that patterns or exceptions of a cue match, packed so that numbers sort by cue, exceptions first,
/// then by first token and length.
enum FoundStretch {
  /// As many cues as fit beside two numbers up to `SentenceCutter.longest`.
  static let mostCues = 1 << 20

  static func packed(_ acceptance: CueNetwork.Acceptance, from start: Int, to end: Int) -> UInt64 {
    UInt64(acceptance) << 42 | UInt64(start) << 21 | UInt64(end - start)
  }

  static func cue(_ packed: UInt64) -> Int { Int(packed >> 43) }
  static func isMatch(_ packed: UInt64) -> Bool { packed >> 42 & 1 == 1 }

  static func tokens(_ packed: UInt64) -> Range<Int> {
    let start = Int(packed >> 21 & 0x1F_FFFF)
    return start..<(start + Int(packed & 0x1F_FFFF))
  }
}
