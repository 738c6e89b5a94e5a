internal import ArgumentParser
internal import Corpora
internal import ParlanceKit
internal import Reproducibility

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Take one statement's score apart: what each word adds, and where it stands.",
    discussion: """
      The contributions and the intercept add up to the log-odds exactly. With the corpus \
      that the model was trained on, the probability gets an interval, and the labelled \
      statements that are most like this one are shown.

      Example:
        parlance explain models/escalation-en.safetensors \\
          "There have been no gunshots, no clashes there."
      """)

  @Argument(help: "The model.")
  var model: String

  @Argument(help: "The statement; - reads it from the standard input.")
  var text: String

  @Option(help: "With more than two classes: the class to compare the positive one with.")
  var against: String?

  @Option(
    help: ArgumentHelp(
      "How many contributions are shown each by itself, the others being added up by block (default: up to 20 that are not "
        + "small). JSON and CSV have all.", valueName: "number"))
  var top: Int?

  @Option(
    help: ArgumentHelp(
      "Labelled statements to show those most like this one; where the model learnt from them, read as it was, also for an "
        + "interval of the probability.", valueName: "file"))
  var corpus: String?

  @Option(help: ArgumentHelp("How many of the statements in --corpus to show (default: 5).", valueName: "number"))
  var nearest: Int?

  @OptionGroup var intervals: ConfidenceOption

  @Flag(help: "Write a page of HTML with the text marked, as --format html does.")
  var html = false

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    if let top, top < 0 { throw ValidationError("--top takes a number from 0, not \(top)") }
    if let nearest, nearest < 0 { throw ValidationError("--nearest takes a number from 0, not \(nearest)") }
    if !(intervals.confidence > 0 && intervals.confidence < 1) {
      throw ValidationError("--confidence takes a number between 0 and 1, not \(intervals.confidence)")
    }
    if html, let format = output.format, format != .html {
      throw ValidationError("--html together with --format \(format.rawValue): choose one of them")
    }
  }

  func run() throws {
    try output.prepare()
    try checkCorpusOptions()
    let trained = try ModelFile.read(model)
    let request = ExplanationRequest(rival: against, confidence: intervals.confidence, nearestCount: nearest ?? 5)
    let explanation = try trained.explain(try statement(), request: request, beside: try statements(for: trained))
    for note in explanation.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    let presentation = Presentation(
      report: explanation.report(showing: top), json: try JSONValue(encoding: explanation),
      rows: Self.rows(of: explanation))
    var destination = output
    if html { destination.format = .html }
    try destination.write(presentation)
  }

  private func checkCorpusOptions() throws {
    guard corpus == nil else { return }
    if nearest != nil {
      throw ConfigurationError(
        "--nearest is given without --corpus, and a model does not keep the statements it learnt from",
        hint: "name the labelled statements to look among with --corpus")
    }
    if !corpusOptions.filters.isEmpty {
      throw ConfigurationError(
        "--where is given without --corpus, whose rows it would choose", hint: "name the corpus with --corpus")
    }
  }

  private func statement() throws -> String {
    guard text == "-" else { return text }
    guard let read = String(validating: try InputFile.contents(of: "-"), as: UTF8.self) else {
      throw ConfigurationError("standard input: the statement is not UTF-8", hint: "convert it first, as with iconv")
    }
    return read
  }

  private func statements(for trained: TrainedModel) throws -> ReferenceStatements? {
    guard let corpus else { return nil }
    if corpus == "-", text == "-" {
      throw ConfigurationError("the statement and --corpus cannot both be read from the standard input")
    }
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    defer { meter.clear() }
    let dataset = try Dataset(
      path: corpus, options: try corpusOptions.reading(requiring: [.text, .label]), on: runOptions.parallelism,
      progress: meter.handler)
    return try ReferenceStatements(dataset, for: trained, on: runOptions.parallelism)
  }

  private static func rows(of explanation: Explanation) -> RowTable {
    RowTable(
      columns: ["feature", "block", "value", "weight", "contribution", "ranges"],
      rows: explanation.contributions.map { contribution in
        [
          .string(contribution.feature), .string(contribution.block), .number(contribution.value),
          .number(contribution.weight), .number(contribution.contribution),
          .string(contribution.ranges.map { "\($0.start)-\($0.end)" }.joined(separator: " ")),
        ]
      })
  }
}
