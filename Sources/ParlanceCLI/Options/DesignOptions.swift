internal import ArgumentParser
internal import Evaluation
internal import ParlanceKit

/// How rows are split into folds.
struct DesignOptions: ParsableArguments {
  @Option(help: "The number of folds, where the split leaves it open.")
  var folds = 5

  @Option(
    help: ArgumentHelp(
      """
      How rows are split: stratified; group:COLUMN keeps groups together, group:A,B rows that share a value of either; \
      leave-one-out:COLUMN tests each group once; forward or forward:COLUMN trains on earlier dates only; forward:DATE tests \
      what is from that date on; group-forward:COLUMN tests later dates of groups that were not trained on.
      """, valueName: "split"))
  var split = "stratified"

  @Option(help: "Repeat a stratified or grouped split this often with other draws.")
  var repeats = 1

  @Option(
    help: ArgumentHelp(
      "Forward in time: leave out training rows so shortly before a test, as in 7d, 2w, 3m, 1y.", valueName: "time"))
  var embargo: String?

  @Flag(
    help: "Let copies of a text (equal, nearly equal, or of one wire story) stand on both sides of a fold.")
  var allowDuplicates = false

  @Option(help: "The number of inner folds, where settings are chosen or probabilities calibrated inside each fold.")
  var innerFolds = 5

  @Option(
    help: ArgumentHelp(
      "Take the folds from this file, which parlance split wrote, instead of --split.", valueName: "file"))
  var foldsFile: String?

  /// The options as one value.
  ///
  /// - Throws: `EvaluationError` for a split that is none.
  func design(dateColumn: String?, seed: UInt64, isNested: Bool) throws -> FoldDesign {
    FoldDesign(
      split: try Split(split), foldCount: folds, repeats: repeats, embargo: embargo, dateColumn: dateColumn,
      allowsCopies: allowDuplicates, seed: seed, innerFoldCount: isNested ? innerFolds : nil)
  }
}
