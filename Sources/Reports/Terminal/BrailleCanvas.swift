/// A picture out of Braille characters, two dots wide and four high each.
struct BrailleCanvas {
  /// The width in characters.
  let columns: Int
  /// The height in lines.
  let rows: Int
  private var cells: [UInt32]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: 0, count: columns * rows)
  }

  /// Draws a straight line between two points, each coordinate from 0 at the left or bottom to 1.
  /// What lies outside is moved to the edge.
  mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    let start = (x: max(0, min(1, start.x)), y: max(0, min(1, start.y)))
    let end = (x: max(0, min(1, end.x)), y: max(0, min(1, end.y)))
    let (across, up) = (abs(end.x - start.x) * Double(columns * 2), abs(end.y - start.y) * Double(rows * 4))
    let steps = max(1, Int(max(across, up)) * 2)
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      dot(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
    }
  }

  /// The character at a place, or nil where nothing was drawn. Line 0 is the uppermost.
  func character(column: Int, row: Int) -> Character? {
    let bits = cells[row * columns + column]
    guard bits != 0, let scalar = Unicode.Scalar(0x2800 + bits) else { return nil }
    return Character(scalar)
  }

  private mutating func dot(x: Double, y: Double) {
    let across = min(columns * 2 - 1, max(0, Int(x * Double(columns * 2))))
    let down = min(rows * 4 - 1, max(0, Int((1 - y) * Double(rows * 4))))
    // Unicode numbers the dots down the left column, down the right one, then the lowest row that was added later.
    let bit: [[UInt32]] = [[0, 3], [1, 4], [2, 5], [6, 7]]
    cells[down / 4 * columns + across / 2] |= 1 << bit[down % 4][across % 2]
  }
}
