/// Sorting of 64-bit keys in time proportional to their number.
enum RadixSort {
  private static let digitBits = 11

  /// Sorts `keys` ascending and moves `payload` along; equal keys keep their order.
  ///
  /// The least significant digit first, 11 bits a pass; passes in which all keys agree are left out.
  static func sort(_ keys: inout [UInt64], carrying payload: inout [Int32]) {
    precondition(keys.count == payload.count, "\(keys.count) keys carry \(payload.count) numbers")
    var union: UInt64 = 0
    var common: UInt64 = .max
    for key in keys {
      union |= key
      common &= key
    }
    var spareKeys = [UInt64](repeating: 0, count: keys.count)
    var sparePayload = [Int32](repeating: 0, count: keys.count)
    var shift = 0
    while shift < 64, (union ^ common) >> UInt64(shift) != 0 {
      if (union ^ common) >> UInt64(shift) & 0x7FF != 0 {
        pass(shift, from: keys, payload, to: &spareKeys, &sparePayload)
        swap(&keys, &spareKeys)
        swap(&payload, &sparePayload)
      }
      shift += digitBits
    }
  }

  private static func pass(
    _ shift: Int, from keys: [UInt64], _ payload: [Int32], to sortedKeys: inout [UInt64], _ sortedPayload: inout [Int32]
  ) {
    let (keys, payload) = (keys.span, payload.span)
    var counts = [Int](repeating: 0, count: 1 << digitBits)
    var places = counts.mutableSpan
    for index in 0..<keys.count { places[Int(keys[index] >> UInt64(shift) & 0x7FF)] += 1 }
    var start = 0
    for digit in 0..<places.count { (places[digit], start) = (start, start + places[digit]) }
    var targetKeys = sortedKeys.mutableSpan
    var targetPayload = sortedPayload.mutableSpan
    for index in 0..<keys.count {
      let digit = Int(keys[index] >> UInt64(shift) & 0x7FF)
      targetKeys[places[digit]] = keys[index]
      targetPayload[places[digit]] = payload[index]
      places[digit] += 1
    }
  }
}
