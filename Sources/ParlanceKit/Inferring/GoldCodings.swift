internal import Classifiers
internal import Corpora

/// Hand-coded labels of some rows of a table of scores.
struct GoldCodings {
  /// What was coded, with the row of the scores it belongs to.
  let codings: [SurrogateData.Coding]
  /// Where they came from.
  let source: DataSource
  /// Whether the outcome is that a row has a label, or else a number.
  let isLabel: Bool
  /// Whether the table says with which probability each row was drawn.
  let hasProbabilities: Bool

  /// Reads the table at `path`: its ids, the label or number of each row, and the column `probability`, with which the row was drawn.
  ///
  /// Without that column each row is taken to have had the same chance, the share of rows coded.
  ///
  /// - Throws: `FileError`; `CorpusError` with the places of rows without a label, with an id that the scores do not have or that
  ///   comes twice, or with a probability that is none; `ConfigurationError` for an outcome that was not coded.
  init(path: String, idColumn: String, labelColumn: String?, outcome: String, scores: Corpus) throws {
    var options = ReadingOptions(columns: ColumnNames(id: idColumn, label: labelColumn))
    options.requiresTexts = false
    let table = try CorpusReader.read(path, options: options)
    let outcomes = try GoldOutcomes(table, outcome: outcome)
    var reader = try GoldRowReader(table, outcomes: outcomes, scores: scores)
    codings = try reader.readAll()
    hasProbabilities = reader.probabilities != nil
    isLabel = outcomes.isLabel
    source = DataSource(table.source, rows: table.count, skipped: 0, filtered: 0)
  }
}

/// Reads codings row by row, and gathers what is wrong with them.
private struct GoldRowReader {
  /// The cells of the column of probabilities; nil where there is none.
  let probabilities: [String]?
  private let table: Corpus
  private let outcomes: GoldOutcomes
  private let scores: Corpus
  private let rowOfID: [[UInt8]: Int]
  private var lineOfRow: [Int: Int] = [:]
  private var faults = BadRowList(policy: .fail, canSkip: false)

  init(_ table: Corpus, outcomes: GoldOutcomes, scores: Corpus) throws {
    self.table = table
    self.outcomes = outcomes
    self.scores = scores
    rowOfID = Dictionary(
      scores.ids.enumerated().map { (Array($1.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    probabilities = table.columnNames.contains("probability") ? try table.values(ofColumn: "probability") : nil
  }

  /// - Throws: `CorpusError` with the places of all rows that cannot be used.
  mutating func readAll() throws -> [SurrogateData.Coding] {
    let codings = (0..<table.count).compactMap { coding(ofRow: $0) }
    guard faults.count == 0 else { throw faults.error }
    return codings
  }

  private mutating func coding(ofRow row: Int) -> SurrogateData.Coding? {
    let place = table.place(ofRow: row)
    guard let scored = rowOfID[Array(table.ids[row].utf8)] else {
      faults.add(
        "the id \(table.ids[row].quoted) is not in \(scores.source.name) (an id with a score was expected)", at: place,
        hint: "score all rows the sample was drawn from, with parlance predict; rows are matched by their ids")
      return nil
    }
    if let line = lineOfRow.updateValue(table.lines[row], forKey: scored) {
      faults.add(
        "the id \(table.ids[row].quoted) was on line \(line) already (one coding a row was expected)", at: place,
        hint: "settle on one label a row first; parlance agreement compares coders")
      return nil
    }
    guard let probability = probability(ofRow: row), let value = outcomes.value(ofRow: row, faults: &faults) else {
      return nil
    }
    return SurrogateData.Coding(row: scored, outcome: value, probability: probability)
  }

  private mutating func probability(ofRow row: Int) -> Double? {
    guard let text = probabilities?[row] else { return min(1, Double(table.count) / Double(scores.count)) }
    if let value = Double(text), value > 0, value <= 1 { return value }
    faults.add(
      "the probability \(text.quoted) (above 0 and at most 1 was expected: the chance of the row to be drawn)",
      at: table.place(ofRow: row), hint: "keep the column that parlance sample wrote")
    return nil
  }
}

/// What of a table of codings is the outcome: that a row has one of its labels, or a column of numbers.
private struct GoldOutcomes {
  let isLabel: Bool
  private let table: Corpus
  private let outcome: String
  private let cells: [String]

  init(_ table: Corpus, outcome: String) throws {
    self.table = table
    self.outcome = outcome
    let labels = Set((table.labels ?? []).filter { !$0.isEmpty }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if let all = table.labels, labels.contains(outcome) {
      isLabel = true
      cells = all
      return
    }
    isLabel = false
    guard table.columnNames.contains(outcome) else {
      let nearest = NearestName.of(outcome, among: labels + table.columnNames)
      throw ConfigurationError(
        "\(table.source.name) has no row labelled \(outcome.quoted) and no column of that name "
          + "(labels: \(labels.isEmpty ? "none" : ClassSelection.list(labels)); "
          + "columns: \(ClassSelection.list(table.columnNames)))",
        hint: nearest.map { "did you mean \($0.quoted)?" } ?? "name a label before the ~, as in \"escalatory ~ actor\"")
    }
    cells = try table.values(ofColumn: outcome)
  }

  func value(ofRow row: Int, faults: inout BadRowList) -> Double? {
    if isLabel {
      if !cells[row].isEmpty { return cells[row].utf8.elementsEqual(outcome.utf8) ? 1 : 0 }
      faults.add(
        "the label is empty (a hand-coded label was expected)", at: table.place(ofRow: row),
        hint: "code the row; leaving out what is hard to code would spoil the design")
      return nil
    }
    if let number = Double(cells[row]), number.isFinite { return number }
    faults.add(
      "\(cells[row].quoted) in the column \(outcome.quoted) (a finite number was expected)",
      at: table.place(ofRow: row),
      hint: "correct the value")
    return nil
  }
}
