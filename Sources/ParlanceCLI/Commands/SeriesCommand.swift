internal import ArgumentParser
internal import ParlanceKit
internal import Reproducibility

struct SeriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "series",
    abstract: "Follow actors' rhetoric over time: series with intervals, changes, and who follows whom.",
    discussion: """
      SCORES is a model, which scores the statements of CORPUS, or a table of scores \
      as predict --keep writes it, which needs no corpus. Statements need dates. Name \
      with --cluster what belongs together, as speeches or articles do.

      Example:
        parlance predict models/escalation-en.safetensors speeches.csv --keep > scores.csv
        parlance series scores.csv --cluster speech --events events.csv \\
          --exchange "Sergey Lavrov - Nikol Pashinyan"
      """)

  @OptionGroup var input: ScoredCorpusOptions
  @OptionGroup var series: SeriesOptions

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Result") var figures: FigureOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    try output.prepare(with: figures)
    let request = try series.request(seed: runOptions.seed, on: runOptions.parallelism)
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let scored = try input.read(corpusOptions, for: "series", run: runOptions, progress: meter.handler)
    let document = try ActorSeriesDocument(scored, request: request, on: runOptions.parallelism)
    meter.clear()
    for note in document.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    try output.write(try Presentation(document), figures: figures)
  }
}
