import Evaluation
import Reproducibility
import Testing

@Suite struct SamplingTests {
  private static let strata = (0..<100).map { ["a", "a", "a", "a", "a", "a", "b", "b", "b", "c"][$0 % 10] }

  private func sample(
    _ count: Int, _ strata: [String] = strata, _ allocation: SampleAllocation = .proportional, seed: UInt64 = 1
  ) throws -> RandomSample {
    try RandomSample(of: count, from: strata, allocation: allocation, seed: seed)
  }

  @Test func sharesAreInProportion() throws {
    let found = try sample(20)
    #expect(found.strata.map(\.name) == ["a", "b", "c"] && found.strata.map(\.drawnCount) == [12, 6, 2])
    #expect(found.rows.count == 20 && Set(found.rows).count == 20)
    #expect(found.probabilities.allSatisfy { $0 == 0.2 })
    for (row, stratum) in zip(found.rows, found.stratumNumbers) {
      #expect(Self.strata[row] == found.strata[stratum].name)
    }
  }

  @Test(arguments: [3, 4, 7, 11, 50, 99, 100])
  func everyRowHasAChance(count: Int) throws {
    let found = try sample(count)
    #expect(found.strata.reduce(0) { $0 + $1.drawnCount } == count && found.rows.count == count)
    #expect(found.strata.allSatisfy { $0.drawnCount >= 1 && $0.drawnCount <= $0.rowCount })
  }

  @Test func equalSharesAndTheirProbabilities() throws {
    let found = try sample(20, Self.strata, .equal)
    #expect(found.strata.map(\.drawnCount) == [7, 7, 6])
    #expect(found.strata.map(\.probability) == [7.0 / 60, 7.0 / 30, 0.6])
  }

  /// What weights of 1/π promise: each row is drawn as often as its probability says.
  @Test func rowsAreDrawnAsOftenAsTheirProbabilities() throws {
    let draws = 4000
    var counts = [Int](repeating: 0, count: 100)
    for seed in 0..<draws {
      for row in try sample(15, Self.strata, .equal, seed: UInt64(seed)).rows { counts[row] += 1 }
    }
    let sizes = ["a": 60.0, "b": 30.0, "c": 10.0]
    for (row, count) in counts.enumerated() {
      let expected = 5 / (sizes[Self.strata[row]] ?? .nan)
      let error = (expected * (1 - expected) / Double(draws)).squareRoot()
      #expect(abs(Double(count) / Double(draws) - expected) < 4.5 * error, "row \(row)")
    }
  }

  @Test func oneStratumDoesNotDependOnOthers() throws {
    let found = try sample(20)
    let other = try sample(20, Self.strata.map { $0 == "c" ? "d" : $0 })
    func rows(_ sample: RandomSample, _ name: String) -> Set<Int> {
      Set(zip(sample.rows, sample.stratumNumbers).filter { sample.strata[$0.1].name == name }.map(\.0))
    }
    #expect(rows(found, "a") == rows(other, "a") && rows(found, "b") == rows(other, "b"))
    #expect(try sample(20) == found)
    #expect(try sample(20, seed: 2).rows != found.rows)
  }

  @Test func designsThatCannotBe() throws {
    func message(_ body: () throws -> RandomSample) -> String {
      do {
        _ = try body()
        return ""
      } catch { return "\(error)" }
    }
    #expect(message { try sample(101) }.contains("101 rows to draw of 100"))
    #expect(message { try sample(2) }.contains("3 strata for 2 rows"))
    #expect(message { try sample(0) }.contains("at least 1"))
    #expect(message { try sample(40, Self.strata, .equal) }.contains("the stratum c has 10 rows (13 were"))
  }

  @Test func binsHoldAsManyEach() {
    let scores = (0..<40).map { Double($0 * 7 % 40) / 40 }
    let bins = ScoreBins(scores, count: 4)
    #expect(bins.edges.count == 3)
    for number in 0..<4 { #expect(bins.numbers.count { $0 == number } == 10) }
    let tied = ScoreBins([0, 0, 0, 0, 0, 0, 0.5, 1], count: 4)
    #expect(Set(tied.numbers.prefix(6)).count == 1 && tied.edges.count < 3)
    #expect(ScoreBins([0.3, 0.3], count: 4).edges.isEmpty)
  }
}
