internal import Corpora

/// Tells from quotation marks whose words a statement is given in, for annotations that do not say.
enum QuotationMarks {
  private enum Mark {
    case opening
    case closing
    /// The straight mark, which is one or the other.
    case either
  }

  /// Direct where all words of the statement stand between marks, indirect where none does, else mixed. Marks right before the
  /// statement and between its fragments count. Nil where there are no words.
  ///
  /// Single marks are not looked at, since most of them are apostrophes, nor are dashes that stand for marks.
  ///
  /// - Precondition: the fragments are in ascending order and lie in the text.
  /// - Complexity: O(n) in the distance from the statement's beginning to its end.
  static func kind(of fragments: [Range<Int>], in text: ArticleText) -> Attribution.Kind? {
    guard let start = fragments.first?.lowerBound else { return nil }
    var (quoted, plain) = (0, 0)
    var isInside = false
    // A pair of single marks has two characters.
    var position = max(0, start - 2)
    for fragment in fragments {
      while position < fragment.upperBound {
        let (mark, length) = mark(at: position, in: text.scalars)
        let next = position + length
        if let mark, position >= start || next == start {
          isInside = mark == .opening || (mark == .either && (next == fragment.lowerBound || !isInside))
        } else if position >= fragment.lowerBound, text.scalars[position].isWordCharacter {
          if isInside { quoted += 1 } else { plain += 1 }
        }
        position = next
      }
    }
    if quoted + plain == 0 { return nil }
    return plain == 0 ? .direct : quoted == 0 ? .indirect : .mixed
  }

  private static func mark(at position: Int, in scalars: [Unicode.Scalar]) -> (Mark?, length: Int) {
    switch scalars[position] {
    case "“", "„", "«", "「", "『": return (.opening, 1)
    case "”", "»", "」", "』": return (.closing, 1)
    case "\"": return (.either, 1)
    case "`" where position + 1 < scalars.count && scalars[position + 1] == "`": return (.opening, 2)
    case "'" where position + 1 < scalars.count && scalars[position + 1] == "'": return (.closing, 2)
    default: return (nil, 1)
    }
  }
}
