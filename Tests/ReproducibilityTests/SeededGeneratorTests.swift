import Reproducibility
import Testing

/// The frozen draws. They were computed by the second implementation in Tests/ParityTests/Fixtures/generators/_generator.py,
/// which gives the published vectors of SplitMix64 (seed 1234567: 6457827717110365317, …) and of xoshiro256** (state 1, 2, 3,
/// 4: 11520, 0, 1509978240, 1215971899390074240).
@Suite struct SeededGeneratorTests {
  private static let seed = SeededGenerator.defaultSeed

  @Test(
    arguments: [
      (0, [0x99ec_5f36_cb75_f2b4, 0xbf6e_1f78_4956_452a, 0x1a5f_849d_4933_e6e0, 0x6aa5_94f1_262d_2d2c]),
      (1, [0xb3f2_af6d_0fc7_10c5, 0x853b_5596_4736_4cea, 0x92f8_9756_082a_4514, 0x642e_1c7b_c266_a3a7]),
      (20_210_524, [0x451e_3111_8c3f_0481, 0x4060_27db_a987_586c, 0x4ead_d474_e018_ee43, 0xccd8_0c4a_22de_b083]),
      (.max, [0x8f55_20d5_2a7e_ad08, 0xc476_a018_caa1_802d, 0x81de_31c0_d260_469e, 0xbf65_8d7e_065f_3c2f]),
    ] as [(UInt64, [UInt64])])
  func draws(seed: UInt64, expected: [UInt64]) {
    var generator = SeededGenerator(seed: seed)
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test func children() {
    let parent = SeededGenerator(seed: Self.seed)
    let firstDraws = [
      parent.child(named: "folds"), parent.child(named: "bootstrap", index: 0),
      parent.child(named: "bootstrap", index: 1), parent.child(named: "", index: 0),
      parent.child(named: "bootstrap", index: -1), parent.child(named: "a").child(named: "b"),
    ].map { child in
      var child = child
      return child.next()
    }
    #expect(
      firstDraws == [
        0x5097_ce3f_8e54_0267, 0x4541_cbf3_d42f_fbad, 0xfbb1_5ac6_e52b_5713, 0x53ef_ed76_8658_98b4,
        0xa837_b64d_8915_a187, 0x018e_3a75_972a_891d,
      ])
  }

  @Test func childrenDoNotDependOnWhatWasDrawn() {
    var parent = SeededGenerator(seed: 3)
    let before = parent.child(named: "part")
    for _ in 0..<100 { _ = parent.next() }
    #expect(parent.child(named: "part") == before)
  }

  @Test func noTwoRelativesAreAlike() {
    let parent = SeededGenerator(seed: 3)
    var seen: Set<UInt64> = []
    var relatives = [parent, parent.child(named: "x").child(named: "x")]
    relatives += [parent.child(named: "x").child(named: "y"), parent.child(named: "y").child(named: "x")]
    for name in ["", "x", "y", "bootstrap"] {
      relatives.append(parent.child(named: name))
      relatives += (0..<500).map { parent.child(named: name, index: $0) }
    }
    for var relative in relatives { seen.insert(relative.next()) }
    #expect(seen.count == relatives.count)
  }

  @Test func boundedDraws() {
    var die = SeededGenerator(seed: Self.seed)
    let throwsOfADie = (0..<20).map { _ in die.index(below: 6) }
    #expect(throwsOfADie == [1, 1, 1, 4, 0, 2, 1, 2, 4, 2, 1, 5, 5, 3, 1, 4, 0, 2, 4, 5])
    #expect(die.index(below: 1_000_000_000_000_000_000) == 618_562_484_410_056_053)
  }

