internal import ArgumentParser
internal import Corpora
internal import Evaluation
internal import ParlanceKit
internal import Reports
internal import Reproducibility
internal import Synchronization
internal import TextFeatures

struct LexiconScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Count a dictionary's categories in each statement, and score it by two poles or by weights.",
    discussion: """
      The dictionary is quanteda's YAML (.yml), LIWC's .dic, Lexicoder's .lc3, a list \
      of words with weights (.csv, .tsv, .txt), or escalation-moves-en or -ru, which \
      ship with the program. Rows go out as CSV or JSON, a summary as text; with \
      labels it says how well the score tells them apart.

      Example:
        parlance lexicon score escalation-moves-en statements.csv --format text
      """)

  @Argument(help: "The dictionary.")
  var dictionary: String

  @Argument(help: "The corpus; - for the standard input.")
  var corpus: String

  @Option(
    help: ArgumentHelp("A category of the upper pole, with all within it; repeat it for more.", valueName: "category"))
  var positive: [String] = []

  @Option(help: ArgumentHelp("A category of the lower pole; repeat it for more.", valueName: "category"))
  var negative: [String] = []

  @Option(
    help: "Categories like neg_positive: keep them as they are, or swap them between the poles.")
  var negation: LexiconNegation = .keep

  @Flag(help: "Put the corpus's own columns beside the scores.")
  var keep = false

  @Option(help: "The label that a high score should go with (escalatory, where there is one).")
  var positiveClass: String?

  @Option(
    help: ArgumentHelp(
      "The labels to compare, others being left out; 'rest' gathers all others.", valueName: "label,label"))
  var classes: String?

  @Option(help: "The number of bootstrap resamples for intervals; 0 for none.")
  var resamples = 1000

  @OptionGroup var intervals: ConfidenceOption

  @Option(
    help: ArgumentHelp("Resample whole groups of rows: those with one value in this column.", valueName: "column"))
  var cluster: String?

  @OptionGroup(title: "Corpus") var corpusOptions: CorpusOptions
  @OptionGroup(title: "Result") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    try output.prepare()
    let file = try LexiconFile(path: dictionary)
    for note in file.notes { Notes.say(note, isQuiet: runOptions.quiet) }
    let poles = try LexiconPoles(positive: positive, negative: negative, negation: negation, in: file.lexicon)
    let scorer = LexiconScorer(file.lexicon, poles: poles, negation: negation)
    let options = try evaluationOptions()
    let meter = ProgressMeter(isQuiet: runOptions.quiet)
    let stream = try LexiconStream(
      path: corpus, options: try corpusOptions.reading(requiring: [.text]), scorer: scorer, on: runOptions.parallelism,
      progress: meter.handler)
    let isForEyes = output.output == nil && StandardStream.output.isTerminal
    let format = output.format(orElse: isForEyes ? .text : .csv)
    switch format {
    case .text, .markdown, .html:
      let document = try summary(of: stream, scorer, options: options, meter: meter)
      try output.write(
        Presentation(report: document.report, json: try JSONValue(encoding: document)), orElse: format)
    case .csv, .json, .jsonl: try writeRows(of: stream, scorer, as: format, options: options, meter: meter)
    }
  }

  private func evaluationOptions() throws -> ValidatedEvaluationOptions {
    var options = EvaluationOptions()
    options.resampleCount = resamples
    options.confidence = intervals.confidence
    options.seed = runOptions.seed
    return try options.validated()
  }

  private func document(
    _ tally: LexiconTally, _ scorer: LexiconScorer, options: ValidatedEvaluationOptions, meter: ProgressMeter
  ) throws -> LexiconDocument {
    let selection = ClassSelection(
      positive: positiveClass, names: classes.map { $0.split(separator: ",").map(String.init) } ?? [])
    let document = try LexiconDocument(
      tally, scorer: scorer, negation: negation, path: dictionary, classes: selection, options: options,
      on: runOptions.parallelism, progress: meter.handler)
    meter.clear()
    return document
  }

  private func summary(
    of stream: borrowing LexiconStream, _ scorer: LexiconScorer, options: ValidatedEvaluationOptions,
    meter: ProgressMeter
  ) throws -> LexiconDocument {
    let tally = Mutex(LexiconTally(scorer.lexicon, keepsLabels: true, clusterColumn: cluster))
    try stream.forEach {
      $0
    } into: { batch in
      try tally.withLock { try $0.add(batch) }
    }
    return try document(tally.withLock { $0 }, scorer, options: options, meter: meter)
  }

  /// Writes rows as they come; as JSON with the summary after them.
  private func writeRows(
    of stream: borrowing LexiconStream, _ scorer: LexiconScorer, as format: OutputFormat,
    options: ValidatedEvaluationOptions, meter: ProgressMeter
  ) throws {
    let layout = LexiconRows(
      scorer.lexicon, keeping: keep ? stream.columnNames : [], idColumn: corpusOptions.idColumn ?? "id")
    let form = try RowForm(columns: layout.columns, format: format)
    let isJSON = format == .json
    let tally = Mutex(LexiconTally(scorer.lexicon, keepsLabels: isJSON, clusterColumn: cluster))
    let writer = Mutex<RowWriter?>(try RowWriter(form, output: output, member: isJSON ? "rows" : nil))
    try stream.forEach { batch in
      (batch: batch, piece: form.piece(of: try layout.rows(of: batch)))
    } into: { result in
      try tally.withLock { try $0.add(result.batch) }
      try writer.withLock { try $0?.write(result.piece) }
    }
    meter.clear()
    let summary =
      isJSON
      ? [
        (
          key: "summary",
          value: try JSONValue(
            encoding: document(tally.withLock { $0 }, scorer, options: options, meter: meter))
        )
      ] : []
    try writer.withLock { try $0.take()?.finish(with: summary) }
    let (rows, without) = tally.withLock { ($0.rows, $0.rowsWithoutMatch) }
    if without > 0 { Notes.say("no entry shows in \(without) of \(rows) rows", isQuiet: runOptions.quiet) }
  }
}

/// The rows of `lexicon score`.
private struct LexiconRows: Sendable {
  /// What rows begin with.
  private static let scores = ["id", "words", "score", "probability"]
  /// What means something else in a corpus or in predictions: a category that is called so gets a word before its name.
  private static let reserved = ["id", "text", "label", "actor", "target", "date", "lang", "weight"]

  let columns: [String]
  private let kept: [String]

  init(_ lexicon: Lexicon, keeping columns: [String], idColumn: String) {
    kept = columns.filter { $0 != idColumn }
    let own = Self.scores + (lexicon.isWeighted ? ["weight_sum"] : [])
    let counts = lexicon.categories.flatMap { category in
      let isTaken = own.contains(category.name) || Self.reserved.contains(category.name)
      return [isTaken ? "category_\(category.name)" : category.name, "\(category.name)_proportion"]
    }
    // Predictions have labels of their own.
    let taken = Set(own + counts + ["label"])
    self.columns = own + counts + kept.map { taken.contains($0) ? "corpus_\($0)" : $0 }
  }

  func rows(of batch: LexiconStream.Batch) throws -> [[JSONValue]] {
    let values = try kept.map { try batch.dataset.values(ofColumn: $0) }
    return batch.scores.enumerated().map { row, score in
      [
        .string(batch.dataset.ids[row]), .integer(score.words), .optional(score.score), .number(score.share),
      ] + (score.weight.map { [.number($0)] } ?? [])
        + score.counts.indices.flatMap { category in
          [JSONValue.integer(score.counts[category]), .optional(score.proportion(of: category))]
        } + values.map { .string($0[row]) }
    }
  }
}
