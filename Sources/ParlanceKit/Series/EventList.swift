internal import Corpora
public import Reproducibility

/// What happened when, to be marked in a series.
public struct EventList: Sendable, Hashable {
  /// One event.
  public struct Event: Encodable, Sendable, Hashable {
    /// When, as the file writes it.
    public let date: String
    /// What happened, in a few words.
    public let label: String
    /// The number of the day, the middle one where the date is a month or a year.
    let day: Int

    private enum CodingKeys: String, CodingKey { case date, label }
  }

  /// The file.
  public let path: String
  /// The events, earliest first.
  public let events: [Event]

  /// Reads a table with the columns `date` and `label`, in any of the forms of a corpus.
  ///
  /// - Throws: `FileError`, `CorpusError`; `ConfigurationError` with the place of what is no date.
  public init(path: String, on parallelism: Parallelism = .serial) throws {
    var options = ReadingOptions()
    options.requiresTexts = false
    let table = try CorpusReader.read(path, options: options, on: parallelism)
    let labels = try table.values(ofColumn: "label")
    let dates = try table.values(ofColumn: "date")
    let days = try table.dated(expecting: "day, month or year", hint: "as in 2020-09-27,war begins") {
      $0.middleDayNumber
    }
    self.path = path
    let inOrder = labels.indices.sorted { (days[$0], $0) < (days[$1], $1) }
    events = inOrder.map { Event(date: dates[$0], label: labels[$0], day: days[$0]) }
  }
}
