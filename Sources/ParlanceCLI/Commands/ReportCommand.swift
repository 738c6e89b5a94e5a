internal import ArgumentParser
internal import ParlanceKit
internal import Reproducibility

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Show an evaluation, or predictions by actor, on the terminal, as Markdown, or as a page.",
    discussion: """
      Takes the JSON that evaluate and crossvalidate write, or the table that predict \
      --keep writes. The HTML page is one file that loads nothing from anywhere.

      Example:
        parlance report evaluation.json --output report.html
        parlance predict model.safetensors statements.csv --keep | parlance report -
      """)

  @Argument(
    help: """
      What evaluate or crossvalidate wrote with --format json, or predict with --keep; - for the standard input; or the \
      folder of a run.
      """)
  var result: String

  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Result") var figures: FigureOptions

  func run() throws {
    try output.prepare(with: figures)
    switch try ReportedDocument.read(result) {
    case .evaluation(let document): try output.write(try Presentation(document), figures: figures)
    case .predictions(let document): try output.write(try Presentation(document), figures: figures)
    }
  }
}

extension Presentation {
  /// Predictions: their rows are the statements, by actor.
  init(_ document: PredictionDocument) throws {
    let rows = document.actors.flatMap { actor in
      actor.statements.map { statement in
        [
          .string(actor.actor), .number(actor.mean), .string(statement.id), .number(statement.probability),
          .string(statement.label), .string(statement.speaker), .string(statement.text),
        ] as [JSONValue]
      }
    }
    self.init(
      report: document.report, json: try JSONValue(encoding: document),
      rows: RowTable(columns: ["actor", "mean", "id", "probability", "label", "speaker", "text"], rows: rows))
  }
}
