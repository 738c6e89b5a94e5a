internal import Corpora

/// The text of an article as annotation tools count it: a row of Unicode scalars, numbered from 0.
public struct ArticleText: Sendable, Hashable {
  /// The characters.
  public let scalars: [Unicode.Scalar]

  /// Takes a text as it is: nothing is trimmed or composed, since offsets count everything.
  public init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// What stands in `span`.
  ///
  /// - Precondition: the span lies in the text.
  func text(in span: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[span])
    return String(result)
  }

  /// Where the words in `span` stand: the longest runs of letters, marks and digits. A word that the span cuts is cut.
  ///
  /// - Precondition: the span lies in the text.
  func words(in span: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = span.lowerBound
    while start < span.upperBound {
      var end = start
      while end < span.upperBound, scalars[end].isWordCharacter { end += 1 }
      if end > start { words.append(start..<end) }
      start = end + 1
    }
    return words
  }
}
