import Statistics
import Testing

/// Golden values: scipy.stats.norm of scipy 1.17.1.
@Suite struct NormalDistributionTests {
  @Test(arguments: [
    (1e-300, -37.0470962993612), (1e-20, -9.262340089798409), (1e-10, -6.361340902404056),
    (0.0001, -3.7190164854556804), (0.001, -3.090232306167813), (0.02425, -1.972961051311885),
    (0.025, -1.9599639845400545), (0.1, -1.2815515655446004), (0.3, -0.5244005127080409),
    (0.4999, -0.0002506628300880075), (0.5, 0), (0.9, 1.2815515655446004), (0.95, 1.6448536269514722),
    (0.975, 1.959963984540054), (0.995, 2.5758293035489004), (0.999999, 4.753424308817087),
  ])
  func quantile(p: Double, expected: Double) {
    // Near the middle the quantile is a difference from a half, so its error is absolute.
    let found = NormalDistribution.quantile(p)
    #expect(abs(found - expected) <= 2e-15 * max(abs(expected), 0.1), "\(found) instead of \(expected)")
  }

  @Test(arguments: [
    (-20.0, 2.7536241186061556e-89), (-8, 6.22096057427174e-16), (-3, 0.0013498980316300933),
    (-1, 0.15865525393145707), (-0.1, 0.460172162722971), (0, 0.5), (0.5, 0.6914624612740131),
    (2, 0.9772498680518208), (6, 0.9999999990134123),
  ])
  func cumulative(z: Double, expected: Double) {
    // Far in the tail the error of z itself, times z, is what remains.
    let found = NormalDistribution.cumulative(z)
    #expect(abs(found - expected) <= 4e-16 * max(1, z * z) * expected, "\(found) instead of \(expected)")
  }

  @Test func quantileAndCumulativeUndoEachOther() {
    for exponent in stride(from: -200.0, through: -0.5, by: 0.5) {
      var p = 1.0
      for _ in 0..<Int(-exponent * 2) { p /= 3 }
      let back = NormalDistribution.cumulative(NormalDistribution.quantile(p))
      #expect(abs(back - p) <= 1e-12 * p, "\(p) came back as \(back)")
    }
  }

  @Test func theHalvesAreMirrorImages() {
    for step in 1..<64 {
      let p = Double(step) / 128
      #expect(NormalDistribution.quantile(1 - p) == -NormalDistribution.quantile(p))
    }
  }

  @Test func theEndsAreInfinite() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.cumulative(-.infinity) == 0)
    #expect(NormalDistribution.cumulative(.infinity) == 1)
  }

  @Test func theSmallestProbabilityHasAFiniteQuantile() {
    let z = NormalDistribution.quantile(.leastNonzeroMagnitude)
    #expect(z < -38.4 && z > -38.6)
  }
}
