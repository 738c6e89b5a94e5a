internal import Reports

extension WeightStability {
  /// How the refits' weights vary, for eyes.
  ///
  /// - Parameter positive: the class of which the weights speak.
  func table(positive: String) -> ReportTable {
    let drawn = cluster.map { "\(units) clusters by \($0)" } ?? "rows"
    return ReportTable(
      caption: "Weights for the log-odds of \(positive), with \(confidence.percentText) intervals from "
        + "\(refits) refits to resamples of \(drawn)",
      columns: ["feature", "block", "weight", "same sign", "among the \(strongestRank) strongest"].map {
        ReportColumn($0)
      },
      rows: features.map {
        [
          .text($0.name), .text($0.block), .interval($0.weight, low: $0.low, high: $0.high, .signed(3)),
          .number($0.sameSign, .percent(0)), .number($0.amongStrongest, .percent(0)),
        ]
      })
  }
}
