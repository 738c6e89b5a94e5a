import Benchmark
import ParlanceKit

/// Every kernel and stage on data made beforehand. A benchmark whose result is wrong fails; and so does a debug build, whose
/// figures mean nothing. Instructions are the metric to compare by: they repeat, and times are a machine's own.
let benchmarks: @Sendable () -> Void = {
  #if DEBUG
    preconditionFailure("this is a debug build: run swift package benchmark, which builds optimised")
  #endif
  addTextBenchmarks()
  addMatrixBenchmarks()
  addFigureBenchmarks()
}

/// What is measured, and how long. Handed to each benchmark, because the package's own default is a global that anybody may
/// change.
func usualConfiguration() -> Benchmark.Configuration {
  Benchmark.Configuration(
    metrics: [.instructions, .wallClock, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(3),
    maxIterations: 20)
}

/// Ends the run where a benchmark's result is not what it has to be.
func verify(_ holds: Bool, _ what: String) {
  precondition(holds, "the result is wrong: \(what)")
}
