internal import WrittenFiles

/// Reads lists of patterns with weights, as AFINN's and VADER's: a pattern, a tab, a comma or a semicolon, and a number; what
/// follows it in a line is passed over. A first line without a number is a heading.
enum WeightedListReader {
  static func draft(of text: String) -> LexiconDraft {
    var draft = LexiconDraft()
    let lines = PlainText.lines(of: text)
    var entries: [LexiconDraft.Entry] = []
    let separator = separator(of: lines)
    for (index, line) in lines.enumerated() where !line.trimmingSpace.isEmpty {
      guard let fields = fields(of: line, separator: separator) else {
        draft.note(index + 1, "a quotation mark that is not closed")
        continue
      }
      let text = fields.first.map { Substring($0).trimmingSpace } ?? ""
      guard fields.count >= 2, let weight = Double(Substring(fields[1]).trimmingSpace), weight.isFinite, !text.isEmpty
      else {
        if index == lines.firstIndex(where: { !$0.trimmingSpace.isEmpty }), fields.count >= 2 { continue }
        draft.note(index + 1, "\"\(line.prefix(60))\" (a pattern and a number were expected)")
        continue
      }
      entries.append(LexiconDraft.Entry(text: String(text), weight: weight, line: index + 1))
    }
    if let first = entries.first {
      draft.categories = [LexiconDraft.Category(name: "entries", line: first.line, entries: entries)]
    }
    return draft
  }

  /// What stands between fields, as the first line has it: a tab before a semicolon, and that before a comma.
  private static func separator(of lines: [Substring]) -> Character {
    let first = lines.first { !$0.trimmingSpace.isEmpty } ?? ""
    return ["\t", ";"].first { first.contains($0) } ?? ","
  }

  /// The fields of a line, quotes taken off as CSV has them; nil for a quote that is not closed. Fields between tabs have none:
  /// a quotation mark is a pattern there like any other.
  private static func fields(of line: Substring, separator: Character) -> [String]? {
    guard separator != "\t", line.contains("\"") else {
      return line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
    var (fields, isQuoted, wasQuote) = ([""], false, false)
    for character in line {
      if character == "\"" {
        if !isQuoted, wasQuote { fields[fields.count - 1].append("\"") }
        isQuoted.toggle()
        wasQuote = !isQuoted
        continue
      }
      wasQuote = false
      if character == separator, !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return isQuoted ? nil : fields
  }
}
