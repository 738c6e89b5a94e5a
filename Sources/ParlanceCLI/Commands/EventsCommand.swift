internal import ArgumentParser
internal import Corpora
internal import OperationalCode
internal import ParlanceKit
internal import Reports
internal import Reproducibility

struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Score coded events: CAMEO codes or PLOVER names, group by group.",
    discussion: """
      Each row is an event with its code. Codes are texts: 010 is not 10. A code \
      without a score of its own has that of the code one digit shorter.

      Example:
        parlance events events.csv --by actor --code-column EventCode
      """)

  @Argument(help: "The table of events: .csv, .tsv or .jsonl, each also gzipped; - for the standard input.")
  var table: String

  @Option(help: ArgumentHelp("The column whose values are told apart.", valueName: "column"))
  var by = "actor"

  @Option(help: ArgumentHelp("The column of the codes.", valueName: "column"))
  var codeColumn = "code"

  @Option(help: "The vocabulary: cameo or plover.")
  var scheme: EventScheme = .cameo

  @OptionGroup(title: "Table") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    try output.prepare()
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    var reading = try corpusOptions.reading(requiring: [])
    reading.requiresTexts = false
    let rows = try CorpusReader.read(table, options: reading, on: runOptions.parallelism, progress: meter.handler)
    let document = try EventDocument(
      rows, scheme: scheme, codeColumn: codeColumn, by: by, badRows: corpusOptions.onBadRow)
    meter.clear()
    if document.unknown > 0 {
      Notes.say("\(document.unknown) rows with an unknown code are left out", isQuiet: runOptions.quiet)
    }
    try output.write(
      Presentation(report: document.report, json: try JSONValue(encoding: document), rows: Self.rows(of: document)))
  }

  private static func rows(of document: EventDocument) -> RowTable {
    RowTable(
      columns: [
        "group", "events", "scored", "sum", "mean", "verbal_cooperation", "material_cooperation", "verbal_conflict",
        "material_conflict",
      ],
      rows: document.groups.map { group in
        [
          .string(group.group), .integer(group.events), .integer(group.scored), .number(group.sum),
          .optional(group.mean),
        ] + group.quads.map { .integer($0) }
      })
  }
}
