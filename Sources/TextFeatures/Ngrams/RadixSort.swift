/// Sorting of 64-bit records in time proportional to their number.
enum RadixSort {
  private static let digitBits = 11

  /// Sorts `records` ascending by those of their bits that `bits` names; equal ones keep their order.
  ///
  /// The least significant digit first, at most 11 bits a pass; passes in which all records agree are left out.
  ///
  /// - Parameter spare: as long as `records`; holds nothing of use afterwards.
  static func sort(_ records: inout [UInt64], by bits: Range<Int>, spare: inout [UInt64]) {
    guard records.count > 1, !bits.isEmpty else { return }
    let passes = (bits.count + digitBits - 1) / digitBits
    let width = (bits.count + passes - 1) / passes
    for pass in 0..<passes {
      let shift = bits.lowerBound + pass * width
      let digit = min(width, bits.upperBound - shift)
      guard digit > 0 else { break }
      if move(records, to: &spare, shift: UInt64(shift), mask: 1 << UInt64(digit) - 1) { swap(&records, &spare) }
    }
  }

  /// Puts `records` in the order of one digit, and returns false where all have the same, so that there is nothing to do.
  private static func move(_ records: [UInt64], to target: inout [UInt64], shift: UInt64, mask: UInt64) -> Bool {
    var counts = [UInt32](repeating: 0, count: Int(mask) + 1)
    var places = counts.mutableSpan
    let records = records.span
    for index in 0..<records.count { places[Int(truncatingIfNeeded: records[index] &>> shift & mask)] &+= 1 }
    if Int(places[Int(truncatingIfNeeded: records[0] &>> shift & mask)]) == records.count { return false }
    var start: UInt32 = 0
    for digit in 0..<places.count { (places[digit], start) = (start, start &+ places[digit]) }
    var target = target.mutableSpan
    for index in 0..<records.count {
      let record = records[index]
      let digit = Int(truncatingIfNeeded: record &>> shift & mask)
      target[Int(places[digit])] = record
      places[digit] &+= 1
    }
    return true
  }
}

extension Int {
  /// The number of bits that numbers from 0 to this one take.
  var bitsNeeded: Int { Int.bitWidth - leadingZeroBitCount }
}
