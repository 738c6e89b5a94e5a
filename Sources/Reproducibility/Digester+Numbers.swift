extension Digester {
  /// Takes whole numbers, the least significant byte of each first.
  public mutating func update(numbers: [some FixedWidthInteger]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(numbers.count, Self.pieceLength) * 8)
    for number in numbers {
      for place in stride(from: 0, to: number.bitWidth, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> place))
      }
      if bytes.count >= Self.pieceLength {
        update(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    update(bytes)
  }

  /// Takes numbers by their bits, so that 0 and -0 differ.
  public mutating func update(numbers: [Double]) {
    for start in stride(from: 0, to: numbers.count, by: Self.pieceLength) {
      update(numbers: numbers[start..<min(start + Self.pieceLength, numbers.count)].map(\.bitPattern))
    }
  }

  private static let pieceLength = 1 << 16
}
