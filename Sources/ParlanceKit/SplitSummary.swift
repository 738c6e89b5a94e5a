public import Evaluation
public import Reports
public import Reproducibility

/// What `parlance split` says of a fold plan.
public struct SplitSummary: Encodable, Sendable, Hashable {
  /// One fold.
  public struct Fold: Encodable, Sendable, Hashable {
    /// The group left out, the first date of the window, or the fold's number.
    public let name: String
    /// The number of rows tested.
    public let rows: Int
    /// The number of rows tested of each class, in the order of `classes`.
    public let classRows: [Int]
    /// The number of rows trained on.
    public let trainingRows: Int
    /// The number of rows trained on of each class, in the order of `classes`.
    public let trainingClassRows: [Int]
    /// The number of inner folds; nil where nothing is nested.
    public let innerFolds: Int?
  }

  /// The data that are split.
  public let data: DataSource
  /// The design, in the words of the options.
  public let split: String
  /// The file the plan was written to; nil where none was asked for.
  public let file: String?
  /// The identity of the plan.
  public let foldPlan: ContentDigest
  /// The classes.
  public let classes: [String]
  /// The folds, in order.
  public let folds: [Fold]
  /// The number of rows in no test set.
  public let untestedRows: Int
  /// What has to be known of the plan.
  public let notes: [String]

  /// Sums up a plan.
  ///
  /// - Parameters:
  ///   - split: how it was made, in words.
  ///   - file: the file it was written to.
  public init(_ plan: NestedFoldPlan, of examples: Examples, split: String, file: String?) {
    data = examples.dataset.source
    self.split = split
    self.file = file
    foldPlan = plan.digest
    classes = examples.classes.names
    func counts(_ rows: [Int]) -> [Int] {
      var counts = [Int](repeating: 0, count: examples.classes.count)
      for row in rows { counts[examples.labels[row]] += 1 }
      return counts
    }
    folds = plan.outer.folds.enumerated().map { index, fold in
      let training = plan.outer.trainingRows(ofFold: index)
      return Fold(
        name: fold.name, rows: fold.testRows.count, classRows: counts(fold.testRows), trainingRows: training.count,
        trainingClassRows: counts(training), innerFolds: plan.inner?[index].folds.count)
    }
    untestedRows = examples.count - Set(plan.outer.folds.flatMap(\.testRows)).count
    let single = folds.count { $0.classRows.count { $0 > 0 } == 1 }
    notes =
      plan.outer.notes
      + (single > 0
        ? ["\(single) of \(folds.count) folds test rows of one class only: they have no AUC of their own"] : [])
  }

  /// The summary for eyes.
  public var report: Report {
    let classColumns = classes.map { ReportColumn($0) }
    return Report(
      title: "Folds of \(FilePath.lastComponent(of: data.name))",
      summary: [
        ReportFact("rows", .count(data.rows)), ReportFact("split", .text(split)),
        ReportFact("folds", .count(folds.count)),
        ReportFact("in no test set", .count(untestedRows)), ReportFact("fold plan", .text("SHA-256 \(foldPlan)")),
      ] + (file.map { [ReportFact("written to", .text($0))] } ?? []),
      sections: [
        ReportSection(
          heading: "Fold by fold",
          blocks: [
            .table(
              ReportTable(
                caption: "Rows tested, those of each class, and rows trained on",
                columns: [ReportColumn("fold"), ReportColumn("rows")] + classColumns + [ReportColumn("trained on")],
                rows: folds.map { fold in
                  [.text(fold.name), .count(fold.rows)] + fold.classRows.map { .count($0) } + [
                    .count(fold.trainingRows)
                  ]
                }))
          ] + notes.map(ReportBlock.note))
      ])
  }
}
