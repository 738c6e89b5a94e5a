internal import Corpora
public import Evaluation

extension FoldPlan {
  /// The folds that `split` makes of `examples`.
  ///
  /// - Parameters:
  ///   - foldCount: the number of folds, where the split leaves it open.
  ///   - dateColumn: the column of dates for a split forward in time that names none.
  /// - Throws: `EvaluationError` with the counts that show why a design cannot be; `CorpusError` for a column or a date that is
  ///   not there.
  public init(
    _ split: Split, foldCount: Int, of examples: Examples, dateColumn: String? = nil
  ) throws {
    switch split {
    case .stratified:
      self = try .stratified(labels: examples.labels, foldCount: foldCount)
    case .group(let column):
      self = try .grouped(try examples.dataset.values(ofColumn: column), foldCount: foldCount)
    case .leaveOneOut(let column):
      self = try .leavingOneGroupOut(try examples.dataset.values(ofColumn: column))
    case .forward(let column):
      let dates = try StatementDays(examples, column: column ?? dateColumn)
      self = try .forward(dates.spans, foldCount: foldCount) { dates.name(ofDay: $0) }
    case .forwardFrom(let text):
      guard let start = StatementDate(text) else {
        throw ConfigurationError(
          "\"\(text)\" is not a date (ISO 8601 was expected)", hint: "as in --split forward:2021-05-24")
      }
      self = try .forward(
        try StatementDays(examples, column: dateColumn).spans, from: start.firstDayNumber, name: text)
    }
    try validate(labels: examples.labels, classNames: examples.classes.names)
  }
}

/// When each row happened, as evaluation counts days.
private struct StatementDays {
  let spans: [DaySpan]
  private let names: [Int: String]

  init(_ examples: Examples, column: String?) throws {
    let column = column ?? CorpusColumn.date.rawValue
    let dates = try examples.dataset.values(ofColumn: column).enumerated().map { row, text in
      guard let date = StatementDate(text) else {
        throw ConfigurationError(
          "\(examples.dataset.place(ofRow: row)): \"\(text)\" in column \"\(column)\" is no date (ISO 8601 was expected)",
          hint: "correct it, or leave such rows out")
      }
      return date
    }
    spans = dates.map { DaySpan(first: $0.firstDayNumber, last: $0.lastDayNumber) }
    names = Dictionary(dates.map { ($0.firstDayNumber, $0.description) }) { first, _ in first }
  }

  /// How the corpus writes a day that occurs in it.
  func name(ofDay day: Int) -> String { names[day] ?? String(day) }
}

extension Dataset {
  /// Where a row stands, as complaints name it.
  func place(ofRow row: Int) -> String {
    if case .statements(let corpus) = content { return corpus.place(ofRow: row).description }
    return "\(source.name): row \(ids[row])"
  }
}
