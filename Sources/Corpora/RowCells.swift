/// The cells of one row, as places in the bytes that hold them.
struct RowCells {
  /// Where each cell begins; -1 where the row has no such cell.
  var starts: [Int] = []
  /// Where each cell ends.
  var ends: [Int] = []
  /// The bytes, where they are not those of the reader's window: quotes undoubled, escapes undone.
  var ownBytes: [UInt8] = []

  /// The bytes of cell `index`, all in `bytes`; an absent cell has none.
  func range(_ index: Int) -> Range<Int> { starts[index] < 0 ? 0..<0 : starts[index]..<ends[index] }

  /// Whether the row has cell `index`.
  func has(_ index: Int) -> Bool { starts[index] >= 0 }

  /// Makes these the fields of a record without doubled quotes.
  mutating func take(_ splitter: RecordSplitter) {
    starts = splitter.starts
    ends = splitter.ends
  }

  /// Copies the fields of a record, undoubling quotes.
  mutating func takeUndoubled(_ splitter: RecordSplitter, in bytes: [UInt8]) {
    ownBytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var nextDoubled = 0
    let doubled = splitter.fieldsWithDoubledQuotes
    for field in splitter.starts.indices {
      starts.append(ownBytes.count)
      let content = bytes[splitter.starts[field]..<splitter.ends[field]]
      if nextDoubled < doubled.count, doubled[nextDoubled] == field {
        nextDoubled += 1
        appendUndoubled(content)
      } else {
        ownBytes += content
      }
      ends.append(ownBytes.count)
    }
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
