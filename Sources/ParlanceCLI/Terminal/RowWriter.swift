internal import Reproducibility

/// Writes rows as they come, to a file or the standard output, without keeping them.
struct RowWriter: ~Copyable {
  private let form: RowForm
  private var file: OutputFile?
  private var isFirst = true

  init(_ form: RowForm, output: OutputOptions) throws {
    self.form = form
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
      try put(Array((isFirst ? "[\n" : ",\n").utf8) + piece)
    } else if isFirst, !form.head.isEmpty {
      try put(form.head + piece)
    } else {
      try put(piece)
    }
    isFirst = false
  }

  /// Ends the output, and gives a file its name.
  consuming func finish() throws {
    if form.format == .json {
      try put(Array((isFirst ? "[]\n" : "\n]\n").utf8))
    } else if isFirst {
      try put(form.head)
    }
    try file.take()?.commit()
  }

  private mutating func put(_ bytes: [UInt8]) throws {
    if file == nil {
      try StandardStream.output.write(bytes)
    } else {
      try file?.write(bytes)
    }
  }
}
