internal import Corpora
internal import Evaluation
internal import Reproducibility

/// The strata that rows are drawn from.
struct SampleStrata {
  /// What a table of the sample shows of one column of the design.
  struct Column {
    let name: String
    let values: [String]
  }

  /// The columns of the design.
  let columns: [Column]
  /// The scores that bins end with; nil where the design has no score.
  let edges: [Double]?
  /// The stratum of each row, as one text.
  let names: [String]

  /// - Throws: `CorpusError` for columns that are not there, and with places for cells that are empty or no score;
  ///   `ConfigurationError` for rows without a score.
  init(_ corpus: Corpus, request: SampleRequest, on parallelism: Parallelism) throws {
    guard case .stratified(let wanted) = request.design else {
      columns = []
      edges = nil
      names = Array(repeating: "all", count: corpus.count)
      return
    }
    guard request.binCount >= 1, request.binCount <= 1000 else {
      throw ConfigurationError("\(request.binCount) bins of the score (1 to 1000 were expected)")
    }
    var edges: [Double]?
    let columns = try wanted.map { name in
      if name == SampleRequest.scoreName, !corpus.columnNames.contains(name) {
        let scores = try Self.scores(corpus, request: request, on: parallelism)
        let bins = ScoreBins(scores, count: request.binCount)
        edges = bins.edges
        return Column(name: "score_bin", values: bins.numbers.map { String($0 + 1) })
      }
      return Column(name: Self.free(name), values: try Self.filled(name, of: corpus))
    }
    self.columns = columns
    self.edges = edges
    names = (0..<corpus.count).map { row in
      columns.map { "\($0.name)=\($0.values[row])" }.joined(separator: ", ")
    }
  }

  /// A name that is not one of the sample's own columns.
  private static func free(_ name: String) -> String {
    ["id", "text", "probability", "label"].contains(name) ? "corpus_\(name)" : name
  }

  private static func filled(_ name: String, of corpus: Corpus) throws -> [String] {
    let column = CorpusColumn(rawValue: name).flatMap { corpus.values(of: $0) }
    let values = try column ?? corpus.values(ofColumn: name)
    var faults = BadRowList(policy: .fail, canSkip: false)
    for (row, value) in values.enumerated() where value.isEmpty {
      faults.add(
        "the column \(name.quoted) of the design is empty (a value was expected)", at: corpus.place(ofRow: row),
        hint: "fill it, or keep the rows that have a value with --where")
    }
    guard faults.count == 0 else { throw faults.error }
    return values
  }

  private static func scores(_ corpus: Corpus, request: SampleRequest, on parallelism: Parallelism) throws -> [Double] {
    if let path = request.scoresPath {
      return try ScoreFile(path: path, on: parallelism).scores(of: corpus.ids, in: corpus.source.name)
    }
    guard corpus.columnNames.contains(request.scoreColumn) else {
      throw ConfigurationError(
        "\(corpus.source.name) has no column \(request.scoreColumn.quoted) of scores, which the design asks for "
          + "(columns: \(ClassSelection.list(corpus.columnNames)))",
        hint: "score it first, as with parlance predict MODEL CORPUS --keep, or name a table of scores with --scores")
    }
    var faults = BadRowList(policy: .fail, canSkip: false)
    let scores = try corpus.values(ofColumn: request.scoreColumn).enumerated().map { row, text -> Double in
      if let score = Double(text), score.isFinite { return score }
      faults.add(
        "\(text.quoted) in the column \(request.scoreColumn.quoted) (a score was expected)",
        at: corpus.place(ofRow: row),
        hint: "name the column of scores with --score-column")
      return 0
    }
    guard faults.count == 0 else { throw faults.error }
    return scores
  }
}
