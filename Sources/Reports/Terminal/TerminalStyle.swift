/// Colours of a terminal, or none.
struct TerminalStyle {
  /// Whether escape sequences are written at all.
  let isColoured: Bool

  /// Headings.
  func strong(_ text: String) -> String { wrapped(text, "1") }
  /// Words that are set off in running text.
  func underlined(_ text: String) -> String { wrapped(text, "4") }
  /// Rules, axes and notes.
  func faint(_ text: String) -> String { wrapped(text, "2") }
  /// What needs heeding.
  func warning(_ text: String) -> String { wrapped(text, "33") }
  /// The main curve or bar.
  func accent(_ text: String) -> String { wrapped(text, "36") }
  /// What a value above zero (orange) or below (cyan) stands for.
  func signed(_ text: String, value: Double) -> String { wrapped(text, value > 0 ? "38;5;208" : "36") }
  /// One of several series.
  func series(_ text: String, index: Int) -> String {
    wrapped(text, ["36", "38;5;208", "35", "32"][Int(index.magnitude % 4)])
  }

  private func wrapped(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
