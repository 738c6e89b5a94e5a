/// How far coders agree.
public struct AgreementResult: Codable, Sendable, Hashable {
  /// Agreement on one label.
  public struct Label: Codable, Sendable, Hashable {
    /// The label.
    public let label: String
    /// How often it was given to units with two labels or more.
    public let count: Int
    /// That as a share of all labels given to such units.
    public let share: Double
    /// Of those who share a unit with somebody who gave it, the share that gave it too.
    public let agreement: MetricValue
    /// Nominal alpha of this label against all others.
    public let alpha: MetricValue
  }

  /// Agreement of two coders.
  public struct Pair: Codable, Sendable, Hashable {
    /// One coder.
    public let a: String
    /// The other.
    public let b: String
    /// The number of units that both labelled.
    public let units: Int
    /// The share of those to which both gave one label.
    public let agreement: MetricValue
    /// Cohen's kappa.
    public let kappa: MetricValue
  }

  /// Krippendorff's alpha.
  public let alpha: MetricValue
  /// What the differences between labels were taken to mean.
  public let metric: MeasurementLevel
  /// The share of pairs within units that are of one label, each unit counting as often as it has labels.
  public let rawAgreement: MetricValue
  /// The mean of the pairs' kappas (Light 1971).
  public let meanKappa: MetricValue
  /// The mean distance of two labels of one unit; nil without labels.
  public let observedDisagreement: Double?
  /// The mean distance of two labels paired at random; nil without labels.
  public let expectedDisagreement: Double?
  /// The number of units.
  public let units: Int
  /// The number of units with two labels or more, which alone say something of agreement.
  public let pairableUnits: Int
  /// The number of those that have one label throughout.
  public let unanimousUnits: Int
  /// The number of coders who gave a label.
  public let coders: Int
  /// The number of labels given in all.
  public let codings: Int
  /// The labels, in their order.
  public let labels: [Label]
  /// The coders two by two, those with a unit in common; empty where coders are too many.
  public let pairs: [Pair]
  /// How the intervals were made; nil where none were asked for.
  public let bootstrap: BootstrapSummary?
  /// What has to be known to read the figures.
  public let notes: [String]
}
