internal import Comparisons
internal import Corpora
internal import Evaluation

/// The values of each actor's series, by a window or by parts of the calendar.
struct SeriesValues {
  /// How values came from single statements.
  let smoothing: SeriesSmoothing
  /// The width of the window; nil for parts of the calendar.
  let width: Int?
  /// How well each width predicts; empty where it was given.
  let losses: [WidthLoss]
  /// The values of each actor.
  let points: [[SeriesPoint]]

  /// About as many days get a value, which is as many as a drawing shows.
  private static let dayCount = 240
  /// The widths to choose from: weeks, months, years.
  private static let widths = [7, 14, 30, 61, 91, 183, 365, 731, 1_096, 1_826, 3_652]

  /// - Parameter request: with all that follows from it filled in.
  init(_ timed: TimedActors, rows: ComparedRows, values: [Double], request: ActorSeriesRequest) {
    smoothing = request.smoothing ?? .kernel
    guard let kernel = smoothing.kernel else {
      let estimates = PeriodEstimate.series(
        rows, values: values, selection: request.selection, confidence: request.confidence)
      var points = [String: [SeriesPoint]]()
      for one in estimates { points[one.actor, default: []].append(SeriesPoint(one)) }
      (width, losses) = (nil, [])
      self.points = rows.actors.names.map { points[$0] ?? [] }
      return
    }
    let span = timed.days.upperBound - timed.days.lowerBound
    if let width = request.width {
      (self.width, losses) = (width, [])
    } else {
      let candidates = Self.widths.filter { $0 <= max(Self.widths[0], 2 * span) }
      let choice = SmoothingWidth(for: timed.actors, candidates: candidates, kernel: kernel)
      width = choice.days
      losses = zip(choice.candidates, choice.losses).map { WidthLoss(days: $0, loss: $1) }
    }
    let step = max(1, (span + Self.dayCount - 1) / Self.dayCount)
    let days = Array(stride(from: timed.days.lowerBound, through: timed.days.upperBound, by: step))
    let chosen = width ?? Self.widths[0]
    points = timed.actors.map { actor in
      SmoothedSeries(of: actor, at: days, width: chosen, kernel: kernel, confidence: request.confidence).points.map {
        SeriesPoint($0, measure: request.selection.measure)
      }
    }
  }
}

extension SeriesPoint {
  fileprivate init(_ estimate: PeriodEstimate) {
    (date, day) = (estimate.period, estimate.middleDay)
    (value, low, high) = (estimate.value.value, estimate.value.low, estimate.value.high)
    (n, clusters, note) = (estimate.n, estimate.clusters, estimate.value.note)
  }

  fileprivate init(_ point: SmoothedSeries.Point, measure: ComparisonMeasure) {
    (date, day) = (StatementDate.text(ofDay: point.day), point.day)
    value = point.value
    if let low = point.low, let high = point.high {
      let ends = MeasuredActors.clipped((low, high), measure: measure)
      (self.low, self.high) = (ends.low, ends.high)
    } else {
      (low, high) = (nil, nil)
    }
    (n, clusters, note) = (point.statements, point.clusters, point.note)
  }
}
