internal import Reproducibility

/// Writes rows as they come, to a file or the standard output, without keeping them.
struct RowWriter: ~Copyable {
  private let form: RowForm
  /// The key of the rows in an object; nil where the JSON form is the list of them alone.
  private let member: String?
  private var file: OutputFile?
  private var isFirst = true

  init(_ form: RowForm, output: OutputOptions, member: String? = nil) throws {
    self.form = form
    self.member = member
    if let path = output.output, path != "-" {
      file = try OutputFile(path: path, replacing: output.force)
    } else {
      file = nil
    }
  }

  /// Writes some rows, as `RowForm` made them.
  mutating func write(_ piece: [UInt8]) throws {
    guard !piece.isEmpty else { return }
    if form.format == .json {
      try put(Array((isFirst ? opening + "[\n" : ",\n").utf8) + piece)
    } else if isFirst, !form.head.isEmpty {
      try put(form.head + piece)
    } else {
      try put(piece)
    }
    isFirst = false
  }

  /// Ends the output, and gives a file its name.
  ///
  /// - Parameter members: what an object of rows has besides them.
  consuming func finish(with members: [(key: String, value: JSONValue)] = []) throws {
    if form.format == .json {
      let rest = member == nil ? "" : members.map { ",\n\(JSONValue.string($0).text()): \($1.text())" }.joined() + "\n}"
      try put(Array((isFirst ? "\(opening)[]\(rest)\n" : "\n]\(rest)\n").utf8))
    } else if isFirst {
      try put(form.head)
    }
    try file.take()?.commit()
  }

  private var opening: String { member.map { "{\n\(JSONValue.string($0).text()): " } ?? "" }

  private mutating func put(_ bytes: [UInt8]) throws {
    if file == nil {
      try StandardStream.output.write(bytes)
    } else {
      try file?.write(bytes)
    }
  }
}
