internal import Corpora
internal import Evaluation
internal import ParlanceKit
internal import Reports
internal import Reproducibility

/// A finished result, in every form it can be asked for.
struct Presentation {
  /// The result for eyes.
  let report: Report
  /// The result for programs.
  let json: JSONValue
  /// The result as rows, for commands that have one row a thing; nil for those whose JSON is the table's only row.
  var rows: RowTable?

  /// The result as text, which is written to a terminal or to anything else.
  ///
  /// - Throws: `CorpusError` where two columns have one name.
  func text(as format: OutputFormat, for stream: StandardStream?) throws -> String {
    switch format {
    case .text: report.terminal(width: Self.width(of: stream), colour: stream?.wantsColour ?? false)
    case .markdown: report.markdown()
    case .html: report.html()
    case .json: json.text(pretty: true)
    case .csv: try (rows ?? RowTable(json)).text(as: .csv)
    case .jsonl: try rows?.text(as: .jsonl) ?? json.text()
    }
  }

  /// The terminal's columns, within reason; 100 where there is no terminal.
  private static func width(of stream: StandardStream?) -> Int {
    guard let columns = stream?.columns else { return 100 }
    return max(60, min(columns, 160))
  }
}

extension Presentation {
  /// An evaluation: its rows are the figures.
  init(_ document: EvaluationDocument) throws {
    report = document.report
    json = try JSONValue(encoding: document)
    let metrics = document.result.metrics
    rows = RowTable(
      columns: ["metric", "value", "low", "high"],
      rows: Metric.allCases.map { metric in
        [.string(metric.rawValue)]
          + [metrics[metric].value, metrics[metric].low, metrics[metric].high].map { JSONValue.optional($0) }
      })
  }

  /// A comparison of actors: its rows are the estimates.
  init(_ document: ActorComparisonDocument) throws {
    self.init(report: document.report, json: try JSONValue(encoding: document), rows: RowTable(document))
  }

  /// Actors over time: its rows are the values, changes and correlations.
  init(_ document: ActorSeriesDocument) throws {
    self.init(report: document.report, json: try JSONValue(encoding: document), rows: RowTable(document))
  }

  /// Keywords: its rows are the terms.
  init(_ document: KeywordDocument) throws {
    self.init(report: document.report, json: try JSONValue(encoding: document), rows: RowTable(document))
  }
}
