internal import Corpora
internal import Reproducibility

extension CopyGroups {
  /// The copies among the statements of `dataset`; nil for a table of numbers.
  ///
  /// - Parameter dateColumn: the column that tells which are of one day; nil for the usual one.
  init?(of dataset: Dataset, dateColumn: String?, progress: ProgressHandler? = nil) {
    guard case .statements(let corpus) = dataset.content else { return nil }
    let dates = (try? corpus.values(ofColumn: dateColumn ?? "")) ?? corpus.dates
    // Only a full date tells that two texts are of one day.
    let days = dates.map { $0.map { StatementDate($0).flatMap { $0.day == nil ? nil : $0.firstDayNumber } } }
    self.init(corpus.texts, days: days, progress: progress)
  }
}
