internal import ArgumentParser
internal import Evaluation
internal import ParlanceKit

/// How figures get their intervals.
struct EvaluationRequestOptions: ParsableArguments {
  @Option(help: "The number of bootstrap resamples for intervals; 0 for none.")
  var resamples = 1000

  @Option(help: "How often an interval should hold the true value.")
  var confidence = 0.95

  @Option(
    help: ArgumentHelp("Resample whole groups of rows: those with one value in this column.", valueName: "column"))
  var cluster: String?

  @Option(help: "Predict the positive class from this probability on; for two classes.")
  var threshold: Double?

  @Option(help: "The number of calibration bins.")
  var bins = 10

  @Option(
    help: ArgumentHelp(
      "Tell calibration for each value of this column too, as in --by actor.", valueName: "column"))
  var by: String?

  func request(seed: UInt64) throws -> EvaluationRequest {
    var options = EvaluationOptions()
    options.resampleCount = resamples
    options.confidence = confidence
    options.seed = seed
    options.binCount = bins
    if let threshold { options.decision = .threshold(threshold) }
    return EvaluationRequest(options: try options.validated().values, clusterColumn: cluster, groupColumn: by)
  }
}
