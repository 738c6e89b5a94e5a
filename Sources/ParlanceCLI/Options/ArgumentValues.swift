public import ArgumentParser
public import Classifiers
public import Corpora
public import Evaluation
public import OperationalCode
public import ParlanceKit
public import Statistics
public import TextFeatures

// Values of the library that can be written on the command line by their names.

extension CorpusFormat: ExpressibleByArgument {}
extension BadRowPolicy: ExpressibleByArgument {}
extension BlockConfiguration.Norm: ExpressibleByArgument {}
extension FeatureConfiguration.NormalForm: ExpressibleByArgument {}
extension Penalty: ExpressibleByArgument {}
extension ClassWeight: ExpressibleByArgument {}
extension SolverSelection: ExpressibleByArgument {}
extension Metric: ExpressibleByArgument {}
extension CalibrationMethod: ExpressibleByArgument {}
extension IntervalMethod: ExpressibleByArgument {}
extension MeasurementLevel: ExpressibleByArgument {}
extension EstimationMethod: ExpressibleByArgument {}
extension IntervalKind: ExpressibleByArgument {}
extension EventScheme: ExpressibleByArgument {}
extension LexiconNegation: ExpressibleByArgument {}
extension HeterogeneityMethod: ExpressibleByArgument {}
extension ComparisonMeasure: ExpressibleByArgument {}
extension StatementPeriod: ExpressibleByArgument {}
extension SeriesSmoothing: ExpressibleByArgument {}
extension OutcomeModel: ExpressibleByArgument {}
extension SampleAllocation: ExpressibleByArgument {}
extension SurrogateKind: ExpressibleByArgument {}

extension Prevalence: ExpressibleByArgument {
  /// Reads a share, or `sample`.
  public init?(argument: String) { self.init(argument) }
}
