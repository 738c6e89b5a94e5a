extension ReportFigure {
  /// The figures behind the drawing, as a table: for those who cannot see it, and for forms that cannot draw.
  ///
  /// A long curve or series is shown at no more than 21 of its points, and of named points no more than 40; JSON has them all.
  public var dataTable: ReportTable {
    switch drawing {
    case .curve(let curve): curve.dataTable(caption: title)
    case .reliability(let reliability): reliability.dataTable(caption: title)
    case .confusion(let confusion): confusion.dataTable(caption: title)
    case .bars(let bars): bars.dataTable(caption: title)
    case .estimates(let estimates): estimates.dataTable(caption: title)
    case .timeSeries(let series): series.dataTable(caption: title)
    case .matrix(let matrix): matrix.dataTable(caption: title)
    case .scatter(let scatter): scatter.dataTable(caption: title)
    case .histogram(let histogram): histogram.dataTable(caption: title)
    case .annotatedText(let text): text.dataTable(caption: title)
    case .markedText(let text): text.dataTable(caption: title)
    }
  }
}

extension ReportFigure.Curve {
  private static let mostPoints = 21

  func dataTable(caption: String) -> ReportTable {
    let hasThresholds = series.contains { $0.points.contains { $0.threshold != nil } }
    var columns = [ReportColumn("Curve"), ReportColumn(horizontalName), ReportColumn(verticalName)]
    if hasThresholds { columns.append(ReportColumn("Threshold")) }
    let rows = series.flatMap { one in
      one.spreadPoints(atMost: Self.mostPoints).map { point in
        let rates: [ReportValue] = [
          .text(one.label), .number(point.x, .decimals(3)), .number(point.y, .decimals(3)),
        ]
        return hasThresholds ? rates + [.estimate(point.threshold)] : rates
      }
    }
    return ReportTable(caption: caption, columns: columns, rows: rows)
  }
}

extension ReportFigure.Curve.Series {
  /// The points that are finite.
  var drawablePoints: [ReportFigure.Curve.Point] { points.filter { $0.x.isFinite && $0.y.isFinite } }

  /// No more than `count` of the points, spread evenly along the curve, with its two ends. Complexity: O(points).
  func spreadPoints(atMost count: Int) -> [ReportFigure.Curve.Point] {
    let points = drawablePoints
    guard points.count > count, count > 1 else { return points }
    var lengths = [0.0]
    for index in 1..<points.count {
      let (before, here) = (points[index - 1], points[index])
      lengths.append(lengths[index - 1] + abs(here.x - before.x) + abs(here.y - before.y))
    }
    let total = lengths[points.count - 1]
    var chosen: [Int] = []
    var index = 0
    for step in 0..<count {
      let target = total * Double(step) / Double(count - 1)
      while index < points.count - 1, lengths[index] < target { index += 1 }
      if chosen.last != index { chosen.append(index) }
    }
    return chosen.map { points[$0] }
  }
}

extension ReportFigure.Reliability {
  func dataTable(caption: String) -> ReportTable {
    let columns = [
      ReportColumn("Predicted"), ReportColumn("Mean predicted"), ReportColumn("Observed rate"), ReportColumn("Count"),
    ]
    let rows: [[ReportValue]] = bins.map { bin in
      [
        .text(bin.rangeText), .number(bin.meanPredicted, .decimals(3)),
        .estimate(bin.observedRate, low: bin.observedLow, high: bin.observedHigh), .count(bin.count),
      ]
    }
    return ReportTable(caption: caption, columns: columns, rows: rows)
  }
}

extension ReportFigure.Reliability.Bin {
  /// The bounds: `0.2–0.3`.
  var rangeText: String {
    let digits = [lower, upper].allSatisfy { abs($0 * 10 - ($0 * 10).rounded()) < 1e-9 } ? 1 : 3
    return ReportNumber.text(lower, .decimals(digits)) + "–" + ReportNumber.text(upper, .decimals(digits))
  }
}

extension ReportFigure.Confusion {
  func dataTable(caption: String) -> ReportTable {
    let columns =
      [ReportColumn("True class")] + labels.map { ReportColumn("Predicted " + $0) }
      + [ReportColumn("Total"), ReportColumn("Found")]
    let rows: [[ReportValue]] = labels.indices.map { row in
      let total = counts[row].reduce(0, +)
      let found: ReportValue = total == 0 ? .missing : .share(Double(counts[row][row]) / Double(total))
      return [.text(labels[row])] + counts[row].map(ReportValue.count) + [.count(total), found]
    }
    return ReportTable(caption: caption, columns: columns, rows: rows)
  }

  /// The share of the statements of true class `row` that were taken for `column`; nil where there are none.
  func share(row: Int, column: Int) -> Double? {
    let total = counts[row].reduce(0, +)
    return total == 0 ? nil : Double(counts[row][column]) / Double(total)
  }
}

extension ReportFigure.Bars {
  func dataTable(caption: String) -> ReportTable {
    let rows: [[ReportValue]] = items.map { item in
      [.text(item.label), .estimate(item.value, low: item.low, high: item.high, style: style)]
    }
    return ReportTable(caption: caption, columns: [ReportColumn(""), ReportColumn(measure)], rows: rows)
  }
}

extension ReportFigure.Histogram {
  /// The bounds of bin `index` of `count`.
  func bounds(ofBin index: Int, of count: Int) -> (lower: Double, upper: Double) {
    let width = (high - low) / Double(count)
    return (low + width * Double(index), index == count - 1 ? high : low + width * Double(index + 1))
  }

  func dataTable(caption: String) -> ReportTable {
    let binCount = groups.map(\.counts.count).max() ?? 0
    let rows: [[ReportValue]] = (0..<binCount).map { bin in
      let bounds = bounds(ofBin: bin, of: binCount)
      let range = [bounds.lower, bounds.upper].map { ReportNumber.text($0, .decimals(2)) }.joined(separator: "–")
      return [.text(range)] + groups.map { bin < $0.counts.count ? .count($0.counts[bin]) : .missing }
    }
    let columns = [ReportColumn(measure)] + groups.map { ReportColumn($0.label) }
    return ReportTable(caption: caption, columns: columns, rows: rows)
  }
}

extension ReportFigure.AnnotatedText {
  func dataTable(caption: String) -> ReportTable {
    let rows: [[ReportValue]] = segments.filter { $0.value != 0 }.map { segment in
      [.text(segment.text), .number(segment.value, .signed(3))]
    }
    let columns = [ReportColumn("Part of the text"), ReportColumn("Contribution")]
    return ReportTable(caption: caption, columns: columns, rows: rows)
  }
}

extension ReportFigure.MarkedText {
  func dataTable(caption: String) -> ReportTable {
    let rows: [[ReportValue]] = paragraphs.flatMap(\.remarks).map { remark in
      [
        .count(remark.number), .text(remark.title),
        .text(remark.details.filter { !$0.isEmpty }.joined(separator: " · ")),
      ]
    }
    return ReportTable(
      caption: caption, columns: ["Passage", "", "Remarks"].map { ReportColumn($0) }, rows: rows)
  }
}
