internal import Reproducibility

/// Gathers rows into columns: decides which columns mean what, which rows are kept, and what each cell must hold.
struct CorpusBuilder {
  /// What is wrong with the cells of a row.
  enum Fault {
    case missing(CorpusColumn)
    case empty(CorpusColumn, column: Int)
    case badWeight(String, column: Int)
    case unequalWeights(isWeighted: Bool, firstLine: Int)
  }

  fileprivate struct Column {
    let name: String
    let isKept: Bool
    var values: [String] = []
  }

  private struct Filter {
    let column: String
    var index: Int?
    var values: [[UInt8]]
    var examples: [String] = []
  }

  private let options: ReadingOptions
  private let required: [CorpusColumn]
  /// The column of each that is required, or -1 while there is none.
  private var requiredIndices: [Int]
  private var columns: [Column] = []
  private var roles: [CorpusColumn: Int] = [:]
  private var filters: [Filter] = []
  private var weightIndex: Int?
  private var idIndex: Int?
  /// The number of each row that has no identifier of its own, 0 for the others; empty while every row has one.
  private var rowNumbers: [Int] = []
  private var weights: [Double] = []
  private var lines: [Int] = []
  private var isWeighted: Bool?
  private var firstLine = 0
  private(set) var keptRows = 0
  private(set) var filteredRows = 0

  init(options: ReadingOptions) {
    self.options = options
    required = (options.requiresTexts ? [.text] : []) + options.requiredColumns.filter { $0 != .text }
    requiredIndices = required.map { _ in -1 }
    for filter in options.filters {
      if let index = filters.firstIndex(where: { $0.column == filter.column }) {
        filters[index].values.append(Array(filter.value.utf8))
      } else {
        filters.append(Filter(column: filter.column, index: nil, values: [Array(filter.value.utf8)]))
      }
    }
  }

  /// How many rows wait to be taken.
  var rowCount: Int { lines.count }

  /// The names of all columns of the file seen so far, kept or not.
  var columnNames: [String] { columns.map(\.name) }

  /// Learns of a column; rows gathered before have an empty cell in it.
  ///
  /// Of two names that differ only in how their accents are encoded, the one that was asked for byte for byte counts.
  mutating func addColumn(_ name: String) {
    let index = columns.count
    var hasRole = false
    for role in CorpusColumn.allCases where options.columns.name(of: role) == name {
      if roles[role] == nil || options.columns.name(of: role).hasSameBytes(as: name) { roles[role] = index }
      hasRole = true
    }
    weightIndex = roles[.weight]
    idIndex = roles[.id]
    requiredIndices = required.map { roles[$0] ?? -1 }
    for filter in filters.indices where filters[filter].column == name {
      if filters[filter].index == nil || filters[filter].column.hasSameBytes(as: name) { filters[filter].index = index }
    }
    let isKept =
      switch options.keptColumns {
      case .all: true
      case .named(let names): hasRole || names.contains(name)
      }
    columns.append(Column(name: name, isKept: isKept, values: Array(repeating: "", count: isKept ? rowCount : 0)))
  }

  /// Checks that every column that was named is there.
  ///
  /// - Throws: `CorpusError` with the columns there are.
  func checkColumns(at place: CorpusPlace) throws {
    for role in CorpusColumn.allCases where roles[role] == nil {
      if required.contains(role) || options.columns.explicitName(of: role) != nil {
        throw CorpusError.missingColumn(options.columns.name(of: role), role: role, at: place, columns: columnNames)
      }
    }
    for filter in filters where filter.index == nil {
      throw CorpusError.missingColumn(filter.column, role: nil, isFilter: true, at: place, columns: columnNames)
    }
    guard case .named(let names) = options.keptColumns else { return }
    for name in names where !columns.contains(where: { $0.name == name }) {
      throw CorpusError.missingColumn(name, role: nil, at: place, columns: columnNames)
    }
  }

  /// Takes a row whose bytes are known to be UTF-8, or says what is wrong with it.
  ///
  /// - Parameters:
  ///   - line: the line on which it begins.
  ///   - rowNumber: its number in the file, from 1.
  ///   - isForgotten: whether the row is only to be checked, because the reading has failed already.
  mutating func append(
    _ cells: RowCells, in bytes: Span<UInt8>, line: Int, rowNumber: Int, isForgotten: Bool
  ) -> Fault? {
    guard passesFilters(cells, in: bytes) else {
      filteredRows += 1
      return nil
    }
    if let fault = missingCell(cells) { return fault }
    if let fault = takeWeight(cells, in: bytes, line: line) { return fault }
    if isForgotten { return nil }
    for index in columns.indices where columns[index].isKept {
      let range = cells.range(index)
      columns[index].append(bytes.extracting(range))
    }
    takeRowNumber(rowNumber, hasIdentifier: idIndex.map(cells.has) == true)
    lines.append(line)
    keptRows += 1
    return nil
  }
}

