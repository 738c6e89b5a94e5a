/// The cells of one row, as places in the bytes that hold them.
struct RowCells {
  /// Where each cell begins; -1 where the row has no such cell.
  var starts: [Int] = []
  /// Where each cell ends.
  var ends: [Int] = []
  /// Where in the line each cell's value begins, -1 where it has none; only of cells that come from JSON.
  var offsets: [Int] = []
  /// The bytes, where they are not those of the reader's window: quotes undoubled, escapes undone.
  var ownBytes: [UInt8] = []

  /// How many cells there are, absent ones included.
  var count: Int { starts.count }

  /// The bytes of cell `index`, all in `bytes`; an absent cell has none.
  func range(_ index: Int) -> Range<Int> { starts[index] < 0 ? 0..<0 : starts[index]..<ends[index] }

  /// Whether the row has cell `index`.
  func has(_ index: Int) -> Bool { starts[index] >= 0 }

  /// Makes these the fields of a record without doubled quotes.
  mutating func take(_ splitter: borrowing RecordSplitter) {
    resize(to: splitter.fieldCount)
    for field in 0..<count {
      starts[field] = splitter.starts[field]
      ends[field] = splitter.ends[field]
    }
  }

  /// Copies the fields of a record, undoubling quotes.
  mutating func takeUndoubled(_ splitter: RecordSplitter, in bytes: [UInt8]) {
    ownBytes.removeAll(keepingCapacity: true)
    resize(to: splitter.fieldCount)
    var nextDoubled = 0
    let doubled = splitter.fieldsWithDoubledQuotes
    for field in 0..<count {
      starts[field] = ownBytes.count
      let content = bytes[splitter.starts[field]..<splitter.ends[field]]
      if nextDoubled < doubled.count, doubled[nextDoubled] == field {
        nextDoubled += 1
        appendUndoubled(content)
      } else {
        ownBytes += content
      }
      ends[field] = ownBytes.count
    }
  }

  /// Makes all cells absent.
  mutating func clear(count: Int) {
    ownBytes.removeAll(keepingCapacity: true)
    for index in starts.indices {
      starts[index] = -1
      ends[index] = -1
      offsets[index] = -1
    }
    grow(to: count)
  }

  /// Adds absent cells until there are `count`.
  mutating func grow(to count: Int) {
    while starts.count < count {
      starts.append(-1)
      ends.append(-1)
      offsets.append(-1)
    }
  }

  /// Makes room for `count` cells, which are absent until they are set.
  private mutating func resize(to count: Int) {
    guard count != starts.count else { return }
    starts = Array(repeating: -1, count: count)
    ends = Array(repeating: -1, count: count)
  }

  private mutating func appendUndoubled(_ content: ArraySlice<UInt8>) {
    let quote = UInt8(ascii: "\"")
    var rest = content
    while let index = rest.firstIndex(of: quote) {
      ownBytes += rest[...index]
      rest = rest[min(index + 2, rest.endIndex)...]
    }
    ownBytes += rest
  }
}
