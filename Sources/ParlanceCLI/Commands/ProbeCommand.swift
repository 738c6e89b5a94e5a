internal import ArgumentParser
internal import ParlanceKit
internal import Reproducibility

struct ProbeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract: "Put minimal pairs to a model: does it follow stance where words do not?",
    discussion: """
      Each pair has a text that should score lower and one that should score higher, \
      or two that should not differ. A table of your own has the columns family, low, \
      high, and where wanted id, lang, and expected (higher or same).

      Example:
        parlance probe models/escalation-en.safetensors --where lang=en
      """)

  @Argument(help: "The model.")
  var model: String

  @Argument(help: "The pairs: .csv, .tsv or .jsonl; - for the standard input. Those that ship, where none are named.")
  var pairs: String?

  @Option(
    help: ArgumentHelp("End with status 1 unless this share of the pairs is ordered as expected.", valueName: "share"))
  var require: Double?

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    if let require, !(0...1).contains(require) {
      throw ValidationError("--require \(require) (a share from 0 to 1 was expected)")
    }
  }

  func run() throws {
    try output.prepare()
    let trained = try ModelFile.read(model)
    let suite = try ProbeSuite(path: pairs, options: corpusOptions.reading(requiring: []))
    let document = try ProbeDocument(suite, model: trained, path: model, on: runOptions.parallelism)
    try output.write(
      Presentation(
        report: document.report, json: try JSONValue(encoding: document), rows: Self.rows(of: document)))
    guard let require else { return }
    for all in document.overall where (all.share.value ?? 0) < require {
      throw CheckFailure(
        message:
          "\(all.higher) of \(all.pairs) pairs\(all.lang.isEmpty ? "" : " in \(all.lang)") are ordered as expected"
          + " (a share of \(require) was required)")
    }
  }

  private static func rows(of document: ProbeDocument) -> RowTable {
    RowTable(
      columns: ["id", "family", "lang", "expected", "lowLogit", "highLogit", "isHigher"],
      rows: document.pairs.map { pair in
        [
          .string(pair.id), .string(pair.family), .string(pair.lang), .string(pair.expected.rawValue),
          .number(pair.lowLogit), .number(pair.highLogit), .boolean(pair.isHigher),
        ]
      })
  }
}
