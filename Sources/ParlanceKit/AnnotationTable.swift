public import Corpora
public import Evaluation

/// How a table holds several people's labels.
public enum AnnotationForm: Sendable, Hashable {
  /// A row for each label: columns of units, coders and labels.
  case long(coderColumn: String)
  /// A row for each unit and a column for each coder, as named here.
  case wide(coderColumns: [String])
  /// A row for each unit and all its labels in one column, divided by a text.
  case joined(column: String, separator: String)

  /// What a column of coders is called by default.
  public static let defaultCoderColumn = "coder"

  /// The form that `corpus` seems to have: long where it has columns of coders and of labels called as by default, else wide.
  public static func telling(from corpus: Corpus) -> AnnotationForm {
    corpus.columnNames.contains(defaultCoderColumn) && corpus.labels != nil
      ? .long(coderColumn: defaultCoderColumn) : .wide(coderColumns: [])
  }
}

/// What is known of a table of annotations beside its cells.
public struct AnnotationRequest: Sendable {
  /// How the table holds the labels.
  public var form: AnnotationForm
  /// What differences between labels mean.
  public var level: MeasurementLevel
  /// The labels from low to high, for the ordinal level; empty to take numbers by size.
  public var order: [String]
  /// Cells that stand for no label, beside empty ones.
  public var missing: Set<String>
  /// The column whose values are resampled together for intervals, or nil for single units.
  public var clusterColumn: String?
  /// Further columns that hold no labels, though they are called otherwise than usual.
  public var otherColumns: [String]

  /// Asks for agreement at `level`.
  public init(
    form: AnnotationForm, level: MeasurementLevel, order: [String] = [], missing: Set<String> = [],
    clusterColumn: String? = nil, otherColumns: [String] = []
  ) {
    self.form = form
    self.level = level
    self.order = order
    self.missing = missing
    self.clusterColumn = clusterColumn
    self.otherColumns = otherColumns
  }
}

/// The cells of a table of annotations by unit and coder, before labels are ordered.
struct AnnotationTable {
  private(set) var coderNames: [String] = []
  /// The labels of each unit, with the coder's number.
  private(set) var units: [[(coder: Int, label: String)]] = []
  private var clusters: [String]?

  init(_ corpus: Corpus, request: AnnotationRequest) throws {
    let clusterValues = try request.clusterColumn.map { try corpus.values(ofColumn: $0) }
    switch request.form {
    case .long(let coderColumn):
      try readLong(corpus, coderColumn: coderColumn, missing: request.missing, clusterValues: clusterValues)
    case .wide(let columns):
      let others = request.otherColumns + [request.clusterColumn].compactMap { $0 }
      try readWide(corpus, columns: columns, besides: others, missing: request.missing)
      clusters = clusterValues
    case .joined(let column, let separator):
      readJoined(try corpus.values(ofColumn: column), separator: separator, missing: request.missing)
      clusters = clusterValues
    }
  }

  private mutating func readLong(
    _ corpus: Corpus, coderColumn: String, missing: Set<String>, clusterValues: [String]?
  ) throws {
    guard let labels = corpus.labels else {
      throw ConfigurationError(
        "\(corpus.source.name) has no column of labels", hint: "name it with --label-column")
    }
    let unitIndex = GroupIndex(corpus.ids)
    let coderIndex = GroupIndex(try corpus.values(ofColumn: coderColumn))
    coderNames = coderIndex.names
    units = Array(repeating: [], count: unitIndex.names.count)
    clusters = clusterValues.map { _ in Array(repeating: "", count: unitIndex.names.count) }
    for row in 0..<corpus.count where Self.isLabel(labels[row], missing: missing) {
      let (unit, coder) = (unitIndex.numbers[row], coderIndex.numbers[row])
      if units[unit].contains(where: { $0.coder == coder }) {
        throw ConfigurationError(
          "\(corpus.place(ofRow: row)): \"\(coderNames[coder])\" labels \"\(unitIndex.names[unit])\" a second time "
            + "(one label by each coder was expected)",
          hint: "keep the label that counts; --id-column names the column of units")
      }
      units[unit].append((coder: coder, label: labels[row]))
    }
    guard let clusterValues else { return }
    for row in 0..<corpus.count { clusters?[unitIndex.numbers[row]] = clusterValues[row] }
  }

