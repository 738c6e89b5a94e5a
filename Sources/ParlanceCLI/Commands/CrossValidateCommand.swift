internal import ArgumentParser
internal import Corpora
internal import ParlanceKit
internal import Reproducibility

struct CrossValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crossvalidate",
    abstract: "Train and test in folds, each with nothing learnt from the rows it is tested on.",
    discussion: """
      Figures are computed once, on the predictions of all folds together.

      Example:
        parlance crossvalidate notebooks-data/statements.csv --where lang=en \\
          --classes escalatory,deescalatory --split leave-one-out:crisis \\
          --grid C=0.1,1,10 --output evaluation.json
      """)

  @Argument(help: "The labelled corpus; - for the standard input.")
  var corpus: String

  @Option(
    help: ArgumentHelp(
      "Write what each row was given by a model that had not seen it to this table, which compare-models takes.",
      valueName: "file"))
  var predictions: String?

  @Flag(help: "Put the corpus's own columns beside those predictions.")
  var keep = false

  @OptionGroup var validation: CrossValidationOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Result") var figures: FigureOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    if keep, predictions == nil { throw ValidationError("--keep says what --predictions writes, which is not given") }
  }

  func run() throws {
    try output.prepare(with: figures)
    if let predictions { try OutputFile.checkWritable(path: predictions, replacing: output.force) }
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let planning = try validation.planning(seed: runOptions.seed)
    let configuration = try validation.configuration(isQuiet: runOptions.quiet)
    let request = try validation.evaluation.request(seed: runOptions.seed)
    let dataset = try Dataset(
      path: corpus, options: try validation.corpusOptions.reading(requiring: [.text, .label]),
      on: runOptions.parallelism,
      progress: meter.handler)
    var scores: OutOfFoldScores?
    let document = try EvaluationDocument(
      crossValidating: configuration, on: dataset, plan: planning, request: request,
      parallelism: runOptions.parallelism, progress: meter.handler, takeScores: { found, _ in scores = found })
    meter.clear()
    if let predictions, let scores {
      let format = CorpusFormat(path: predictions).flatMap { [.tsv, .jsonl].contains($0) ? $0 : nil } ?? .csv
      let text = try RowTable(scores, keepsColumns: keep).text(as: format)
      try OutputFile.write(Array(text.utf8), to: predictions, replacing: output.force)
    }
    for note in document.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    try output.write(try Presentation(document), figures: figures)
  }
}
