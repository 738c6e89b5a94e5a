/// A stretch of text between quotation marks.
public struct Quotation: Sendable, Hashable {
  /// The token that is the mark before it.
  public let opening: Int
  /// The tokens between the marks; never empty.
  public let inner: Range<Int>
  /// How many quotations it stands within.
  public let depth: Int
  /// Whether a mark stands after it; otherwise it ends with its paragraph.
  public let isClosed: Bool
  /// Whether it goes on in the next paragraph, which begins with a mark again.
  public let continues: Bool
  /// Whether it goes on from the paragraph before.
  public let isContinuation: Bool

  /// Its tokens with its marks.
  public var outer: Range<Int> { opening..<(isClosed ? inner.upperBound + 1 : inner.upperBound) }
}
