internal import ArgumentParser
internal import Corpora
internal import Evaluation
internal import ParlanceKit
internal import Reproducibility

struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "Say how far annotators agree: Krippendorff's alpha, kappas, and agreement label by label.",
    discussion: """
      Takes rows of id, coder and label; or a row for each unit with a column for \
      each coder (--coders names them, else all columns are taken that mean nothing \
      else); or a corpus with all labels of a row in one column. Empty cells are \
      missing labels.

      Example:
        parlance agreement annotations.csv
        parlance agreement sentences.csv --annotations-column per_annotator \\
          --cluster doc --format json
      """)

  @Argument(help: "The annotations: .csv, .tsv or .jsonl, each also gzipped; - for the standard input.")
  var file: String

  @Option(
    help: ArgumentHelp("The column that holds all labels of a row, divided by a bar.", valueName: "column"))
  var annotationsColumn: String?

  @Option(help: "What divides the labels in that column.")
  var separator = "|"

  @Option(
    help: ArgumentHelp("The column of the coders, where each label has a row (coder by default).", valueName: "column"))
  var coderColumn: String?

  @Option(help: ArgumentHelp("The columns of the coders, where each coder has one.", valueName: "column,column"))
  var coders: String?

  @Option(help: "What differences between labels mean: nominal, ordinal, interval or ratio.")
  var metric: MeasurementLevel = .nominal

  @Option(help: ArgumentHelp("The labels from low to high, where they are not numbers.", valueName: "label,label"))
  var order: String?

  @Option(help: ArgumentHelp("What stands for no label, beside empty cells.", valueName: "text,text"))
  var missing: String?

  @Option(help: "The number of bootstrap resamples for intervals; 0 for none.")
  var resamples = 1000

  @OptionGroup var intervals: ConfidenceOption

  @Option(
    help: ArgumentHelp("Resample whole groups of units: those with one value in this column.", valueName: "column"))
  var cluster: String?

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    if separator.isEmpty { throw ValidationError("--separator takes a text, not nothing") }
    if [annotationsColumn, coderColumn, coders].count(where: { $0 != nil }) > 1 {
      throw ValidationError(
        "--annotations-column, --coder-column and --coders name different forms of a table: give one of them")
    }
  }

  func run() throws {
    try output.prepare()
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    var options = EvaluationOptions()
    options.resampleCount = resamples
    options.confidence = intervals.confidence
    options.seed = runOptions.seed
    let validated = try options.validated()
    var reading = try corpusOptions.reading(requiring: [])
    reading.requiresTexts = false
    let corpus = try CorpusReader.read(
      file, options: reading, on: runOptions.parallelism, progress: meter.handler)
    let document = try AgreementDocument(
      corpus, request: request(for: corpus), options: validated, on: runOptions.parallelism, progress: meter.handler)
    meter.clear()
    for note in document.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    try output.write(try Presentation(document))
  }

  private func request(for corpus: Corpus) -> AnnotationRequest {
    let form =
      annotationsColumn.map { AnnotationForm.joined(column: $0, separator: separator) }
      ?? coderColumn.map { .long(coderColumn: $0) } ?? coders.map { .wide(coderColumns: Self.list($0)) }
      ?? .telling(from: corpus)
    return AnnotationRequest(
      form: form, level: metric, order: Self.list(order), missing: Set(Self.list(missing)), clusterColumn: cluster,
      otherColumns: [
        corpusOptions.idColumn, corpusOptions.textColumn, corpusOptions.actorColumn, corpusOptions.targetColumn,
        corpusOptions.dateColumn, corpusOptions.langColumn, corpusOptions.weightColumn,
      ].compactMap { $0 })
  }

  private static func list(_ text: String?) -> [String] { text.map { $0.split(separator: ",").map(String.init) } ?? [] }
}

extension Presentation {
  /// Agreement: its rows are the figures.
  init(_ document: AgreementDocument) throws {
    let result = document.result
    var figures: [(String, MetricValue)] = [
      ("alpha", result.alpha), ("rawAgreement", result.rawAgreement), ("meanKappa", result.meanKappa),
    ]
    for label in result.labels {
      figures += [("agreement of \(label.label)", label.agreement), ("alpha of \(label.label)", label.alpha)]
    }
    figures += result.pairs.map { ("kappa of \($0.a) and \($0.b)", $0.kappa) }
    self.init(
      report: document.report, json: try JSONValue(encoding: document),
      rows: RowTable(
        columns: ["figure", "value", "low", "high"],
        rows: figures.map { name, value in
          [.string(name)] + [value.value, value.low, value.high].map { JSONValue.optional($0) }
        }))
  }
}
