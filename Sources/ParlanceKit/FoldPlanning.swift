internal import Corpora
public import Evaluation
public import Reproducibility

extension NestedFoldPlan {
  /// The folds that `design` makes of `examples`, with inner folds where it asks for them.
  ///
  /// Inner folds inherit the design: groups stay together and training stays earlier inside as well. Where one group at a time is
  /// left out, or a single date divides the rows, inner folds are `group` and `forward` of the same columns.
  ///
  /// - Throws: `EvaluationError` with the counts that show why a design cannot be; `ConfigurationError` for options that do not go
  ///   together, or no dates; `CorpusError` for a column that is not there.
  public init(_ design: FoldDesign, of examples: Examples, progress: ProgressHandler? = nil) throws {
    try design.validate()
    let material = try FoldMaterial(design, examples: examples, progress: progress)
    let outer = try material.plan(design)
    try outer.validate(labels: examples.labels, classNames: examples.classes.names)
    guard let innerFoldCount = design.innerFoldCount else {
      self.init(outer: outer)
      return
    }
    self.init(
      outer: outer,
      inner: try outer.folds.indices.map { index in
        let part = material.selecting(rows: outer.trainingRows(ofFold: index))
        do {
          let plan = try part.plan(design.nested(foldCount: part.attainableFoldCount(design, wanted: innerFoldCount)))
          try plan.validate(labels: part.labels, classNames: examples.classes.names)
          return plan
        } catch let error as EvaluationError {
          throw ConfigurationError(
            "inside fold \"\(outer.folds[index].name)\" (\(part.labels.count) training rows): \(error.problem)",
            hint: "choose fewer --inner-folds, or another --split")
        }
      })
  }
}

extension FoldDesign {
  /// The design of the folds inside a fold.
  fileprivate func nested(foldCount: Int) -> FoldDesign {
    var inside = self
    inside.foldCount = foldCount
    inside.repeats = 1
    inside.innerFoldCount = nil
    switch split {
    case .leaveOneOut(let column): inside.split = .group(column: column)
    case .forwardFrom: inside.split = .forward(column: dateColumn)
    case .groupForward, .stratified, .group, .forward: break
    }
    return inside
  }
}

/// What designs look at, row by row.
private struct FoldMaterial {
  let labels: [Int]
  private let columns: [[String]]
  private let columnNames: [String]
  private let days: StatementDays?
  /// For each row the earliest that it is a copy of; nil where copies are allowed.
  private let copies: [Int]?

  init(_ design: FoldDesign, examples: Examples, progress: ProgressHandler?) throws {
    labels = examples.labels
    let dataset = examples.dataset
    switch design.split {
    case .group(let column), .groupForward(let column):
      columnNames = dataset.columnNames(in: column)
    case .leaveOneOut(let column): columnNames = [column]
    case .stratified, .forward, .forwardFrom: columnNames = []
    }
    columns = try columnNames.map { try dataset.values(ofColumn: $0) }
    let dateColumn: String? =
      if case .forward(let column) = design.split { column ?? design.dateColumn } else { design.dateColumn }
    days = design.split.isForward ? try StatementDays(examples, column: dateColumn) : nil
    copies = design.allowsCopies ? nil : CopyGroups(of: dataset, dateColumn: dateColumn, progress: progress)?.first
  }

  private init(
    labels: [Int], columns: [[String]], columnNames: [String], days: StatementDays?, copies: [Int]?
  ) {
    self.labels = labels
    self.columns = columns
    self.columnNames = columnNames
    self.days = days
    self.copies = copies
  }

  /// The same of some rows. Copies of a row that is not among them are copies of the earliest that is.
  func selecting(rows: [Int]) -> FoldMaterial {
    var earliest: [Int: Int] = [:]
    let copies = copies.map { copies in
      rows.enumerated().map { place, row in
        let first = earliest[copies[row]] ?? place
        earliest[copies[row]] = first
        return first
      }
    }
    return FoldMaterial(
      labels: rows.map { labels[$0] }, columns: columns.map { column in rows.map { column[$0] } },
      columnNames: columnNames, days: days?.selecting(rows: rows), copies: copies)
  }

