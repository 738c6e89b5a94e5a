/// Cuts bytes into records and records into fields, and can stop at any byte and go on when more have come.
///
/// A record ends with a line feed, a carriage return, both, or the end of the bytes; no other character ends a line. Lines
/// without any byte are passed over. With quotes, a field that begins with `"` runs to the next `"` that is not doubled, over
/// line ends too; a quote inside an unquoted field is an ordinary character.
///
/// Offsets are those of a window on the bytes that its owner moves along; see `rebase(by:)`. Each byte is looked at once, so
/// the time is O(n) however the bytes are cut into pieces.
struct RecordSplitter {
  /// What a record looks like.
  struct Dialect {
    /// What stands between fields, or nil where a record is one field.
    let delimiter: UInt8?
    /// Whether fields may be quoted.
    let allowsQuotes: Bool

    static let csv = Dialect(delimiter: UInt8(ascii: ","), allowsQuotes: true)
    static let tsv = Dialect(delimiter: UInt8(ascii: "\t"), allowsQuotes: true)
    static let lines = Dialect(delimiter: nil, allowsQuotes: false)
  }

  /// What came of looking for a record.
  enum Outcome {
    case record
    case needsMoreBytes
    case endOfInput
  }

  /// What is wrong with the form of a record.
  struct Fault {
    enum Kind {
      case unterminatedQuote
      case textAfterQuote(fieldStart: Int)
      case nul
    }
    let kind: Kind
    let offset: Int
  }

  private enum State {
    case atFieldStart
    case unquoted
    case quoted
    case afterQuote
  }

  private static let quote = UInt8(ascii: "\"")

  /// Where the record begins.
  private(set) var recordStart = 0
  /// Where the record ends, before its line end.
  private(set) var recordEnd = 0
  /// The line on which the record begins, from 1.
  private(set) var line = 1
  /// How many fields the record has.
  private(set) var fieldCount = 0
  /// Where the content of each field begins, after an opening quote. What stands beyond `fieldCount` is left over.
  private(set) var starts: [Int] = []
  /// Where the content of each field ends, before a closing quote. What stands beyond `fieldCount` is left over.
  private(set) var ends: [Int] = []
  /// The fields that hold doubled quotes, in ascending order.
  private(set) var fieldsWithDoubledQuotes: [Int] = []
  /// What is wrong with the record, where something is.
  private(set) var fault: Fault?

  /// The byte between fields, or a line feed where a record is one field.
  private let delimiter: UInt8
  private let allowsQuotes: Bool
  private var state = State.atFieldStart
  private var position = 0
  private var contentStart = 0
  private var hasDoubledQuotes = false
  private var innerLineEnds = 0
  private var lastCarriageReturn = -2
  private var isComplete = false

  /// A splitter that has seen nothing.
  init(_ dialect: Dialect) {
    delimiter = dialect.delimiter ?? 10
    allowsQuotes = dialect.allowsQuotes
  }

  /// Begins the record at `offset`, as after a byte order mark.
  mutating func start(at offset: Int) {
    position = offset
    recordStart = offset
  }

  /// Says that the window's first `count` bytes are gone.
  ///
  /// - Precondition: they all come before the record.
  mutating func rebase(by count: Int) {
    precondition(count <= recordStart, "\(count) bytes dropped of a record that begins at \(recordStart)")
    recordStart -= count
    position -= count
    contentStart -= count
    lastCarriageReturn -= count
    for index in 0..<fieldCount {
      starts[index] -= count
      ends[index] -= count
    }
    if let fault { self.fault = fault.moved(by: -count) }
  }

  /// Finds the next record in `bytes`, going on where the last call stopped.
  ///
  /// - Parameter isFinal: whether nothing comes after `bytes`.
  mutating func next(in bytes: Span<UInt8>, isFinal: Bool) -> Outcome {
    if isComplete { beginRecord() }
    while true {
      switch state {
      case .atFieldStart:
        if position == bytes.count {
          guard isFinal else { return .needsMoreBytes }
          if fieldCount == 0 { return .endOfInput }
        }
        if fieldCount == 0, skipLineEnd(in: bytes) { continue }
        beginField(in: bytes)
      case .unquoted:
        if let outcome = scanUnquoted(bytes, isFinal: isFinal) { return outcome }
      case .quoted:
        if let outcome = scanQuoted(bytes, isFinal: isFinal) { return outcome }
      case .afterQuote:
        if let outcome = scanAfterQuote(bytes, isFinal: isFinal) { return outcome }
      }
    }
  }
}

// MARK: Scanning

