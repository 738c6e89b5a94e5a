public import Corpora
internal import Evaluation
public import OperationalCode
internal import Reproducibility

/// The result of `events`: how cooperative coded events are, group by group.
public struct EventDocument: Encodable, Sendable, Hashable {
  /// The events of one group.
  public struct Group: Encodable, Sendable, Hashable {
    /// What it is called.
    public let group: String
    /// The number of its events.
    public let events: Int
    /// The number of those that have a score.
    public let scored: Int
    /// The sum of their scores.
    public let sum: Double
    /// The mean of their scores, which hides how many there are; nil where there is none.
    public let mean: Double?
    /// The events of the four kinds: said and done in cooperation, said and done in conflict.
    public let quads: [Int]

    /// Writes all of it, null for a mean that there is not.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(group, forKey: .group)
      try container.encode(events, forKey: .events)
      try container.encode(scored, forKey: .scored)
      try container.encode(sum, forKey: .sum)
      try container.encode(mean, forKey: .mean)
      try container.encode(quads, forKey: .quads)
    }

    private enum CodingKeys: String, CodingKey { case group, events, scored, sum, mean, quads }
  }

  /// The groups, in the order of their names.
  public let groups: [Group]
  /// The column of groups.
  public let by: String
  /// The vocabulary of the codes.
  public let scheme: EventScheme
  /// The number of rows left out because of a code that is none.
  public let unknown: Int
  /// Where the rows came from.
  public let data: DataSource
  /// The version of Parlance.
  public let version: String

  /// Scores the events of a table.
  ///
  /// - Parameters:
  ///   - codeColumn: the column of codes.
  ///   - groupColumn: the column whose values are told apart.
  ///   - badRows: what to do about codes that the scheme does not have.
  /// - Throws: `CorpusError` for columns that are not there, and with the places of unknown codes; `ConfigurationError` for a row
  ///   of no group.
  public init(
    _ table: Corpus, scheme: EventScheme, codeColumn: String, by groupColumn: String, badRows: BadRowPolicy
  ) throws {
    let codes = try table.values(ofColumn: codeColumn)
    let groups = try SpeechColumns(table, groupColumn: groupColumn, speechColumn: nil).groups
    var faults = BadRowList(policy: badRows)
    var events: [(group: String, event: CodedEvent)] = []
    for row in 0..<table.count {
      if let event = scheme.event(of: codes[row]) {
        events.append((groups[row], event))
      } else {
        faults.add(
          "the code \(codes[row].quoted) (\(Self.expected(scheme)) was expected)", at: table.place(ofRow: row),
          hint: Self.hint(scheme, codes[row]))
      }
    }
    guard badRows == .skip && !events.isEmpty || faults.count == 0 else { throw faults.error }
    let index = GroupIndex(events.map(\.group))
    self.groups = zip(index.names, index.rows).map { name, rows in Group(name, rows.map { events[$0].event }) }
    by = groupColumn
    self.scheme = scheme
    unknown = faults.count
    data = DataSource(table.source, rows: events.count, skipped: table.skippedRows, filtered: table.filteredRows)
    version = ProgramVersion.current
  }

  private static func expected(_ scheme: EventScheme) -> String {
    scheme == .cameo ? "a CAMEO code of two to four digits that begins with 01 to 20" : "a name of PLOVER, as AGREE"
  }

  private static func hint(_ scheme: EventScheme, _ code: String) -> String {
    scheme == .cameo && !code.isEmpty && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
      ? "codes are texts: a spreadsheet may have taken their zeros away, and then 10 is 010 or 10" : ""
  }
}

extension EventDocument.Group {
  fileprivate init(_ name: String, _ events: [CodedEvent]) {
    let scores = events.compactMap(\.score)
    group = name
    self.events = events.count
    scored = scores.count
    sum = scores.reduce(0, +)
    mean = scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
    quads = QuadClass.allCases.map { quad in events.count { $0.quad == quad } }
  }
}
