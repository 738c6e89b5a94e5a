internal import Reproducibility

/// Cuts the bytes of a delimited file into parts that end at line ends outside of quotes, as far as counting quotes tells.
struct PartCutter: ~Copyable {
  private var source: ByteSource
  private let partLength: Int
  /// What was read and not given out; it begins outside of quotes.
  private var rest: [UInt8] = []

  init(_ source: consuming ByteSource, partLength: Int) {
    self.source = source
    self.partLength = partLength
  }

  /// How many bytes were read, as stored, and their digest.
  var byteCount: Int { source.byteCount }
  var digest: ContentDigest { source.digest }
  /// How far reading has come.
  var state: WorkProgress {
    WorkProgress(
      stage: "reading", completed: source.byteCount >> 20, total: source.totalByteCount.map { $0 >> 20 }, unit: "MB")
  }

  /// The first line with its end, which no part holds again; empty where there is none.
  mutating func header() throws -> [UInt8] {
    var scanned = 0
    var isQuoted = false
    while true {
      for index in scanned..<rest.count {
        if rest[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
        if rest[index] == 10, !isQuoted {
          let header = Array(rest[...index])
          rest.removeFirst(index + 1)
          return header
        }
      }
      scanned = rest.count
      let piece = try source.next()
      if piece.isEmpty { return [] }
      rest += piece
    }
  }

  /// The next part, or nil at the end.
  mutating func next() throws -> [UInt8]? {
    var isAtEnd = false
    while true {
      while rest.count < partLength, !isAtEnd {
        let piece = try source.next()
        isAtEnd = piece.isEmpty
        rest += piece
      }
      if rest.isEmpty { return nil }
      let end = isAtEnd ? rest.count : Self.lastRecordEnd(rest.span)
      guard end > 0 || isAtEnd else {
        // A row longer than a part.
        let piece = try source.next()
        isAtEnd = piece.isEmpty
        rest += piece
        continue
      }
      if end == rest.count {
        defer { rest = [] }
        return rest
      }
      let part = Array(rest[..<end])
      rest = Array(rest[end...])
      return part
    }
  }

  /// The position after the last line end that an even number of quotes stands before, or 0.
  private static func lastRecordEnd(_ bytes: Span<UInt8>) -> Int {
    var isQuoted = bytes.count(of: UInt8(ascii: "\"")) % 2 == 1
    var index = bytes.count - 1
    while index >= 0 {
      if bytes[index] == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if bytes[index] == 10, !isQuoted {
        return index + 1
      }
      index -= 1
    }
    return 0
  }
}