  private mutating func readWide(
    _ corpus: Corpus, columns: [String], besides others: [String], missing: Set<String>
  ) throws {
    let taken = CorpusColumn.allCases.filter { $0 != .label }.map(\.rawValue) + others
    // A column of labels beside others is a corpus that was labelled once, not one column a coder.
    if columns.isEmpty, corpus.columnNames.contains(CorpusColumn.label.rawValue) {
      throw ConfigurationError(
        "\(corpus.source.name) has one label for each row (two annotators or more were expected)",
        hint:
          "name the coders' columns with --coders, the column of coders with --coder-column, or the one of all labels with "
          + "--annotations-column")
    }
    coderNames = columns.isEmpty ? corpus.columnNames.filter { !taken.contains($0) } : columns
    guard coderNames.count >= 2 else {
      throw ConfigurationError(
        "\(corpus.source.name) has \(coderNames.count) column\(coderNames.count == 1 ? "" : "s") of labels "
          + "(two annotators or more were expected)",
        hint: "give a column for each coder, rows of id, coder and label, or --annotations-column")
    }
    let columns = try coderNames.map { try corpus.values(ofColumn: $0) }
    units = (0..<corpus.count).map { row in
      columns.indices.filter { Self.isLabel(columns[$0][row], missing: missing) }.map {
        (coder: $0, label: columns[$0][row])
      }
    }
  }

  private mutating func readJoined(_ cells: [String], separator: String, missing: Set<String>) {
    let parts = cells.map { cell in
      cell.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
    coderNames = (0..<(parts.map(\.count).max() ?? 0)).map { String($0 + 1) }
    units = parts.map { labels in
      labels.indices.filter { Self.isLabel(labels[$0], missing: missing) }.map { (coder: $0, label: labels[$0]) }
    }
  }

  private static func isLabel(_ cell: String, missing: Set<String>) -> Bool { !cell.isEmpty && !missing.contains(cell) }
}

// MARK: Labels in their order

extension AnnotationTable {
  /// The table with its labels numbered: in the order given, else by size where all are numbers, else by their bytes.
  ///
  /// - Throws: `ConfigurationError` for a label that `order` does not name, or ordinal labels without an order.
  func coded(level: MeasurementLevel, order: [String]) throws -> CodedUnits {
    let names = GroupIndex(units.joined().map(\.label)).names
    let numbers = names.compactMap { Double($0) }.filter(\.isFinite)
    let isNumeric = numbers.count == names.count && !names.isEmpty
    if !order.isEmpty, level.needsNumbers {
      throw ConfigurationError(
        "--order names labels, and the \(level.rawValue) metric takes numbers by their size",
        hint: "leave --order out, or use --metric ordinal")
    }
    if !order.isEmpty { return try coded(names: try Self.ordered(names, by: order), values: nil) }
    guard level != .nominal else { return try coded(names: names, values: nil) }
    if level == .ordinal, !isNumeric {
      throw ConfigurationError(
        "labels such as \"\(names.first { Double($0) == nil } ?? "")\" have no order of their own",
        hint: "give it from low to high, as in --order low,middle,high")
    }
    guard isNumeric else { return try coded(names: names, values: nil) }
    return try coded(names: names, values: numbers)
  }

  private static func ordered(_ names: [String], by order: [String]) throws -> [String] {
    if let unknown = names.first(where: { !order.contains($0) }) {
      throw ConfigurationError(
        "--order does not name the label \"\(unknown)\" (labels here: \(ClassSelection.list(names)))",
        hint: "name every label from low to high, or list it with --missing")
    }
    return order
  }

  /// - Parameter values: the numbers that the names stand for: those that stand for one number are one label.
  private func coded(names: [String], values: [Double]?) throws -> CodedUnits {
    var labelNames = names
    var labelValues = values
    var number = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    if let values {
      let distinct = Set(values).sorted()
      labelValues = distinct
      let place = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
      for (name, value) in zip(names, values).reversed() {
        number[name] = place[value]
        labelNames[place[value] ?? 0] = name
      }
      labelNames.removeLast(names.count - distinct.count)
    }
    return CodedUnits(
      coderNames: coderNames, labelNames: labelNames, labelValues: labelValues,
      units: units.map { unit in unit.map { .init(coder: $0.coder, label: number[$0.label] ?? 0) } },
      clusters: clusters.map { GroupIndex($0).numbers })
  }
}
