internal import ArgumentParser
internal import Corpora
internal import Evaluation
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

  @Option(help: "The number of folds, where the split leaves it open.")
  var folds = 5

  @Option(
    help: ArgumentHelp(
      """
      How rows are split: stratified; group:COLUMN keeps groups together; leave-one-out:COLUMN tests each group once; forward \
      or forward:COLUMN trains on earlier dates only; forward:DATE tests what is from that date on.
      """, valueName: "split"))
  var split = "stratified"

  @Option(help: ArgumentHelp("Values of C to try, the best being reported.", valueName: "C=value,value"))
  var grid: [String] = []

  @Option(help: "The figure by which the best is chosen.")
  var selectBy: Metric = .rocAUC

  @Option(
    help: ArgumentHelp(
      "Write what each row was given by a model that had not seen it to this table, which compare-models takes.",
      valueName: "file"))
  var predictions: String?

  @OptionGroup(title: "Permutation test") var permutation: PermutationOptions
  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Classes") var classOptions: ClassOptions
  @OptionGroup(title: "Features") var featureOptions: FeatureOptions
  @OptionGroup(title: "Model") var modelOptions: ModelOptions
  @OptionGroup(title: "Figures") var evaluation: EvaluationRequestOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    try output.prepare()
    if let predictions { try OutputFile.checkWritable(path: predictions, replacing: output.force) }
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let grid = grid.isEmpty ? nil : try ParameterGrid(parsing: grid, allowedNames: [CrossValidation.strengthName])
    let planning = CrossValidationRequest(
      split: try Split(split), foldCount: folds, dateColumn: corpusOptions.dateColumn, grid: grid, metric: selectBy,
      permutations: try permutation.request())
    let configuration = TrainingConfiguration(
      classes: classOptions.selection, features: try featureOptions.configuration(),
      model: try modelOptions.configuration())
    let request = try evaluation.request(seed: runOptions.seed)
    let dataset = try Dataset(
      path: corpus, options: try corpusOptions.reading(requiring: [.text, .label]), on: runOptions.parallelism,
      progress: meter.handler)
    var scores: OutOfFoldScores?
    let document = try EvaluationDocument(
      crossValidating: configuration, on: dataset, plan: planning, request: request,
      parallelism: runOptions.parallelism, progress: meter.handler, takeScores: { scores = $0 })
    meter.clear()
    if let predictions, let scores {
      let format = CorpusFormat(path: predictions).flatMap { [.tsv, .jsonl].contains($0) ? $0 : nil } ?? .csv
      let text = try RowTable(scores).text(as: format)
      try OutputFile.write(Array(text.utf8), to: predictions, replacing: output.force)
    }
    for note in document.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    try output.write(try Presentation(document))
  }
}

extension RowTable {
  /// Rows as `predict` writes them, but for the fold in the place of the log-odds.
  fileprivate init(_ scores: OutOfFoldScores) {
    self.init(
      columns: ["id", "label", "probability", "fold"],
      rows: scores.rows.map { [.string($0.id), .string($0.label), .number($0.probability), .string($0.fold)] })
  }
}
