internal import ArgumentParser
internal import Corpora
internal import ParlanceKit
internal import Reproducibility

struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Make a fold plan as data: which rows are tested together, and what is trained on.",
    discussion: """
      Writes a table with the columns id, outer and inner, which crossvalidate takes with \
      --folds-file, and prints the counts of each fold and the plan's digest.

      Example:
        parlance split notebooks-data/statements.csv --where lang=en \\
          --classes escalatory,deescalatory --split group:actor --folds 5 \\
          --out folds.csv
      """)

  @Argument(help: "The labelled corpus; - for the standard input.")
  var corpus: String

  @Option(
    help:
      "The file to write the plan to (.csv, .tsv or .jsonl); - for the standard output, the counts then going to stderr."
  )
  var out: String?

  @Flag(help: "Plan inner folds too, for crossvalidate --nested.")
  var nested = false

  @OptionGroup(title: "Folds") var designOptions: DesignOptions
  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Classes") var classOptions: ClassOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  private var writesToStandardOutput: Bool { out == "-" }

  func run() throws {
    try output.prepare()
    if let out, out != "-" { try OutputFile.checkWritable(path: out, replacing: output.force) }
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let design = try designOptions.design(
      dateColumn: corpusOptions.dateColumn, seed: runOptions.seed, isNested: nested)
    let dataset = try Dataset(
      path: corpus, options: try corpusOptions.reading(requiring: [.text, .label]), on: runOptions.parallelism,
      progress: meter.handler)
    let examples = try Examples(dataset, classes: classOptions.selection)
    let plan =
      try designOptions.foldsFile.map { try FoldsFile.read($0, examples: examples) }
      ?? NestedFoldPlan(design, of: examples, progress: meter.handler)
    let split = designOptions.foldsFile.map { "as in \($0)" } ?? design.description
    let summary = SplitSummary(plan, of: examples, split: split, file: out)
    if let out {
      let bytes = try FoldsFile.bytes(of: plan, examples: examples, format: Self.format(of: out))
      if writesToStandardOutput {
        meter.clear()
        try StandardStream.output.write(bytes)
      } else {
        try OutputFile.write(bytes, to: out, replacing: output.force)
      }
    }
    meter.clear()
    for note in summary.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    try say(Presentation(report: summary.report, json: try JSONValue(encoding: summary)))
  }

  /// Two results cannot share the standard output: where the plan goes there, the counts are a note.
  private func say(_ presentation: Presentation) throws {
    if writesToStandardOutput, output.output == nil || output.output == "-" {
      guard !runOptions.quiet else { return }
      try StandardStream.error.write(try presentation.text(as: output.format(orElse: .text), for: .error) + "\n")
    } else {
      try output.write(presentation)
    }
  }

  private static func format(of path: String) -> CorpusFormat {
    if path.hasSuffix(".tsv") { return .tsv }
    return path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") ? .jsonl : .csv
  }
}
