import Benchmark
import ParlanceKit

/// Every kernel and stage on data made beforehand. A benchmark whose result is wrong fails; and so does a debug build, whose
/// figures mean nothing. Instructions are the metric to compare by: they repeat, and times are a machine's own.
let benchmarks: @Sendable () -> Void = {
  #if DEBUG
    preconditionFailure("this is a debug build: run swift package benchmark, which builds optimised")
  #endif
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.instructions, .wallClock, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(3),
    maxIterations: 20)
  addTextBenchmarks()
  addMatrixBenchmarks()
  addFigureBenchmarks()
}

/// Ends the run where a benchmark's result is not what it has to be.
func verify(_ holds: Bool, _ what: String) {
  precondition(holds, "the result is wrong: \(what)")
}
