/// Draws series over time in panels one above the other, on one axis of time.
struct TimeSeriesDrawing {
  let series: ReportFigure.TimeSeries
  /// The rows of the events' numbers, above the panels.
  private let flags: [EventFlags.Flag]
  private let ticks: [Tick]
  private let bounds: (time: (low: Double, high: Double), value: (low: Double, high: Double))

  private static let (left, right) = (46.0, SVG.width - 14)
  private static let (pitch, plotHeight) = (84.0, 62.0)
  private static let (measureHeight, axisHeight) = (20.0, 28.0)
  private static let labelColumns = 30

  /// A tick of the axis of time that has room for its text.
  private struct Tick {
    let text: String
    let x: Double
    /// The middle of the text, which is kept within the image.
    let middle: Double
  }

  init(series: ReportFigure.TimeSeries) {
    self.series = series
    bounds = (series.timeBounds, series.valueBounds)
    let axis = PlotFrame(
      left: Self.left, top: 0, width: Self.right - Self.left, height: 0, horizontal: bounds.time, vertical: (0, 1))
    flags = EventFlags.placed(series.numberedEvents, along: axis)
    ticks = Self.placed(series.ticks, along: axis)
  }

  func write(_ description: SVG.Description, to writer: inout MarkupWriter) {
    let frames = series.panels.indices.map(frame)
    let bottom = frames.last?.bottom ?? top
    let keyTop = bottom + Self.axisHeight
    SVG.image(description, height: keyTop + EventFlags.keyHeight(of: flags.count), to: &writer) { image in
      image.label("axis-name", "↑ " + SVG.cut(series.measure, columns: 58), x: 4, y: 12)
      image.lineBreak()
      for frame in frames { writeGrid(frame, to: &image) }
      for tick in ticks { image.label("tick", tick.text, x: tick.middle, y: bottom + 17, anchor: .middle) }
      image.lineBreak()
      EventFlags.write(flags, from: Self.measureHeight, to: bottom, out: &image)
      for (panel, frame) in zip(series.panels, frames) { write(panel, in: frame, to: &image) }
      EventFlags.writeKey(flags, top: keyTop, to: &image)
    }
  }

  private var top: Double { Self.measureHeight + EventFlags.height(of: flags) }

  /// Where a panel stands.
  func frame(ofPanel index: Int) -> PlotFrame {
    PlotFrame(
      left: Self.left, top: top + Self.pitch * Double(index + 1) - Self.plotHeight, width: Self.right - Self.left,
      height: Self.plotHeight, horizontal: bounds.time, vertical: bounds.value)
  }

  private func writeGrid(_ frame: PlotFrame, to writer: inout MarkupWriter) {
    frame.writeVerticalTicks(count: 4, to: &writer)
    for tick in ticks { writer.line("grid", x1: tick.x, y1: frame.top, x2: tick.x, y2: frame.bottom) }
    writer.line("base", x1: frame.left, y1: frame.bottom, x2: frame.right, y2: frame.bottom)
    if let reference = series.reference, reference.isFinite {
      writer.line("chance", x1: frame.left, y1: frame.y(reference), x2: frame.right, y2: frame.y(reference))
    }
    writer.lineBreak()
  }

  /// The ticks whose texts do not run into those before them.
  private static func placed(_ marks: [ReportFigure.TimeSeries.Mark], along axis: PlotFrame) -> [Tick] {
    var taken = 0.0
    return marks.filter(\.position.isFinite).compactMap { mark in
      let text = SVG.cut(mark.label, columns: 14)
      let half = LetterWidth.of(text, size: 11) / 2
      let x = axis.x(mark.position)
      let middle = min(x, SVG.width - half)
      guard middle - half >= taken else { return nil }
      taken = middle + half + 4
      return Tick(text: text, x: x, middle: middle)
    }
  }

  private func write(_ panel: ReportFigure.TimeSeries.Panel, in frame: PlotFrame, to writer: inout MarkupWriter) {
    let label = SVG.cut(panel.label, columns: Self.labelColumns)
    ChangeMarks(changes: panel.changes, frame: frame).write(
      besideLabelOfWidth: LetterWidth.of(label, size: 12), to: &writer)
    let dots = panel.dots.filter { $0.position.isFinite && $0.value.isFinite }
    writer.dots("speck", dots.map { (x: frame.x($0.position), y: frame.y($0.value)) })
    for run in panel.runs {
      for part in run.split(whereSeparator: { $0.interval == nil }) {
        writeInterval(Array(part), in: frame, to: &writer)
      }
      writeLine(run, in: frame, to: &writer)
    }
    writer.label("name halo", label, x: frame.left, y: frame.top - 6)
    writer.lineBreak()
  }

  private func writeInterval(
    _ points: [ReportFigure.TimeSeries.Point], in frame: PlotFrame, to writer: inout MarkupWriter
  ) {
    let ends = points.compactMap { point in
      point.interval.map { (x: frame.x(point.position), low: frame.y($0.low), high: frame.y($0.high)) }
    }
    if let only = ends.first, ends.count == 1 {
      writer.line("whisker", x1: only.x, y1: only.low, x2: only.x, y2: only.high)
    } else {
      let upper = Self.simplified(ends.map { (x: $0.x, y: $0.high) })
      writer.path("interval", upper + Self.simplified(ends.map { (x: $0.x, y: $0.low) }).reversed())
    }
  }

  private func writeLine(
    _ points: [ReportFigure.TimeSeries.Point], in frame: PlotFrame, to writer: inout MarkupWriter
  ) {
    let places = points.compactMap { point in
      point.value.map { (x: frame.x(point.position), y: frame.y($0)) }
    }
    if let only = places.first, places.count == 1 {
      writer.circle("dot series-1", x: only.x, y: only.y, radius: 3.5)
    } else {
      writer.path("curve thin series-1", Self.simplified(places))
    }
  }

  private static func simplified(_ places: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    LineSimplification.simplified(LineSimplification.thinned(places, columnWidth: 1), tolerance: 0.15)
  }
}
