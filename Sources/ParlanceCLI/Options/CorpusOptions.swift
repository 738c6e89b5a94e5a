internal import ArgumentParser
internal import Corpora
internal import ParlanceKit
internal import Reproducibility

/// How to read a corpus: its format, its columns, which rows to keep.
struct CorpusOptions: ParsableArguments {
  @Option(help: "The format, where the name or the first bytes do not tell: csv, tsv, jsonl, text, libsvm.")
  var inputFormat: CorpusFormat?

  @Option(help: "The column that names each row.")
  var idColumn: String?

  @Option(help: "The column of the statements.")
  var textColumn: String?

  @Option(help: "The column of the labels.")
  var labelColumn: String?

  @Option(help: "The column of the actors.")
  var actorColumn: String?

  @Option(help: "The column of those spoken to or about.")
  var targetColumn: String?

  @Option(help: "The column of the dates (ISO 8601).")
  var dateColumn: String?

  @Option(help: "The column of the languages.")
  var langColumn: String?

  @Option(help: "The column of the sample weights.")
  var weightColumn: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Keep rows with this value; repeat it for alternatives, or for further columns, which must all hold.",
      valueName: "column=value"))
  var filters: [String] = []

  @Option(help: "What to do about rows that cannot be read: fail, or skip and count them.")
  var onBadRow: BadRowPolicy = .fail

  /// The options as the reader takes them.
  ///
  /// - Throws: `CorpusError` for a filter that is none.
  func reading(requiring columns: [CorpusColumn]) throws -> ReadingOptions {
    ReadingOptions(
      format: inputFormat,
      columns: ColumnNames(
        id: idColumn, text: textColumn, label: labelColumn, actor: actorColumn, target: targetColumn, date: dateColumn,
        lang: langColumn, weight: weightColumn),
      filters: try filters.map { try ColumnFilter(parsing: $0) }, badRows: onBadRow, requiring: columns)
  }
}

/// Which labels to tell apart, and which is the score.
struct ClassOptions: ParsableArguments {
  @Option(help: "The label whose probability is the score (escalatory, where there is one).")
  var positive: String?

  @Option(
    help: ArgumentHelp(
      "The labels to tell apart, others being left out; 'rest' gathers all labels not named.",
      valueName: "label,label"))
  var classes: String?

  var selection: ClassSelection {
    ClassSelection(positive: positive, names: classes.map { $0.split(separator: ",").map(String.init) } ?? [])
  }
}
