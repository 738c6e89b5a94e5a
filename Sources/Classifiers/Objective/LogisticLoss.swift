internal import Reproducibility

/// Σ_i c_i loss_i over the training rows, as a function of their margins (logits).
///
/// Margins stand row after row, `outputCount` each: one, the log-odds of class 1, for two classes; else one a class.
/// All sums are made piece by piece in the order of the pieces, whatever the number of threads.
struct LogisticLoss: Sendable {
  /// The class of each row.
  let labels: [Int]
  /// c_i: what each row's loss is multiplied with.
  let costs: [Double]
  /// Margins a row.
  let outputCount: Int
  let parallelism: Parallelism
  private let pieces: Pieces

  init(labels: [Int], costs: [Double], outputCount: Int, parallelism: Parallelism) {
    precondition(labels.count == costs.count, "\(labels.count) labels and \(costs.count) costs")
    self.labels = labels
    self.costs = costs
    self.outputCount = outputCount
    self.parallelism = parallelism
    pieces = Pieces(itemCount: labels.count, targetLength: 4096, maximumCount: 16)
  }

  /// The loss, and its derivative by each margin.
  func value(at margins: [Double]) -> (loss: Double, derivatives: [Double]) {
    let parts = parallelism.map(count: pieces.count) { index in
      let rows = pieces[index]
      var derivatives = Array(margins[(rows.lowerBound * outputCount)..<(rows.upperBound * outputCount)])
      return (replaceMargins(in: &derivatives, ofRows: rows), derivatives)
    }
    return (parts.reduce(0) { $0 + $1.0 }, Array(parts.map(\.1).joined()))
  }

  /// The loss at `margins + step * direction`, and its derivative by `step`.
  func value(at margins: [Double], movedBy step: Double, along direction: [Double]) -> (loss: Double, slope: Double) {
    let parts = parallelism.map(count: pieces.count) { index in
      let rows = pieces[index]
      let start = rows.lowerBound * outputCount
      var values = Array(margins[start..<(rows.upperBound * outputCount)])
      for index in values.indices { values[index] += step * direction[start + index] }
      let loss = replaceMargins(in: &values, ofRows: rows)
      let slope = values.indices.reduce(0.0) { $0 + values[$1] * direction[start + $1] }
      return (loss, slope)
    }
    return (parts.reduce(0) { $0 + $1.0 }, parts.reduce(0) { $0 + $1.1 })
  }

  /// Σ c_i KL(q_i || p_i) for two classes, p_i the probabilities at `margins` and q_i those that give the class a row does not
  /// have `shares[i]`.
  func divergence(ofErrorShares shares: [Double], at margins: [Double]) -> Double {
    parallelism.map(count: pieces.count) { index in
      pieces[index].reduce(0) { sum, row in
        let error = RowLoss.logistic(labels[row] == 1 ? -margins[row] : margins[row])
        let change = shares[row] - error
        return sum + costs[row]
          * (RowLoss.divergence(of: error, movedBy: change) + RowLoss.divergence(of: 1 - error, movedBy: -change))
      }
    }.reduce(0, +)
  }

  /// For two classes c_i p_i (1 - p_i), a number a row; else the probabilities, K a row.
  func curvatures(at margins: [Double]) -> [Double] {
    let parts = parallelism.map(count: pieces.count) { index in
      let rows = pieces[index]
      var values = Array(margins[(rows.lowerBound * outputCount)..<(rows.upperBound * outputCount)])
      if outputCount == 1 {
        for row in rows {
          values[row - rows.lowerBound] = costs[row] * RowLoss.binaryCurvature(values[row - rows.lowerBound])
        }
      } else {
        replaceByProbabilities(&values)
      }
      return values
    }
    return Array(parts.joined())
  }

  /// Turns the margins of `rows` into the derivatives by them of the rows' loss, which is returned.
  private func replaceMargins(in values: inout [Double], ofRows rows: Range<Int>) -> Double {
    let (labels, costs) = (labels.span, costs.span)
    var target = values.mutableSpan
    var total = 0.0
    for row in rows {
      let place = (row - rows.lowerBound) * outputCount
      if outputCount == 1 {
        let (loss, derivative) = RowLoss.binary(target[place], isPositive: labels[row] == 1)
        total += costs[row] * loss
        target[place] = costs[row] * derivative
      } else {
        total +=
          costs[row] * RowLoss.multinomial(&target, from: place, classCount: outputCount, label: labels[row])
        for output in 0..<outputCount { target[place + output] *= costs[row] }
      }
    }
    return total
  }

  private func replaceByProbabilities(_ values: inout [Double]) {
    var target = values.mutableSpan
    for place in stride(from: 0, to: target.count, by: outputCount) {
      RowLoss.replaceByProbabilities(&target, from: place, classCount: outputCount)
    }
  }
}
