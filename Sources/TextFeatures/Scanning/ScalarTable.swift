/// What scanning needs to know of a Unicode scalar, packed into 32 bits.
struct ScalarFacts {
  let bits: UInt32

  private static let imageMask: UInt32 = 0x1F_FFFF
  private static let word: UInt32 = 1 << 21
  private static let space: UInt32 = 1 << 22
  private static let number: UInt32 = 1 << 23
  private static let context: UInt32 = 1 << 24

  /// The scalar it becomes: itself, or its lower case.
  @inline(__always) var image: UInt32 { bits & ScalarFacts.imageMask }
  /// Whether its image is matched by Python's `\w`.
  @inline(__always) var isWord: Bool { bits & ScalarFacts.word != 0 }
  /// Whether it is white space to Python's `\s` and `str.split()`.
  @inline(__always) var isSpace: Bool { bits & ScalarFacts.space != 0 }
  /// Whether it is a digit or another number sign (general category N).
  @inline(__always) var isNumber: Bool { bits & ScalarFacts.number != 0 }
  /// Whether its lower case has several scalars, or depends on its neighbours.
  @inline(__always) var needsContext: Bool { bits & ScalarFacts.context != 0 }

  init(bits: UInt32) { self.bits = bits }

  init(of scalar: Unicode.Scalar, lowercases: Bool) {
    var image = scalar
    var needsContext = false
    if lowercases {
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      needsContext = lower.count != 1 || scalar == LowercaseContext.capitalSigma
      if !needsContext, let only = lower.first { image = only }
    }
    var bits = image.value
    if image.isPythonWord { bits |= ScalarFacts.word }
    if scalar.isPythonSpace { bits |= ScalarFacts.space }
    if scalar.isNumberSign { bits |= ScalarFacts.number }
    if needsContext { bits |= ScalarFacts.context }
    self.bits = bits
  }
}

/// The facts of scalars, computed a page of 256 at a time when one of them is first met.
///
/// It is a value that changes as it is read, so each piece of parallel work has its own; a page costs some 30 microseconds, and
/// texts touch few.
struct ScalarTable {
  private let lowercases: Bool
  /// Where each page's facts begin in `facts`, or -1.
  private var pageStarts = [Int32](repeating: -1, count: 0x1100)
  private var facts: [UInt32] = []

  init(lowercases: Bool) { self.lowercases = lowercases }

  /// The facts of a scalar value below 0x110000.
  @inline(__always)
  mutating func facts(of scalar: UInt32) -> ScalarFacts {
    let start = pageStarts[Int(scalar >> 8)]
    if start >= 0 { return ScalarFacts(bits: facts[Int(start) + Int(scalar & 255)]) }
    return addPage(of: scalar)
  }

  @inline(never)
  private mutating func addPage(of scalar: UInt32) -> ScalarFacts {
    let first = scalar & ~255
    pageStarts[Int(scalar >> 8)] = Int32(facts.count)
    for value in first..<(first + 256) {
      facts.append(Unicode.Scalar(value).map { ScalarFacts(of: $0, lowercases: lowercases).bits } ?? value)
    }
    return ScalarFacts(bits: facts[facts.count - 256 + Int(scalar & 255)])
  }

  /// For each ASCII byte its image if it is a word character, and 0 if not.
  func asciiImages() -> [UInt8] {
    (0..<128).map { byte in
      let facts = ScalarFacts(of: Unicode.Scalar(UInt8(byte)), lowercases: lowercases)
      return facts.isWord ? UInt8(facts.image) : 0
    }
  }
}
