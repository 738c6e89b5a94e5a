/// Sorts the few dozen numbers of a sentence.
enum SmallSort {
  /// Sorts the elements in `range`, ascending. Complexity: O(n log n), but O(n²) up to 48 of them.
  @inline(__always)
  static func sort<Number: FixedWidthInteger>(_ numbers: inout MutableSpan<Number>, _ range: Range<Int>) {
    guard range.count <= 48 else {
      sortMany(&numbers, range)
      return
    }
    var place = range.lowerBound &+ 1
    while place < range.upperBound {
      let number = numbers[place]
      var gap = place
      while gap > range.lowerBound, numbers[gap &- 1] > number {
        numbers[gap] = numbers[gap &- 1]
        gap &-= 1
      }
      numbers[gap] = number
      place &+= 1
    }
  }

  private static func sortMany<Number: FixedWidthInteger>(_ numbers: inout MutableSpan<Number>, _ range: Range<Int>) {
    var sorted: [Number] = []
    sorted.reserveCapacity(range.count)
    for place in range { sorted.append(numbers[place]) }
    sorted.sort()
    for place in range { numbers[place] = sorted[place - range.lowerBound] }
  }
}
