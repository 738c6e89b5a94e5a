internal import ArgumentParser
internal import Corpora
internal import ParlanceKit
internal import Reports
internal import Reproducibility

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Fit features and a model to a labelled corpus.",
    discussion: """
      Writes the model and its card, a page of Markdown beside it. With no options \
      the features and the model are those of scikit-learn's TfidfVectorizer and \
      LogisticRegression, so that one can be checked against the other.

      Example:
        parlance train notebooks-data/statements.csv --where lang=en \\
          --classes escalatory,deescalatory --ngrams 1-2 --sublinear-tf \\
          --model model.safetensors
      """)

  @Argument(help: "The corpus: .csv, .tsv, .jsonl, .txt or .libsvm, each also gzipped; - for the standard input.")
  var corpus: String

  @Option(help: "The file to write the model to.")
  var model: String

  @Option(
    name: .customLong("evaluation"),
    help: ArgumentHelp(
      "Show the figures of this evaluation or cross-validation of the same recipe, saved as JSON, on the card; repeat it "
        + "for further ones.",
      valueName: "file"))
  var evaluations: [String] = []

  @Option(
    help: ArgumentHelp(
      "Keep the features of a corpus too large for memory in this scratch file, which is gone afterwards; "
        + "needs --hash-features.",
      valueName: "file"))
  var matrixFile: String?

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Classes") var classOptions: ClassOptions
  @OptionGroup(title: "Features") var featureOptions: FeatureOptions
  @OptionGroup(title: "Model") var modelOptions: ModelOptions
  @OptionGroup(title: "Calibration") var calibration: CalibrationOptions
  @OptionGroup(title: "Folds for calibration") var designOptions: DesignOptions
  @OptionGroup(title: "Stability of weights") var stabilityOptions: StabilityOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    let card = Self.cardPath(for: model)
    try OutputFile.checkWritable(path: model, replacing: output.force)
    try OutputFile.checkWritable(path: card, replacing: output.force)
    try output.prepare()
    try checkMatrixFile(besides: [corpus, model, card] + (output.output.map { [$0] } ?? []))
    let start = ContinuousClock.now
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let configuration = TrainingConfiguration(
      classes: classOptions.selection, features: try featureOptions.configuration(isQuiet: runOptions.quiet),
      model: try modelOptions.configuration(), calibration: calibration.method)
    let documents = try evaluations.map { path in (path: path, document: try EvaluationDocument.read(path)) }
    for (path, document) in documents { try document.checkRecipe(configuration, path: path) }
    let training = try train(configuration, progress: meter.handler)
    meter.clear()
    for (path, document) in documents { try document.checkData(training.model.record.trainingData, path: path) }
    let summary = TrainingSummary(training, path: model, seconds: (ContinuousClock.now - start).inSeconds)
    let cardText = training.model.card(path: model, evaluations: documents.map(\.document)).markdown()
    try ModelFile.write(training.model, to: model, replacing: output.force)
    try OutputFile.write(Array(cardText.utf8), to: card, replacing: output.force)
    for warning in summary.warnings { Notes.say(warning, isQuiet: runOptions.quiet) }
    try output.write(Presentation(report: summary.report, json: try JSONValue(encoding: summary)))
  }

  private func train(_ configuration: TrainingConfiguration, progress: ProgressHandler?) throws -> Training {
    let reading = try corpusOptions.reading(requiring: [.text, .label])
    let stability = stabilityOptions.request(seed: runOptions.seed)
    if let matrixFile {
      if stability != nil {
        throw ConfigurationError(
          "--matrix-file cannot be combined with --stability, which fits the model many times",
          hint: "leave one of them out")
      }
      return try Training(
        streaming: corpus, options: reading, matrixFile: matrixFile, replacing: output.force,
        configuration: configuration, on: runOptions.parallelism, progress: progress)
    }
    let dataset = try Dataset(path: corpus, options: reading, on: runOptions.parallelism, progress: progress)
    let design = try designOptions.design(
      dateColumn: corpusOptions.dateColumn, seed: runOptions.seed, isNested: false)
    return try Training(
      dataset, configuration: configuration,
      calibrating: CalibrationSplit(design: design, foldsFile: designOptions.foldsFile), stability: stability,
      on: runOptions.parallelism, progress: progress)
  }

  /// A scratch file takes the place of what was there: with --force it must not be something that is needed.
  private func checkMatrixFile(besides others: [String]) throws {
    guard let matrixFile else { return }
    for other in others where InputFile.isSame(matrixFile, as: other) {
      throw ConfigurationError(
        "--matrix-file \(matrixFile) is the file of the corpus, the model, its card or the result",
        hint: "give the scratch file a name of its own")
    }
    try OutputFile.checkWritable(path: matrixFile, replacing: output.force)
  }

  /// The card's file beside the model's: OUT.md for OUT.safetensors.
  static func cardPath(for model: String) -> String {
    let ending = ".safetensors"
    return (model.hasSuffix(ending) ? String(model.dropLast(ending.count)) : model) + ".md"
  }
}