extension RecordSplitter {
  private mutating func beginRecord() {
    isComplete = false
    line += innerLineEnds + 1
    innerLineEnds = 0
    recordStart = position
    fieldCount = 0
    if !fieldsWithDoubledQuotes.isEmpty { fieldsWithDoubledQuotes.removeAll(keepingCapacity: true) }
    fault = nil
    state = .atFieldStart
  }

  /// Passes over a line end where a record would begin: that of an empty line, or the second half of the last one.
  private mutating func skipLineEnd(in bytes: Span<UInt8>) -> Bool {
    guard position < bytes.count, bytes[position] == 10 || bytes[position] == 13 else { return false }
    let closesPair = bytes[position] == 10 && lastCarriageReturn == position - 1
    if bytes[position] == 13 { lastCarriageReturn = position }
    if !closesPair { line += 1 }
    position += 1
    recordStart = position
    return true
  }

  private mutating func beginField(in bytes: Span<UInt8>) {
    if allowsQuotes, position < bytes.count, bytes[position] == Self.quote {
      position += 1
      state = .quoted
    } else {
      state = .unquoted
    }
    contentStart = position
    hasDoubledQuotes = false
  }

  private mutating func scanUnquoted(_ bytes: Span<UInt8>, isFinal: Bool) -> Outcome? {
    let index = bytes.nextSpecial(from: position, stop: delimiter)
    position = index
    guard index < bytes.count else {
      guard isFinal else { return .needsMoreBytes }
      endField(at: index)
      return endRecord(at: index)
    }
    switch bytes[index] {
    case 10, 13:
      endField(at: index)
      return endLine(in: bytes)
    case 0:
      note(.nul, at: index)
      position += 1
      return nil
    default:
      endField(at: index)
      position += 1
      state = .atFieldStart
      return nil
    }
  }

  private mutating func scanQuoted(_ bytes: Span<UInt8>, isFinal: Bool) -> Outcome? {
    let index = bytes.nextSpecial(from: position, stop: Self.quote)
    position = index
    guard index < bytes.count else {
      guard isFinal else { return .needsMoreBytes }
      fault = Fault(kind: .unterminatedQuote, offset: contentStart - 1)
      endField(at: index)
      return endRecord(at: index)
    }
    switch bytes[index] {
    case Self.quote: state = .afterQuote
    case 0: note(.nul, at: index)
    case 13:
      lastCarriageReturn = index
      innerLineEnds += 1
    default:
      if lastCarriageReturn != index - 1 { innerLineEnds += 1 }
    }
    position += 1
    return nil
  }

  /// After a quote inside a quoted field: it is doubled, or it closes the field.
  private mutating func scanAfterQuote(_ bytes: Span<UInt8>, isFinal: Bool) -> Outcome? {
    guard position < bytes.count else {
      guard isFinal else { return .needsMoreBytes }
      endField(at: position - 1)
      return endRecord(at: position)
    }
    switch bytes[position] {
    case Self.quote:
      hasDoubledQuotes = true
      position += 1
      state = .quoted
    case 10, 13:
      endField(at: position - 1)
      return endLine(in: bytes)
    case delimiter:
      endField(at: position - 1)
      position += 1
      state = .atFieldStart
    default:
      note(.textAfterQuote(fieldStart: contentStart - 1), at: position)
      state = .unquoted
    }
    return nil
  }

  private mutating func note(_ kind: Fault.Kind, at offset: Int) {
    if fault == nil { fault = Fault(kind: kind, offset: offset) }
  }

  private mutating func endField(at end: Int) {
    if hasDoubledQuotes { fieldsWithDoubledQuotes.append(fieldCount) }
    if fieldCount < starts.count {
      starts[fieldCount] = contentStart
      ends[fieldCount] = end
    } else {
      starts.append(contentStart)
      ends.append(end)
    }
    fieldCount += 1
  }

  /// Ends the record at the line end that stands at `position`; a line feed after a carriage return is passed over when the
  /// next record begins, because it may not have come yet.
  private mutating func endLine(in bytes: Span<UInt8>) -> Outcome {
    let end = position
    if bytes[position] == 13 { lastCarriageReturn = position }
    position += 1
    return endRecord(at: end)
  }

  private mutating func endRecord(at end: Int) -> Outcome {
    recordEnd = end
    isComplete = true
    return .record
  }
}

extension RecordSplitter.Fault {
  fileprivate func moved(by count: Int) -> Self {
    switch kind {
    case .textAfterQuote(let start): Self(kind: .textAfterQuote(fieldStart: start + count), offset: offset + count)
    case .nul, .unterminatedQuote: Self(kind: kind, offset: offset + count)
    }
  }
}
