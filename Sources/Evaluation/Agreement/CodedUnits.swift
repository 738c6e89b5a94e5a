/// Which label each coder gave to each unit, as far as they gave one: labels that are missing are simply not there.
public struct CodedUnits: Sendable, Hashable {
  /// One label by one coder.
  public struct Coding: Sendable, Hashable {
    /// The coder, in `0 ..< coderNames.count`.
    public let coder: Int
    /// The label, in `0 ..< labelNames.count`.
    public let label: Int

    /// Notes that `coder` gave `label`.
    public init(coder: Int, label: Int) {
      self.coder = coder
      self.label = label
    }
  }

  /// What the coders are called.
  public let coderNames: [String]
  /// What the labels are called, in their order where they have one.
  public let labelNames: [String]
  /// The number that each label stands for; nil where they are names.
  public let labelValues: [Double]?
  /// The labels given to each unit, at most one by each coder.
  public let units: [[Coding]]
  /// Which units belong together when intervals are made by resampling: any number per unit; nil for every unit alone.
  public let clusters: [Int]?

  /// Describes what was coded.
  ///
  /// - Precondition: coders and labels are among those named, no coder labels a unit twice, and there are as many label values
  ///   as labels and as many clusters as units.
  public init(
    coderNames: [String], labelNames: [String], labelValues: [Double]? = nil, units: [[Coding]], clusters: [Int]? = nil
  ) {
    for (number, unit) in units.enumerated() {
      for coding in unit {
        precondition(coderNames.indices.contains(coding.coder), "coder \(coding.coder) of \(coderNames.count)")
        precondition(labelNames.indices.contains(coding.label), "label \(coding.label) of \(labelNames.count)")
      }
      precondition(Set(unit.map(\.coder)).count == unit.count, "unit \(number) has two labels by one coder")
    }
    if let labelValues {
      precondition(labelValues.count == labelNames.count, "\(labelValues.count) values, \(labelNames.count) labels")
    }
    if let clusters { precondition(clusters.count == units.count, "\(clusters.count) clusters, \(units.count) units") }
    self.coderNames = coderNames
    self.labelNames = labelNames
    self.labelValues = labelValues
    self.units = units
    self.clusters = clusters
  }

  /// Checks that agreement can be spoken of at `level`.
  ///
  /// - Throws: `EvaluationError` for fewer than two coders, no unit with two labels, or labels that are not what `level` needs,
  ///   with the counts that show it.
  public func validate(for level: MeasurementLevel) throws {
    let coders = Set(units.joined().map(\.coder)).count
    guard coders >= 2 else {
      throw EvaluationError(
        "\(coders) annotator\(coders == 1 ? "" : "s") labelled the \(units.count) units (two or more were expected)",
        hint: "agreement needs units that several annotators labelled")
    }
    guard units.contains(where: { $0.count >= 2 }) else {
      throw EvaluationError(
        "none of the \(units.count) units has labels by two annotators, though there are \(coders) annotators",
        hint: "check that the same unit has the same name for each of them")
    }
    guard level.needsNumbers else { return }
    guard let labelValues else {
      throw EvaluationError(
        "labels such as \"\(labelNames.first ?? "")\" are no numbers (the \(level.rawValue) metric needs numbers)",
        hint: "use --metric nominal, or ordinal with --order")
    }
    if level == .ratio, let place = labelValues.firstIndex(where: { $0 < 0 }) {
      throw EvaluationError(
        "the label \(labelNames[place]) is below zero (the ratio metric counts from a true zero)",
        hint: "use --metric interval")
    }
  }
}
