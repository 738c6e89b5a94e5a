internal import WrittenFiles

/// Reads dictionaries in LIWC's form.
///
///     %
///     1	posemo
///     2	negemo
///     %
///     happ*	1
///     kind of	1	2
///
/// Between the two `%` stand numbers with the names of categories, tabs before a number putting it below the one above with
/// fewer; after them patterns, each with the numbers of its categories. Entries that hold only next to other words, in
/// parentheses or with `<of>` (LIWC 2007), are left out as quanteda does.
struct LIWCReader {
  private var draft = LexiconDraft()
  /// The places of categories by their numbers.
  private var places: [Int: Int] = [:]
  /// The categories that the next one may stand below, with the number of tabs before each.
  private var above: [(tabs: Int, name: String)] = []
  private var conditional: [Int] = []

  static func draft(of text: String) -> LexiconDraft {
    var reader = LIWCReader()
    let lines = PlainText.lines(of: text)
    let marks = lines.indices.filter { lines[$0].trimmingSpace == "%" }.prefix(2)
    guard marks.count == 2 else {
      reader.draft.note(1, "no list of categories between two lines of % alone")
      return reader.draft
    }
    for index in (marks[0] + 1)..<marks[1] { reader.addCategory(lines[index], at: index + 1) }
    for index in (marks[1] + 1)..<lines.count { reader.addEntry(lines[index], at: index + 1) }
    if let first = reader.conditional.first {
      reader.draft.notes.append(
        "\(reader.conditional.count) entries that hold next to other words only are left out, the first in line \(first)"
      )
    }
    return reader.draft
  }

  private mutating func addCategory(_ line: Substring, at number: Int) {
    let content = line.trimmingSpace
    guard !content.isEmpty else { return }
    let digits = content.prefix { $0.isASCII && $0.isNumber }
    let title = content[digits.endIndex...].trimmingSpace
    guard let key = Int(digits), !title.isEmpty else {
      return draft.note(number, "\"\(content)\" (a number and the name of a category were expected)")
    }
    if let place = places[key] {
      draft.note(number, "the number \(key) a second time (the first is in line \(draft.categories[place].line))")
    }
    let tabs = line.prefix { $0 == "\t" }.count
    while let last = above.last, last.tabs >= tabs { above.removeLast() }
    let name = above.last.map { "\($0.name).\(title)" } ?? String(title)
    above.append((tabs, name))
    places[key] = draft.categories.count
    draft.categories.append(LexiconDraft.Category(name: name, line: number))
  }

  private mutating func addEntry(_ line: Substring, at number: Int) {
    let content = line.trimmingSpace
    guard !content.isEmpty else { return }
    let isConditional = content.firstIndex(of: "(").map { content[$0...].contains(")") } ?? false
    if isConditional || content.contains("<of>") {
      conditional.append(number)
      return
    }
    let (text, keys) = Self.parts(of: content)
    guard !text.isEmpty, !keys.isEmpty else {
      return draft.note(number, "\"\(content)\" (a pattern and the numbers of its categories were expected)")
    }
    for key in keys {
      guard let value = Int(key), let place = places[value] else {
        draft.note(number, "\"\(text)\" belongs to \(key), and no category has that number")
        continue
      }
      draft.categories[place].entries.append(LexiconDraft.Entry(text: String(text), line: number))
    }
  }

  /// The pattern and what stands behind it: after the first tab, and in lines without one the numbers at the end.
  private static func parts(of content: Substring) -> (text: Substring, keys: [Substring]) {
    if let tab = content.firstIndex(of: "\t") {
      return (content[..<tab].trimmingSpace, content[tab...].split(whereSeparator: \.isWhitespace))
    }
    var (text, keys) = (content, [Substring]())
    while let space = text.lastIndex(where: \.isWhitespace), Int(text[space...].dropFirst()) != nil {
      keys.insert(text[space...].dropFirst(), at: 0)
      text = text[..<space].trimmingSpace
    }
    return (text, keys)
  }
}
