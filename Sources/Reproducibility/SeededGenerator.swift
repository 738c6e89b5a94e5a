/// A seeded pseudo-random generator whose sequence is part of this package's contract.
///
/// The algorithm is xoshiro256** (Blackman and Vigna 2018), its state filled from the seed by SplitMix64. Its draws are
/// frozen by test vectors, so that a seed written in a paper gives the same folds and the same bootstrap on every
/// machine and with every future version.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  private let seed: UInt64

  /// The seed used where a caller names none: the day of the news article that this toolkit was first asked to read.
  public static let defaultSeed: UInt64 = 20_210_524

  /// Makes the generator that belongs to `seed`. Every value is a good seed, zero included.
  public init(seed: UInt64) {
    self.seed = seed
    var mixer = SplitMix64(state: seed)
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let result = Self.rotate(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = Self.rotate(state.3, by: 45)
    return result
  }

  /// An independent generator for one named part of the work.
  ///
  /// It depends on the seed this generator was made with and on `name`, never on how many numbers were drawn, so adding a
  /// draw in one part of a program changes no other part.
  public func child(named name: String) -> SeededGenerator {
    // Mixed, so that a child's child of the same name is not the grandparent, and the order of names matters.
    var mixer = SplitMix64(state: seed ^ StableHash.fnv1a64(name.utf8))
    return SeededGenerator(seed: mixer.next())
  }

  /// An independent generator for item `index` of the part called `name`, as for one bootstrap resample.
  public func child(named name: String, index: Int) -> SeededGenerator {
    var mixer = SplitMix64(state: child(named: name).seed &+ UInt64(truncatingIfNeeded: index))
    return SeededGenerator(seed: mixer.next())
  }

  /// A whole number drawn uniformly from `0 ..< bound`, without bias (Lemire 2019).
  ///
  /// - Precondition: `bound` is positive.
  public mutating func index(below bound: Int) -> Int {
    precondition(bound > 0, "the bound of a draw must be positive, not \(bound)")
    let width = UInt64(bound)
    var product = next().multipliedFullWidth(by: width)
    if product.low < width {
      let threshold = (0 &- width) % width
      while product.low < threshold { product = next().multipliedFullWidth(by: width) }
    }
    return Int(product.high)
  }

  /// Draws `draws` whole numbers from `0 ..< bound`, as `index(below:)` does, and adds one to `counts[start + number]` for each.
  ///
  /// One call for many draws, as resampling needs them: the generator stays in registers.
  ///
  /// - Precondition: `bound` is positive, the places are in `counts`, and no count comes to exceed 65,535.
  public mutating func tally(
    _ draws: Int, below bound: Int, into counts: inout MutableSpan<UInt16>, from start: Int = 0
  ) {
    var generator = self
    for _ in 0..<draws { counts[start + generator.index(below: bound)] += 1 }
    self = generator
  }

  /// A number drawn uniformly from `[0, 1)`, with 53 random bits.
  public mutating func unitInterval() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// The elements in a random order (Fisher and Yates, from the end down).
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(last, index(below: last + 1))
    }
    return result
  }

  /// The numbers `0 ..< count` in a random order, the one `shuffled(_:)` gives them.
  ///
  /// For many orders, as permutation tests need them: a call that is not generic is many times as fast.
  ///
  /// - Precondition: `count` is not negative.
  public mutating func order(of count: Int) -> [Int] {
    precondition(count >= 0, "an order of \(count) numbers")
    var generator = self
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, generator.index(below: last + 1)) }
    self = generator
    return order
  }

  /// Generators are equal when they were made from one seed and stand at one place of its sequence.
  public static func == (left: SeededGenerator, right: SeededGenerator) -> Bool {
    left.seed == right.seed && left.state == right.state
  }

  /// Feeds the seed and the place in the sequence to `hasher`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(seed)
    hasher.combine(state.0)
    hasher.combine(state.1)
    hasher.combine(state.2)
    hasher.combine(state.3)
  }

  private static func rotate(_ value: UInt64, by count: UInt64) -> UInt64 {
    (value << count) | (value >> (64 - count))
  }
}

/// The generator that spreads a seed over the larger state of another (Steele, Lea and Flood 2014).
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
