internal import ArgumentParser
internal import ParlanceKit
internal import Reproducibility

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare actors' rhetoric: estimates with intervals, differences, and how sure they are.",
    discussion: """
      SCORES is a model, which scores the statements of CORPUS, or a table of scores \
      as predict --keep writes it, which needs no corpus. Name with --cluster what \
      belongs together, as speeches or articles do.

      Example:
        parlance compare models/escalation-en.safetensors notebooks-data/statements.csv \\
          --by role --cluster actor --where crisis=dam --where lang=en
        parlance compare predictions.csv --cluster article \\
          --contrast "Sergey Lavrov - Nikol Pashinyan"
      """)

  @OptionGroup var input: ScoredCorpusOptions
  @OptionGroup var comparison: ComparisonOptions

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Result") var figures: FigureOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    try output.prepare(with: figures)
    let request = try comparison.request(seed: runOptions.seed)
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let scored = try input.read(corpusOptions, for: "compare", run: runOptions, progress: meter.handler)
    let document = try ActorComparisonDocument(scored, request: request, on: runOptions.parallelism)
    meter.clear()
    for note in document.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    try output.write(try Presentation(document), figures: figures)
  }
}
