/// How sure each rule is: the share of its finds on the English training articles that were right in content and speaker, with one
/// find of either kind added to those seen. The figures are measured by TrainingArticleTests, which fails where they differ.
public enum RuleConfidence {
  /// The names of all rules.
  public static let rules = Rule.allCases.map(\.rawValue)

  /// The confidence of a rule by its name; nil where there is no such rule.
  public static func value(of rule: String) -> Double? { Rule(rawValue: rule)?.confidence }
}

extension Rule {
  /// How sure the rule is.
  var confidence: Double {
    switch self {
    case .quoteCueAfter: 0.98
    case .quoteInverted: 0.94
    case .quoteCueBefore: 0.9
    case .quoteSplit: 0.89
    case .quoteWithoutCue: 0.83
    case .unattributed: 0.8
    case .indirectThat: 0.99
    case .indirectBare: 0.98
    case .indirectQuestion: 0.8
    case .indirectMiddle: 0.98
    case .indirectFinal: 0.95
    case .accordingTo: 0.93
    case .inTheWordsOf: 0.83
    case .infinitive: 0.98
    case .gerund: 0.96
    case .nounContent: 0.98
    case .participleAdded: 0.92
    case .passive: 0.75
    case .statementDocument: 0.67
    case .headline: 0.86
    case .nested: 0.83
    }
  }
}
