internal import Evaluation
internal import Reports
internal import Reproducibility

extension EvaluationDocument {
  /// Checks that the document may stand on the card of a model made by `configuration`.
  ///
  /// - Throws: `EvaluationFileError` naming `path` where other features, classes or settings were evaluated.
  public func checkRecipe(_ configuration: TrainingConfiguration, path: String) throws {
    guard configuration != self.configuration else { return }
    throw EvaluationFileError(
      path: path, problem: "is of another recipe: its classes, features or settings are not those of this model",
      hint: "evaluate with the options that the model is trained with")
  }

  /// Checks that a cross-validation on the card of a model trained on `data` was of the same file.
  ///
  /// - Throws: `EvaluationFileError` naming `path` where it was of another.
  public func checkData(_ data: DataSource, path: String) throws {
    guard kind == .crossvalidation, self.data.sha256 != data.sha256 else { return }
    throw EvaluationFileError(
      path: path,
      problem:
        "is of other data than this model: \(self.data.name), SHA-256 \(self.data.sha256.hexadecimal.prefix(12))",
      hint: "cross-validate the corpus that the model is trained on")
  }

  /// The figures of `evaluations` as a card shows them; nothing where there are none.
  static func cardSections(_ evaluations: [EvaluationDocument]) -> [ReportSection] {
    guard let first = evaluations.first else { return [] }
    let table = ReportTable(
      caption: "The same recipe tested on statements kept from it; brackets hold 95 % intervals",
      columns: ["kept from training", "rows", "ROC AUC", "F1 of \(first.result.positive)", "accuracy"]
        .map { ReportColumn($0) },
      rows: evaluations.map { document in
        [
          .text(document.keptFromTraining), .count(document.result.rows), document.result.metrics[.rocAUC].reportValue,
          document.result.metrics[.f1].reportValue, document.result.metrics[.accuracy].reportValue,
        ]
      })
    return [ReportSection(heading: "On what it has not seen", blocks: [.table(table)])]
  }

  private var keptFromTraining: String {
    if let split { return split }
    return "rows chosen from \(data.name)" + (trainingData.map { ", by a model of \($0.rows) rows" } ?? "")
  }
}
