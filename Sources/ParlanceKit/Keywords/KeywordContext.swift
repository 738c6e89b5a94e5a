internal import Corpora
internal import TextFeatures

/// A place where a term stands, with what is around it.
public struct KeywordContext: Encodable, Sendable, Hashable {
  /// The term.
  public let term: String
  /// The statement's name.
  public let id: String
  /// The group it is of.
  public let group: String
  /// What stands before the term, shortened from its beginning.
  public let left: String
  /// The term as written.
  public let keyword: String
  /// What stands after it, shortened.
  public let right: String

  /// So many characters are shown on each side.
  private static let width = 44

  /// The first place of the term in a text; nil where it is not there.
  init?(_ term: String, in text: String, id: String, group: String, pipeline: FittedPipeline) {
    guard
      let place = pipeline.occurrences(in: text).first(where: { $0.name.utf8.elementsEqual(term.utf8) })?.places.first
    else { return nil }
    let scalars = Array(text.unicodeScalars)
    let characters = place.characters
    let start = max(0, characters.lowerBound - Self.width)
    let end = min(scalars.count, characters.upperBound + Self.width)
    self.term = term
    self.id = id
    self.group = group
    left = (start > 0 ? "…" : "") + Self.line(scalars[start..<characters.lowerBound])
    keyword = Self.line(scalars[characters])
    right = Self.line(scalars[characters.upperBound..<end]) + (end < scalars.count ? "…" : "")
  }

  private static func line(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.map { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : $0 })
    return String(view)
  }
}
