public import Reproducibility

/// What is wrong with a corpus, where, and what to do about it.
///
/// One error may hold several complaints: bad rows are collected, and the first 20 are shown with the count of all.
public struct CorpusError: UserFacingError, Hashable {
  /// One thing that is wrong.
  public struct Complaint: Sendable, Hashable, CustomStringConvertible {
    /// Where it is, or nil where it is not in a file.
    public let place: CorpusPlace?
    /// What was seen, and in parentheses what was expected.
    public let problem: String
    /// What to do about it, or an empty text.
    public let hint: String

    package init(place: CorpusPlace?, problem: String, hint: String) {
      self.place = place
      self.problem = problem
      self.hint = hint
    }

    /// `file:line:column: problem`.
    public var description: String { place.map { "\($0): \(problem)" } ?? problem }
  }

  /// How many complaints are shown at most.
  public static let maximumComplaints = 20

  /// The complaints, in the order of the file; never empty.
  public let complaints: [Complaint]
  /// How many rows are bad in all, at least the number of complaints shown.
  public let badRowCount: Int
  /// What may be done about all of it, or an empty text.
  public let advice: String

  package init(_ problem: String, at place: CorpusPlace? = nil, hint: String = "") {
    self.init(complaints: [Complaint(place: place, problem: problem, hint: hint)], badRowCount: 1)
  }

  package init(complaints: [Complaint], badRowCount: Int, advice: String = "") {
    self.complaints = complaints
    self.badRowCount = badRowCount
    self.advice = advice
  }

  /// A line for each complaint, the count where there are more than are shown, and a line for each different hint.
  public var description: String {
    var lines = complaints.map(\.description)
    if badRowCount > complaints.count {
      lines.append("and \(badRowCount - complaints.count) more bad rows: \(badRowCount) in all")
    }
    var hints: [String] = []
    for hint in complaints.map(\.hint) + [advice] where !hint.isEmpty && !hints.contains(hint) { hints.append(hint) }
    return (lines + hints.map { "hint: \($0)" }).joined(separator: "\n")
  }
}
