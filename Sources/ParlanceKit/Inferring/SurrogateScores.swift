internal import Corpora
internal import Evaluation
public import Reproducibility

/// What of a classifier's output stands for the outcome.
public enum SurrogateKind: String, Codable, Sendable, Hashable, CaseIterable {
  /// The probability of the outcome.
  case probability
  /// 1 where the predicted label is the outcome, else 0.
  case label
}

/// A table of scores as `predict --keep` writes it: for each row an id, what a classifier says, and the columns of the corpus.
public struct SurrogateScores: Sendable {
  let table: Corpus
  let idColumn: String

  /// Reads the table at `path`, in any of the forms of a corpus.
  ///
  /// - Throws: `FileError`; `CorpusError`, also for ids that come twice, with their places.
  ///
  /// - Parameters:
  ///   - idColumn: the column that names each row.
  ///   - dateColumn: the column of dates; nil for `date`.
  public init(
    path: String, idColumn: String, dateColumn: String? = nil, on parallelism: Parallelism = .serial,
    progress: ProgressHandler? = nil
  ) throws {
    var options = ReadingOptions(columns: ColumnNames(id: idColumn, date: dateColumn))
    options.requiresTexts = false
    table = try CorpusReader.read(path, options: options, on: parallelism, progress: progress)
    self.idColumn = idColumn
    let index = GroupIndex(table.ids)
    var faults = BadRowList(policy: .fail, canSkip: false)
    for rows in index.rows where rows.count > 1 {
      faults.add(
        "the id \(table.ids[rows[1]].quoted) was on line \(table.lines[rows[0]]) already (one score a row was expected)",
        at: table.place(ofRow: rows[1]), hint: "give each row an id of its own before it is scored")
    }
    guard faults.count == 0 else { throw faults.error }
  }

  /// The rows as the coding of predictors takes them.
  var dataset: Dataset { Dataset(table) }

  /// The classifier's guess in each row.
  ///
  /// - Parameter isShare: whether the outcome is 1 or 0, so that guesses lie between.
  /// - Throws: `CorpusError` with the places of cells that are no number or no probability.
  func surrogates(
    _ kind: SurrogateKind, column: String, outcome: String, isShare: Bool
  ) throws -> [Double] {
    if kind == .label {
      return try table.values(ofColumn: "label").map { $0.utf8.elementsEqual(outcome.utf8) ? 1 : 0 }
    }
    var faults = BadRowList(policy: .fail, canSkip: false)
    let values = try table.values(ofColumn: column).enumerated().map { row, text -> Double in
      guard let value = Double(text), isShare ? value >= 0 && value <= 1 : value.isFinite else {
        faults.add(
          "\(text.quoted) in the column \(column.quoted) (\(isShare ? "0 to 1" : "a finite number") was expected)",
          at: table.place(ofRow: row), hint: "give the table that parlance predict writes")
        return 0
      }
      return value
    }
    guard faults.count == 0 else { throw faults.error }
    return values
  }
}
