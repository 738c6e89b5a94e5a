import Evaluation
import Reproducibility

/// The figures without intervals.
func evaluate(
  _ data: ScoredLabels, resamples: Int = 0, threads: Int = 1, change: (inout EvaluationOptions) -> Void = { _ in }
) throws -> EvaluationResult {
  var options = EvaluationOptions()
  options.resampleCount = resamples
  change(&options)
  return try Evaluator(options.validated()).evaluate(data, on: Parallelism(threadCount: threads))
}

func isClose(_ value: Double?, _ expected: Double, tolerance: Double = 1e-12) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= tolerance * max(1, abs(expected))
}
