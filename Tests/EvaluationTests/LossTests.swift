import Evaluation
import Reproducibility
import Testing

/// What is lost where scores are spoilt.
@Suite struct LossTests {
  private func losses(
    from data: Sample, to spoilt: [[Sample]], resamples: Int = 200, threads: Int = 1
  ) throws -> [MetricValue] {
    var options = EvaluationOptions()
    options.resampleCount = resamples
    return try Evaluator(options.validated()).losses(
      of: .rocAUC, from: data.scored(), to: spoilt.map { try $0.map { try $0.scored() } },
      on: Parallelism(threadCount: threads))
  }

  /// A sample whose scores stand in another order.
  private func spoilt(_ sample: Sample, seed: UInt64) -> Sample {
    var generator = SeededGenerator(seed: seed)
    var copy = sample
    copy.scores = generator.shuffled(sample.scores)
    return copy
  }

  @Test(arguments: [false, true])
  func oneWayToSpoilIsAComparisonOfTwoModels(isClustered: Bool) throws {
    var sample = Sample(count: 300, decimals: 2)
    if isClustered { sample.clusters = (0..<300).map { $0 % 40 } }
    let other = spoilt(sample, seed: 5)
    var options = EvaluationOptions()
    options.resampleCount = 200
    let comparison = try ModelComparison(
      sample.scored(), other.scored(), options: options.validated(), on: .serial
    ).metrics[.rocAUC]
    let loss = try losses(from: sample, to: [[other]])[0]
    #expect(loss.value == comparison.difference && loss.low == comparison.low && loss.high == comparison.high)
  }

  @Test func severalWaysAreAveraged() throws {
    let sample = Sample(count: 200)
    let others = (1...4).map { spoilt(sample, seed: $0) }
    let single = try others.map { try #require(try losses(from: sample, to: [[$0]], resamples: 0)[0].value) }
    let all = try losses(from: sample, to: [others, [sample, sample]])
    #expect(isClose(all[0].value, single.reduce(0, +) / 4))
    #expect(all[1].value == 0 && all[1].low == 0 && all[1].high == 0)
    let (low, high) = (try #require(all[0].low), try #require(all[0].high))
    #expect(low > 0 && low < all[0].value ?? 0 && high > all[0].value ?? 1)
  }

  @Test func threadsChangeNothing() throws {
    let sample = Sample(count: 150, decimals: 2)
    let others = [[spoilt(sample, seed: 1), spoilt(sample, seed: 2)], [spoilt(sample, seed: 3)]]
    let one = try losses(from: sample, to: others)
    #expect(try losses(from: sample, to: others, threads: 4) == one)
  }

  @Test func oneClassHasNoLoss() throws {
    var sample = Sample(count: 20)
    sample.labels = Array(repeating: 1, count: 20)
    #expect(try losses(from: sample, to: [[sample]], resamples: 0)[0].value == nil)
  }
}
