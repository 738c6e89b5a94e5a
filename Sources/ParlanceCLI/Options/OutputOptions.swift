internal import ArgumentParser
internal import ParlanceKit
internal import Reports
internal import Reproducibility

/// The form of a result.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, jsonl, csv, markdown, html
}

/// In what form a result is written, and where to.
struct OutputOptions: ParsableArguments {
  @Option(help: "The form of the result: text, json, jsonl, csv, markdown, html.")
  var format: OutputFormat?

  @Option(
    name: [.short, .long],
    help: "Write the result to this file, in the form its ending tells (.json .jsonl .csv .md .html .txt).")
  var output: String?

  @Flag(help: "Replace files that exist.")
  var force = false

  /// The form asked for, or told by the output's name, or `fallback`.
  func format(orElse fallback: OutputFormat) -> OutputFormat {
    if let format { return format }
    guard let ending = output?.split(separator: ".").last else { return fallback }
    switch ending {
    case "json": return .json
    case "jsonl", "ndjson": return .jsonl
    case "csv": return .csv
    case "md", "markdown": return .markdown
    case "html", "htm": return .html
    case "txt": return .text
    default: return fallback
    }
  }

  /// Checks, before long work begins, that the result could be written, and its figures.
  func prepare(with figures: FigureOptions? = nil) throws {
    try figures?.prepare()
    if let output, output != "-" { try OutputFile.checkWritable(path: output, replacing: force) }
  }

  /// Writes a finished result, in the form asked for, and its figures where they are wanted.
  func write(
    _ presentation: Presentation, figures: FigureOptions? = nil, orElse fallback: OutputFormat = .text
  ) throws {
    try figures?.write(presentation.report, replacing: force)
    let format = format(orElse: fallback)
    guard let output, output != "-" else {
      try StandardStream.output.write(Self.ended(try presentation.text(as: format, for: .output)))
      return
    }
    try OutputFile.write(
      Array(Self.ended(try presentation.text(as: format, for: nil)).utf8), to: output, replacing: force)
  }

  private static func ended(_ text: String) -> String { text.isEmpty || text.hasSuffix("\n") ? text : text + "\n" }
}
