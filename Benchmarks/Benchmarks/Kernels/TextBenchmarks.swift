import Benchmark
import ParlanceKit

/// Reading, tokenising, counting, fitting and transforming.
func addTextBenchmarks() {
  let rows = 20_000
  Benchmark("CSV reading", configuration: usualConfiguration()) { benchmark, corpus in
    benchmark.startMeasurement()
    let read = try CorpusReader.read(try CorpusInput(bytes: corpus.csv, name: "corpus.csv"))
    benchmark.stopMeasurement()
    verify(read.count == rows && read.texts.last == corpus.texts.last, "rows of a CSV file")
  } setup: {
    try MadeUpCorpus(rows: rows)
  }
  addAnalysis("tokenising (analysis into words)", ngrams: NgramRange(1, 1), rows: rows)
  addAnalysis("n-gram analysis (words and pairs)", ngrams: NgramRange(1, 2), rows: rows)
  Benchmark("feature fit", configuration: usualConfiguration()) { benchmark, made in
    let rows = Array(made.labels.indices)
    benchmark.startMeasurement()
    let fitted = try made.pipeline.fit(made.analyzed, rows: rows)
    benchmark.stopMeasurement()
    verify(fitted.columnCount == made.fitted.columnCount, "columns of a fit")
  } setup: {
    try VectorisedCorpus(MadeUpCorpus(rows: rows))
  }
  Benchmark("feature transform", configuration: usualConfiguration()) { benchmark, made in
    let rows = Array(made.labels.indices)
    benchmark.startMeasurement()
    let matrix = made.fitted.transform(made.analyzed, rows: rows)
    benchmark.stopMeasurement()
    verify(matrix.storedCount == made.matrix.storedCount, "stored elements of a transform")
  } setup: {
    try VectorisedCorpus(MadeUpCorpus(rows: rows))
  }
}

private func addAnalysis(_ name: String, ngrams: NgramRange, rows: Int) {
  Benchmark(name, configuration: usualConfiguration()) { benchmark, corpus in
    let pipeline = FeaturePipeline(try VectorisedCorpus.configuration(ngrams: ngrams).validated())
    benchmark.startMeasurement()
    let analyzed = try pipeline.analyze(corpus.texts)
    benchmark.stopMeasurement()
    let fitted = try pipeline.fit(analyzed, rows: Array(corpus.texts.indices))
    verify(analyzed.count == rows && fitted.columnCount > 1_000, "terms of an analysis")
  } setup: {
    try MadeUpCorpus(rows: rows)
  }
}
