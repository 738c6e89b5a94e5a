public import Corpora
public import Evaluation
internal import Reproducibility

/// A fold plan in a file: a table with the columns id, outer and inner, and role where training rows are told.
///
/// `FoldPlanTable` says what its rows mean.
public enum FoldsFile {
  private static let columns = (id: "id", outer: "outer", inner: "inner", role: "role")

  /// The table of a plan for the rows of `examples`.
  ///
  /// - Throws: `ConfigurationError` where two rows have one id, since the file could not tell them apart; `CorpusError` for a
  ///   format that has no columns.
  public static func bytes(of plan: NestedFoldPlan, examples: Examples, format: CorpusFormat = .csv) throws -> [UInt8] {
    _ = try rowsByID(of: examples)
    let table = FoldPlanTable(plan)
    let ids = examples.dataset.ids
    var names = [columns.id, columns.outer, columns.inner]
    if table.needsRoles { names.append(columns.role) }
    var writer = try CorpusWriter(format: format, columnNames: names)
    for entry in table.entries {
      var cells: [JSONValue] = [.string(ids[entry.row]), .string(entry.outer), .string(entry.inner)]
      if table.needsRoles { cells.append(.string(entry.outer.isEmpty ? "" : entry.role.rawValue)) }
      writer.append(cells)
    }
    return writer.takeBytes()
  }

  /// Reads the plan at `path`, or from the standard input for "-", for the rows of `examples`.
  ///
  /// - Throws: `FileError`, `CorpusError` for what is no such table; `ConfigurationError` with file and line for ids that are not
  ///   in the corpus or not in the file, a row twice in a fold, and what else contradicts itself; `EvaluationError` for folds that
  ///   cannot be trained and tested.
  public static func read(_ path: String, examples: Examples) throws -> NestedFoldPlan {
    let rowOfID = try rowsByID(of: examples)
    let options = ReadingOptions(columns: ColumnNames(text: columns.id), keeping: .all)
    let file = try CorpusReader.read(path, options: options)
    let table = FoldPlanTable(entries: try entries(of: file, rowOfID: rowOfID, examples: examples))
    try checkComplete(table, file: file, examples: examples)
    let plan: NestedFoldPlan
    do {
      plan = try table.plan(rowCount: examples.count)
    } catch let flaw as FoldPlanTable.Flaw {
      let id = file.texts[flaw.entry]
      throw ConfigurationError(
        "\(file.place(ofRow: flaw.entry)): id \"\(id)\": \(flaw.problem)",
        hint: "write the file anew with parlance split")
    }
    guard !plan.outer.folds.isEmpty else {
      throw ConfigurationError(
        "\(file.source.name): none of its \(file.count) rows names a fold in the column outer",
        hint: "write the file anew with parlance split")
    }
    try plan.outer.validate(labels: examples.labels, classNames: examples.classes.names)
    for (index, inner) in (plan.inner ?? []).enumerated() {
      let training = plan.outer.trainingRows(ofFold: index)
      try inner.validate(labels: training.map { examples.labels[$0] }, classNames: examples.classes.names)
    }
    let untested = examples.count - Set(plan.outer.folds.flatMap(\.testRows)).count
    guard untested > 0 else { return plan }
    return NestedFoldPlan(
      outer: plan.outer.adding(notes: ["\(untested) rows are in no test set"]), inner: plan.inner)
  }

  private static func rowsByID(of examples: Examples) throws -> [String: Int] {
    var rows: [String: Int] = [:]
    rows.reserveCapacity(examples.count)
    for (row, id) in examples.dataset.ids.enumerated() {
      if let first = rows.updateValue(row, forKey: id) {
        throw ConfigurationError(
          "\(examples.dataset.place(ofRow: row)): the id \"\(id)\" is that of \(examples.dataset.place(ofRow: first)) as well, so "
            + "that a file of folds cannot tell them apart",
          hint: "give every row an id of its own, or name another column with --id-column")
      }
    }
    return rows
  }

  private static func entries(
    of file: Corpus, rowOfID: [String: Int], examples: Examples
  ) throws -> [FoldPlanTable.Entry] {
    let outer = try file.values(ofColumn: columns.outer)
    let inner = file.columnNames.contains(columns.inner) ? try file.values(ofColumn: columns.inner) : nil
    let roles = file.columnNames.contains(columns.role) ? try file.values(ofColumn: columns.role) : nil
    var unknown: [Int] = []
    let entries = try file.texts.enumerated().compactMap { index, id -> FoldPlanTable.Entry? in
      let word = roles?[index] ?? ""
      guard let role = word.isEmpty ? .test : FoldPlanTable.Role(rawValue: word) else {
        throw ConfigurationError(
          "\(file.place(ofRow: index)): the role \"\(word)\" (test, train or skip was expected)", hint: "correct it")
      }
      guard let row = rowOfID[id] else {
        unknown.append(index)
        return nil
      }
      return FoldPlanTable.Entry(row: row, outer: outer[index], inner: inner?[index] ?? "", role: role)
    }
    if let first = unknown.first {
      throw ConfigurationError(
        "\(file.place(ofRow: first)): the id \"\(file.texts[first])\" is not in \(examples.dataset.source.name) (\(unknown.count) of "
          + "\(file.count) rows of the file name none of its \(examples.count) rows)",
        hint: "give the corpus the plan was made for, with the same --where and --classes")
    }
    return entries
  }

  private static func checkComplete(_ table: FoldPlanTable, file: Corpus, examples: Examples) throws {
    var isNamed = [Bool](repeating: false, count: examples.count)
    for entry in table.entries { isNamed[entry.row] = true }
    let missing = isNamed.indices.filter { !isNamed[$0] }
    guard let first = missing.first else { return }
    throw ConfigurationError(
      "\(examples.dataset.place(ofRow: first)): the id \"\(examples.dataset.ids[first])\" is not in \(file.source.name) "
        + "(\(missing.count) of \(examples.count) rows are missing)",
      hint:
        "give the corpus the plan was made for, with the same --where and --classes; a row in no test set has an empty outer"
    )
  }
}
