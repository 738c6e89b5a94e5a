public import Reproducibility
internal import Statistics

/// Measures how far coders agree: Krippendorff's alpha, raw agreement, Cohen's kappas, with intervals over units.
public struct AgreementAnalysis: Sendable {
  /// With more coders than this their pairs are too many to be read.
  static let mostCodersInPairs = 20
  private static let resamplesInPiece = 16

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
    let groups = ResampledUnits(coded.clusters.map { clusters in places.map { clusters[$0] } }, count: units.count)
    let whole = figures(weights: Array(repeating: 1, count: units.count))
    var values = whole.values.map { MetricValue(value: $0.isNaN ? nil : $0) }
    var summary: BootstrapSummary?
    if options.resampleCount > 0, groups.count >= 2 {
      let resamples = resampledValues(of: groups, on: parallelism, progress: progress)
      for index in values.indices {
        let defined = resamples.map { $0[index] }.filter { !$0.isNaN }
        values[index] = values[index].with(
          ConfidenceInterval.percentile(of: defined, confidence: options.confidence))
      }
      summary = self.summary(of: groups, undefined: resamples.count { $0[0].isNaN })
    }
    return result(values, sums: whole.sums, summary: summary)
  }

  private func summary(of groups: ResampledUnits, undefined: Int) -> BootstrapSummary {
    var note: String?
    if groups.isClustered, groups.count < Bootstrap.fewClusters {
      note = "\(groups.count) clusters are few: percentile intervals over them are too short"
    } else if undefined > 0 {
      note = "alpha is undefined in \(undefined) of \(options.resampleCount) resamples, which its interval leaves out"
    }
    return BootstrapSummary(
      resampleCount: options.resampleCount, redrawCount: 0, unitCount: groups.count, isClustered: groups.isClustered,
      seed: options.seed, confidence: options.confidence, interval: .percentile, note: note)
  }

  private func resampledValues(
    of groups: ResampledUnits, on parallelism: Parallelism, progress: ProgressHandler?
  ) -> [[Double]] {
    let pieces = Pieces(itemCount: options.resampleCount, targetLength: Self.resamplesInPiece)
    return parallelism.map(count: pieces.count) { piece in
      pieces[piece].map { resample in
        var generator = SeededGenerator(seed: options.seed).child(named: "agreement", index: resample)
        return figures(weights: groups.draw(from: &generator)).values
      }
    }.flatMap { $0 }
  }
}

/// What is drawn when units are resampled: single units, or whole clusters of them.
private struct ResampledUnits: Sendable {
  private let groupOfUnit: [Int]
  let count: Int
  let isClustered: Bool

  init(_ clusters: [Int]?, count: Int) {
    isClustered = clusters != nil
    let ids = clusters ?? Array(0..<count)
    var numbers: [Int: Int] = [:]
    for id in Set(ids).sorted() { numbers[id] = numbers.count }
    groupOfUnit = ids.map { numbers[$0] ?? 0 }
    self.count = numbers.count
  }

  /// How often each unit is in a resample.
  func draw(from generator: inout SeededGenerator) -> [Double] {
    var drawn = [Double](repeating: 0, count: count)
    for _ in 0..<count { drawn[generator.index(below: count)] += 1 }
    return groupOfUnit.map { drawn[$0] }
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
