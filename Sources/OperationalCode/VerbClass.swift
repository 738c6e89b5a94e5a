/// The six classes of operational code analysis, from the most conflictual to the most cooperative.
///
/// The scheme is the Verbs in Context System of Walker, Schafer and Young (1998).
public enum VerbClass: String, Codable, Sendable, Hashable, CaseIterable {
  /// A hostile deed.
  case punish
  /// Words that announce a hostile deed.
  case threaten
  /// Words of opposition or resistance.
  case oppose
  /// Words of appeal or support.
  case appeal
  /// Words that announce a cooperative deed.
  case promise
  /// A cooperative deed.
  case reward

  /// The weight in the indices of intensity: -3, -2, -1, 1, 2, 3.
  public var weight: Int {
    switch self {
    case .punish: -3
    case .threaten: -2
    case .oppose: -1
    case .appeal: 1
    case .promise: 2
    case .reward: 3
    }
  }

  /// Whether it is of deeds; the other four classes are of words.
  public var isDeed: Bool { self == .punish || self == .reward }

  /// What it becomes where it has not been done but will or would be: a deed becomes the word that announces it.
  public var announced: VerbClass {
    switch self {
    case .punish: .threaten
    case .reward: .promise
    case .threaten, .oppose, .appeal, .promise: self
    }
  }
}

/// Whose verb it is.
public enum VerbSubject: String, Codable, Sendable, Hashable, CaseIterable {
  /// The speaker, or the speaker's own side.
  case speaker = "self"
  /// Anybody else.
  case other
}
