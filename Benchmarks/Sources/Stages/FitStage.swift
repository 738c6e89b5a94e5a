import ArgumentParser
import ParlanceKit

struct FitStage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit", abstract: "Fit a logistic regression to the TF-IDF matrix of a CSV file.")

  @Argument(help: "The training corpus, with columns text and label; the label 1 is the positive class.")
  var corpus: String

  @Option(help: "A corpus to compute the AUC on.")
  var test: String?

  @Option(name: .customLong("C"), help: "The inverse strength of the penalty.")
  var inverseRegularization = 1.0

  @Option(help: "Stop when the objective is this near its minimum, relatively; by default where the library stops.")
  var gap: Double?

  @Flag(inversion: .prefixedNo, help: "Fit an unpenalised constant.")
  var intercept = true

  @OptionGroup var threads: ThreadOptions

  func run() throws {
    var stopwatch = Stopwatch()
    let made = try VectorisedCorpus(corpus, on: threads.parallelism, timedBy: &stopwatch)
    let labels = (made.dataset.labels ?? []).map { $0 == "1" ? 1 : 0 }
    var configuration = LogisticConfiguration()
    configuration.inverseRegularization = inverseRegularization
    configuration.fitsIntercept = intercept
    configuration.gap = gap
    let regression = LogisticRegression(try configuration.validated())
    let fit = try stopwatch.measure("solve") {
      try regression.fit(made.matrix, labels: labels, classCount: 2, on: threads.parallelism)
    }
    let report = fit.report
    var answers = [
      JSONValue.Member("solver", .string(report.solver.rawValue)),
      JSONValue.Member("outcome", .string(report.outcome.rawValue)),
      JSONValue.Member("iterations", .integer(report.iterations)),
      JSONValue.Member("objective", .number(report.objective)),
      JSONValue.Member("certifiedGap", .number(report.dualityGap / report.objective)),
    ]
    if let test {
      answers.append(JSONValue.Member("auc", .optional(try areaUnderCurve(of: fit.model, in: made.space, on: test))))
    }
    try stopwatch.report(answers)
  }

  /// The area under the ROC curve on a corpus that the model has not seen.
  private func areaUnderCurve(of model: LogisticModel, in space: FeatureSpace, on path: String) throws -> Double? {
    let dataset = try Dataset(path: path, options: VectorisedCorpus.reading)
    let matrix = try space.matrix(of: dataset, on: threads.parallelism)
    let probabilities = model.probabilities(matrix, on: threads.parallelism)
    let scored = try ScoredLabels(
      labels: (dataset.labels ?? []).map { $0 == "1" ? 1 : 0 },
      positiveScores: (0..<probabilities.rowCount).map { probabilities[$0, 1] })
    var options = EvaluationOptions()
    options.resampleCount = 0
    return try Evaluator(options.validated()).evaluate(scored, on: threads.parallelism).metrics[.rocAUC].value
  }
}
