internal import Corpora

/// A file, and the line of it on which an article's bytes begin.
struct FilePlace {
  let file: String
  var firstLine = 1

  /// The file, or the row of it where there are several articles in it.
  var start: CorpusPlace { CorpusPlace(file: file, line: firstLine > 1 ? firstLine : nil) }

  /// The line and column of the byte at `offset`. Complexity: O(offset).
  func place(of offset: Int, in bytes: [UInt8]) -> CorpusPlace {
    var counter = PlaceCounter(firstLine: firstLine)
    counter.advance(to: offset, in: bytes)
    return CorpusPlace(file: file, line: counter.line, column: counter.column)
  }
}

/// Counts lines and columns on the way through a text, so that many places cost no more than one.
struct PlaceCounter {
  private(set) var line: Int
  private(set) var column = 1
  private var offset = 0

  init(firstLine: Int) { line = firstLine }

  /// Goes on to `target`, which is not before the place it is at.
  mutating func advance(to target: Int, in bytes: [UInt8]) {
    while offset < target {
      let byte = bytes[offset]
      offset += 1
      if byte == 10 || (byte == 13 && (offset == bytes.count || bytes[offset] != 10)) {
        line += 1
        column = 1
      } else if !ByteText.isContinuation(byte), byte != 13 {
        column += 1
      }
    }
  }
}
