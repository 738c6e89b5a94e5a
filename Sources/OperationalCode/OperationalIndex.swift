/// An index of operational code analysis, computed from pooled counts.
///
/// P indices describe how the speaker sees the political world, from the verbs of others; I indices how the speaker goes about
/// things, from the speaker's own verbs. Definitions are those of Walker, Schafer and Young (1998), as their coding manuals
/// and spreadsheets have them. With s the speaker's verbs and o those of others:
public enum OperationalIndex: String, Codable, Sendable, Hashable, CaseIterable {
  /// The nature of the political universe, from hostile to friendly: (positive - negative) / o, in [-1, 1].
  case p1 = "P-1"
  /// The prospect of reaching one's aims, from pessimistic to optimistic: sum(weight x count) / 3o, in [-1, 1].
  case p2 = "P-2"
  /// How predictable the political future is: 1 less the index of qualitative variation of o, in [0, 1].
  case p3 = "P-3"
  /// Control over historical development: s / (s + o), in [0, 1]. (P-4b, that of others, is 1 less this.)
  case p4 = "P-4"
  /// The part that chance plays: 1 - P-3 x P-4, in [0, 1].
  case p5 = "P-5"
  /// The direction of strategy, from conflict to cooperation: (positive - negative) / s, in [-1, 1].
  case i1 = "I-1"
  /// The intensity of tactics: sum(weight x count) / 3s, in [-1, 1].
  case i2 = "I-2"
  /// Aversion to risk: 1 less the index of qualitative variation of s, in [0, 1].
  case i3 = "I-3"
  /// How readily cooperation and conflict change places: 1 - |I-1|, in [0, 1].
  case i4a = "I-4a"
  /// How readily words and deeds do: 1 - |words - deeds| / s, in [0, 1].
  case i4b = "I-4b"
  /// The shares of the six means among s.
  case i5Punish = "I-5-punish"
  case i5Threaten = "I-5-threaten"
  case i5Oppose = "I-5-oppose"
  case i5Appeal = "I-5-appeal"
  case i5Promise = "I-5-promise"
  case i5Reward = "I-5-reward"

  /// The class whose share it is; nil for other indices.
  private var sharedClass: VerbClass? {
    switch self {
    case .i5Punish: .punish
    case .i5Threaten: .threaten
    case .i5Oppose: .oppose
    case .i5Appeal: .appeal
    case .i5Promise: .promise
    case .i5Reward: .reward
    case .p1, .p2, .p3, .p4, .p5, .i1, .i2, .i3, .i4a, .i4b: nil
    }
  }

  /// The index of pooled counts; nil where what it divides by is empty, which is not the same as 0.
  public func value(of counts: VerbCounts, diversity: DiversityEstimate = .plugIn) -> Double? {
    if let sharedClass {
      return ratio(counts[.speaker, sharedClass], counts.total(of: .speaker))
    }
    switch self {
    case .p1: return Self.balance(counts.classes(of: .other))
    case .p2: return Self.intensity(counts.classes(of: .other))
    case .p3: return Self.predictability(counts.classes(of: .other), diversity)
    case .p4: return ratio(counts.total(of: .speaker), counts.total)
    case .p5:
      guard let predictability = OperationalIndex.p3.value(of: counts, diversity: diversity),
        let control = OperationalIndex.p4.value(of: counts)
      else { return nil }
      return 1 - predictability * control
    case .i1: return Self.balance(counts.classes(of: .speaker))
    case .i2: return Self.intensity(counts.classes(of: .speaker))
    case .i3: return Self.predictability(counts.classes(of: .speaker), diversity)
    case .i4a: return OperationalIndex.i1.value(of: counts).map { 1 - $0.magnitude }
    case .i4b:
      let total = counts.total(of: .speaker)
      let deeds = VerbClass.allCases.reduce(0) { $0 + ($1.isDeed ? counts[.speaker, $1] : 0) }
      return ratio((total - 2 * deeds).magnitude, UInt(total)).map { 1 - $0 }
    default: return nil
    }
  }

  private func ratio(_ part: some BinaryInteger, _ whole: some BinaryInteger) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }

  private static func balance(_ classes: ArraySlice<Int>) -> Double? {
    let total = classes.reduce(0, +)
    guard total > 0 else { return nil }
    let negative = classes.prefix(3).reduce(0, +)
    return Double(total - 2 * negative) / Double(total)
  }

  private static func intensity(_ classes: ArraySlice<Int>) -> Double? {
    let total = classes.reduce(0, +)
    guard total > 0 else { return nil }
    let weighted = zip(VerbClass.allCases, classes).reduce(0) { $0 + $1.0.weight * $1.1 }
    return Double(weighted) / Double(3 * total)
  }

  private static func predictability(_ classes: ArraySlice<Int>, _ diversity: DiversityEstimate) -> Double? {
    diversity.concentration(of: classes).map { 1 - 6.0 / 5.0 * (1 - $0) }
  }
}

/// How the variety of verbs is estimated, which P-3, P-5 and I-3 rest on.
public enum DiversityEstimate: String, Codable, Sendable, Hashable, CaseIterable {
  /// The sum of squared shares, as published: few verbs look less varied than they are, and so more predictable.
  case plugIn = "plug-in"
  /// The chance that two different verbs are of one class, sum f (f - 1) / n (n - 1), which does not depend on how many there are
  /// (Simpson 1949). Needs two verbs, and an index may come out slightly below 0.
  case unbiased

  /// The concentration on few classes, in [0, 1]; nil where there are too few verbs.
  func concentration(of classes: ArraySlice<Int>) -> Double? {
    let total = classes.reduce(0, +)
    switch self {
    case .plugIn:
      guard total > 0 else { return nil }
      return classes.reduce(0.0) { $0 + (Double($1) / Double(total)) * (Double($1) / Double(total)) }
    case .unbiased:
      guard total > 1 else { return nil }
      return classes.reduce(0.0) { $0 + (Double($1) / Double(total)) * (Double($1 - 1) / Double(total - 1)) }
    }
  }
}
