internal import Corpora

extension Corpus {
  /// The cells of the column that means `name`, as "actor" does, or else is called so.
  ///
  /// - Throws: `CorpusError` with the columns there are.
  func values(meaning name: String) throws -> [String] {
    if let column = CorpusColumn(rawValue: name), let values = values(of: column) { return values }
    return try values(ofColumn: name)
  }
}
