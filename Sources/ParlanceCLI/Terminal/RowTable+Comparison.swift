internal import Comparisons
internal import Evaluation
internal import ParlanceKit
internal import Reproducibility
internal import Statistics

extension RowTable {
  /// A comparison as tidy rows: one an estimate, whose `figure` says what it is of and `method` how its interval was made.
  init(_ document: ActorComparisonDocument) {
    let columns = [
      "term", "estimate", "low", "high", "n", "clusters", "method", "figure", "p", "p_holm", "p_bh", "period", "target",
      "note",
    ]
    let robust = document.cluster == nil ? "robust t" : "cluster-robust t"
    let adjusted = document.adjust.isEmpty ? "" : ", adjusted for \(document.adjust.joined(separator: " "))"
    var rows: [[JSONValue]] = []
    for actor in document.actors {
      let size = (actor.n, actor.clusters)
      rows.append(
        Self.row(actor.actor, actor.estimate, size, method: robust + adjusted, figure: document.measure.rawValue))
      let pooled = document.pooling.map { "partially pooled, \($0.method.rawValue)" } ?? "partially pooled"
      rows.append(
        Self.row(actor.actor, actor.shrunken, size, method: pooled + adjusted, figure: document.measure.rawValue))
      for (figure, value) in [
        (ComparisonMeasure.probability, actor.meanProbability), (.logit, actor.meanLogit), (.share, actor.share),
      ] where figure != document.measure || !document.adjust.isEmpty {
        let method = figure == .share ? "Wilson, effective n" : robust
        rows.append(Self.row(actor.actor, value, size, method: method, figure: figure.rawValue))
      }
    }
    rows += document.contrasts.flatMap { Self.rows(of: $0, robust: robust, adjusted: adjusted) }
    for one in document.periods {
      rows.append(
        Self.row(
          one.actor, one.value, (one.n, one.clusters), method: robust, figure: document.measure.rawValue,
          period: one.period))
    }
    for one in document.dyads {
      let size = (one.n, one.clusters)
      for (value, method) in [(one.value, robust), (one.shrunken, "partially pooled")] {
        rows.append(
          Self.row(
            one.actor, value, size, method: method, figure: document.measure.rawValue, target: one.target))
      }
    }
    self.init(columns: columns, rows: rows)
  }

  private static func row(
    _ term: String, _ value: MetricValue, _ size: (n: Int, clusters: Int), method: String, figure: String,
    p: [Double?] = [nil, nil, nil], period: String? = nil, target: String? = nil
  ) -> [JSONValue] {
    [.string(term), .optional(value.value), .optional(value.low), .optional(value.high)]
      + [.integer(size.n), .integer(size.clusters), .string(method), .string(figure)] + p.map { JSONValue.optional($0) }
      + [.optional(period), .optional(target), .optional(value.note)]
  }

  private static func rows(of one: ComparedContrast, robust: String, adjusted: String) -> [[JSONValue]] {
    let figures = one.contrast
    let size = (figures.statements, figures.clusters)
    let test = figures.test == .exactPermutation ? "\(robust), p of exact permutation" : robust
    func value(_ estimate: Double?, _ low: Double?, _ high: Double?) -> MetricValue {
      MetricValue(value: estimate, low: low, high: high, note: figures.note)
    }
    return [
      row(
        one.label, value(figures.difference, figures.low, figures.high), size, method: test + adjusted,
        figure: "difference", p: [figures.p, figures.pAdjusted, figures.pFalseDiscovery]),
      row(
        one.label, value(figures.difference, figures.simultaneousLow, figures.simultaneousHigh), size,
        method: "simultaneous, max |t|" + adjusted, figure: "difference", p: [figures.pSimultaneous, nil, nil]),
      row(
        one.label, value(figures.effectSize, figures.effectLow, figures.effectHigh), size,
        method: "cluster bootstrap, percentile", figure: "effectSize"),
    ]
  }
}
