internal import ArgumentParser
internal import Corpora
internal import ParlanceKit
internal import Reports
internal import Reproducibility
internal import Synchronization

struct PredictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict",
    abstract: "Score statements: the most probable class, the probability of the positive one, and its log-odds.",
    discussion: """
      Reads and writes a few thousand rows at a time, so that a corpus of any size \
      fits in little memory.

      Example:
        parlance predict model.safetensors statements.csv --keep > scores.csv
      """)

  private static let scoreColumns = ["id", "label", "probability", "logit"]

  @Argument(help: "The model.")
  var model: String

  @Argument(help: "The corpus; - for the standard input.")
  var corpus: String

  @Flag(help: "Put the corpus's own columns beside the scores.")
  var keep = false

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    if let format = output.format, format == .html { throw ValidationError("predict has no html form") }
  }

  func run() throws {
    let trained = try ModelFile.read(model)
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let stream = try PredictionStream(
      path: corpus, options: try corpusOptions.reading(requiring: [.text]), model: trained, on: runOptions.parallelism,
      progress: meter.handler)
    let isForEyes = output.output == nil && StandardStream.output.isTerminal
    let kept = keep ? stream.columnNames.filter { $0 != corpusOptions.idColumn ?? "id" } : []
    // A column of the corpus that is called like a score keeps its values under another name.
    let keptNames = kept.map { Self.scoreColumns.contains($0) ? "corpus_\($0)" : $0 }
    let form = try RowForm(
      columns: Self.scoreColumns + keptNames, format: output.format(orElse: isForEyes ? .text : .csv))
    let writer = Mutex<RowWriter?>(try RowWriter(form, output: output))
    try stream.forEach { batch in
      try form.piece(of: Self.rows(of: batch, keeping: kept))
    } into: { piece in
      if isForEyes { meter.clear() }
      try writer.withLock { try $0?.write(piece) }
    }
    meter.clear()
    try writer.withLock { try $0.take()?.finish() }
  }

  private static func rows(of batch: PredictionStream.Batch, keeping columns: [String]) throws -> [[JSONValue]] {
    let values = try columns.map { try batch.dataset.values(ofColumn: $0) }
    return batch.rows.enumerated().map { index, row in
      [.string(row.id), .string(row.label), .number(row.probability), .number(row.logit)]
        + values.map { .string($0[index]) }
    }
  }
}
