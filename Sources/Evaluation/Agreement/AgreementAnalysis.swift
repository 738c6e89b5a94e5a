public import Reproducibility

/// Measures how far coders agree: Krippendorff's alpha, raw agreement, Cohen's kappas, with intervals over units.
public struct AgreementAnalysis: Sendable {
  /// With more coders than this their pairs are too many to be read.
  static let mostCodersInPairs = 20

  private let coded: CodedUnits
  private let level: MeasurementLevel
  private let options: ValidatedEvaluationOptions
  private let places: [Int]
  private let units: [PairableUnit]
  private let pairs: [CoderPair]

  /// Prepares the analysis of `coded`.
  ///
  /// - Parameter options: of which the confidence, the number of resamples and the seed are used.
  /// - Throws: as `CodedUnits.validate(for:)` does.
  public init(_ coded: CodedUnits, level: MeasurementLevel, options: ValidatedEvaluationOptions) throws {
    try coded.validate(for: level)
    self.coded = coded
    self.level = level
    self.options = options
    let pairable = coded.units.enumerated().compactMap { place, unit in PairableUnit(unit).map { (place, $0) } }
    places = pairable.map(\.0)
    units = pairable.map(\.1)
    pairs = coded.coderNames.count <= Self.mostCodersInPairs ? CoderPair.all(of: coded) : []
  }

  /// The figures with their intervals, the same bit for bit on any thread count.
  ///
  /// Units with two labels or more are resampled, or whole clusters of them. A figure's interval leaves out resamples in which it
  /// is undefined.
  ///
  /// - Complexity: O(resamples × codings × coders).
  public func result(on parallelism: Parallelism, progress: ProgressHandler? = nil) -> AgreementResult {
    let bootstrap = UnitBootstrap(
      unitCount: units.count, clusters: coded.clusters.map { clusters in places.map { clusters[$0] } },
      stream: "agreement", options: options)
    let whole = figures(weights: Array(repeating: 1, count: units.count))
    let outcome = bootstrap.outcome(on: parallelism, main: "alpha") { figures(weights: $0).values }
    let values = outcome?.adding(to: whole.values) ?? whole.values.map { MetricValue(value: $0.isNaN ? nil : $0) }
    return result(values, sums: whole.sums, summary: outcome?.summary)
  }
}

// MARK: Figures in one order

extension AgreementAnalysis {
  /// Alpha, raw agreement, mean kappa, then of each label its agreement and alpha, then of each pair its agreement and kappa;
  /// not-a-number where undefined.
  private func figures(weights: [Double]) -> (values: [Double], sums: CoincidenceSums) {
    let labelCount = coded.labelNames.count
    let sums = CoincidenceSums(
      units, level: level, values: coded.labelValues, labelCount: labelCount, weights: weights)
    var byPlace = [Double](repeating: 0, count: pairs.isEmpty ? 0 : coded.units.count)
    if !pairs.isEmpty { for (place, weight) in zip(places, weights) { byPlace[place] = weight } }
    let paired = pairs.map { $0.figures(labelCount: labelCount, weights: byPlace) }
    let kappas = paired.compactMap(\.kappa)
    var values = [sums.alpha, sums.rawAgreement, kappas.isEmpty ? nil : kappas.reduce(0, +) / Double(kappas.count)]
    for label in 0..<labelCount { values += [sums.agreement(on: label), sums.alpha(of: label)] }
    for pair in paired { values += [pair.agreement, pair.kappa] }
    return (values.map { $0 ?? .nan }, sums)
  }

  private func result(
    _ values: [MetricValue], sums: CoincidenceSums, summary: BootstrapSummary?
  ) -> AgreementResult {
    let labelStart = 3
    let pairStart = labelStart + 2 * coded.labelNames.count
    let labels = coded.labelNames.indices.map { place in
      AgreementResult.Label(
        label: coded.labelNames[place], count: Int(sums.given[place].rounded()),
        share: sums.total > 0 ? sums.given[place] / sums.total : 0,
        agreement: values[labelStart + 2 * place].noting("it was given to no unit with two labels"),
        alpha: values[labelStart + 2 * place + 1].noting("it was given always or never"))
    }
    let paired = pairs.enumerated().map { place, pair in
      AgreementResult.Pair(
        a: coded.coderNames[pair.first], b: coded.coderNames[pair.second], units: pair.count,
        agreement: values[pairStart + 2 * place],
        kappa: values[pairStart + 2 * place + 1].noting("both gave one and the same label throughout"))
    }
    return AgreementResult(
      alpha: values[0].noting("all labels are the same: there is no disagreement that chance could bring"),
      metric: level, rawAgreement: values[1],
      meanKappa: values[2].noting(
        pairs.isEmpty
          ? "\(coded.coderNames.count) coders are too many for pairs (at most \(Self.mostCodersInPairs))"
          : "no pair of coders has a kappa"),
      observedDisagreement: sums.observedDisagreement, expectedDisagreement: sums.expectedDisagreement,
      units: coded.units.count, pairableUnits: units.count, unanimousUnits: units.count { $0.labels.count == 1 },
      coders: Set(coded.units.joined().map(\.coder)).count, codings: coded.units.reduce(0) { $0 + $1.count },
      labels: labels, pairs: paired, bootstrap: summary, notes: notes(sums, labels: labels))
  }

  private func notes(_ sums: CoincidenceSums, labels: [AgreementResult.Label]) -> [String] {
    var notes: [String] = []
    let alone = coded.units.count - units.count
    if alone > 0 {
      notes.append("\(alone) of \(coded.units.count) units have fewer than two labels and say nothing of agreement")
    }
    if let alpha = sums.alpha, let raw = sums.rawAgreement, alpha < 0.667, raw >= 0.8,
      let common = labels.max(by: { $0.share < $1.share })
    {
      notes.append(
        "raw agreement is high and alpha is not: \(Int((common.share * 100).rounded())) % of labels are "
          + "\"\(common.label)\", so that chance alone would agree often")
    }
    return notes
  }
}

extension MetricValue {
  /// The same with `note` where there is no value.
  fileprivate func noting(_ note: String) -> MetricValue { value == nil ? .undefined(note) : self }
}
