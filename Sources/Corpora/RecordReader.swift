internal import Reproducibility

/// Reads a corpus record by record: a window on its bytes that holds the record at hand, and no more than a piece beside it.
struct RecordReader: ~Copyable {
  /// What is wrong with a record, and where in the window.
  struct Fault {
    let offset: Int
    let problem: String
    let hint: String
  }

  /// How long a record may be.
  static let maximumRecordLength = 1 << 30

  private(set) var source: ByteSource
  /// The bytes of the window.
  private(set) var bytes: [UInt8] = []
  private(set) var splitter: RecordSplitter
  private var hasBegun = false
  private var isFinal = false
  private let progress: ProgressHandler?

  /// A reader before the first record.
  init(_ source: consuming ByteSource, dialect: RecordSplitter.Dialect, progress: ProgressHandler?) {
    self.source = source
    self.progress = progress
    splitter = RecordSplitter(dialect)
  }

  /// Moves to the next record, past a byte order mark at the beginning; false at the end.
  ///
  /// - Throws: `CorpusError` where the bytes are in UTF-16, cannot be decompressed, or the record is too long, `FileError`.
  mutating func advance() throws -> Bool {
    if !hasBegun { try begin() }
    while true {
      switch nextInWindow() {
      case .record: return true
      case .endOfInput: return false
      case .needsMoreBytes: try refill()
      }
    }
  }

  private mutating func begin() throws {
    hasBegun = true
    while bytes.count < 3, !isFinal { try refill() }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw CorpusError.utf16(source.name) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { splitter.start(at: 3) }
  }

  /// Which part of the bytes lies before the end of the record, or nil where their number is not known beforehand.
  var fractionRead: Double? {
    guard let total = source.totalByteCount, !source.isCompressed else { return nil }
    return Double(source.byteCount - (bytes.count - splitter.recordEnd)) / Double(total)
  }

  private mutating func nextInWindow() -> RecordSplitter.Outcome {
    let window = bytes
    return splitter.next(in: window.span, isFinal: isFinal)
  }

  private mutating func refill() throws {
    let needed = splitter.recordStart
    if bytes.count - needed > Self.maximumRecordLength { throw CorpusError.overlongRow(at: place(ofByte: needed)) }
    let piece = try source.next()
    if piece.isEmpty {
      isFinal = true
    } else if needed == bytes.count {
      bytes = piece
      splitter.rebase(by: needed)
    } else {
      bytes.removeFirst(needed)
      bytes += piece
      splitter.rebase(by: needed)
    }
    progress?(
      WorkProgress(
        stage: "reading", completed: source.byteCount >> 20, total: source.totalByteCount.map { $0 >> 20 }, unit: "MB"))
  }

  /// Whether the record holds spaces and tabs alone.
  var isBlank: Bool { bytes.span.extracting(splitter.recordStart..<splitter.recordEnd).isBlank }

  /// What is wrong with the bytes of the record, whatever its fields mean.
  var fault: Fault? {
    if let fault = splitter.fault { return describe(fault) }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span.extracting(splitter.recordStart..<splitter.recordEnd))
      return nil
    } catch {
      let offset = splitter.recordStart + error.byteOffsets.lowerBound
      let digits = String(bytes[offset], radix: 16, uppercase: true)
      return Fault(
        offset: offset,
        problem: "the byte 0x\(digits.count == 1 ? "0" : "")\(digits) is not UTF-8 (UTF-8 text was expected)",
        hint: "convert the file from its encoding, as with: iconv -f WINDOWS-1252 -t UTF-8 FILE")
    }
  }

  private func describe(_ fault: RecordSplitter.Fault) -> Fault {
    switch fault.kind {
    case .unterminatedQuote:
      Fault(
        offset: fault.offset, problem: "the quote that begins here never ends (a closing \" was expected)",
        hint: "a quote inside a quoted field is written twice: \"\"")
    case .textAfterQuote(let start):
      Fault(
        offset: fault.offset,
        problem: "text after a closing quote; the field began at \(place(ofByte: start).brief)"
          + " (the next column or the end of the row was expected)",
        hint: "a quote inside a quoted field is written twice: \"\"")
    case .nul:
      Fault(
        offset: fault.offset, problem: "a NUL byte (UTF-8 text was expected)",
        hint: "the file may be binary, or in UTF-16: iconv -f UTF-16 -t UTF-8 FILE converts that")
    }
  }

  /// The line and column of the byte at `offset` of the window.
  ///
  /// - Precondition: it is not before the record.
  func place(ofByte offset: Int) -> CorpusPlace {
    precondition(offset >= splitter.recordStart, "byte \(offset) is before the record at \(splitter.recordStart)")
    var line = splitter.line
    var column = 1
    for index in splitter.recordStart..<min(offset, bytes.count) {
      let byte = bytes[index]
      if byte == 10, index > splitter.recordStart, bytes[index - 1] == 13 { continue }
      if byte == 10 || byte == 13 {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return CorpusPlace(file: source.name, line: line, column: column)
  }
}

extension CorpusPlace {
  /// `line:column`, for a second place in one complaint.
  var brief: String { "\(line ?? 0):\(column ?? 0)" }
}
