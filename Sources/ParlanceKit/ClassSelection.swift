/// Which labels a model tells apart, as a user asks for it.
public struct ClassSelection: Codable, Sendable, Hashable {
  /// The label whose probability is the score; nil to take `escalatory`, or "1" among labels that are numbers.
  public var positive: String?
  /// The labels to keep, all others being left out; empty to keep every label there is.
  ///
  /// The name `rest`, where no label is called so, stands for all labels not named.
  public var names: [String]

  /// The name in `names` that gathers all labels not named.
  public static let rest = "rest"

  /// Asks for `names`, with `positive` as the score.
  public init(positive: String? = nil, names: [String] = []) {
    self.positive = positive
    self.names = names
  }

  /// The classes that `labels` give rise to, and which class each row belongs to, nil for a row left out.
  ///
  /// - Throws: `ConfigurationError` where a named label does not occur, fewer than two classes remain, or the positive class
  ///   is neither given nor plain.
  public func resolve(_ labels: [String]) throws -> (classes: ClassNames, indices: [Int?]) {
    let present = Set(labels).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let gathersRest = names.contains(Self.rest) && !present.contains(Self.rest)
    for name in names where !present.contains(name) && !(gathersRest && name == Self.rest) {
      throw ConfigurationError(
        "no row is labelled \"\(name)\" (labels here: \(Self.list(present)))", hint: "correct --classes")
    }
    let kept = names.isEmpty ? present : names
    guard kept.count >= 2 else {
      throw ConfigurationError(
        kept.isEmpty ? "no labelled rows" : "only one class, \"\(kept[0])\" (a model needs two to tell apart)",
        hint: "check the label column, --where and --classes")
    }
    let classes = try ClassNames(kept, positive: positive ?? Self.defaultPositive(among: kept))
    let place = Dictionary(uniqueKeysWithValues: classes.names.enumerated().map { ($1, $0) })
    let restPlace = gathersRest ? place[Self.rest] : nil
    return (classes, labels.map { place[$0] ?? restPlace })
  }

  private static func defaultPositive(among names: [String]) throws -> String {
    if names.contains("escalatory") { return "escalatory" }
    let numbers = Set(names)
    if numbers == ["0", "1"] || numbers == ["-1", "1"] { return "1" }
    throw ConfigurationError(
      "which class is the score? (labels here: \(list(names)))", hint: "name it, as in --positive \(names[0])")
  }

  static func list(_ names: [String]) -> String {
    let shown = names.prefix(12).joined(separator: ", ")
    return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
  }
}

/// The classes a model tells apart, in the order of its weights.
public struct ClassNames: Codable, Sendable, Hashable {
  /// The labels: for two classes the other one first and the positive one second, else by their bytes.
  public let names: [String]
  /// Which of them the score speaks of.
  public let positiveIndex: Int

  /// The number of classes.
  public var count: Int { names.count }
  /// The label whose probability is the score.
  public var positive: String { names[positiveIndex] }

  /// Orders `labels`.
  ///
  /// - Throws: `ConfigurationError` where `positive` is not one of them.
  public init(_ labels: [String], positive: String) throws {
    let sorted = labels.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard let place = sorted.firstIndex(of: positive) else {
      throw ConfigurationError(
        "no class is called \"\(positive)\" (classes: \(ClassSelection.list(sorted)))", hint: "correct --positive")
    }
    names = sorted.count == 2 ? [sorted[1 - place], positive] : sorted
    positiveIndex = sorted.count == 2 ? 1 : place
  }

  /// The class of each label, in the model's order.
  ///
  /// - Parameter selection: what the model was asked to learn: where it gathered a rest, labels not named belong to that.
  /// - Throws: `ConfigurationError` naming the first label that the model has not learnt.
  public func indices(of labels: [String], selectedBy selection: ClassSelection) throws -> [Int] {
    let place = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let restPlace = selection.names.contains(ClassSelection.rest) ? place[ClassSelection.rest] : nil
    return try labels.map { label in
      guard let index = place[label] ?? restPlace else {
        throw ConfigurationError(
          "the label \"\(label)\" is not one the model was trained on (\(ClassSelection.list(names)))",
          hint: "leave such rows out with --where, or train on them too")
      }
      return index
    }
  }
}
