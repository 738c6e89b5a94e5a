internal import Statistics

/// Every figure that a resample recomputes.
struct EvaluationFigures: Sendable {
  var metrics: MetricTable
  var classes: [ClassFigures]
  var averages: AverageFigures
  var murphy: MurphyDecomposition
  var calibration: [CalibrationBin]
  var massCalibration: [CalibrationBin]
  var thresholds: [ThresholdRow]

  /// Visits each figure in an order that is the same for all resamples of one evaluation.
  mutating func update(_ body: (inout MetricValue) -> Void) {
    for metric in Metric.allCases { body(&metrics[metric]) }
    for index in classes.indices { classes[index].figures.update(body) }
    averages.macro.update(body)
    averages.micro.update(body)
    averages.weighted.update(body)
    murphy.update(body)
    for index in calibration.indices { body(&calibration[index].observed) }
    for index in massCalibration.indices { body(&massCalibration[index].observed) }
    for index in thresholds.indices { thresholds[index].update(body) }
  }

  /// Gives each figure its interval, in the order of `update`; none where there are no intervals.
  mutating func add(_ intervals: [ConfidenceInterval?]) {
    guard !intervals.isEmpty else { return }
    var index = 0
    update { value in
      value = value.with(intervals[index])
      index += 1
    }
  }

  /// The figures alone, not-a-number where one is undefined.
  func values() -> [Double] {
    var copy = self
    var values: [Double] = []
    copy.update { values.append($0.value ?? .nan) }
    return values
  }
}
