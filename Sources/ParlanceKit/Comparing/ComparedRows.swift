internal import Comparisons
internal import Corpora
internal import Evaluation
internal import Quotation

/// The statements that are compared, each with its actor, its cluster and its scores.
struct ComparedRows {
  /// The rows of the corpus.
  let rows: [Int]
  /// The actors, in the order of their names.
  let actors: GroupIndex
  /// The cluster of each statement, as text.
  let clusters: [String]
  /// Who said what in which cluster.
  let table: ClusterTable
  /// The probability of each statement.
  let probabilities: [Double]
  /// The log-odds of each; nil where some have none.
  let logits: [Double]?
  /// The part of time of each; nil where none was asked for.
  let periods: [Int]?
  /// More estimates than this have a covariance that fills the memory.
  static let mostEstimates = 3_000
  /// What was left out, in sentences.
  let notes: [String]

  /// - Parameter fewestActors: how many there have to be.
  /// - Throws: `CorpusError` for columns that are not there; `ConfigurationError` for an empty cell of the clusters, dates that
  ///   tell no period, unknown members of groups, and too few actors.
  init(_ scored: ScoredCorpus, selection: ActorSelection, fewestActors: Int = 2) throws {
    let corpus = scored.corpus
    let written = try corpus.values(meaning: selection.by)
    var notes: [String] = []
    let named = written.indices.filter { !written[$0].isEmpty }
    if named.count < written.count {
      notes.append("\(written.count - named.count) of \(written.count) rows left out, whose \(selection.by) is empty")
    }
    let names = try selection.groups?.gathering(written) ?? written
    let everybody = GroupIndex(named.map { names[$0] })
    let kept = named.indices.filter { everybody.rows[everybody.numbers[$0]].count >= selection.minimumStatements }
    let rows = kept.map { named[$0] }
    self.rows = rows
    actors = GroupIndex(rows.map { names[$0] })
    if actors.names.count < everybody.names.count {
      notes.append(
        "\(everybody.names.count - actors.names.count) of \(everybody.names.count) left out, who have fewer than "
          + "\(selection.minimumStatements) statements")
    }
    guard actors.names.count >= fewestActors else {
      let found = actors.names.first.map { "only \($0.quoted)" } ?? "nobody"
      let expected = fewestActors > 1 ? "at least two to compare were" : "somebody was"
      throw ConfigurationError(
        "\(corpus.source.name) has \(found) in the column of \(selection.by) (\(expected) expected)",
        hint: "--by names the column of those who are compared; --where, --groups and --minimum leave some out")
    }
    guard actors.names.count <= Self.mostEstimates else {
      throw ConfigurationError(
        "\(corpus.source.name) has \(actors.names.count) different values of \(selection.by) (at most \(Self.mostEstimates) were "
          + "expected)",
        hint: "--minimum leaves out those of few statements; --by may name another column than is meant")
    }
    clusters = try Self.clusters(of: corpus, rows: rows, column: selection.cluster)
    let index = GroupIndex(clusters)
    table = ClusterTable(
      actors: actors.numbers, actorCount: actors.names.count, clusters: index.numbers, clusterCount: index.names.count)
    probabilities = rows.map { scored.probabilities[$0] }
    logits = scored.logits.map { logits in rows.map { logits[$0] } }
    periods = try selection.period.map { period in
      let numbers = try period.numbers(of: corpus)
      return rows.map { numbers[$0] }
    }
    self.notes = notes
  }

  /// What to say of extracted statements that only pass on what others said, whose words then count for both.
  func reportNote(of corpus: Corpus) -> String? {
    guard corpus.columnNames.contains("voice"), let voices = try? corpus.values(ofColumn: "voice") else { return nil }
    let passedOn = rows.count { voices[$0] == Attribution.Voice.reports.rawValue }
    return passedOn == 0
      ? nil
      : "\(passedOn) statements pass on what others said (voice=reports), whose words count for both: --where voice=asserts "
        + "--where voice=denies leaves them out"
  }

  private static func clusters(of corpus: Corpus, rows: [Int], column: String?) throws -> [String] {
    // Rows by themselves are numbered, since ids may be there twice.
    guard let column else { return rows.map { String($0) } }
    let values = try corpus.values(meaning: column)
    if let row = rows.first(where: { values[$0].isEmpty }) {
      throw ConfigurationError(
        "\(corpus.place(ofRow: row)): \(column.quoted) is empty, as in \(rows.count { values[$0].isEmpty }) of "
          + "\(rows.count) rows (what tells clusters apart was expected in each)",
        hint: "fill it, or cluster by another column")
    }
    return rows.map { values[$0] }
  }

  /// What is compared, statement by statement.
  ///
  /// - Throws: `ConfigurationError` where logits are asked for and some have none.
  func values(of measure: ComparisonMeasure, threshold: Double) throws -> [Double] {
    switch measure {
    case .probability: return probabilities
    case .share: return probabilities.map { $0 >= threshold ? 1 : 0 }
    case .logit:
      guard let logits else {
        throw ConfigurationError(
          "some probabilities are 0 or 1, which have no log-odds (--measure logit needs finite ones)",
          hint: "compare probabilities, or give a table with a column logit")
      }
      return logits
    }
  }

  /// The columns that actors are made alike in.
  ///
  /// - Throws: `CorpusError` for columns that are not there; `ConfigurationError` for one with too many values.
  func controls(of corpus: Corpus, request: ActorComparisonRequest) throws -> [Control] {
    try request.adjust.map { name in
      let written: [String]
      if name == ActorComparisonRequest.periodName, let period = request.selection.period, let periods {
        written = periods.map { period.name(of: $0) }
      } else {
        let values = try corpus.values(meaning: name)
        written = rows.map { values[$0] }
      }
      let index = GroupIndex(written)
      guard index.names.count > 1, index.names.count <= min(500, rows.count / 2) else {
        throw ConfigurationError(
          "--adjust \(name): the column has \(index.names.count) different values in \(rows.count) statements "
            + "(2 to \(min(500, rows.count / 2)) were expected)", hint: "adjust for columns whose values repeat")
      }
      return Control(name: name, levels: index.names.map { $0.isEmpty ? "(empty)" : $0 }, codes: index.numbers)
    }
  }
}
