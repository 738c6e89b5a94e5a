internal import Corpora
internal import Evaluation
internal import Reports

extension ActorComparisonDocument {
  /// More panels than a page shows well.
  private static let mostPanels = 12

  /// Each actor over the parts of the calendar, where they were asked for.
  var seriesSection: ReportSection? {
    guard let period, !periods.isEmpty else { return nil }
    let rows = periods.map { one -> [ReportValue] in
      [.text(one.actor), .text(one.period), .count(one.n), .count(one.clusters), one.value.reportValue]
    }
    let days = periods.map(\.middleDay)
    let panels = actors.prefix(Self.mostPanels).map { actor in
      ReportFigure.TimeSeries.Panel(
        label: actor.actor,
        points: periods.filter { $0.actor == actor.actor }.map { one in
          .init(
            position: Double(one.middleDay), label: one.period, value: one.value.value, low: one.value.low,
            high: one.value.high)
        })
    }
    let figure = ReportFigure(
      title: "\(measure.title.capitalizedFirst) by \(period.rawValue)",
      caption: "Bands are \(confidence.percentText) intervals, each for itself; lines break where nobody spoke.",
      drawing: .timeSeries(
        .init(
          panels: Array(panels), ticks: TimeTicks((days.min() ?? 0)...(days.max() ?? 0)).marks, measure: measure.title
        )))
    let table = ReportTable(
      caption: "\(measure.title.capitalizedFirst) by \(period.rawValue), gaps shown",
      columns: [by, period.rawValue, "n", "clusters", measure.title].map { ReportColumn($0) }, rows: rows)
    return ReportSection(heading: "By \(period.rawValue)", blocks: [.figure(figure), .table(table)])
  }

  /// Who speaks how of whom, where it was asked for.
  var dyadSection: ReportSection? {
    guard !dyads.isEmpty else { return nil }
    let table = ReportTable(
      caption: "\(measure.title.capitalizedFirst) of each actor's statements on each target",
      columns: [by, "target", "n", "clusters", measure.title, "partially pooled"].map { ReportColumn($0) },
      rows: dyads.map { one in
        [
          .text(one.actor), .text(one.target), .count(one.n), .count(one.clusters), one.value.reportValue,
          one.shrunken.reportValue,
        ]
      })
    return ReportSection(
      heading: "Who speaks of whom", blocks: [DyadMatrix(self)?.figure].compactMap(\.self) + [.table(table)])
  }
}

/// The dyads as a matrix, those who have most statements where there are too many.
private struct DyadMatrix {
  let figure: ReportBlock

  private static let mostNames = 25

  init?(_ document: ActorComparisonDocument) {
    let dyads = document.dyads
    let actors = Self.largest(dyads.map { ($0.actor, $0.n) })
    let targets = Self.largest(dyads.map { ($0.target, $0.n) })
    let isPooled = dyads.contains { $0.shrunken.value != nil }
    var cells = [[ReportFigure.Matrix.Cell?]](
      repeating: [ReportFigure.Matrix.Cell?](repeating: nil, count: targets.count), count: actors.count)
    for dyad in dyads {
      guard let row = actors.firstIndex(of: dyad.actor), let column = targets.firstIndex(of: dyad.target) else {
        continue
      }
      let value = dyad.shrunken.value == nil ? dyad.value : dyad.shrunken
      cells[row][column] = value.value.map { .init(value: $0, low: value.low, high: value.high, count: dyad.n) }
    }
    guard !actors.isEmpty, !targets.isEmpty else { return nil }
    let statements = dyads.reduce(0) { $0 + $1.n }
    let mean = dyads.reduce(0) { $0 + Double($1.n) * ($1.value.value ?? 0) } / Double(max(1, statements))
    let name = document.positive ?? "positive"
    figure = .figure(
      ReportFigure(
        title: "Who speaks how of whom",
        caption:
          "Rows speak, columns are spoken of. \(isPooled ? "Partially pooled values" : "Values") above the mean of all "
          + "statements on a target are of one colour, those below of the other; small numbers count statements.",
        drawing: .matrix(
          .init(
            rows: actors, columns: targets, cells: cells, rowName: document.by, columnName: "target",
            measure: document.measure.title, centre: mean, negativeName: "less \(name)", positiveName: "more \(name)"))
      ))
  }

  /// The names of most statements, in the order of the names.
  private static func largest(_ counts: [(name: String, count: Int)]) -> [String] {
    var totals: [String: Int] = [:]
    for one in counts { totals[one.name, default: 0] += one.count }
    let names = totals.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let kept = Set(names.sorted { (totals[$0] ?? 0) > (totals[$1] ?? 0) }.prefix(mostNames))
    return names.filter { kept.contains($0) }
  }
}
