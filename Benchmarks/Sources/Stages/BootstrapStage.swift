import ArgumentParser
import ParlanceKit

struct BootstrapStage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bootstrap", abstract: "Intervals of figures by resampling clusters of scored rows.")

  @Argument(help: "A CSV file with the columns score, label (1 or 0) and cluster (a number).")
  var file: String

  @Option(help: "How many resamples to draw.")
  var resamples = 10_000

  @OptionGroup var threads: ThreadOptions

  private static let figures: Set<Metric> = [.rocAUC, .averagePrecision, .f1, .brier]

  func run() throws {
    var stopwatch = Stopwatch()
    let rows = try stopwatch.measure("read") { try ScoredRows(path: file) }
    var options = EvaluationOptions()
    options.resampleCount = resamples
    let evaluator = Evaluator(try options.validated())
    let result = try stopwatch.measure("bootstrap") {
      let scored = try ScoredLabels(labels: rows.labels, positiveScores: rows.scores, clusters: rows.clusters)
      return try evaluator.intervals(of: Self.figures, for: scored, on: threads.parallelism)
    }
    let counts = [
      JSONValue.Member("rows", .integer(rows.labels.count)),
      JSONValue.Member("clusters", .integer(result.bootstrap?.unitCount ?? 0)),
    ]
    try stopwatch.report(
      try counts + result.metrics.map { JSONValue.Member($0.rawValue, try JSONValue(encoding: result[$0])) })
  }
}

/// The rows of a file of scores.
struct ScoredRows {
  private(set) var scores: [Double] = []
  private(set) var labels: [Int] = []
  private(set) var clusters: [Int] = []

  init(path: String) throws {
    let text = String(decoding: try InputFile.contents(of: path), as: UTF8.self)
    for (number, line) in text.split(separator: "\n").enumerated().dropFirst() {
      let cells = line.split(separator: ",")
      guard cells.count == 3, let score = Double(cells[0]), let label = Int(cells[1]), let cluster = Int(cells[2])
      else {
        throw ValidationError("\(path):\(number + 1): three numbers were expected: score, label, cluster")
      }
      scores.append(score)
      labels.append(label)
      clusters.append(cluster)
    }
  }
}
