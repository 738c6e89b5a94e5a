internal import ArgumentParser
internal import Corpora
internal import ParlanceKit
internal import Quotation

/// What articles, or tables of articles, are written in.
enum ArticleInputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, html, csv, tsv, jsonl

  /// The format of an article; nil for that of a table.
  var ofArticle: ArticleFormat? { ArticleFormat(rawValue: rawValue) }
  /// The format of a table; nil for that of an article, which a cell may have too.
  var ofTable: CorpusFormat? { ofArticle == nil ? CorpusFormat(rawValue: rawValue) : nil }
}

/// The language of articles.
enum ArticleLanguage: String, CaseIterable, ExpressibleByArgument {
  case en, ru, auto
}

/// How to read articles: their format and language, and the columns of a table of them.
struct ArticleOptions: ParsableArguments {
  @Option(help: "The format, where the name or the first bytes do not tell: text, html; csv, tsv, jsonl of a table.")
  var inputFormat: ArticleInputFormat?

  @Option(help: "The language of the articles: en, ru, or auto, which looks at their letters.")
  var lang: ArticleLanguage = .auto

  @Option(help: "Read tables rather than articles: each row is an article, and this is its column.")
  var textColumn: String?

  @Option(help: "In a table, the column that names each article.")
  var idColumn: String?

  @Option(help: "In a table, the column of the articles' dates (ISO 8601).")
  var dateColumn: String?

  @Option(help: "In a table, the column of the articles' languages.")
  var langColumn: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "In a table, keep rows with this value; repeat it for alternatives, or for further columns, which must all hold.",
      valueName: "column=value"))
  var filters: [String] = []

  @Option(help: "What to do about rows of a table that cannot be read: fail, which ends the table there, or skip.")
  var onBadRow: BadRowPolicy = .fail

  func validate() throws {
    guard textColumn == nil else { return }
    if let inputFormat, inputFormat.ofTable != nil {
      throw ValidationError("--input-format \(inputFormat.rawValue) needs --text-column, the column of the articles")
    }
    let others = [("--id-column", idColumn), ("--date-column", dateColumn), ("--lang-column", langColumn)]
    if let (name, _) = others.first(where: { $0.1 != nil }) { throw ValidationError("\(name) needs --text-column") }
    if !filters.isEmpty { throw ValidationError("--where needs --text-column") }
  }

  /// How tables are read; nil where the files are articles.
  ///
  /// - Throws: `CorpusError` for a filter that is none.
  func table() throws -> ReadingOptions? {
    guard let textColumn else { return nil }
    return ReadingOptions(
      format: inputFormat?.ofTable,
      columns: ColumnNames(id: idColumn, text: textColumn, date: dateColumn, lang: langColumn),
      filters: try filters.map { try ColumnFilter(parsing: $0) }, badRows: onBadRow)
  }

  /// How articles are read and searched.
  func extraction(minimumConfidence: Double) -> ExtractionOptions {
    var options = ExtractionOptions()
    options.format = inputFormat?.ofArticle
    options.language = lang == .auto ? nil : lang.rawValue
    options.minimumConfidence = minimumConfidence
    return options
  }
}
