internal import Corpora
public import Evaluation
internal import Reproducibility

/// How well one kind of model does on actors it has seen and on others, before a date and from then on.
public struct GeneralizationMatrix: Codable, Sendable, Hashable {
  /// One of the four cells.
  public struct Cell: Codable, Sendable, Hashable {
    /// Whether training rows have statements of the same actor.
    public let isSeenActor: Bool
    /// Whether the statements are from the date on.
    public let isFuture: Bool
    /// How many statements.
    public let rows: Int
    /// By how many actors.
    public let actors: Int
    /// The area under the ROC curve, with an interval over actors; nil where there are no statements.
    public let rocAUC: MetricValue?
  }

  /// The first date of the future, as the corpus writes it.
  public let start: String
  /// The four cells, seen actors first and the past first.
  public let cells: [Cell]
}

extension GeneralizationMatrix {
  /// About this share of the statements is the future.
  private static let futureShare = 0.3
  private static let foldCount = 5

  /// - Throws: `ConfigurationError` where actors or dates are not known, `EvaluationError` where they are too few, and as
  ///   training does.
  init(_ experiment: AuditedExperiment) throws {
    guard let actors = experiment.actors else { throw ConfigurationError("no column names the actors") }
    guard let dates = experiment.days?.spans else { throw ConfigurationError("not every row has a date") }
    let days = dates.map(\.first).sorted()
    // The future begins with a date, and there is a past.
    let wanted = days[min(days.count - 1, Int((1 - Self.futureShare) * Double(days.count)))]
    let start = wanted > days[0] ? wanted : days.first { $0 > days[0] } ?? wanted
    let design = try GeneralizationDesign(
      actors: actors.numbers, dates: dates, start: start, documents: try experiment.units()?.numbers,
      foldCount: Self.foldCount)
    try design.plan.validate(labels: experiment.examples.labels, classNames: experiment.examples.classes.names)
    let predictions = try experiment.predictions(of: experiment.features, plan: design.plan)
    let cells = design.cells.flatMap { $0 }
    self.start = experiment.days?.name(ofDay: start) ?? ""
    self.cells = try GeneralizationDesign.allCells.map { kind in
      let places = cells.indices.filter { cells[$0] == kind }
      let rows = places.map { predictions.rows[$0] }
      let area = try rows.isEmpty ? nil : experiment.area(of: predictions.pooled.selecting(places: places))
      return Cell(
        isSeenActor: kind.isSeenActor, isFuture: kind.isFuture, rows: rows.count,
        actors: Set(rows.map { actors.numbers[$0] }).count, rocAUC: area)
    }
  }
}
