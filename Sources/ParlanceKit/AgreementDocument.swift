public import Corpora
public import Evaluation
public import Reproducibility

/// The result of `agreement`: how far annotators agree, and on what.
public struct AgreementDocument: Encodable, Sendable, Hashable {
  /// The figures.
  public let result: AgreementResult
  /// The table of annotations.
  public let data: DataSource
  /// How the table holds them: long, wide or joined.
  public let form: String
  /// The column resampled for intervals, or nil for single units.
  public let cluster: String?
  /// The version of Parlance.
  public let version: String
  /// What has to be known to read the figures.
  public let notes: [String]

  private enum Key: String, CodingKey { case data, form, cluster, version, notes }

  /// Measures agreement in `corpus`, whose rows need no statements.
  ///
  /// - Parameter options: of which the confidence, the number of resamples and the seed are used.
  /// - Throws: `ConfigurationError` for a table that does not hold what `request` says; `EvaluationError` for fewer than two
  ///   annotators, or labels that are not what the level needs.
  public init(
    _ corpus: Corpus, request: AnnotationRequest, options: ValidatedEvaluationOptions, on parallelism: Parallelism,
    progress: ProgressHandler? = nil
  ) throws {
    let table = try AnnotationTable(corpus, request: request)
    let coded = try table.coded(level: request.level, order: request.order)
    result = try AgreementAnalysis(coded, level: request.level, options: options).result(
      on: parallelism, progress: progress)
    data = DataSource(corpus.source, rows: corpus.count, skipped: corpus.skippedRows, filtered: corpus.filteredRows)
    form = request.form.title
    cluster = request.clusterColumn
    version = ProgramVersion.current
    var notes = result.notes
    if case .joined(let column, _) = request.form {
      notes.append(
        "annotators are told apart by their place in \"\(column)\": kappas mean something where one place is one person; "
          + "alpha does not depend on it")
    }
    self.notes = notes
  }

  /// Writes the figures, then where they come from.
  public func encode(to encoder: any Encoder) throws {
    try result.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(notes, forKey: .notes)
    try container.encode(form, forKey: .form)
    try container.encodeIfPresent(cluster, forKey: .cluster)
    try container.encode(data, forKey: .data)
    try container.encode(version, forKey: .version)
  }
}

extension AnnotationForm {
  /// What the form is called.
  var title: String {
    switch self {
    case .long: "long"
    case .wide: "wide"
    case .joined: "joined"
    }
  }
}
