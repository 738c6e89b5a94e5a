import Statistics
import Testing

@Suite("Rank correlation")
struct RankCorrelationTests {
  @Test("Values of scipy.stats.spearmanr")
  func golden() {
    let found = RankCorrelation.spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])
    #expect(abs((found ?? .nan) - 0.8207826816681233) < 1e-12)
    let tied = RankCorrelation.spearman([1, 1, 2, 3, 3, 3], [2, 1, 2, 5, 4, 4])
    #expect(abs((tied ?? .nan) - 0.9057894597833127) < 1e-12)
  }

  @Test("A rising map changes nothing, a falling one turns the sign; lists without spread have none")
  func metamorphic() {
    let (x, y) = ([0.3, 2, 1, -4, 8, 7], [1.0, 0, 5, 2, 9, 9])
    let value = RankCorrelation.spearman(x, y)
    #expect(RankCorrelation.spearman(x.map { $0 * $0 * $0 }, y) == value)
    #expect(RankCorrelation.spearman(x.map { -$0 }, y) == value.map { -$0 })
    #expect(RankCorrelation.spearman([1, 1, 1], [1, 2, 3]) == nil)
    #expect(RankCorrelation.spearman([1], [1]) == nil)
  }
}
