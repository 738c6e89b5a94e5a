import Classifiers
import Reproducibility
import Testing

/// Whether outcomes are separated, how, and by which columns.
@Suite struct SeparationTests {
  private func separation(_ columns: [[Double]], _ outcomes: [Int]) throws -> Separation? {
    Separation(
      try RegressionData(
        names: columns.indices.map { "x\($0)" }, predictors: columns, outcomes: outcomes.map { $0 == 1 }))
  }

  @Test func overlapIsNoSeparation() throws {
    #expect(try separation([[1, 2, 3, 4, 5, 6]], [0, 1, 0, 1, 0, 1]) == nil)
  }

  @Test func aThresholdSeparatesCompletely() throws {
    let found = try #require(try separation([[1, 2, 3, 4, 5, 6], [1, 3, 2, 2, 3, 1]], [0, 0, 0, 1, 1, 1]))
    #expect(found.isComplete && found.columnSets == [[1]])
  }

  @Test func aTieOnTheBorderIsQuasiComplete() throws {
    let found = try #require(try separation([[1, 2, 3, 3, 4, 5]], [0, 0, 0, 1, 1, 1]))
    #expect(!found.isComplete && found.columnSets == [[1]])
  }

  /// A level all of whose rows have the outcome: the commonest case in practice.
  @Test func aPureLevelIsNamedAlone() throws {
    let noise = [0.3, 0.9, 0.1, 0.7, 0.5, 0.2, 0.8, 0.4]
    let found = try #require(try separation([noise, [1, 1, 0, 0, 0, 0, 0, 0]], [1, 1, 0, 1, 0, 1, 0, 1]))
    #expect(!found.isComplete && found.columnSets == [[2]])
  }

  @Test func columnsThatSeparateOnlyTogetherAreNamedTogether() throws {
    var generator = SeededGenerator(seed: 12)
    let columns = (0..<3).map { _ in (0..<40).map { _ in generator.unitInterval() } }
    let outcomes = (0..<40).map { columns[0][$0] + columns[2][$0] > 1 ? 1 : 0 }
    let found = try #require(try separation(columns, outcomes))
    #expect(found.isComplete && found.columnSets == [[1, 3]])
  }

  @Test func oneRowTooManyIsOverlapWhateverTheScale() throws {
    for scale in [1e-6, 1, 1e9] {
      let line = (0..<30).map { Double($0) * scale + 5 * scale }
      var outcomes = (0..<30).map { $0 >= 15 ? 1 : 0 }
      #expect(try separation([line], outcomes)?.isComplete == true)
      outcomes[14] = 1
      outcomes[15] = 0
      #expect(try separation([line], outcomes) == nil)
    }
  }
}
