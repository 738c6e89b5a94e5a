internal import ArgumentParser
internal import Corpora
internal import Evaluation
internal import OperationalCode
internal import ParlanceKit
internal import Quotation
internal import Reports
internal import Reproducibility

struct VICSCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vics",
    abstract: "Tell actors' operational codes: verbs of self and other in six classes, and their indices.",
    discussion: """
      Counts verbs that punish, threaten, oppose, appeal, promise and reward, the \
      speaker's and those of others, pools the counts of each group, and makes the \
      indices P-1 to P-5 and I-1 to I-5 of the sums (English).

      Example:
        parlance vics speeches.csv --by country --cluster id --codings verbs.csv
        parlance vics counts.csv --counts --by actor
      """)

  @Argument(help: "The corpus; - for the standard input.")
  var corpus: String

  @Option(help: ArgumentHelp("The column whose values get indices of their own.", valueName: "column"))
  var by = "actor"

  @Option(
    help: ArgumentHelp("The column that tells speeches apart, which are resampled for intervals.", valueName: "column"))
  var cluster: String?

  @Option(help: "The number of bootstrap resamples for intervals; 0 for none.")
  var resamples = 1000

  @OptionGroup var intervals: ConfidenceOption

  @Option(help: ArgumentHelp("Say of groups with fewer words that they have too few.", valueName: "words"))
  var minimumWords = 4000

  @Flag(help: "Correct P-3, P-5 and I-3 for small counts: sum f(f-1)/(n(n-1)) for the sum of squared shares.")
  var smallSample = false

  @Option(help: ArgumentHelp("Verbs instead of those that are bundled (lemma,forms,class,note).", valueName: "file"))
  var verbs: String?

  @Option(
    help: ArgumentHelp(
      "Names of states and what stands for them, besides those that are known (name,kind,of,language).",
      valueName: "file"))
  var gazetteer: String?

  @Flag(help: "The table holds counts made elsewhere: self_punish ... other_reward, or subject, class and count.")
  var counts = false

  @Option(
    help: ArgumentHelp("Write each verb that was found to this file (.csv, .tsv, .jsonl).", valueName: "file"))
  var codings: String?

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    if minimumWords < 0 { throw ValidationError("--minimum-words takes 0 or more, not \(minimumWords)") }
    if counts,
      let option = [("--codings", codings), ("--verbs", verbs), ("--gazetteer", gazetteer)].first(where: { $0.1 != nil }
      )
    {
      throw ValidationError("\(option.0) is for statements, and --counts says that there are none")
    }
    if let codings, codings == output.output { throw ValidationError("--codings and --output name one file") }
  }

  func run() throws {
    try output.prepare()
    if let codings { try OutputFile.checkWritable(path: codings, replacing: output.force) }
    var options = EvaluationOptions()
    options.resampleCount = resamples
    options.confidence = intervals.confidence
    options.seed = runOptions.seed
    var request = OperationalCodeRequest(options: try options.validated())
    request.minimumWords = minimumWords
    request.diversity = smallSample ? .unbiased : .plugIn
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let table = try table(meter)
    if let codings { try write(table.verbs, to: codings) }
    let document = OperationalCodeDocument(
      table, request: request, on: runOptions.parallelism, progress: meter.handler)
    meter.clear()
    for note in document.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    try output.write(
      Presentation(report: document.report, json: try JSONValue(encoding: document), rows: Self.rows(of: document)))
  }

  private func table(_ meter: ProgressMeter) throws -> SpeechTable {
    var reading = try corpusOptions.reading(requiring: [])
    reading.requiresTexts = !counts
    let rows = try CorpusReader.read(corpus, options: reading, on: runOptions.parallelism, progress: meter.handler)
    if counts { return try SpeechTable(counts: rows, by: by, speechColumn: cluster) }
    let coder = VerbCoder(
      verbs: try verbs.map { try VerbList(reading: $0) } ?? .bundledEnglish,
      gazetteer: try gazetteer.map { try Gazetteer(reading: $0) } ?? .bundled)
    return try SpeechTable(
      coding: rows, by: by, speechColumn: cluster, coder: coder, on: runOptions.parallelism, progress: meter.handler)
  }

  private func write(_ verbs: [SpeechTable.FoundVerb], to path: String) throws {
    let format = CorpusFormat(path: path) ?? .csv
    var writer = try CorpusWriter(
      format: format,
      columnNames: ["id", "group", "subject", "class", "verb", "found", "start", "end", "sentence"])
    for verb in verbs {
      writer.append([
        .string(verb.id), .string(verb.group), .string(verb.coding.subject.rawValue),
        .string(verb.coding.verbClass.rawValue), .string(verb.coding.verb), .string(verb.found),
        .integer(verb.characters.lowerBound), .integer(verb.characters.upperBound), .string(verb.sentence),
      ])
    }
    try OutputFile.write(writer.takeBytes(), to: path, replacing: output.force)
  }

  /// A row a group: its size, the twelve counts, and each index with its interval.
  private static func rows(of document: OperationalCodeDocument) -> RowTable {
    let cells = VerbSubject.allCases.flatMap { subject in VerbClass.allCases.map { (subject, $0) } }
    let indices = OperationalIndex.allCases
    let columns =
      ["group", "statements", "words", "speeches", "verbs", "below_minimum"]
      + cells.map { "\($0.0.rawValue)_\($0.1.rawValue)" }
      + indices.flatMap { [$0.rawValue, "\($0.rawValue)_low", "\($0.rawValue)_high"] }
    let rows = document.groups.map { group -> [JSONValue] in
      [
        .string(group.group), .integer(group.statements), group.words.map { .integer($0) } ?? .null,
        .integer(group.speeches), .integer(group.verbs), .boolean(group.isBelowMinimum),
      ] + cells.map { .integer(group.counts[$0.0, $0.1]) }
        + indices.flatMap { index in
          let value = group.indices[index]
          return [value.value, value.low, value.high].map { JSONValue.optional($0) }
        }
    }
    return RowTable(columns: columns, rows: rows)
  }
}
