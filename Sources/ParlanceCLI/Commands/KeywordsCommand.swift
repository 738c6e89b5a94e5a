internal import ArgumentParser
internal import Corpora
internal import ParlanceKit
internal import Reproducibility

struct KeywordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywords",
    abstract: "Find the words that set groups apart: Fightin' Words, keyness, and how sure they are.",
    discussion: """
      Compares one group with another or with the rest, or each group with the rest: \
      log-odds with an informative Dirichlet prior, the log-likelihood ratio with \
      Williams' correction, and the log ratio, with intervals over documents. Rows go \
      out as CSV or JSON, the surest words as text.

      Example:
        parlance keywords speeches.csv --by actor --group Lavrov \\
          --cluster article --context 2 --format text
      """)

  @Argument(help: "The corpus; - for the standard input.")
  var corpus: String

  @OptionGroup var keywords: KeywordOptions

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Result") var figures: FigureOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    try output.prepare(with: figures)
    let request = try keywords.request(seed: runOptions.seed)
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let rows = try CorpusReader.read(
      corpus, options: try corpusOptions.reading(requiring: [.text]), on: runOptions.parallelism,
      progress: meter.handler)
    let document = try KeywordDocument(rows, request: request, on: runOptions.parallelism, progress: meter.handler)
    meter.clear()
    for note in document.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    let isForEyes = output.output == nil && StandardStream.output.isTerminal
    try output.write(
      try Presentation(document), figures: figures, orElse: isForEyes ? .text : .csv)
  }
}
