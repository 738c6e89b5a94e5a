internal import ArgumentParser
internal import ParlanceKit
internal import Reproducibility

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Show an evaluation on the terminal, as Markdown, or as a page with its figures.",
    discussion: """
      Takes the JSON that evaluate and crossvalidate write. The HTML page is one \
      file that loads nothing from anywhere.

      Example:
        parlance report evaluation.json --output report.html
      """)

  @Argument(help: "The evaluation: what evaluate or crossvalidate wrote with --format json; - for the standard input.")
  var evaluation: String

  @OptionGroup(title: "Result") var output: OutputOptions

  func run() throws {
    try output.prepare()
    let document = try EvaluationDocument.read(evaluation)
    try output.write(try Presentation(document))
  }
}
