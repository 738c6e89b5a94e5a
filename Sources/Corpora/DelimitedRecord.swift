/// A record of a small table that is no corpus, such as a list of words that a user may extend: its line and its fields.
package struct DelimitedRecord: Sendable, Hashable {
  /// The line on which it begins, from 1.
  package let line: Int
  /// Its fields, without quotes, leading and trailing spaces kept.
  package let fields: [String]

  /// The records of a table in CSV, without those that begin with `#`.
  ///
  /// Complexity: O(n).
  /// - Parameter name: what the table is called in complaints.
  /// - Throws: `CorpusError` at the first record that is not CSV or not UTF-8.
  package static func all(in bytes: [UInt8], name: String) throws -> [DelimitedRecord] {
    var reader = RecordReader(ByteSource(pieces: [bytes], name: name), dialect: .csv, progress: nil)
    var records: [DelimitedRecord] = []
    var cells = RowCells()
    while try reader.advance() {
      if reader.isBlank || reader.bytes[reader.splitter.recordStart] == UInt8(ascii: "#") { continue }
      if let fault = reader.fault {
        throw CorpusError(fault.problem, at: reader.place(ofByte: fault.offset), hint: fault.hint)
      }
      cells.takeUndoubled(reader.splitter, in: reader.bytes)
      let fields = (0..<cells.count).map { String(decoding: cells.ownBytes[cells.range($0)], as: UTF8.self) }
      records.append(DelimitedRecord(line: reader.splitter.line, fields: fields))
    }
    return records
  }
}
