internal import Classifiers

/// A separation told to a user: by which columns, and what to do.
struct SeparationWording: Sendable, Hashable {
  /// So many sets of columns are named.
  private static let namedSets = 8

  private let kind: String
  private let columns: String
  private let outcome: String

  init(_ separation: Separation, data: RegressionData, classes: ClassNames) {
    kind = separation.isComplete ? "completely" : "quasi-completely, some rows lying on the border"
    outcome = classes.positive
    let named = separation.columnSets.prefix(Self.namedSets).map { Self.name($0, data: data, classes: classes) }
    let others = separation.columnSets.count - named.count
    columns = named.joined(separator: "; ") + (others > 0 ? "; and \(others) more" : "")
  }

  private static func name(_ set: [Int], data: RegressionData, classes: ClassNames) -> String {
    guard set.count == 1, let column = set.first else {
      return set.map { data.names[$0] }.joined(separator: " + ") + " together"
    }
    let values = (0..<data.caseCount).map { data.matrix[$0, column] }
    guard values.allSatisfy({ $0 == 0 || $0 == 1 }) else { return data.names[column] }
    let present = values.indices.filter { values[$0] == 1 }
    let positives = present.count { data.outcomes[$0] }
    guard positives == 0 || positives == present.count else { return data.names[column] }
    return "\(data.names[column]) (all \(present.count) rows are \(classes.names[positives == 0 ? 0 : 1]))"
  }

  /// For maximum likelihood, which has no estimates.
  var error: ConfigurationError {
    ConfigurationError(
      "the outcome \(outcome) is separated (\(kind)) by \(columns): the likelihood has no maximum",
      hint: "use --method firth, whose estimates stay finite, or leave those columns out")
  }

  /// For Firth's method, which has.
  var note: String {
    "the outcome \(outcome) is separated (\(kind)) by \(columns): maximum likelihood has no estimates, "
      + "and Firth's rest on the penalty there"
  }
}
