import OperationalCode
import Reproducibility
import Statistics
import Testing

/// The indices of pooled counts.
@Suite("Indices")
struct IndexTests {
  /// Computed with the formulas of Walker, Schafer and Young (1998) by hand; see formulas 4.6.
  private static let golden = VerbCounts(speaker: [2, 3, 5, 20, 6, 4], other: [10, 4, 9, 12, 2, 3])

  @Test(
    "golden values",
    arguments: [
      (.p1, -0.15), (.p2, -0.55 / 3), (.p3, 0.0655), (.p4, 0.5), (.p5, 0.96725), (.i1, 0.5), (.i2, 0.225),
      (.i3, 0.1675), (.i4a, 0.5), (.i4b, 0.3), (.i5Punish, 0.05), (.i5Threaten, 0.075), (.i5Oppose, 0.125),
      (.i5Appeal, 0.5), (.i5Promise, 0.15), (.i5Reward, 0.1),
    ] as [(OperationalIndex, Double)])
  func goldenValues(index: OperationalIndex, expected: Double) throws {
    let value = try #require(index.value(of: Self.golden))
    #expect(abs(value - expected) < 1e-15)
  }

  @Test("an empty denominator is missing and never 0")
  func missing() {
    let none = VerbCounts()
    #expect(OperationalIndex.allCases.allSatisfy { $0.value(of: none) == nil })
    let own = VerbCounts(speaker: [0, 0, 1, 0, 0, 0], other: [0, 0, 0, 0, 0, 0])
    #expect(OperationalIndex.p1.value(of: own) == nil && OperationalIndex.p5.value(of: own) == nil)
    #expect(OperationalIndex.i1.value(of: own) == -1 && OperationalIndex.p4.value(of: own) == 1)
    #expect(OperationalIndex.i3.value(of: own, diversity: .plugIn) == 1)
    #expect(OperationalIndex.i3.value(of: own, diversity: .unbiased) == nil)
  }

  private func random(_ generator: inout SeededGenerator, largest: Int) -> VerbCounts {
    let numbers = (0..<12).map { _ in generator.index(below: largest + 1) }
    return VerbCounts(speaker: Array(numbers[..<6]), other: Array(numbers[6...]))
  }

  @Test("indices keep to their ranges, I-5 adds up, and swapping self and other swaps P and I")
  func properties() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let counts = random(&generator, largest: 9)
      let swapped = VerbCounts(
        speaker: Array(counts.classes(of: .other)), other: Array(counts.classes(of: .speaker)))
      for (one, other) in [(OperationalIndex.p1, OperationalIndex.i1), (.p2, .i2), (.p3, .i3)] {
        #expect(one.value(of: counts) == other.value(of: swapped))
      }
      for index in OperationalIndex.allCases {
        guard let value = index.value(of: counts) else { continue }
        let low: Double = [.p1, .p2, .i1, .i2].contains(index) ? -1 : -1e-12
        #expect(value >= low && value <= 1 + 1e-12, "\(index)")
      }
      guard counts.total(of: .speaker) > 0, counts.total(of: .other) > 0 else { continue }
      let shares = [OperationalIndex.i5Punish, .i5Threaten, .i5Oppose, .i5Appeal, .i5Promise, .i5Reward]
      #expect(abs(shares.reduce(0) { $0 + ($1.value(of: counts) ?? 0) } - 1) < 1e-12)
      let control = (OperationalIndex.p4.value(of: counts) ?? 0) + (OperationalIndex.p4.value(of: swapped) ?? 0)
      #expect(abs(control - 1) < 1e-12)
    }
  }

  @Test("the corrected variety does not depend on how many verbs there are, on average")
  func correction() throws {
    // Of six equally frequent classes the index of variation is 1, and P-3 is 0.
    var generator = SeededGenerator(seed: 2)
    var (plugIn, unbiased) = (0.0, 0.0)
    let trials = 4_000
    for _ in 0..<trials {
      var drawn = [Int](repeating: 0, count: 6)
      for _ in 0..<10 { drawn[generator.index(below: 6)] += 1 }
      let counts = VerbCounts(speaker: [0, 0, 0, 0, 0, 0], other: drawn)
      plugIn += try #require(OperationalIndex.p3.value(of: counts)) / Double(trials)
      unbiased += try #require(OperationalIndex.p3.value(of: counts, diversity: .unbiased)) / Double(trials)
    }
    #expect(abs(unbiased) < 0.01 && plugIn > 0.09, "\(plugIn), \(unbiased)")
  }

  @Test("pooling adds counts")
  func pooling() {
    var generator = SeededGenerator(seed: 3)
    let (one, two) = (random(&generator, largest: 50), random(&generator, largest: 50))
    var pooled = one
    pooled += two
    for subject in VerbSubject.allCases {
      for verbClass in VerbClass.allCases {
        #expect(pooled[subject, verbClass] == one[subject, verbClass] + two[subject, verbClass])
      }
    }
    #expect(pooled.total == one.total + two.total)
  }

  @Test("intervals are the same on any number of threads, hold the value, and depend on the group alone")
  func bootstrap() throws {
    var generator = SeededGenerator(seed: 4)
    let speeches = (0..<40).map { _ in random(&generator, largest: 3) }
    let bootstrap = SpeechBootstrap(resampleCount: 500, confidence: 0.95, seed: 9)
    let one = bootstrap.intervals(of: speeches, named: "A", diversity: .plugIn, on: .serial)
    let four = bootstrap.intervals(of: speeches, named: "A", diversity: .plugIn, on: Parallelism(threadCount: 4))
    #expect(one == four)
    #expect(one != bootstrap.intervals(of: speeches, named: "B", diversity: .plugIn, on: .serial))
    let pooled = speeches.reduce(into: VerbCounts()) { $0 += $1 }
    for (index, interval) in zip(OperationalIndex.allCases, one) where index != .p3 && index != .i3 && index != .p5 {
      let (value, ends) = (try #require(index.value(of: pooled)), try #require(interval))
      #expect(ends.low <= value && value <= ends.high, "\(index)")
    }
    let alone = bootstrap.intervals(of: [speeches[0]], named: "A", diversity: .plugIn, on: .serial)
    #expect(alone.allSatisfy { $0 == nil })
  }

  @Test("speeches of one make-up have no spread")
  func equalSpeeches() throws {
    let speech = VerbCounts(speaker: [1, 0, 2, 5, 1, 0], other: [3, 1, 0, 2, 0, 4])
    let intervals = SpeechBootstrap(resampleCount: 50, confidence: 0.9, seed: 1)
      .intervals(of: [speech, speech, speech], named: "", diversity: .plugIn, on: .serial)
    for (index, interval) in zip(OperationalIndex.allCases, intervals) {
      let (value, ends) = (try #require(index.value(of: speech)), try #require(interval))
      #expect(abs(ends.low - value) < 1e-12 && abs(ends.high - value) < 1e-12)
    }
  }
}
