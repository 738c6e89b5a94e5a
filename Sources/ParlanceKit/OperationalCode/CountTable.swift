internal import Corpora
internal import OperationalCode

/// Counts of verbs by class, as tables of other programs have them.
struct CountTable {
  /// The counts of each row.
  private(set) var counts: [VerbCounts]
  /// The words that each row's counts were made from; nil where the table has no such column.
  let words: [Int]?

  /// The greatest count of a cell: sums of as many as there can be rows stay whole numbers.
  static let greatestCount = 1_000_000_000

  /// - Throws: `CorpusError` with a place for each cell that is no count, and for columns that are not there.
  init(_ table: Corpus) throws {
    var faults = BadRowList(policy: .fail)
    let isLong = ["subject", "class", "count"].allSatisfy(table.columnNames.contains)
    if isLong {
      counts = try Self.longCounts(table, faults: &faults)
    } else {
      counts = try Self.wideCounts(table, faults: &faults)
    }
    words =
      table.columnNames.contains("words")
      ? try table.values(ofColumn: "words").enumerated().map { row, cell in
        Self.count(cell, "words", at: row, of: table, faults: &faults)
      } : nil
    guard faults.count == 0 else { throw faults.error }
  }

  private static func wideCounts(_ table: Corpus, faults: inout BadRowList) throws -> [VerbCounts] {
    var counts = [VerbCounts](repeating: VerbCounts(), count: table.count)
    for subject in VerbSubject.allCases {
      for verbClass in VerbClass.allCases {
        let name = "\(subject.rawValue)_\(verbClass.rawValue)"
        guard table.columnNames.contains(name) else {
          throw ConfigurationError(
            "\(table.source.name) has no column \(name.quoted) (columns here: \(CorpusError.list(table.columnNames)))",
            hint: "counts stand in self_punish to other_reward, or in rows of subject, class and count")
        }
        for (row, cell) in try table.values(ofColumn: name).enumerated() {
          counts[row][subject, verbClass] = count(cell, name, at: row, of: table, faults: &faults)
        }
      }
    }
    return counts
  }

  private static func longCounts(_ table: Corpus, faults: inout BadRowList) throws -> [VerbCounts] {
    let (subjects, classes) = (try table.values(ofColumn: "subject"), try table.values(ofColumn: "class"))
    let numbers = try table.values(ofColumn: "count")
    return (0..<table.count).map { row in
      var counts = VerbCounts()
      guard let subject = VerbSubject(rawValue: subjects[row]) else {
        faults.add("the subject \(subjects[row].quoted) (self or other was expected)", at: table.place(ofRow: row))
        return counts
      }
      guard let verbClass = VerbClass(rawValue: classes[row]) else {
        let known = VerbClass.allCases.map(\.rawValue).joined(separator: ", ")
        faults.add("the class \(classes[row].quoted) (\(known) were expected)", at: table.place(ofRow: row))
        return counts
      }
      counts[subject, verbClass] = count(numbers[row], "count", at: row, of: table, faults: &faults)
      return counts
    }
  }

  private static func count(
    _ cell: String, _ name: String, at row: Int, of table: Corpus, faults: inout BadRowList
  ) -> Int {
    if let number = Int(cell), (0...greatestCount).contains(number) { return number }
    faults.add(
      "\(name) is \(cell.quoted) (a whole number from 0 to \(greatestCount) was expected)", at: table.place(ofRow: row))
    return 0
  }
}
