internal import ArgumentParser
internal import ParlanceKit
internal import Reproducibility

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Take one statement's score apart: what each word adds, and where it stands.",
    discussion: """
      The contributions and the intercept add up to the log-odds exactly.

      Example:
        parlance explain models/escalation-en.safetensors \\
          "There have been no gunshots, no clashes there."
      """)

  @Argument(help: "The model.")
  var model: String

  @Argument(help: "The statement; - reads it from the standard input.")
  var text: String

  @Option(help: "With more than two classes: the class to compare the positive one with.")
  var against: String?

  @OptionGroup(title: "Result") var output: OutputOptions

  func run() throws {
    try output.prepare()
    let trained = try ModelFile.read(model)
    var statement = text
    if text == "-" {
      let bytes = try InputFile.contents(of: "-")
      guard let read = String(validating: bytes, as: UTF8.self) else {
        throw ConfigurationError("standard input: the statement is not UTF-8", hint: "convert it first, as with iconv")
      }
      statement = read
    }
    let explanation = try trained.explain(statement, against: against)
    let json = try JSONValue(encoding: explanation)
    try output.write(Presentation(report: explanation.report, json: json, rows: Self.rows(of: explanation)))
  }

  private static func rows(of explanation: Explanation) -> RowTable {
    RowTable(
      columns: ["feature", "block", "value", "weight", "contribution", "ranges"],
      rows: explanation.contributions.map { contribution in
        [
          .string(contribution.feature), .string(contribution.block), .number(contribution.value),
          .number(contribution.weight), .number(contribution.contribution),
          .string(contribution.ranges.map { "\($0.start)-\($0.end)" }.joined(separator: " ")),
        ]
      })
  }
}
