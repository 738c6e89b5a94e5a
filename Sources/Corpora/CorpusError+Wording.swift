extension CorpusError {
  static func malformedFilter(_ text: String) -> CorpusError {
    CorpusError("the filter \(text.quoted) has no column and value (column=value was expected)")
  }

  static func empty(_ file: String) -> CorpusError {
    CorpusError("the file is empty (rows were expected)", at: CorpusPlace(file: file))
  }

  static func headerOnly(_ file: String, format: CorpusFormat) -> CorpusError {
    let seen = format == .csv || format == .tsv ? "there is a header but no row after it" : "there are no rows"
    return CorpusError("\(seen) (at least one row was expected)", at: CorpusPlace(file: file))
  }

  static func nothingKept(_ file: String, filters: [ColumnFilter], rowCount: Int, seen: [String]) -> CorpusError {
    let asked = filters.map(\.description).joined(separator: ", ")
    return CorpusError(
      "none of \(rowCount) rows has \(asked) (at least one was expected)", at: CorpusPlace(file: file),
      hint: seen.joined(separator: "; "))
  }

  static func missingColumn(
    _ name: String, role: CorpusColumn?, isFilter: Bool = false, at place: CorpusPlace, columns: [String]
  ) -> CorpusError {
    let purpose = isFilter ? " to filter by" : role.map { " of \($0.purpose)" } ?? ""
    var hint = ""
    if let nearest = NearestName.of(name, among: columns) { hint = "did you mean \(nearest.quoted)?" }
    if let role, !isFilter {
      hint += (hint.isEmpty ? "" : " ") + "--\(role.rawValue)-column names the column of \(role.purpose)"
    }
    if columns.count == 1, let separator = separator(in: columns[0]) {
      hint = "the header seems to be divided by \(separator); CSV has commas and TSV has tabs: see --input-format"
    }
    return CorpusError(
      "there is no column \(name.quoted)\(purpose) (columns here: \(list(columns)))", at: place, hint: hint)
  }

  /// What may divide a header that was taken for the name of a single column.
  private static func separator(in name: String) -> String? {
    let candidates: [(UInt8, String)] = [
      (UInt8(ascii: "\t"), "tabs"), (UInt8(ascii: ";"), "semicolons"), (UInt8(ascii: ","), "commas"),
      (UInt8(ascii: "|"), "bars"),
    ]
    return candidates.first { name.utf8.contains($0.0) }?.1
  }

  static func unknownColumn(_ name: String, columns: [String]) -> CorpusError {
    let nearest = NearestName.of(name, among: columns)
    return CorpusError(
      "there is no column \(name.quoted) (columns here: \(list(columns)))",
      hint: nearest.map { "did you mean \($0.quoted)?" } ?? "")
  }

  static func duplicateColumn(_ name: String, _ first: Int, _ second: Int, at place: CorpusPlace?) -> CorpusError {
    let what = name.isEmpty ? "have no name" : "are both called \(name.quoted)"
    return CorpusError(
      "columns \(first) and \(second) \(what) (each column needs a name of its own)", at: place,
      hint: "rename one of them")
  }

  static func unknownFormat(_ file: String) -> CorpusError {
    CorpusError(
      "the first line does not show the format (a CSV or TSV header, a JSON object, or a libsvm row was expected)",
      at: CorpusPlace(file: file, line: 1, column: 1),
      hint: "say which it is: --input-format csv, tsv, jsonl, text or libsvm")
  }

  static func featuresForTexts(_ file: String) -> CorpusError {
    CorpusError(
      "the file holds numbered features in libsvm's format (statements were expected)", at: CorpusPlace(file: file),
      hint: "if it does hold statements, say in what form: --input-format csv, tsv, jsonl or text")
  }

  static func unwritable(_ format: CorpusFormat) -> CorpusError {
    CorpusError("tables cannot be written as \(format.title) (csv, tsv or jsonl was expected)")
  }

  static func noColumnsInLibSVM(_ wish: String, file: String) -> CorpusError {
    CorpusError(
      "libsvm files have no columns (asked to \(wish))", at: CorpusPlace(file: file),
      hint: "leave the filter out, or select the rows beforehand")
  }

  static func utf16(_ file: String) -> CorpusError {
    CorpusError(
      "the file is in UTF-16 (UTF-8 was expected)", at: CorpusPlace(file: file, line: 1, column: 1),
      hint: "convert it: iconv -f UTF-16 -t UTF-8 FILE")
  }

  static func overlongRow(at place: CorpusPlace) -> CorpusError {
    CorpusError("the row that begins here is longer than 1 GiB (rows of at most 1 GiB are read)", at: place)
  }

  /// The names, quoted where that is needed to see where they end, cut off after 50.
  package static func list(_ names: [String]) -> String {
    let shown = names.prefix(50).map { name in
      name.isEmpty || name.utf8.contains { $0 <= 32 || $0 == UInt8(ascii: ",") } ? name.quoted : name
    }
    let rest = names.count > 50 ? ", and \(names.count - 50) more" : ""
    return names.isEmpty ? "none" : shown.joined(separator: ", ") + rest
  }
}

extension CorpusColumn {
  /// What the column holds, in the plural.
  var purpose: String {
    switch self {
    case .id: "identifiers"
    case .text: "statements"
    case .label: "labels"
    case .actor: "actors"
    case .target: "targets"
    case .date: "dates"
    case .lang: "languages"
    case .weight: "weights"
    }
  }
}

extension String {
  /// The text in double quotes, shortened to 60 characters, with what cannot be seen written as escapes.
  package var quoted: String {
    var result = "\""
    var count = 0
    for scalar in unicodeScalars {
      if count == 60 {
        result += "…"
        break
      }
      count += 1
      switch scalar {
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
