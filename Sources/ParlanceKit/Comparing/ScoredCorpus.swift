public import Corpora
internal import RealModule
public import Reproducibility

/// A corpus with a score for each of its statements.
public struct ScoredCorpus: Sendable {
  /// The statements, with their columns.
  let corpus: Corpus
  /// The probability of the positive class.
  let probabilities: [Double]
  /// Its log-odds; nil where a probability of 0 or 1 has none.
  let logits: [Double]?
  /// The class whose probability it is; nil for scores that do not tell.
  let positive: String?
  /// The file of the model or the scores.
  let scores: String
  /// The corpus.
  let data: DataSource
  /// What has to be known of the scores.
  let notes: [String]

  /// Scores the statements of a corpus with a model.
  ///
  /// - Throws: `ConfigurationError` for a corpus of numbers, or data of another kind than the model's.
  public init(_ dataset: Dataset, model: TrainedModel, path: String, on parallelism: Parallelism) throws {
    corpus = try Self.statements(of: dataset)
    let scores = try model.scores(for: dataset, on: parallelism)
    probabilities = scores.positiveProbabilities
    logits = scores.logits
    positive = model.classes.positive
    self.scores = path
    data = dataset.source
    let trained = model.record.trainingData
    notes =
      trained.sha256 == data.sha256
      ? ["\(path) was trained on rows of this file: scores of what a model has seen are too sure"] : []
  }

  /// Takes the scores of a corpus from a table of ids and probabilities.
  ///
  /// - Throws: `ConfigurationError` for rows without a score.
  public init(_ dataset: Dataset, scores file: ScoreFile) throws {
    corpus = try Self.statements(of: dataset)
    probabilities = try file.scores(of: dataset.ids, in: dataset.source.name)
    (logits, notes) = Self.logits(of: probabilities)
    positive = nil
    scores = file.path
    data = dataset.source
  }

  /// Takes what each row was given by models that had not seen it; of rows tested several times, the mean.
  ///
  /// - Throws: `ConfigurationError` for a table of numbers.
  init(_ examples: Examples, scores: OutOfFoldScores) throws {
    var sums: [Int: (sum: Double, count: Int)] = [:]
    for row in scores.rows {
      sums[row.number, default: (0, 0)].sum += row.probability
      sums[row.number, default: (0, 0)].count += 1
    }
    let tested = sums.keys.sorted()
    corpus = try Self.statements(of: examples.dataset).selecting(rows: tested)
    probabilities = tested.map { row in sums[row].map { $0.sum / Double($0.count) } ?? 0 }
    let (logits, notes) = Self.logits(of: probabilities)
    (self.logits, self.notes) = (logits, notes + ["scores are by models that had not seen the row"])
    positive = examples.classes.positive
    self.scores = "out-of-fold scores"
    data = examples.dataset.source
  }

  /// Takes scores from a table that has the corpus's columns beside them, as `predict --keep` writes it.
  ///
  /// - Throws: `CorpusError` where there is no column of probabilities; `ConfigurationError` for a cell that is none.
  public init(kept table: Corpus) throws {
    probabilities = try table.numbers(ofColumn: "probability", named: "probability (0 to 1 was expected)") {
      $0 >= 0 && $0 <= 1
    }
    if table.columnNames.contains("logit") {
      logits = try table.numbers(ofColumn: "logit", named: "logit (a finite number was expected)") { $0.isFinite }
      notes = []
    } else {
      (logits, notes) = Self.logits(of: probabilities)
    }
    corpus = table
    positive = nil
    scores = table.source.name
    data = DataSource(table.source, rows: table.count, skipped: table.skippedRows, filtered: table.filteredRows)
  }

  private static func statements(of dataset: Dataset) throws -> Corpus {
    guard case .statements(let corpus) = dataset.content else {
      throw ConfigurationError(
        "\(dataset.source.name) holds numbers (statements with the names of their actors were expected)",
        hint: "give the corpus as CSV, TSV or JSON Lines")
    }
    return corpus
  }

  private static func logits(of probabilities: [Double]) -> ([Double]?, [String]) {
    let extreme = probabilities.count { $0 <= 0 || $0 >= 1 }
    guard extreme == 0 else {
      return (nil, ["\(extreme) probabilities are 0 or 1, which have no log-odds: there are no mean logits"])
    }
    return (probabilities.map { Double.log($0) - Double.log(onePlus: -$0) }, [])
  }
}
