/// Sums over runs of observations, from which the squares about a run's mean follow at once.
struct RunningSums: Sendable {
  private let sums: [Double]
  private let squares: [Double]

  /// - Parameter values: deviations from their mean, so that differences of sums keep their digits.
  init(_ values: [Double]) {
    var (sums, squares) = ([0.0], [0.0])
    sums.reserveCapacity(values.count + 1)
    squares.reserveCapacity(values.count + 1)
    for (place, value) in values.enumerated() {
      sums.append(sums[place] + value)
      squares.append(squares[place] + value * value)
    }
    (self.sums, self.squares) = (sums, squares)
  }

  /// The sum of squares about the mean of a run that is not empty.
  func residualSum(_ start: Int, _ end: Int) -> Double {
    let sum = sums[end] - sums[start]
    return max(0, squares[end] - squares[start] - sum * sum / Double(end - start))
  }
}

/// The partitions of a sequence into parts about their own means that leave the least squares, one for each number of parts.
///
/// The dynamic program of Bai and Perron (2003, section 3).
struct MeanPartition: Sendable {
  /// For each number of changes from none on, the sum of squares; as many as can be fitted.
  private(set) var residualSums: [Double] = []
  /// For each of them, where the parts but the first begin.
  private(set) var starts: [[Int]] = []

  /// - Parameters:
  ///   - values: deviations from their mean, in the order of time.
  ///   - places: where parts may begin, ascending, from 1 on.
  ///   - least: the least length of a part.
  /// - Complexity: O(changes × places²).
  init(of values: [Double], at places: [Int], mostChanges: Int, least: Int) {
    guard values.count >= least else { return }
    let sums = RunningSums(values)
    let ends = places + [values.count]
    // What is left by the best parts up to each end, and where the last of them begins.
    var left = ends.map { $0 >= least ? sums.residualSum(0, $0) : .infinity }
    var lastStarts: [[Int]] = []
    residualSums.append(left[ends.count - 1])
    starts.append([])
    for _ in 0..<mostChanges {
      var (next, chosen) = ([Double](repeating: .infinity, count: ends.count), [Int](repeating: 0, count: ends.count))
      for (place, end) in ends.enumerated() {
        for earlier in 0..<place {
          guard end - ends[earlier] >= least else { break }
          let sum = left[earlier] + sums.residualSum(ends[earlier], end)
          if sum < next[place] { (next[place], chosen[place]) = (sum, earlier) }
        }
      }
      guard next[ends.count - 1] < .infinity else { return }
      left = next
      lastStarts.append(chosen)
      residualSums.append(left[ends.count - 1])
      starts.append(Self.traced(lastStarts, ends: ends))
    }
  }

  private static func traced(_ lastStarts: [[Int]], ends: [Int]) -> [Int] {
    var (place, starts) = (ends.count - 1, [Int]())
    for chosen in lastStarts.reversed() {
      place = chosen[place]
      starts.append(ends[place])
    }
    return starts.reversed()
  }

  /// The place of a single change that leaves the least squares, and by how much less they are than without one; nil where no place
  /// leaves enough on both sides. Of places that are alike the first.
  ///
  /// - Complexity: O(n).
  static func singleChange(of values: [Double], at places: [Int], least: Int) -> (
    place: Int, gain: Double
  )? {
    let total = values.reduce(0, +)
    let mean = total / Double(values.count)
    var (sum, summed) = (0.0, 0)
    var best: (place: Int, gain: Double)?
    for place in places where place >= least && values.count - place >= least {
      while summed < place {
        sum += values[summed] - mean
        summed += 1
      }
      let gain = sum * sum * (1 / Double(place) + 1 / Double(values.count - place))
      if gain > best?.gain ?? -1 { best = (place, gain) }
    }
    return best
  }
}
