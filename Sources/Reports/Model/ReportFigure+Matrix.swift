extension ReportFigure {
  /// Values of pairs: rows who, columns whom. The colour tells the side of `centre` and the distance from it; the number of
  /// statements is written small.
  public struct Matrix: Codable, Sendable, Hashable {
    /// The value of one pair.
    public struct Cell: Codable, Sendable, Hashable {
      /// The value.
      public var value: Double
      /// The lower end of its interval, where it has one.
      public var low: Double?
      /// The upper end of its interval, where it has one.
      public var high: Double?
      /// The number of statements it comes from.
      public var count: Int

      /// Makes a cell from its parts.
      public init(value: Double, low: Double? = nil, high: Double? = nil, count: Int) {
        self.value = value
        self.low = low
        self.high = high
        self.count = count
      }
    }

    /// Who, top to bottom.
    public var rows: [String]
    /// Whom, left to right.
    public var columns: [String]
    /// A row for each of `rows`, in it a cell for each of `columns`; nil where there is nothing.
    public var cells: [[Cell?]]
    /// What the rows are.
    public var rowName: String
    /// What the columns are.
    public var columnName: String
    /// What the values measure.
    public var measure: String
    /// The value that is on neither side.
    public var centre: Double
    /// What values below the centre speak for.
    public var negativeName: String
    /// What values above the centre speak for.
    public var positiveName: String
    /// How the values are written.
    public var style: NumberStyle

    /// Makes a drawing from its parts.
    ///
    /// - Precondition: `cells` has a row for each of `rows`, each with a cell for each of `columns`.
    public init(
      rows: [String], columns: [String], cells: [[Cell?]], rowName: String, columnName: String, measure: String,
      centre: Double, negativeName: String, positiveName: String, style: NumberStyle = .decimals(2)
    ) {
      precondition(cells.count == rows.count, "\(cells.count) rows of cells for \(rows.count) names")
      for row in cells { precondition(row.count == columns.count, "\(row.count) cells for \(columns.count) columns") }
      self.rows = rows
      self.columns = columns
      self.cells = cells
      self.rowName = rowName
      self.columnName = columnName
      self.measure = measure
      self.centre = centre
      self.negativeName = negativeName
      self.positiveName = positiveName
      self.style = style
    }
  }
}
