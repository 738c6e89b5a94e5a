/// Sorts the few dozen numbers of a sentence.
enum SmallSort {
  /// Sorts the first `count` elements, ascending. Complexity: O(n log n), but O(n²) for the first 64.
  static func sort(_ numbers: inout MutableSpan<Int32>, count: Int) {
    guard count <= 64 else {
      sortMany(&numbers, count: count)
      return
    }
    var place = 1
    while place < count {
      let number = numbers[place]
      var gap = place
      while gap > 0, numbers[gap &- 1] > number {
        numbers[gap] = numbers[gap &- 1]
        gap &-= 1
      }
      numbers[gap] = number
      place &+= 1
    }
  }

  private static func sortMany(_ numbers: inout MutableSpan<Int32>, count: Int) {
    var sorted: [Int32] = []
    sorted.reserveCapacity(count)
    for place in 0..<count { sorted.append(numbers[place]) }
    sorted.sort()
    for place in 0..<count { numbers[place] = sorted[place] }
  }
}
