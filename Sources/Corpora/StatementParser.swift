/// Makes rows of statements from records: headers, fields and what is wrong with them.
struct StatementParser: ~Copyable {
  private let format: CorpusFormat
  private let options: ReadingOptions
  private var cells = RowCells()
  private var json = JSONRowReader()
  private var rowNumber = 0
  private var columnCount = 0
  /// The rows gathered so far.
  var builder: CorpusBuilder
  /// The rows that could not be.
  private(set) var badRows: BadRowList

  /// A parser before the first record.
  init(format: CorpusFormat, options: ReadingOptions) {
    self.format = format
    self.options = options
    builder = CorpusBuilder(options: options)
    badRows = BadRowList(policy: options.badRows)
  }

  /// Learns the columns: from the header, or in JSON Lines from the first object, which is taken as a row.
  ///
  /// - Throws: `CorpusError` where the header cannot be read, names a column twice, or lacks one that was asked for.
  mutating func readHeader(from reader: inout RecordReader) throws {
    switch format {
    case .csv, .tsv: try readHeaderLine(from: &reader)
    case .text:
      builder.addColumn(options.columns.name(of: .text))
      columnCount = 1
      try builder.checkColumns(at: CorpusPlace(file: reader.source.name))
    case .jsonl:
      while rowNumber == 0, try reader.advance() { readRow(from: reader) }
    case .libsvm: break
    }
  }

  private mutating func readHeaderLine(from reader: inout RecordReader) throws {
    guard try reader.advance() else { throw CorpusError.empty(reader.source.name) }
    if let fault = reader.fault {
      throw CorpusError(fault.problem, at: reader.place(ofByte: fault.offset), hint: fault.hint)
    }
    let bytes = takeFields(of: reader)
    var names = NameTable()
    for field in 0..<cells.count {
      let name = bytes.span.extracting(cells.range(field)).text
      if let first = names.insert(name) {
        let place = reader.place(ofByte: reader.splitter.starts[field])
        throw CorpusError.duplicateColumn(name, first + 1, field + 1, at: place)
      }
      builder.addColumn(name)
    }
    columnCount = cells.count
    try builder.checkColumns(at: reader.place(ofByte: reader.splitter.recordStart))
  }

  /// Takes the reader's record.
  mutating func readRow(from reader: borrowing RecordReader) {
    if format == .text || format == .jsonl, reader.isBlank { return }
    rowNumber += 1
    if let fault = reader.fault {
      return badRows.add(fault.problem, at: reader.place(ofByte: fault.offset), hint: fault.hint)
    }
    guard let bytes = format == .jsonl ? takeMembers(of: reader) : takeFieldsChecked(of: reader) else { return }
    let fault = builder.append(
      cells, in: bytes.span, line: reader.splitter.line, rowNumber: rowNumber, isForgotten: badRows.isFailing)
    if let fault {
      complain(of: fault, reader)
    }
  }

  /// Makes `cells` the members of the object on the line; the bytes that hold them, or nil where there is a complaint.
  private mutating func takeMembers(of reader: borrowing RecordReader) -> [UInt8]? {
    let start = reader.splitter.recordStart
    let line = reader.bytes.span.extracting(start..<reader.splitter.recordEnd)
    if let fault = json.read(line, into: &cells, builder: &builder) {
      badRows.add(fault.problem, at: reader.place(ofByte: start + fault.offset), hint: fault.hint)
      return nil
    }
    return cells.ownBytes
  }

  private mutating func takeFieldsChecked(of reader: borrowing RecordReader) -> [UInt8]? {
    guard reader.splitter.fieldCount == columnCount else {
      complainOfFieldCount(reader)
      return nil
    }
    return takeFields(of: reader)
  }

  /// Makes `cells` the record's fields; the bytes that hold them.
  private mutating func takeFields(of reader: borrowing RecordReader) -> [UInt8] {
    if reader.splitter.fieldsWithDoubledQuotes.isEmpty {
      cells.take(reader.splitter)
      return reader.bytes
    }
    cells.takeUndoubled(reader.splitter, in: reader.bytes)
    return cells.ownBytes
  }

  /// Checks, when all records have been taken, that there is something to return.
  ///
  /// - Throws: `CorpusError` where rows are bad and may not be skipped, or none is left.
  func checkEnd(fileName: String) throws {
    if badRows.isFailing { throw badRows.error }
    if rowNumber == 0 { throw CorpusError.headerOnly(fileName, format: format) }
    if rowNumber == badRows.count { throw badRows.error }
    if format == .jsonl { try builder.checkColumns(at: CorpusPlace(file: fileName)) }
    if builder.keptRows > 0 { return }
    throw CorpusError.nothingKept(fileName, filters: options.filters, rowCount: rowNumber, seen: builder.filterExamples)
  }
}

// MARK: Complaints

extension StatementParser {
  private mutating func complainOfFieldCount(_ reader: borrowing RecordReader) {
    let splitter = reader.splitter
    let count = splitter.fieldCount
    let offset = count > columnCount ? splitter.starts[columnCount] : splitter.recordEnd
    let comma = format == .csv ? "comma" : "tab"
    badRows.add(
      "\(count) \(count == 1 ? "field" : "fields") in this row (\(columnCount) were expected, as in the header)",
      at: reader.place(ofByte: offset),
      hint: count > columnCount ? "a field that holds a \(comma) must be in quotes" : "")
  }

  private mutating func complain(of fault: CorpusBuilder.Fault, _ reader: borrowing RecordReader) {
    let start = reader.splitter.recordStart
    var offset = start
    let problem: String
    var hint = ""
    switch fault {
    case .missing(let role):
      problem = "there is no value of \(options.columns.name(of: role).quoted) (keys here: \(json.keyList))"
      hint = "--\(role.rawValue)-column names the key of \(role.purpose)"
    case .empty(let role, let column):
      problem = "the \(role.rawValue) is empty (a value was expected)"
      offset = self.offset(ofCell: column, reader)
    case .badWeight(let text, let column):
      problem = "\(text.quoted) is no weight (a finite number that is not negative was expected)"
      offset = self.offset(ofCell: column, reader)
    case .unequalWeights(let isWeighted, let firstLine):
      let seen = isWeighted ? "there is a weight here" : "there is no weight here"
      problem = "\(seen), unlike on line \(firstLine) (all rows or none were expected to have one)"
    }
    badRows.add(problem, at: reader.place(ofByte: offset), hint: hint)
  }

  /// Where in the window the value of a cell begins.
  private func offset(ofCell column: Int, _ reader: borrowing RecordReader) -> Int {
    format == .jsonl ? reader.splitter.recordStart + cells.offsets[column] : reader.splitter.starts[column]
  }
}
