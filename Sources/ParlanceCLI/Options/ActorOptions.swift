internal import ArgumentParser
internal import ParlanceKit

/// Whose statements are looked at, and what of their scores.
struct ActorOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The column whose values are compared.", valueName: "column"))
  var by = "actor"

  @Option(
    help: ArgumentHelp("Statements with one value in this column depend on one another.", valueName: "column"))
  var cluster: String?

  @Option(help: "What is compared: probability, logit, or share (of statements at or above the threshold).")
  var measure: ComparisonMeasure = .probability

  @Option(help: "From which probability on a statement counts into the share.")
  var threshold = 0.5

  @Option(
    help: ArgumentHelp(
      "Take actors together: YAML with lines like \"Yerevan: [Pashinyan, Mirzoyan]\".", valueName: "file"))
  var groups: String?

  @Option(help: ArgumentHelp("Leave out actors of fewer statements.", valueName: "statements"))
  var minimum = 1

  /// The selection, with these parts of time.
  func selection(period: StatementPeriod?) throws -> ActorSelection {
    var selection = ActorSelection()
    (selection.by, selection.cluster, selection.measure, selection.threshold) = (by, cluster, measure, threshold)
    selection.groups = try groups.map { try ActorGroups(path: $0) }
    (selection.period, selection.minimumStatements) = (period, minimum)
    return selection
  }
}
