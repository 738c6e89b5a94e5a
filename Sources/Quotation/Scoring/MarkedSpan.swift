/// A stretch of an article that somebody marked, in one or more fragments: a statement, a cue, a speaker.
///
/// Annotators differ in whether quotation marks and full stops belong to a statement. Agreement is therefore counted in words, which
/// are runs of letters and digits, and each counts by the place where it stands.
public struct MarkedSpan: Sendable, Hashable {
  /// The fragments in ascending order, in characters of the article; empty where only the words are known.
  public let fragments: [Range<Int>]
  /// The fragments' texts joined by a space, or nil where only the places are known.
  public let text: String?
  /// The places of the words; those of the fragments where there is no word, or the words are not known.
  let units: [Range<Int>]
  /// The words in lower case.
  let words: [String]

  /// What stands in `fragments` of `article`.
  ///
  /// - Precondition: there is a fragment, and all lie in the article.
  init(_ fragments: [Range<Int>], in article: ArticleText) {
    precondition(!fragments.isEmpty, "a marked span without fragments")
    let ordered = Self.ordered(fragments)
    let places = ordered.flatMap { article.words(in: $0) }
    self.init(
      fragments: ordered, text: ordered.map { article.text(in: $0) }.joined(separator: " "), places: places,
      words: places.map { article.text(in: $0).lowercased() })
  }

  /// A text that is said to stand in `fragments`, each divided from the next by one character; nil where it is longer or
  /// shorter than they are.
  init?(_ fragments: [Range<Int>], saying text: String) {
    let own = ArticleText(text)
    let ordered = Self.ordered(fragments)
    guard !ordered.isEmpty, ordered.reduce(-1, { $0 + $1.count + 1 }) == own.scalars.count else { return nil }
    var places: [Range<Int>] = []
    var words: [String] = []
    var start = 0
    for fragment in ordered {
      for word in own.words(in: start..<(start + fragment.count)) {
        let shift = fragment.lowerBound - start
        places.append((word.lowerBound + shift)..<(word.upperBound + shift))
        words.append(own.text(in: word).lowercased())
      }
      start += fragment.count + 1
    }
    self.init(fragments: ordered, text: text, places: places, words: words)
  }

  /// Places of an article whose text is not known.
  ///
  /// - Precondition: there is a fragment.
  init(placesAlone fragments: [Range<Int>]) {
    precondition(!fragments.isEmpty, "a marked span without fragments")
    self.init(fragments: Self.ordered(fragments), text: nil, places: [], words: [])
  }

  /// Words that stand somewhere in the article.
  init(wordsAlone text: String) {
    let own = ArticleText(text)
    let words = own.words(in: 0..<own.scalars.count).map { own.text(in: $0).lowercased() }
    self.init(fragments: [], text: text, places: [], words: words)
  }

  private init(fragments: [Range<Int>], text: String?, places: [Range<Int>], words: [String]) {
    self.fragments = fragments
    self.text = text
    units = places.isEmpty ? fragments : places
    self.words = words
  }

  /// Where it begins, or nil where that is not known.
  public var start: Int? { fragments.first?.lowerBound }
  /// Where it has ended, or nil where that is not known.
  public var end: Int? { fragments.last?.upperBound }

  /// In ascending order; what overlaps is joined, so that nothing counts twice.
  private static func ordered(_ fragments: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for fragment in fragments.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = result.last, fragment.lowerBound < last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, fragment.upperBound)
      } else {
        result.append(fragment)
      }
    }
    return result
  }
}

extension MarkedSpan {
  /// The F1 of the units that both have, by their places: 1 where they are the same, 0 where none is shared. Symmetric.
  static func placewiseF1(shared: Int, _ left: MarkedSpan, _ right: MarkedSpan) -> Double {
    2 * Double(shared) / Double(left.units.count + right.units.count)
  }

  /// How far two marked spans of one article agree, from 0 to 1; symmetric.
  ///
  /// The F1 of their words by place; where one of them has no places, of their words alone; where one has no words, of characters.
  ///
  /// Complexity: O(n log n) in words or fragments.
  func agreement(with other: MarkedSpan) -> Double {
    if fragments.isEmpty || other.fragments.isEmpty { return wordwiseAgreement(with: other) }
    if text != nil, other.text != nil {
      let shared = Self.sharedCount(units, other.units) {
        ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
      }
      return Self.placewiseF1(shared: shared, self, other)
    }
    return characterwiseAgreement(with: other)
  }

  private func wordwiseAgreement(with other: MarkedSpan) -> Double {
    let total = words.count + other.words.count
    guard total > 0 else { return text == other.text ? 1 : 0 }
    return 2 * Double(Self.sharedCount(words.sorted(), other.words.sorted(), by: <)) / Double(total)
  }

  private func characterwiseAgreement(with other: MarkedSpan) -> Double {
    var shared = 0
    for mine in fragments { for its in other.fragments { shared += mine.clamped(to: its).count } }
    let total = (fragments + other.fragments).reduce(0) { $0 + $1.count }
    return 2 * Double(shared) / Double(total)
  }

  /// How many elements two lists share that are ascending in the order `precedes`, each as often as both have it.
  private static func sharedCount<Element: Equatable>(
    _ left: [Element], _ right: [Element], by precedes: (Element, Element) -> Bool
  ) -> Int {
    var (i, j, shared) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        shared += 1
        i += 1
        j += 1
      } else if precedes(left[i], right[j]) {
        i += 1
      } else {
        j += 1
      }
    }
    return shared
  }
}
