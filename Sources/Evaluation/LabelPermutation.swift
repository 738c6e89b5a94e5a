public import Reproducibility

/// Which labels change places when a pipeline is run on labels that mean nothing.
///
/// In text: `rows`, `within:COLUMN` or `between:COLUMN`.
public enum LabelPermutation: Sendable, Hashable, CustomStringConvertible {
  /// Any row's label may come to any other: whether statements tell their labels.
  case rows
  /// Labels change places among the rows of one group only: whether they do beyond what the group tells.
  case within(column: String)
  /// Groups change places with all their labels: whether groups tell their labels, for claims about actors.
  case between(column: String)

  /// Reads a scheme from its text.
  ///
  /// - Throws: `EvaluationError` that lists the forms.
  public init(_ text: String) throws {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    switch (parts[0], parts.count > 1 ? parts[1] : nil) {
    case ("rows", nil): self = .rows
    case ("within", let column?) where !column.isEmpty: self = .within(column: column)
    case ("between", let column?) where !column.isEmpty: self = .between(column: column)
    default:
      throw EvaluationError(
        "no way to permute is called \"\(text)\"", hint: "rows, within:COLUMN or between:COLUMN (between:actor)")
    }
  }

  /// The column of the groups, or nil for rows.
  public var column: String? {
    switch self {
    case .rows: nil
    case .within(let column), .between(let column): column
    }
  }

  /// The text from which the scheme can be read again.
  public var description: String {
    switch self {
    case .rows: "rows"
    case .within(let column): "within:\(column)"
    case .between(let column): "between:\(column)"
    }
  }

  /// Checks that there is something to permute.
  ///
  /// - Parameter groups: the group of each row; nil for `rows`.
  /// - Throws: `EvaluationError` for fewer than two groups to change places, or groups within which all labels are the same.
  public func validate(labels: [Int], groups: GroupIndex?) throws {
    guard let groups, let column else { return }
    switch self {
    case .rows: return
    case .between:
      guard groups.names.count >= 2 else {
        throw EvaluationError(
          "all \(labels.count) rows have one \(column) (two or more were expected to change places)")
      }
    case .within:
      guard groups.rows.contains(where: { rows in rows.contains { labels[$0] != labels[rows[0]] } }) else {
        throw EvaluationError(
          "in each of the \(groups.names.count) groups by \(column) all labels are the same: none can change places",
          hint: "use --permute between:\(column)")
      }
    }
  }

  /// The labels in another order.
  ///
  /// Between groups, where each group has one label, groups exchange labels. Where labels differ within groups, the groups' runs
  /// of labels are put one after another in a random order and dealt out to the rows of the groups in theirs: every label stays
  /// beside those of its group, and no label is lost, though a run may end within another group where sizes differ.
  ///
  /// - Parameter groups: the group of each row; nil for `rows`.
  /// - Complexity: O(n).
  public func permuted(_ labels: [Int], groups: GroupIndex?, by generator: inout SeededGenerator) -> [Int] {
    guard let groups else { return generator.shuffled(labels) }
    var result = labels
    switch self {
    case .rows: return generator.shuffled(labels)
    case .within:
      for rows in groups.rows {
        for (row, label) in zip(rows, generator.shuffled(rows.map { labels[$0] })) { result[row] = label }
      }
    case .between:
      let order = generator.shuffled(Array(groups.rows.indices))
      let isPure = groups.rows.allSatisfy { rows in rows.allSatisfy { labels[$0] == labels[rows[0]] } }
      if isPure {
        for (group, donor) in order.enumerated() {
          for row in groups.rows[group] { result[row] = labels[groups.rows[donor][0]] }
        }
      } else {
        let dealt = order.flatMap { groups.rows[$0].map { labels[$0] } }
        for (row, label) in zip(groups.rows.joined(), dealt) { result[row] = label }
      }
    }
    return result
  }
}
