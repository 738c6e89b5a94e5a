internal import ParlanceKit
internal import Quotation
internal import Reproducibility

/// How what was found in an article looks in a format: a value that many threads may use.
struct ExtractionPage: Sendable {
  /// What is written of an article, and what is to be said of it.
  struct Piece: Sendable {
    let bytes: [UInt8]
    let findings: [ArticleFinding]
    let hasArticle: Bool
    let statementCount: Int
    let omittedCount: Int
  }

  private static let columns = [
    "id", "text", "speaker", "actor", "cue", "kind", "voice", "addressee", "start", "end", "startByte", "endByte",
    "confidence", "rule", "article", "date", "lang", "spans", "speakerSpan", "cueSpan",
  ]

  /// The rows of the format; those of text and Markdown have none.
  let form: RowForm
  private let stream: StandardStream?

  /// - Parameter stream: where a text is shown, which has a width; nil for a file.
  /// - Throws: `CorpusError` where two columns have one name, which they do not.
  init(format: OutputFormat, stream: StandardStream?) throws {
    form = try RowForm(columns: Self.columns, format: format)
    self.stream = stream
  }

  /// What is written of an article.
  func piece(of extraction: ArticleExtraction) throws -> Piece {
    Piece(
      bytes: try bytes(of: extraction), findings: extraction.findings, hasArticle: extraction.article != nil,
      statementCount: extraction.statements.count, omittedCount: extraction.omittedCount)
  }

  private func bytes(of extraction: ArticleExtraction) throws -> [UInt8] {
    switch form.format {
    case .csv, .json, .jsonl:
      return extraction.statements.isEmpty ? [] : form.piece(of: extraction.statements.map(cells))
    case .text, .markdown, .html:
      guard let report = extraction.report else { return [] }
      return Array(try Presentation(report: report, json: .null).text(as: form.format, for: stream).utf8)
    }
  }

  private func cells(of statement: ExtractedStatement) -> [JSONValue] {
    let hull = statement.hull
    return [
      .string(statement.id), .string(statement.text), .string(statement.speaker), .string(statement.actor),
      .string(statement.cue), .string(statement.kind.rawValue), .string(statement.voice.rawValue),
      .string(statement.addressee), .integer(hull.lowerBound), .integer(hull.upperBound),
      .integer(statement.bytes.lowerBound), .integer(statement.bytes.upperBound), .number(statement.confidence),
      .string(statement.rule), .string(statement.article), .string(statement.date), .string(statement.language),
      spans(statement.spans), span(statement.speakerSpan), span(statement.cueSpan),
    ]
  }

  private func spans(_ ranges: [Range<Int>]) -> JSONValue {
    guard form.format != .csv else { return .string(ranges.map(Self.dashed).joined(separator: " ")) }
    return .array(ranges.map { span($0) })
  }

  private func span(_ range: Range<Int>?) -> JSONValue {
    guard let range else { return .null }
    return form.format == .csv
      ? .string(Self.dashed(range)) : .array([.integer(range.lowerBound), .integer(range.upperBound)])
  }

  private static func dashed(_ range: Range<Int>) -> String { "\(range.lowerBound)-\(range.upperBound)" }
}
