import Benchmark
import ParlanceKit

/// Products with a sparse matrix, a fit, and reading tensors.
func addMatrixBenchmarks() {
  let rows = 20_000
  Benchmark("sparse product", configuration: usualConfiguration()) { benchmark, made in
    let weights = [Double](repeating: 1, count: made.matrix.columnCount)
    benchmark.startMeasurement()
    let sums = made.matrix.times(weights, on: .serial)
    benchmark.stopMeasurement()
    verify(sums.count == rows && sums.allSatisfy { $0 >= 0 }, "sums of rows")
  } setup: {
    try VectorisedCorpus(MadeUpCorpus(rows: rows))
  }
  Benchmark("transposed sparse product", configuration: usualConfiguration()) { benchmark, made in
    let values = [Double](repeating: 1, count: rows)
    benchmark.startMeasurement()
    let sums = made.matrix.transposedTimes(values, on: .serial)
    benchmark.stopMeasurement()
    verify(sums.count == made.matrix.columnCount && sums.allSatisfy { $0 > 0 }, "sums of columns")
  } setup: {
    try VectorisedCorpus(MadeUpCorpus(rows: rows))
  }
  Benchmark("Hessian product", configuration: usualConfiguration()) { benchmark, made in
    let columns = made.matrix.columnCount
    let weights = DenseMatrix(rowCount: columns, columnCount: 1, elements: Array(repeating: 1, count: columns))
    benchmark.startMeasurement()
    let product = made.matrix.transposedTimesProduct(with: weights, on: .serial) { rows, products in
      for row in rows.indices { products[row - rows.lowerBound] *= 0.25 }
    }
    benchmark.stopMeasurement()
    verify(product.elements.allSatisfy { $0 > 0 }, "a Hessian product of positive numbers")
  } setup: {
    try VectorisedCorpus(MadeUpCorpus(rows: rows))
  }
  Benchmark("logistic fit", configuration: usualConfiguration()) { benchmark, made in
    var configuration = LogisticConfiguration()
    configuration.gap = 1e-6
    let regression = LogisticRegression(try configuration.validated())
    benchmark.startMeasurement()
    let fit = try regression.fit(made.matrix, labels: made.labels, classCount: 2, on: .serial)
    benchmark.stopMeasurement()
    verify(
      fit.report.outcome == .converged && fit.report.dualityGap <= 1e-6 * fit.report.objective, "the gap of a fit")
  } setup: {
    try VectorisedCorpus(MadeUpCorpus(rows: rows))
  }
  Benchmark("tensor archive reading", configuration: usualConfiguration()) { benchmark, bytes in
    benchmark.startMeasurement()
    let archive = try TensorArchive(parsing: bytes)
    let numbers = archive.tensor(named: "weights")?.numbers ?? []
    benchmark.stopMeasurement()
    verify(numbers.count == 1_000_000 && numbers[999_999] == 999_999, "a tensor's numbers")
  } setup: {
    TensorArchive(metadata: [:], tensors: [Tensor(name: "weights", numbers: (0..<1_000_000).map(Double.init))])
      .serialized()
  }
}