// MARK: One row

extension CorpusBuilder {
  private mutating func passesFilters(_ cells: RowCells, in bytes: Span<UInt8>) -> Bool {
    for filter in filters.indices {
      guard let column = filters[filter].index else { return false }
      let cell = bytes.extracting(cells.range(column))
      if filters[filter].values.contains(where: { cell.equals($0) }) { continue }
      if filters[filter].examples.count < 5, cell.count < 200 {
        let text = cell.text
        if !filters[filter].examples.contains(text) { filters[filter].examples.append(text) }
      }
      return false
    }
    return true
  }

  private func missingCell(_ cells: RowCells) -> Fault? {
    for index in requiredIndices.indices {
      let column = requiredIndices[index]
      guard column >= 0, cells.has(column) else { return .missing(required[index]) }
      if required[index] != .text, cells.range(column).isEmpty { return .empty(required[index], column: column) }
    }
    return nil
  }

  /// Takes the row's weight. The first row decides whether rows have one.
  private mutating func takeWeight(_ cells: RowCells, in bytes: Span<UInt8>, line: Int) -> Fault? {
    let column = weightIndex.flatMap { cells.has($0) ? $0 : nil }
    let hasWeight = column != nil
    if let isWeighted, isWeighted != hasWeight {
      return .unequalWeights(isWeighted: hasWeight, firstLine: firstLine)
    }
    if let column {
      let cell = bytes.extracting(cells.range(column))
      guard let weight = cell.parsedNumber, weight >= 0, weight.isFinite else {
        return .badWeight(cell.text, column: column)
      }
      weights.append(weight)
    }
    if isWeighted == nil {
      isWeighted = hasWeight
      firstLine = line
    }
    return nil
  }
}

extension CorpusBuilder {
  private mutating func takeRowNumber(_ number: Int, hasIdentifier: Bool) {
    if hasIdentifier, rowNumbers.isEmpty { return }
    if rowNumbers.isEmpty { rowNumbers = Array(repeating: 0, count: rowCount) }
    rowNumbers.append(hasIdentifier ? 0 : number)
  }

  /// Makes room for `rowCount` rows in all, so that the columns need not move as they grow.
  mutating func reserve(rowCount: Int) {
    lines.reserveCapacity(rowCount)
    for index in columns.indices where columns[index].isKept { columns[index].values.reserveCapacity(rowCount) }
  }
}

// MARK: The result

extension CorpusBuilder {
  /// Whether there is a column of identifiers.
  var hasIdentifierColumn: Bool { idIndex != nil }

  /// What filtered columns hold elsewhere, for a user whose filters kept nothing.
  var filterExamples: [String] {
    filters.filter { !$0.examples.isEmpty }.map { filter in
      "\(filter.column) has values such as \(CorpusError.list(filter.examples))"
    }
  }

  /// The rows gathered so far, as a corpus; the builder goes on with none.
  mutating func takeCorpus(source: Corpus.Source, skippedRows: Int) -> Corpus {
    var keptIndex: [Int?] = []
    var kept: [[String]] = []
    var names: [String] = []
    for column in columns.indices {
      keptIndex.append(columns[column].isKept ? kept.count : nil)
      guard columns[column].isKept else { continue }
      names.append(columns[column].name)
      kept.append(columns[column].values)
      columns[column].values = []
    }
    let corpus = Corpus(
      source: source, columnNames: names, columns: kept, roles: roles.compactMapValues { keptIndex[$0] },
      ids: ids(from: idIndex.flatMap { keptIndex[$0] }.map { kept[$0] }), weights: isWeighted == true ? weights : nil,
      lines: lines,
      skippedRows: skippedRows, filteredRows: filteredRows)
    lines = []
    rowNumbers = []
    weights = []
    return corpus
  }

  private func ids(from column: [String]?) -> [String] {
    guard let column else { return rowNumbers.map(String.init) }
    if rowNumbers.isEmpty { return column }
    return column.indices.map { rowNumbers[$0] == 0 ? column[$0] : String(rowNumbers[$0]) }
  }
}

extension CorpusBuilder.Column {
  /// Appends a cell; a long text equal to the one before shares its storage.
  fileprivate mutating func append(_ bytes: Span<UInt8>) {
    if bytes.count > 15, let last = values.last, bytes.equalsStored(last) {
      values.append(last)
    } else if let valid = try? UTF8Span(validating: bytes) {
      values.append(String(copying: valid))
    } else {
      preconditionFailure("a cell that is not UTF-8 was taken for one that is")
    }
  }
}
