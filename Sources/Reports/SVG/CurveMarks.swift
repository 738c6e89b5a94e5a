extension CurveDrawing {
  private static let mostPoints = 60

  /// Points spread along each curve, and the thresholds in use.
  var marks: [FigureMark] {
    let frame = PlotFrame.unitSquare
    return curve.series.flatMap { series in
      (series.spreadPoints(atMost: Self.mostPoints) + [series.operatingPoint].compactMap(\.self)).compactMap { point in
        guard point.x.isFinite, point.y.isFinite else { return nil }
        let values = [(curve.horizontalName, point.x), (curve.verticalName, point.y)].map { name, value in
          "\(name.lowercased()) \(ReportNumber.text(value, .decimals(3)))"
        }
        let threshold = point.threshold.flatMap {
          $0.isFinite ? "threshold " + ReportNumber.text($0, .decimals(3)) : nil
        }
        let text = (values + [threshold].compactMap(\.self)).joined(separator: ", ")
        return FigureMark(x: frame.x(point.x), y: frame.y(point.y), series.label, .text(text))
      }
    }
  }
}

extension ReliabilityDrawing {
  /// The bins, each with its whisker.
  var marks: [FigureMark] {
    let frame = PlotFrame.unitSquare
    return reliability.bins.filter { $0.meanPredicted.isFinite && $0.observedRate.isFinite }.map { bin in
      let rate = ReportValue.estimate(bin.observedRate, low: bin.observedLow, high: bin.observedHigh)
      let x = frame.x(bin.meanPredicted)
      let ends = [bin.observedLow, bin.observedHigh].compactMap(\.self).filter(\.isFinite) + [bin.observedRate]
      let predicted = ReportNumber.text(bin.meanPredicted, .decimals(3))
      return FigureMark(
        left: x, top: frame.y(ends.max() ?? 0), right: x, bottom: frame.y(ends.min() ?? 0), "Predicted " + predicted,
        .text("observed \(Typography.number(rate)), n = \(ReportNumber.text(bin.count))"))
    }
  }
}
