extension ReportFigure.Matrix {
  /// How strongly a cell is coloured, and for which side.
  struct Shade: Hashable {
    /// Whether the value lies above the centre.
    let isPositive: Bool
    /// The strength, 1 to 4; 0 where the value is the centre.
    let level: Int
  }

  /// The counts below which a cell is coloured no stronger than the lowest and the second level.
  static let (fewStatements, someStatements) = (5, 20)

  /// The cell of a row and a column; nil where there is none, or none with a value.
  func cell(row: Int, column: Int) -> Cell? {
    guard cells.indices.contains(row), cells[row].indices.contains(column) else { return nil }
    return cells[row][column].flatMap { $0.value.isFinite ? $0 : nil }
  }

  /// The largest distance from the centre, of the cells that may be coloured strongly; of all where none may.
  ///
  /// Complexity: O(cells).
  var largestDistance: Double {
    let known = cells.joined().compactMap(\.self)
    let certain = known.filter { mostLevel(of: $0) == 4 }
    let distances = (certain.isEmpty ? known : certain).map { abs($0.value - centre) }
    return distances.filter(\.isFinite).max() ?? 0
  }

  /// The colour of a cell. A quarter of the largest distance is a level, but few statements, and an interval that has the
  /// centre in it, hold the level down: a cell is not to be louder than what it rests on.
  func shade(of cell: Cell, largestDistance: Double) -> Shade {
    let distance = cell.value - centre
    guard distance.isFinite, distance != 0, largestDistance > 0 else { return Shade(isPositive: false, level: 0) }
    let quarters = min(4, (abs(distance) / largestDistance * 4).rounded(.up))
    return Shade(isPositive: distance > 0, level: max(1, min(mostLevel(of: cell), Int(quarters))))
  }

  private func mostLevel(of cell: Cell) -> Int {
    if let low = cell.low, let high = cell.high, low <= centre, centre <= high { return 1 }
    return cell.count < Self.fewStatements ? 1 : cell.count < Self.someStatements ? 2 : 4
  }

  /// What holds the colours down, for the key.
  var shadeNote: String {
    "Pale: under \(Self.someStatements) statements, or the interval includes \(ReportNumber.text(centre, style))."
  }
}
