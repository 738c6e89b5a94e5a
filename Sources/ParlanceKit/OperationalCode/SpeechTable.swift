public import Corpora
internal import Evaluation
public import OperationalCode
internal import Quotation
public import Reproducibility

/// Rows of a corpus with the verbs that were found in them, or counted elsewhere: what indices are made from.
public struct SpeechTable: Sendable {
  /// What is known of one row.
  struct Row: Sendable {
    let group: String
    /// The speech it is of: what is resampled.
    let speech: String
    /// The number of its words; nil where only counts are known.
    let words: Int?
    let counts: VerbCounts
  }

  /// A verb that was found, with the row it is in.
  public struct FoundVerb: Sendable {
    /// The row's name.
    public let id: String
    /// The group.
    public let group: String
    /// What was found.
    public let coding: VerbCoding
    /// The verb's words in the text.
    public let found: String
    /// Its sentence.
    public let sentence: String
    /// Where it stands in the text, in characters (Unicode scalars).
    public let characters: Range<Int>
  }

  let rows: [Row]
  /// The verbs that were found, in the order of the rows; empty where they were counted elsewhere.
  public let verbs: [FoundVerb]
  /// Where the rows came from.
  let data: DataSource
  /// The columns of groups and speeches; nil where each row is a speech.
  let groupColumn: String
  let speechColumn: String?

  /// Finds the verbs of each statement.
  ///
  /// The speaker is the actor of a row where the corpus has a column of actors, else its group.
  /// - Parameters:
  ///   - groupColumn: the column whose values get indices of their own; "actor" is the column that means actors.
  ///   - speechColumn: the column that tells which rows are one speech; nil for each row by itself.
  /// - Throws: `CorpusError` for columns that are not there; `ConfigurationError` with a place for a statement that is not in
  ///   English, or of no group.
  /// - Complexity: O(bytes).
  public init(
    coding corpus: Corpus, by groupColumn: String, speechColumn: String?, coder: VerbCoder,
    on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws {
    let columns = try SpeechColumns(corpus, groupColumn: groupColumn, speechColumn: speechColumn)
    for (row, language) in (corpus.languages ?? []).enumerated() where !Self.isEnglish(language) {
      throw ConfigurationError(
        "\(corpus.place(ofRow: row)): the language \(language.quoted) (en was expected: only English verbs are known)",
        hint: "--where lang=en keeps the English rows")
    }
    let speakerNames = GroupIndex(corpus.actors ?? columns.groups)
    let speakers = speakerNames.names.map { coder.speaker(named: $0) }
    let texts = corpus.texts
    let pieces = Pieces(itemCount: texts.count, targetLength: 64)
    let meter = FitCounter(stage: "verbs", total: texts.count, unit: "statements", progress: progress)
    let coded = parallelism.map(count: pieces.count) { piece in
      let coded = pieces[piece].map { coder.code(texts[$0], by: speakers[speakerNames.numbers[$0]]) }
      meter.finish(coded.count)
      return coded
    }.flatMap { $0 }
    rows = coded.enumerated().map { row, text in
      Row(group: columns.groups[row], speech: columns.speeches[row], words: text.wordCount, counts: text.counts)
    }
    verbs = coded.enumerated().flatMap { row, text in
      FoundVerb.all(text.codings, in: texts[row], id: corpus.ids[row], group: columns.groups[row])
    }
    data = DataSource(corpus.source, rows: corpus.count, skipped: corpus.skippedRows, filtered: corpus.filteredRows)
    self.groupColumn = groupColumn
    self.speechColumn = speechColumn
  }

  /// Takes counts that somebody else made.
  ///
  /// The table has the columns `self_punish` to `other_reward`, and `words` where it is known; or a row for each count, with the
  /// columns `subject` (self or other), `class` and `count`.
  /// - Throws: `CorpusError` for columns that are not there, or with a place for a cell that is no count, an unknown class or
  ///   subject, or a row of no group.
  public init(counts table: Corpus, by groupColumn: String, speechColumn: String?) throws {
    let columns = try SpeechColumns(table, groupColumn: groupColumn, speechColumn: speechColumn)
    let reader = try CountTable(table)
    rows = (0..<table.count).map { row in
      Row(
        group: columns.groups[row], speech: columns.speeches[row], words: reader.words?[row],
        counts: reader.counts[row])
    }
    verbs = []
    data = DataSource(table.source, rows: table.count, skipped: table.skippedRows, filtered: table.filteredRows)
    self.groupColumn = groupColumn
    self.speechColumn = speechColumn
  }

  private static func isEnglish(_ language: String) -> Bool {
    language.isEmpty || language.lowercased().split(separator: "-").first == "en"
  }
}

/// The group and the speech of each row.
struct SpeechColumns {
  let groups: [String]
  let speeches: [String]

  /// - Throws: `CorpusError` for columns that are not there; `ConfigurationError` for a row of no group.
  init(_ corpus: Corpus, groupColumn: String, speechColumn: String?) throws {
    groups = try corpus.values(meaning: groupColumn)
    if let row = groups.firstIndex(where: \.isEmpty) {
      throw ConfigurationError(
        "\(corpus.place(ofRow: row)): \(groupColumn.quoted) is empty (the name of a group was expected)",
        hint: "--where keeps rows of the groups that are named")
    }
    // Rows by themselves are numbered, since ids may be there twice.
    speeches = try speechColumn.map { try corpus.values(meaning: $0) } ?? (0..<corpus.count).map { String($0) }
  }
}

extension SpeechTable.FoundVerb {
  fileprivate static func all(
    _ codings: [VerbCoding], in text: String, id: String, group: String
  ) -> [SpeechTable.FoundVerb] {
    guard !codings.isEmpty else { return [] }
    let bytes = Array(text.utf8)
    let offsets = CharacterOffsets(of: bytes)
    return codings.map { coding in
      SpeechTable.FoundVerb(
        id: id, group: group, coding: coding, found: String(decoding: bytes[coding.range], as: UTF8.self),
        sentence: String(decoding: bytes[coding.sentence], as: UTF8.self),
        characters: offsets.range(ofBytes: coding.range))
    }
  }
}
