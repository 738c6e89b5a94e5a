/// A stretch of running text that is all painted alike.
struct TextRun {
  let text: String
  /// How it is painted; called with parts of the text that have no white space at their ends.
  let paint: (String) -> String
}

/// Breaks running text of several paints into lines, at white space where possible.
enum RunWrapping {
  /// A part of a word, or all of it, that is not broken.
  private struct Piece {
    var run: Int
    var text: String
    var width: Int
    var startsWord: Bool
    /// The columns of this piece and of those that follow it in the same word.
    var wordWidth: Int
  }

  /// The runs one after another in lines no wider than `width`; no lines for no words. Complexity: O(n).
  static func lines(_ runs: [TextRun], width: Int) -> [String] {
    var lines: [String] = []
    // What is on the line and painted, and what follows it and is painted alike.
    var (line, lineWidth) = ("", 0)
    var (run, words) = (-1, "")
    func painted() -> String { run < 0 ? line : line + runs[run].paint(words) }
    for piece in pieces(runs, width: width) {
      let gap = piece.startsWord && lineWidth > 0 ? 1 : 0
      let least = piece.startsWord ? min(piece.wordWidth, width) : piece.width
      if lineWidth > 0, lineWidth + gap + least > width {
        lines.append(painted())
        (line, lineWidth, run) = ("", 0, -1)
      }
      let space = lineWidth > 0 && gap > 0 ? " " : ""
      if piece.run == run {
        words += space + piece.text
      } else {
        (line, run, words) = (painted() + space, piece.run, piece.text)
      }
      lineWidth += space.utf8.count + piece.width
    }
    return run < 0 ? lines : lines + [painted()]
  }

  private static func pieces(_ runs: [TextRun], width: Int) -> [Piece] {
    var pieces: [Piece] = []
    var startsWord = true
    for (number, run) in runs.enumerated() {
      let words = DisplayText.sanitized(run.text).split(
        omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
      for index in words.indices {
        if index > 0 { startsWord = true }
        guard !words[index].isEmpty else { continue }
        for part in TextWrapping.lines(String(words[index]), width: width) {
          pieces.append(
            Piece(run: number, text: part, width: DisplayWidth.of(part), startsWord: startsWord, wordWidth: 0))
          startsWord = false
        }
      }
    }
    return withWordWidths(pieces)
  }

  private static func withWordWidths(_ pieces: [Piece]) -> [Piece] {
    var result = pieces
    var wordWidth = 0
    for index in pieces.indices.reversed() {
      wordWidth += pieces[index].width
      result[index].wordWidth = wordWidth
      if pieces[index].startsWord { wordWidth = 0 }
    }
    return result
  }
}
