internal import Corpora

extension Corpus {
  /// The cells of a column as numbers.
  ///
  /// - Throws: `CorpusError` for a column that is not there; `ConfigurationError` with the place of a cell that is no such number.
  func numbers(
    ofColumn column: String, named what: String, where isSound: (Double) -> Bool
  ) throws -> [Double] {
    try values(ofColumn: column).enumerated().map { row, text in
      guard let value = Double(text), isSound(value) else {
        throw ConfigurationError(
          "\(place(ofRow: row)): \(text.quoted) is no \(what)",
          hint: "give the table that parlance predict --keep writes")
      }
      return value
    }
  }
}
