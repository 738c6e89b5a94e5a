internal import ArgumentParser
internal import Evaluation
internal import ParlanceKit

/// How figures get their intervals.
struct EvaluationRequestOptions: ParsableArguments {
  @Option(help: "The number of bootstrap resamples for intervals; 0 for none.")
  var resamples = 1000

  @OptionGroup var intervals: ConfidenceOption

  @Option(help: "How resamples become intervals: percentile, or bca (bias-corrected and accelerated, Efron 1987).")
  var interval: IntervalMethod = .percentile

  @Option(
    help: ArgumentHelp("Resample whole groups of rows: those with one value in this column.", valueName: "column"))
  var cluster: String?

  @Option(
    help: ArgumentHelp(
      "Compare predicted with observed shares, actor by actor: by the values of this column.", valueName: "column"))
  var by: String?

  @Option(help: "Predict the positive class from this probability on; for two classes.")
  var threshold: Double?

  @Option(help: "The number of calibration bins.")
  var bins = 10

  func request(seed: UInt64) throws -> EvaluationRequest {
    var options = EvaluationOptions()
    options.resampleCount = resamples
    options.confidence = intervals.confidence
    options.interval = interval
    options.seed = seed
    options.binCount = bins
    if let threshold { options.decision = .threshold(threshold) }
    return EvaluationRequest(options: try options.validated().values, clusterColumn: cluster, groupColumn: by)
  }
}
