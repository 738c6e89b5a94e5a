internal import ArgumentParser
internal import Corpora
internal import Evaluation
internal import ParlanceKit
internal import Reproducibility

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Look for what makes an experiment's figures better than they ought to be.",
    discussion: """
      Findings are named as Kapoor and Narayanan number leaks (L1.1 to L3.3). The exit status is 1 where one is severe.

      Example:
        parlance audit notebooks-data/statements.csv --where lang=en \\
          --classes escalatory,deescalatory --split leave-one-out:crisis
      """)

  @Argument(help: "The labelled corpus; - for the standard input.")
  var corpus: String

  @Option(
    help: ArgumentHelp(
      "A column whose values rows of training and test must not share; repeat it for more. Columns called doc, speech, "
        + "meeting and the like are looked at unasked.", valueName: "column"))
  var group: [String] = []

  @Option(help: ArgumentHelp("Words or phrases by which labels may have been given, one a line.", valueName: "file"))
  var lexicon: String?

  @Option(
    help: ArgumentHelp(
      "A result of evaluate or crossvalidate on the same corpus, as JSON; repeat it for all there are.",
      valueName: "file"))
  var evaluation: [String] = []

  @Flag(inversion: .prefixedNo, help: "Train models to find out whether they learn who speaks.")
  var probes = true

  @Option(help: "The number of bootstrap resamples for intervals, over actors where there are any.")
  var resamples = 1000

  @OptionGroup(title: "Folds") var designOptions: DesignOptions
  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Classes") var classOptions: ClassOptions
  @OptionGroup(title: "Features") var featureOptions: FeatureOptions
  @OptionGroup(title: "Model") var modelOptions: ModelOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    try output.prepare()
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let request = AuditRequest(
      design: try designOptions.design(dateColumn: corpusOptions.dateColumn, seed: runOptions.seed, isNested: false),
      foldsFile: designOptions.foldsFile, groupColumns: group,
      lexicon: try lexicon.map { try Self.lines(of: $0) } ?? [],
      evaluations: try evaluation.map { try EvaluationDocument.read($0) }, makesProbes: probes)
    let configuration = TrainingConfiguration(
      classes: classOptions.selection, features: try featureOptions.configuration(isQuiet: runOptions.quiet),
      model: try modelOptions.configuration())
    var options = EvaluationOptions()
    options.resampleCount = resamples
    options.seed = runOptions.seed
    let dataset = try Dataset(
      path: corpus, options: try corpusOptions.reading(requiring: [.text, .label]), on: runOptions.parallelism,
      progress: meter.handler)
    let document = try AuditDocument(
      request, of: configuration, on: dataset, options: try options.validated().values,
      parallelism: runOptions.parallelism, progress: meter.handler)
    meter.clear()
    try output.write(Presentation(document))
    if document.isSevere {
      let count = document.findings.count { $0.severity == .severe }
      throw CheckFailure(message: "\(corpus): \(count) severe \(count == 1 ? "finding" : "findings")")
    }
  }

  private static func lines(of path: String) throws -> [String] {
    String(decoding: try InputFile.contents(of: path), as: UTF8.self).split(whereSeparator: \.isNewline).map(
      String.init)
  }
}

extension Presentation {
  /// An audit: its rows are the findings.
  fileprivate init(_ document: AuditDocument) throws {
    self.init(
      report: document.report, json: try JSONValue(encoding: document),
      rows: RowTable(
        columns: ["type", "severity", "check", "message", "rows", "of"],
        rows: document.findings.map { finding in
          [
            .string(finding.type.rawValue), .string(finding.severity.rawValue), .string(finding.check),
            .string(finding.message), finding.evidence.rows.map { .integer($0) } ?? .null,
            finding.evidence.of.map { .integer($0) } ?? .null,
          ]
        }))
  }
}
