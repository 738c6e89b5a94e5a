import ArgumentParser
import ParlanceKit

/// Statements read and vectorised as `parlance train` does it, phase by phase.
struct VectorisedCorpus {
  let dataset: Dataset
  let space: FeatureSpace
  let matrix: DesignMatrix

  /// Words and pairs of words in two statements at least, TF-IDF: the features of every comparison.
  static let features = FeatureConfiguration(blocks: [
    BlockConfiguration(ngrams: NgramRange(1, 2), minimumDocuments: .count(2))
  ])

  static let reading = ReadingOptions(requiring: [.text, .label])

  init(_ path: String, on parallelism: Parallelism, timedBy stopwatch: inout Stopwatch) throws {
    let dataset = try stopwatch.measure("read") { try Dataset(path: path, options: Self.reading, on: parallelism) }
    let source = try stopwatch.measure("analyse") {
      try FeatureSource(dataset, configuration: Self.features, on: parallelism)
    }
    let rows = Array(0..<dataset.count)
    let space = try stopwatch.measure("fit") { try source.fit(rows: rows, on: parallelism) }
    self.dataset = dataset
    self.space = space
    matrix = stopwatch.measure("transform") { source.matrix(rows: rows, in: space, on: parallelism) }
  }
}

struct VectoriseStage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vectorise", abstract: "Read a CSV file and build its TF-IDF matrix.")

  @Argument(help: "The corpus, with columns text and label.")
  var corpus: String

  @OptionGroup var threads: ThreadOptions

  func run() throws {
    var stopwatch = Stopwatch()
    let made = try VectorisedCorpus(corpus, on: threads.parallelism, timedBy: &stopwatch)
    // The sum of all elements, by way of the rows' sums: whatever form the matrix has, this is its content.
    let ones = [Double](repeating: 1, count: made.matrix.columnCount)
    let sum = made.matrix.times(ones, on: threads.parallelism).reduce(0, +)
    try stopwatch.report([
      JSONValue.Member("rows", .integer(made.matrix.rowCount)),
      JSONValue.Member("features", .integer(made.matrix.columnCount)),
      JSONValue.Member("nonzeros", .integer(made.matrix.storedCount)),
      JSONValue.Member("sum", .number(sum)),
    ])
  }
}
