internal import ArgumentParser
internal import Corpora
internal import ParlanceKit
internal import Quotation
internal import Reproducibility
internal import Synchronization

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Find the statements in news articles: who said what, by which words, and to whom.",
    discussion: """
      Articles are plain texts (.txt), saved pages (.html, .htm), each of them \
      gzipped too, folders of them, or with --text-column the rows of tables. A \
      file that cannot be read is reported, and the rest goes on.

      Example:
        parlance extract article.txt --format text
        parlance extract article.txt | parlance predict model.safetensors - --keep
      """)

  @Argument(help: "Articles, or folders of them; - for the standard input.")
  var articles: [String]

  @Option(
    help: ArgumentHelp(
      "Names of states, capitals, bodies and what stands for them, besides those that are known (name,kind,of,language).",
      valueName: "file"))
  var gazetteer: String?

  @Option(help: "Leave out statements of which rules are less sure than this, from 0 to 1.")
  var minConfidence = 0.0

  @OptionGroup(title: "Articles") var articleOptions: ArticleOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    if output.format(orElse: .csv) == .html { throw ValidationError("extract has no html form") }
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence takes a number from 0 to 1, not \(minConfidence)")
    }
    if gazetteer == "-", articles.contains("-") {
      throw ValidationError("both the gazetteer and an article are the standard input")
    }
  }

  func run() throws {
    let extractor = StatementExtractor(gazetteer: try gazetteer.map { try Gazetteer(reading: $0) } ?? .bundled)
    let isForEyes = output.output == nil && StandardStream.output.isTerminal
    let page = try ExtractionPage(
      format: output.format(orElse: isForEyes ? .text : .csv), stream: output.output == nil ? .output : nil)
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let stream = ExtractionStream(
      paths: articles, table: try articleOptions.table(),
      options: articleOptions.extraction(minimumConfidence: minConfidence), extractor: extractor,
      on: runOptions.parallelism, progress: meter.handler)
    let sink = Mutex<ExtractionSink?>(try ExtractionSink(page, output: output, isQuiet: runOptions.quiet))
    try stream.forEach { extraction in
      try page.piece(of: extraction)
    } into: { piece in
      if isForEyes || !piece.findings.isEmpty { meter.clear() }
      try sink.withLock { try $0?.take(piece) }
    }
    meter.clear()
    try sink.withLock { try $0.take()?.finish() }
  }
}