  /// `wanted` inner folds, or as many as there are groups where each group is left out in turn, if those are fewer.
  func attainableFoldCount(_ design: FoldDesign, wanted: Int) -> Int {
    guard case .leaveOneOut = design.split else { return wanted }
    return min(wanted, max(2, RowComponents(columns).count))
  }

  func plan(_ design: FoldDesign) throws -> FoldPlan {
    let embargo = try design.embargo.map { try TimeSpan($0).embargo }
    switch design.split {
    case .stratified:
      return withholding(
        try drawn(design) { seed in
          try FoldPlan.stratified(labels: labels, foldCount: design.foldCount, shuffleSeed: seed)
        })
    case .group:
      let groups = try groups(foldCount: design.foldCount)
      return withholding(
        try drawn(design) { seed in
          let plan =
            try seed.map { try FoldPlan.grouped(groups.names, foldCount: design.foldCount, shuffleSeed: $0) }
            ?? FoldPlan.grouped(groups.names, foldCount: design.foldCount)
          return plan.adding(notes: groups.notes)
        })
    case .leaveOneOut:
      return withholding(try FoldPlan.leavingOneGroupOut(columns[0]))
    case .forward:
      let days = try required(days)
      return withholding(
        try FoldPlan.forward(days.spans, foldCount: design.foldCount, embargo: embargo) { days.name(ofDay: $0) })
    case .groupForward:
      let days = try required(days)
      let groups = try groups(foldCount: design.foldCount)
      let plan = try FoldPlan.groupedForward(
        days.spans, groups: groups.names, foldCount: design.foldCount, embargo: embargo
      ) { days.name(ofDay: $0) }
      return withholding(plan.adding(notes: groups.notes))
    case .forwardFrom(let text):
      guard let start = StatementDate(text) else {
        throw ConfigurationError(
          "\"\(text)\" is not a date (ISO 8601 was expected)", hint: "as in --split forward:2021-05-24")
      }
      return withholding(
        try FoldPlan.forward(try required(days).spans, from: start.firstDayNumber, name: text, embargo: embargo))
    }
  }

  private func required(_ days: StatementDays?) throws -> StatementDays {
    guard let days else { preconditionFailure("a design forward in time was planned without dates") }
    return days
  }

  private func withholding(_ plan: FoldPlan) -> FoldPlan { copies.map { plan.withholding(copies: $0) } ?? plan }

  private func drawn(_ design: FoldDesign, _ plan: (UInt64?) throws -> FoldPlan) throws -> FoldPlan {
    guard design.repeats > 1 else { return try plan(nil) }
    return try FoldPlan.repeated(design.repeats, seed: design.seed) { try plan($0) }
  }

  /// The groups of the design's columns.
  private func groups(foldCount: Int) throws -> (names: [String], notes: [String]) {
    let groups = RowComponents(columns)
    let names = columnNames.joined(separator: ", ")
    let values = zip(columnNames, columns).map { "\(GroupIndex($1).names.count) of \($0)" }.joined(separator: ", ")
    if groups.count > 0, groups.count < foldCount, columns.count > 1 {
      throw EvaluationError.design(
        groups.count == 1
          ? "all \(labels.count) rows become one group: rows that share a value of \(names), directly or over others, stay "
            + "together (values: \(values))"
          : "\(foldCount) folds, but rows that share a value of \(names), directly or over others, make only \(groups.count) "
            + "groups (values: \(values))",
        hint: "group by fewer columns")
    }
    let notes = columns.count > 1 ? ["rows that share a value of \(names) make \(groups.count) groups"] : []
    return (groups.names, notes)
  }
}

extension Dataset {
  /// Where a row stands, as complaints name it.
  func place(ofRow row: Int) -> String {
    if case .statements(let corpus) = content { return corpus.place(ofRow: row).description }
    return "\(source.name): row \(ids[row])"
  }

  /// The columns that `text` names: that of the whole name where there is one, else those between its commas.
  func columnNames(in text: String) -> [String] {
    if case .statements(let corpus) = content, corpus.columnNames.contains(text) { return [text] }
    let names = text.split(separator: ",").map(String.init)
    return names.isEmpty ? [text] : names
  }
}
