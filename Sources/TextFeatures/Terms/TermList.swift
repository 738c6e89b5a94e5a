/// Many short texts in two arrays, without an object for each.
struct TermList: Sendable, Hashable {
  /// The UTF-8 bytes of all terms, one after the other.
  private(set) var bytes: [UInt8] = []
  /// Where each term begins in `bytes`, and at the end their number: one more entry than there are terms.
  private(set) var offsets: [Int] = [0]

  /// The number of terms.
  var count: Int { offsets.count - 1 }

  init() {}

  init(_ terms: [String]) {
    for term in terms { append(Array(term.utf8)) }
  }

  /// Terms from their parts, or nil where the offsets do not run from 0 to the number of bytes without falling.
  init?(bytes: [UInt8], offsets: [Int]) {
    guard offsets.first == 0, offsets.last == bytes.count else { return nil }
    for (offset, next) in zip(offsets, offsets.dropFirst()) where next < offset { return nil }
    self.bytes = bytes
    self.offsets = offsets
  }

  /// Where the bytes of term `index` are.
  @inline(__always)
  func range(at index: Int) -> Range<Int> { offsets[index]..<offsets[index + 1] }

  /// The bytes of term `index`.
  subscript(index: Int) -> ArraySlice<UInt8> { bytes[range(at: index)] }

  /// Term `index` as a text.
  func text(at index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  /// Adds a term at the end.
  mutating func append(_ term: some Collection<UInt8>) {
    bytes.append(contentsOf: term)
    offsets.append(bytes.count)
  }

  /// Adds the bytes of `source` in `range` as a term at the end.
  mutating func append(_ source: Span<UInt8>, _ range: Range<Int>) {
    for position in range { bytes.append(source[position]) }
    offsets.append(bytes.count)
  }

  /// Ends a term whose bytes were added by `appendBytes`.
  mutating func closeTerm() { offsets.append(bytes.count) }

  /// Adds bytes to the term that `closeTerm` will end.
  mutating func appendBytes(_ more: ArraySlice<UInt8>) { bytes.append(contentsOf: more) }

  /// Gives back the memory that growing took in advance.
  mutating func reserve(terms: Int, bytes byteCount: Int) {
    offsets.reserveCapacity(terms + 1)
    bytes.reserveCapacity(byteCount)
  }
}

extension TermList {
  /// Whether term `left` stands before term `right` in the order of UTF-8 bytes, which is the order of code points.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    let bytes = bytes.span
    return bytes.precedes(range(at: left), range(at: right), of: bytes)
  }

  /// The number of the term in `range` of `source`, or -1, where terms ascend. Complexity: O(log terms).
  func find(_ source: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    let bytes = bytes.span
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if bytes.precedes(self.range(at: middle), range, of: source) { low = middle + 1 } else { high = middle }
    }
    guard low < count, self.range(at: low).count == range.count,
      bytes.isSame(self.range(at: low), as: range, of: source)
    else { return -1 }
    return Int32(low)
  }

  /// The indices of the terms in the order of their UTF-8 bytes; equal terms stay in their order.
  ///
  /// Complexity: O(n log n), most comparisons being of the first eight bytes as one number.
  func sortedIndices() -> [Int32] {
    var keyed = (0..<count).map { SortKey(head: head(of: $0), index: Int32($0)) }
    keyed.sort { left, right in
      if left.head != right.head { return left.head < right.head }
      if precedes(Int(left.index), Int(right.index)) { return true }
      return !precedes(Int(right.index), Int(left.index)) && left.index < right.index
    }
    return keyed.map(\.index)
  }

  /// The same terms in the order of their UTF-8 bytes.
  func sorted() -> TermList { selecting(sortedIndices()) }

  /// The terms at `indices`, in that order.
  func selecting(_ indices: [Int32]) -> TermList {
    var result = TermList()
    result.reserve(terms: indices.count, bytes: bytes.count)
    for index in indices { result.append(self[Int(index)]) }
    return result
  }

  /// The first term that does not stand after the one before it, or nil where all ascend.
  func firstOutOfOrder() -> Int? {
    (0..<max(0, count - 1)).first { !precedes($0, $0 + 1) }.map { $0 + 1 }
  }

  /// The first term of a sorted list that equals the one before it.
  func firstRepeated() -> Int? {
    (0..<max(0, count - 1)).first { self[$0].elementsEqual(self[$0 + 1]) }.map { $0 + 1 }
  }

  private struct SortKey {
    let head: UInt64
    let index: Int32
  }

  /// The first eight bytes as one number, zeros after shorter terms.
  private func head(of index: Int) -> UInt64 {
    let range = range(at: index)
    var head: UInt64 = 0
    for step in 0..<8 { head = head << 8 | (step < range.count ? UInt64(bytes[range.lowerBound + step]) : 0) }
    return head
  }
}
