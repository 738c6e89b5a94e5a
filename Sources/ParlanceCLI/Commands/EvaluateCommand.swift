internal import ArgumentParser
internal import Corpora
internal import ParlanceKit
internal import Reproducibility

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score a labelled corpus that a model has not seen, and say how it fared.",
    discussion: """
      Example:
        parlance evaluate model.safetensors unseen.csv --cluster actor \\
          --output evaluation.json
      """)

  @Argument(help: "The model.")
  var model: String

  @Argument(help: "The labelled corpus; - for the standard input.")
  var corpus: String

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Figures") var evaluation: EvaluationRequestOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Result") var figures: FigureOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    try output.prepare(with: figures)
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let request = try evaluation.request(seed: runOptions.seed)
    let trained = try ModelFile.read(model)
    let dataset = try Dataset(
      path: corpus, options: try corpusOptions.reading(requiring: [.text, .label]), on: runOptions.parallelism,
      progress: meter.handler)
    let document = try EvaluationDocument(
      evaluating: trained, path: model, on: dataset, request: request, parallelism: runOptions.parallelism,
      progress: meter.handler)
    meter.clear()
    for note in document.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    try output.write(try Presentation(document), figures: figures)
  }
}