  /// A quarter of raw draws must be refused for this bound, so the vector goes through the refusal.
  @Test func boundedDrawsThatAreRefused() {
    var generator = SeededGenerator(seed: 7)
    let draws = (0..<6).map { _ in generator.index(below: 3 << 61) }
    #expect(
      draws == [
        4_846_258_151_560_678_497, 1_928_269_721_375_543_502, 5_808_147_339_934_739_864, 6_037_439_055_838_090_395,
        420_254_273_381_114_143, 722_437_603_611_755_698,
      ])
  }

  /// Taking a remainder of 64 bits would put two thirds of the draws below this bound's middle instead of half.
  @Test func aLargeBoundIsUnbiased() {
    let bound = 3 << 61
    var generator = SeededGenerator(seed: 11)
    let count = 20_000
    let low = (0..<count).count { _ in generator.index(below: bound) < bound / 2 }
    // Four standard deviations of a fair coin.
    #expect(abs(low - count / 2) < 2 * Int(Double(count).squareRoot()))
  }

  @Test func aSmallBoundIsUnbiased() {
    var generator = SeededGenerator(seed: 5)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.index(below: 7)] += 1 }
    let chiSquare = counts.reduce(0.0) { $0 + Double(($1 - 10_000) * ($1 - 10_000)) / 10_000 }
    // The 99.9 % point of chi-square with 6 degrees of freedom.
    #expect(chiSquare < 22.46)
  }

  @Test func oneIsTheOnlyDrawBelowOne() {
    var generator = SeededGenerator(seed: 2)
    #expect((0..<10).allSatisfy { _ in generator.index(below: 1) == 0 })
  }

  @Test func unitIntervals() {
    var generator = SeededGenerator(seed: Self.seed)
    let draws = (0..<3).map { _ in generator.unitInterval() }
    #expect(draws == [0.269991938385143, 0.25146721947524264, 0.30733993390467484])
  }

  @Test func shuffles() {
    var generator = SeededGenerator(seed: Self.seed)
    #expect(generator.shuffled(Array(0..<10)) == [3, 7, 4, 6, 1, 0, 5, 8, 9, 2])
    #expect(generator.shuffled([Int]()).isEmpty)
    #expect(generator.shuffled(["one"]) == ["one"])
  }

  @Test func ordersAreThoseOfShuffling() {
    var (one, other) = (SeededGenerator(seed: Self.seed), SeededGenerator(seed: Self.seed))
    for count in [10, 0, 1, 1_000] { #expect(one.order(of: count) == other.shuffled(Array(0..<count))) }
    #expect(one == other)
  }

  @Test func everyOrderIsAsLikely() {
    var generator = SeededGenerator(seed: 1)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6_000 { counts[generator.shuffled([0, 1, 2]), default: 0] += 1 }
    #expect(counts.count == 6)
    // Five standard deviations of a count with mean 1,000.
    #expect(counts.values.allSatisfy { abs($0 - 1_000) < 145 })
  }

  @Test func equalityIsOfSeedAndPlace() {
    var left = SeededGenerator(seed: 1)
    var right = left
    _ = left.next()
    #expect(left != right)
    _ = right.next()
    #expect(left == right)
    #expect(SeededGenerator(seed: 1) != SeededGenerator(seed: 2))
  }
}

@Suite struct StableHashTests {
  /// The published test vectors of FNV-1a (Noll's fnv test suite).
  @Test func fnv1a() {
    #expect(StableHash.fnv1a64("".utf8) == 0xcbf2_9ce4_8422_2325)
    #expect(StableHash.fnv1a64("a".utf8) == 0xaf63_dc4c_8601_ec8c)
    #expect(StableHash.fnv1a64("foobar".utf8) == 0x8594_4171_f739_67e8)
  }

  /// MurmurHash3's fmix64, computed in Python from its constants.
  @Test func mix() {
    #expect(
      [0, 1, 0xdead_beef, .max].map(StableHash.mix) == [
        0, 0xb456_bcfc_34c2_cb2c, 0xd24b_d59f_862a_1dac, 0x64b5_720b_4b82_5f21,
      ])
  }

  @Test func aTallyCountsTheSameDraws() {
    var (one, other) = (SeededGenerator(seed: 6), SeededGenerator(seed: 6))
    var counts = [UInt16](repeating: 0, count: 12)
    var span = counts.mutableSpan
    one.tally(500, below: 7, into: &span, from: 3)
    var expected = [UInt16](repeating: 0, count: 12)
    for _ in 0..<500 { expected[3 + other.index(below: 7)] += 1 }
    #expect(counts == expected)
    #expect(one == other)
  }
}
