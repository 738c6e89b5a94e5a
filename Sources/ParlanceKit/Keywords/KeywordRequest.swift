public import Evaluation
public import TextFeatures

/// What `parlance keywords` is asked for.
public struct KeywordRequest: Sendable {
  /// The column whose values are the groups; "actor" is the column that means actors.
  public var groupColumn: String
  /// The group of interest; nil for each group against the rest, or the first of two against the second.
  public var group: String?
  /// The group it is compared with; nil for all other rows.
  public var against: String?
  /// The column that tells which rows are resampled together; nil for each row by itself.
  public var clusterColumn: String?
  /// The lengths of terms in words.
  public var ngrams = NgramRange(1, 1)
  /// How often a term must occur in the two groups together to be tested. Default 5.
  public var minimumCount = 5
  /// a₀: how many words the prior weighs as much as. Default 500.
  public var priorSize = 500.0
  /// A background corpus, or a table with the columns `term` and `count`, to take the prior's shares from; nil for the corpus itself.
  public var priorPath: String?
  /// How many terms of each side are shown to eyes, and get lines of context. Default 15.
  public var shownCount = 15
  /// How many places of each shown term are quoted. Default 0.
  public var contextCount = 0
  /// Of which the confidence, the number of resamples and the seed are used.
  public var options: ValidatedEvaluationOptions

  /// Asks for keywords of the groups of a column.
  public init(groupColumn: String, options: ValidatedEvaluationOptions) {
    self.groupColumn = groupColumn
    self.options = options
  }

  func check() throws {
    guard priorSize > 0, priorSize.isFinite else {
      throw ConfigurationError("a prior of \(priorSize) words (a number above 0 was expected)", hint: "as in 500")
    }
    guard minimumCount >= 1, shownCount >= 1, contextCount >= 0 else {
      throw ConfigurationError(
        "a minimum count of \(minimumCount), \(shownCount) terms and \(contextCount) lines of context "
          + "(1, 1 and 0 at least were expected)")
    }
    if group == nil, let against {
      throw ConfigurationError("nothing is to be compared with \(against)", hint: "name a group with --group")
    }
  }
}
