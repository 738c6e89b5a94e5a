public import Corpora
public import Evaluation
public import Reports
public import Reproducibility

/// Rows drawn for hand coding, with the probability that each had: the result of `sample`.
public struct SampleDocument: Encodable, Sendable, Hashable {
  /// One row.
  public struct Row: Encodable, Sendable, Hashable {
    /// Its name.
    public let id: String
    /// The statement.
    public let text: String
    /// Its values in the columns of the design.
    public let strata: [String]
    /// The probability with which it was drawn.
    public let probability: Double
    /// Its values in the columns that were kept; not part of the JSON form.
    public let kept: [String]

    private enum CodingKeys: String, CodingKey { case id, text, strata, probability }
  }

  /// One stratum.
  public struct Stratum: Encodable, Sendable, Hashable {
    /// Its values, as `column=value, column=value`.
    public let stratum: String
    /// The rows it has.
    public let rows: Int
    /// The rows drawn.
    public let drawn: Int
    /// The probability of each row to be drawn.
    public let probability: Double
  }

  /// The design as it was asked for.
  public let design: String
  /// How many rows of each stratum were drawn.
  public let allocation: SampleAllocation
  /// The columns of the design, as the rows name them.
  public let strataColumns: [String]
  /// The columns of the corpus that rows keep besides.
  public let keptColumns: [String]
  /// The scores that bins end with; nil without bins.
  public let scoreEdges: [Double]?
  /// The seed of the draws.
  public let seed: UInt64
  /// The strata, in the order of their names.
  public let strata: [Stratum]
  /// The rows drawn, in random order.
  public let rows: [Row]
  /// Where they came from.
  public let data: DataSource
  /// The version of Parlance.
  public let version: String

  /// Draws rows of `corpus`.
  ///
  /// - Throws: `CorpusError` and `ConfigurationError` for columns that cannot be used, ids that come twice, `EvaluationError` for
  ///   designs that the rows cannot carry.
  public init(_ corpus: Corpus, request: SampleRequest, on parallelism: Parallelism) throws {
    let ids = GroupIndex(corpus.ids)
    if let twice = ids.rows.first(where: { $0.count > 1 }) {
      throw ConfigurationError(
        "\(corpus.place(ofRow: twice[1])): the id \(corpus.ids[twice[1]].quoted) comes a second time "
          + "(labels find their rows by ids)",
        hint: "give each row an id of its own")
    }
    let found = try SampleStrata(corpus, request: request, on: parallelism)
    let sample = try RandomSample(
      of: request.count, from: found.names, allocation: request.allocation, seed: request.seed)
    design = request.design.description
    allocation = request.allocation
    strataColumns = found.columns.map(\.name)
    scoreEdges = found.edges
    seed = request.seed
    strata = sample.strata.map {
      Stratum(stratum: $0.name, rows: $0.rowCount, drawn: $0.drawnCount, probability: $0.probability)
    }
    let texts = corpus.texts
    let kept = request.keepsColumns ? Self.keptColumns(of: corpus, design: found) : []
    keptColumns = kept.map(\.name)
    rows = zip(sample.rows, sample.probabilities).map { row, probability in
      Row(
        id: corpus.ids[row], text: texts[row], strata: found.columns.map { $0.values[row] }, probability: probability,
        kept: kept.map { $0.values[row] })
    }
    data = DataSource(corpus.source, rows: corpus.count, skipped: corpus.skippedRows, filtered: corpus.filteredRows)
    version = ProgramVersion.current
  }

  /// All columns but those that the sample has, and what a classifier said, which coders must not see.
  private static func keptColumns(of corpus: Corpus, design: SampleStrata) -> [(name: String, values: [String])] {
    let taken = Set(["label", "probability", "logit"] + design.columns.map(\.name))
    return corpus.namedColumns.filter { column in
      column.meaning != .id && column.meaning != .text && !taken.contains(column.name)
    }.map { ($0.name, $0.values) }
  }

  /// The strata for eyes; the rows are for those who code them.
  public var report: Report {
    Report(
      title: "A sample for hand coding",
      summary: [
        ReportFact("rows drawn", .count(rows.count)), ReportFact("of", .count(data.rows)),
        ReportFact("design", .text(design), note: "shares: \(allocation.rawValue)"),
      ],
      sections: [
        ReportSection(
          heading: "Strata",
          blocks: [
            .table(
              ReportTable(
                caption: scoreEdges.map { edges in
                  "Bins of the score end at "
                    + edges.map { ReportNumber.text($0, .significant(4)) }.joined(separator: ", ")
                } ?? "",
                columns: ["stratum", "rows", "drawn", "probability"].map { ReportColumn($0) },
                rows: strata.map { stratum in
                  [
                    .text(stratum.stratum), .count(stratum.rows), .count(stratum.drawn),
                    .number(stratum.probability, .significant(6)),
                  ]
                })),
            .note("the rows themselves go to a table: --output sample.csv, or --format csv"),
          ])
      ],
      provenance: [
        ReportFact("corpus", .text(data.name), note: "SHA-256 \(data.sha256)"),
        ReportFact("seed", .text("\(seed)")), ReportFact("made with", .text("parlance \(version)")),
      ])
  }
}
