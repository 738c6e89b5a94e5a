extension OutOfFoldPredictions {
  /// What is predicted by somebody who knows of each row only to which group it belongs: the classes' shares in the group's
  /// training rows, drawn towards the shares of all of them as one further row would draw them.
  ///
  /// Groups that a fold does not train on get the shares of all rows. With one group for all it is the baseline that knows
  /// nothing but how frequent the classes are.
  ///
  /// - Parameter groups: the group of each row, as a number from 0.
  /// - Throws: `EvaluationError`, as `ScoredLabels` does.
  /// - Precondition: there is a group for each row of the plan.
  /// - Complexity: O(rows × folds).
  public init(ratesByGroup groups: [Int], plan: FoldPlan, of rows: LabelledRows) throws {
    precondition(groups.count == plan.rowCount, "\(groups.count) groups, \(plan.rowCount) rows")
    let groupCount = (groups.max() ?? -1) + 1
    let probabilities = plan.folds.indices.map { fold in
      let training = plan.trainingRows(ofFold: fold)
      var counts = [[Double]](repeating: Array(repeating: 0, count: groupCount), count: rows.classCount)
      for row in training { counts[rows.labels[row]][groups[row]] += rows.weights?[row] ?? 1 }
      let totals = counts.map { $0.reduce(0, +) }
      let total = max(totals.reduce(0, +), .leastNormalMagnitude)
      let sizes = (0..<groupCount).map { group in counts.reduce(0) { $0 + $1[group] } }
      return rows.classNames.indices.map { label in
        plan.folds[fold].testRows.map { row in
          (counts[label][groups[row]] + totals[label] / total) / (sizes[groups[row]] + 1)
        }
      }
    }
    try self.init(plan: plan, of: rows, probabilities: probabilities)
  }
}
