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

  @Option(
    help: ArgumentHelp(
      """
      Values of C to try, the best being reported; with --nested also of penalty, class-weight, ngrams, char-ngrams, min-df, \
      max-df, max-features and cue-length, one --grid each.
      """, valueName: "setting=value,value"))
  var grid: [String] = []

  @Flag(
    help:
      "Choose among the settings of --grid (C=0.1,1,10, where none is given) inside each fold, by inner folds of the same design."
  )
  var nested = false

  @Option(help: "The figure by which the best is chosen.")
  var selectBy: Metric = .rocAUC

  @Option(
    help: ArgumentHelp(
      "Write what each row was given by a model that had not seen it to this table, which compare-models takes.",
      valueName: "file"))
  var predictions: String?

  @OptionGroup(title: "Folds") var designOptions: DesignOptions
  @OptionGroup(title: "Permutation test") var permutation: PermutationOptions
  @OptionGroup(title: "Blocks of features") var blockOptions: BlockOptions
  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Classes") var classOptions: ClassOptions
  @OptionGroup(title: "Features") var featureOptions: FeatureOptions
  @OptionGroup(title: "Model") var modelOptions: ModelOptions
  @OptionGroup(title: "Calibration") var calibration: CalibrationOptions
  @OptionGroup(title: "Figures") var evaluation: EvaluationRequestOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    try output.prepare()
    if let predictions { try OutputFile.checkWritable(path: predictions, replacing: output.force) }
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let planning = try planning()
    let configuration = TrainingConfiguration(
      classes: classOptions.selection, features: try featureOptions.configuration(isQuiet: runOptions.quiet),
      model: try modelOptions.configuration(), calibration: calibration.method)
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

  /// How folds are made and settings chosen.
  private func planning() throws -> CrossValidationRequest {
    let hasInnerFolds = nested || calibration.method != nil
    let isPlain = !nested && !grid.isEmpty
    if hasInnerFolds, try permutation.request() != nil {
      throw ConfigurationError(
        "--permutations with \(nested ? "--nested" : "--calibrate"): every permutation would choose and calibrate anew",
        hint: "test one setting, named with --C and the like")
    }
    if isPlain, calibration.method != nil {
      throw ConfigurationError(
        "--calibrate with --grid, but without --nested: the settings would be chosen on the rows that are reported",
        hint: "add --nested")
    }
    return CrossValidationRequest(
      design: try designOptions.design(
        dateColumn: corpusOptions.dateColumn, seed: runOptions.seed, isNested: hasInnerFolds),
      foldsFile: designOptions.foldsFile,
      grid: isPlain ? try ParameterGrid(parsing: grid, allowedNames: [CrossValidation.strengthName]) : nil,
      nested: nested ? try SettingsGrid(parsing: grid.isEmpty ? ["C=0.1,1,10"] : grid) : nil, metric: selectBy,
      permutations: try permutation.request(), blocks: blockOptions.request)
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
