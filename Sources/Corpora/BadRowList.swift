/// Collects complaints about rows: the first few in full, the others as a count.
package struct BadRowList {
  private let policy: BadRowPolicy
  private let canSkip: Bool
  private var complaints: [CorpusError.Complaint] = []
  package private(set) var count = 0

  /// - Parameter canSkip: whether there is an option to leave such rows out, so that errors may name it.
  package init(policy: BadRowPolicy, canSkip: Bool = true) {
    self.policy = policy
    self.canSkip = canSkip
  }

  package mutating func add(_ problem: String, at place: CorpusPlace, hint: String = "") {
    count += 1
    if complaints.count < CorpusError.maximumComplaints {
      complaints.append(CorpusError.Complaint(place: place, problem: problem, hint: hint))
    }
  }

  /// Whether reading goes on only to find further bad rows.
  var isFailing: Bool { policy == .fail && count > 0 }

  /// How many rows were left out and the reader goes on.
  var skippedRows: Int { policy == .skip ? count : 0 }

  /// The complaints as an error, for rows that may not be skipped or where none is good.
  package var error: CorpusError {
    CorpusError(
      complaints: complaints, badRowCount: count,
      advice: policy == .fail && canSkip ? "--on-bad-row skip leaves such rows out" : "")
  }
}
