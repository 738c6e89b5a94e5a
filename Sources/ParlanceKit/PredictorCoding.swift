internal import WrittenFiles

/// A named column of a corpus as the columns of numbers that a regression takes: numbers as they are, texts as a factor, that is
/// one column of zeros and ones for each level but the reference.
struct PredictorCoding: Sendable, Hashable {
  /// One column of numbers.
  struct Term: Sendable, Hashable {
    /// The corpus's column, or `column=level` for a level of a factor.
    let name: String
    let column: String
    /// The level that the number 1 stands for, or nil for a column of numbers.
    let level: String?
    /// The level that it is compared with, or nil for a column of numbers.
    let reference: String?
    let values: [Double]
  }

  let terms: [Term]

  /// Reads numbers where all cells are numbers and the column is not to be a factor, else levels, in the order of their bytes.
  ///
  /// - Parameters:
  ///   - isFactor: whether numbers are levels too, as years may be.
  ///   - reference: the level to compare with; nil for the first.
  ///   - derived: cells that come from other columns; nil for those of the column itself.
  /// - Throws: `ConfigurationError` for empty cells, numbers that are not finite, a reference that does not occur, and a factor
  ///   of more levels than half the rows.
  init(
    _ column: String, of dataset: Dataset, isFactor: Bool, reference: String?, derived: [String]? = nil
  ) throws {
    let cells = try (derived ?? dataset.values(ofColumn: column)).map { String($0[...].trimmingSpace) }
    let empty = cells.indices.filter { cells[$0].isEmpty }
    if let first = empty.first {
      throw ConfigurationError(
        "\(dataset.place(ofRow: first)): the column \(column) is empty, as in \(empty.count) of \(cells.count) rows "
          + "(a value in every row was expected)",
        hint: "fill the column, or keep the rows that have a value with --where")
    }
    let numbers = cells.compactMap { Double($0) }
    guard numbers.count == cells.count, !isFactor, reference == nil else {
      terms = try Self.levels(cells, column: column, of: dataset, reference: reference)
      return
    }
    if let row = numbers.firstIndex(where: { !$0.isFinite }) {
      throw ConfigurationError(
        "\(dataset.place(ofRow: row)): the column \(column) has \(cells[row]) (a finite number was expected)",
        hint: "correct the value, or leave the row out")
    }
    terms = [Term(name: column, column: column, level: nil, reference: nil, values: numbers)]
  }

  private static func levels(
    _ cells: [String], column: String, of dataset: Dataset, reference: String?
  ) throws -> [Term] {
    let levels = Set(cells).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard levels.count > 1 else {
      throw ConfigurationError(
        "the column \(column) is \"\(levels.first ?? "")\" in every row (at least two different values were expected)",
        hint: "leave it out")
    }
    guard levels.count <= cells.count / 2 else {
      throw ConfigurationError(
        "the column \(column) has \(levels.count) different texts in \(cells.count) rows "
          + "(numbers, or a factor of at most \(cells.count / 2) levels, were expected)",
        hint: "name columns that repeat, or columns of numbers")
    }
    guard let base = reference ?? levels.first, levels.contains(base) else {
      throw ConfigurationError(
        "--reference \(column)=\(reference ?? ""): no row has it (levels: \(ClassSelection.list(levels)))",
        hint: "name one of the levels")
    }
    return levels.filter { $0 != base }.map { level in
      Term(
        name: "\(column)=\(level)", column: column, level: level, reference: base,
        values: cells.map { $0 == level ? 1 : 0 })
    }
  }
}
