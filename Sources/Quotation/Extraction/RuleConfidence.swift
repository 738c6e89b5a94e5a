extension Rule {
  /// The share of a rule's finds on the training articles that were right.
  var confidence: Double {
    switch self {
    case .unattributed: 0.3
    default: 0.9
    }
  }
}
