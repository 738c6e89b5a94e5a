internal import WrittenFiles

/// Reads dictionaries in Lexicoder 3's form: a line `+NAME` begins a category, and each line after it is a pattern of it.
enum LexicoderReader {
  static func draft(of text: String) -> LexiconDraft {
    var draft = LexiconDraft()
    for (index, line) in PlainText.lines(of: text).enumerated() {
      let content = line.trimmingSpace
      if content.hasPrefix("+") {
        draft.categories.append(
          LexiconDraft.Category(name: String(content.dropFirst().trimmingSpace), line: index + 1))
      } else if !content.isEmpty {
        guard !draft.categories.isEmpty else {
          draft.note(index + 1, "\"\(content)\" before the first category (+NAME was expected)")
          return draft
        }
        draft.categories[draft.categories.count - 1].entries.append(
          LexiconDraft.Entry(text: String(content), line: index + 1))
      }
    }
    return draft
  }
}
