internal import LinearAlgebra

/// What actors are made alike in: a column of few different values, as topics or outlets are.
public struct Control: Sendable, Hashable {
  /// What the column is called.
  public let name: String
  /// Its values.
  public let levels: [String]
  /// The number of each statement's value.
  public let codes: [Int]

  /// - Precondition: the codes are numbers of levels.
  public init(name: String, levels: [String], codes: [Int]) {
    precondition(codes.allSatisfy { $0 >= 0 && $0 < levels.count }, "a code beyond \(levels.count) levels")
    self.name = name
    self.levels = levels
    self.codes = codes
  }
}

extension ClusteredEstimates {
  /// The mean that each actor's statements would have with the mix of controls of all statements together: least squares on
  /// actors and on the controls' values, these centred, so that an actor's coefficient is its adjusted mean.
  ///
  /// Covariances are the sandwich of Liang and Zeger with G/(G - 1) (n - 1)/(n - p), as `sandwich::vcovCL(fit, cluster, type = "HC1")`
  /// gives them. The actors' columns are absorbed (Frisch, Waugh and Lovell), so that only the controls' columns are solved for.
  ///
  /// - Throws: `ComparisonsError` where a control cannot be told apart from actors or other controls.
  /// - Complexity: O(n c² + C k²) for c controls, C clusters and k actors, and the cube of the controls' values.
  public init(adjustedMeansOf values: [Double], in table: ClusterTable, for controls: [Control]) throws {
    let columns = ControlColumns(controls, in: table)
    let inverse = try columns.inverse()
    let means = zip(table.actorSums(values), table.statementCounts).map { $0 / Double($1) }
    let deviations = zip(values, table.actors).map { $0 - means[$1] }
    let slopes = inverse.times(columns.products(with: deviations))
    let residuals = (0..<table.count).map { row in deviations[row] - columns.value(of: row, with: slopes) }
    let adjusted = means.indices.map { actor in
      means[actor] - zip(columns.shifts[actor], slopes).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let freedom = table.count - table.actorCount - columns.count
    guard freedom > 0, table.clusterCount > 1 else {
      throw ComparisonsError(
        "there are \(table.count) statements in \(table.clusterCount) clusters for \(table.actorCount) actors and "
          + "\(columns.count) values of controls (more statements, in two clusters at least, were expected)",
        hint: "adjust for fewer columns")
    }
    let clusters = Double(table.clusterCount)
    let correction = clusters / (clusters - 1) * Double(table.count - 1) / Double(freedom)
    self.init(
      values: adjusted,
      covariance: Self.sandwich(table, residuals, columns: columns, inverse: inverse, correction: correction),
      clusterCounts: table.clusterCounts, sharedClusters: table.sharedClusterCounts())
  }

  /// The sum over clusters of what each adds to the estimates, times itself.
  private static func sandwich(
    _ table: ClusterTable, _ residuals: [Double], columns: ControlColumns, inverse: SquareInverse, correction: Double
  ) -> [[Double]] {
    let sums = table.entrySums(residuals)
    let scores = columns.clusterScores(of: residuals)
    var covariance = [[Double]](repeating: [Double](repeating: 0, count: table.actorCount), count: table.actorCount)
    for cluster in 0..<table.clusterCount {
      let moves = inverse.times(scores[cluster])
      var shares = columns.shifts.map { shift in -zip(shift, moves).reduce(0) { $0 + $1.0 * $1.1 } }
      for entry in table.entries(of: cluster) {
        let actor = table.entryActors[entry]
        shares[actor] += sums[entry] / Double(table.statementCounts[actor])
      }
      for one in shares.indices {
        for other in 0...one { covariance[one][other] += shares[one] * shares[other] }
      }
    }
    for one in covariance.indices {
      for other in 0...one {
        covariance[one][other] *= correction
        covariance[other][one] = covariance[one][other]
      }
    }
    return covariance
  }
}

/// A matrix by its rows, as the inverse of the controls' sums of squares.
private struct SquareInverse {
  let rows: [[Double]]

  func times(_ vector: [Double]) -> [Double] {
    rows.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}

/// The controls as columns of zeros and ones, one for each value but the first, less each actor's means.
private struct ControlColumns {
  let table: ClusterTable
  let controls: [Control]
  /// The number of the column that the second value of each control has.
  let starts: [Int]
  let count: Int
  /// Each actor's means of the columns.
  let actorMeans: [[Double]]
  /// Each actor's means less those of all statements.
  let shifts: [[Double]]

  init(_ controls: [Control], in table: ClusterTable) {
    self.table = table
    self.controls = controls
    var (starts, count) = ([Int](), 0)
    for control in controls {
      starts.append(count)
      count += max(0, control.levels.count - 1)
    }
    var sums = [[Double]](repeating: [Double](repeating: 0, count: count), count: table.actorCount)
    for (control, start) in zip(controls, starts) {
      for (row, code) in control.codes.enumerated() where code > 0 { sums[table.actors[row]][start + code - 1] += 1 }
    }
    (self.starts, self.count) = (starts, count)
    actorMeans = zip(sums, table.statementCounts).map { sum, count in sum.map { $0 / Double(count) } }
    let totals = (0..<count).map { column in sums.reduce(0) { $0 + $1[column] } / Double(table.count) }
    shifts = actorMeans.map { means in zip(means, totals).map { $0 - $1 } }
  }

  /// The columns that are one for a statement.
  private func columns(of row: Int) -> [Int] {
    zip(controls, starts).compactMap { control, start in
      control.codes[row] > 0 ? start + control.codes[row] - 1 : nil
    }
  }

  /// What `slopes` make of a statement's columns, less the actor's means.
  func value(of row: Int, with slopes: [Double]) -> Double {
    let means = actorMeans[table.actors[row]]
    let own = columns(of: row).reduce(0) { $0 + slopes[$1] }
    return own - zip(means, slopes).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The products of the columns with values that sum to zero for each actor.
  func products(with values: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (row, value) in values.enumerated() {
      for column in columns(of: row) { sums[column] += value }
    }
    return sums
  }

  /// For each cluster, the products of the columns, less the actors' means, with `residuals`.
  func clusterScores(of residuals: [Double]) -> [[Double]] {
    var scores = [[Double]](repeating: [Double](repeating: 0, count: count), count: table.clusterCount)
    for (row, cluster) in table.clusters.enumerated() {
      for column in columns(of: row) { scores[cluster][column] += residuals[row] }
    }
    let sums = table.entrySums(residuals)
    for cluster in 0..<table.clusterCount {
      for entry in table.entries(of: cluster) {
        let means = actorMeans[table.entryActors[entry]]
        for column in 0..<count { scores[cluster][column] -= sums[entry] * means[column] }
      }
    }
    return scores
  }

  /// The inverse of the columns' sums of squares about the actors' means.
  ///
  /// - Throws: `ComparisonsError` naming a value that follows from the actors, or from other controls.
  func inverse() throws -> SquareInverse {
    let squares = sumsOfSquares()
    for column in 0..<count where squares[column][column] <= 1e-9 {
      throw ComparisonsError(
        "\(name(of: column)) is the same in all statements of each actor (within actors it has to differ)",
        hint: "actors cannot be compared at equal values of what sets them apart: leave it out of --adjust")
    }
    let scales = squares.indices.map { squares[$0][$0].squareRoot() }
    var scaled = DenseMatrix(zeros: count, count)
    for row in 0..<count {
      for column in 0..<count { scaled[row, column] = squares[row][column] / (scales[row] * scales[column]) }
    }
    let inverse = LAPACK.CholeskyFactor(scaled)?.inverse()
    let redundant = (0..<count).first { column in inverse.map { !($0[column, column] < 1e10) } ?? true }
    guard let inverse, redundant == nil else {
      throw ComparisonsError(
        "\(name(of: redundant ?? 0)) follows from the actors and the other columns of --adjust "
          + "(columns that do not depend on one another were expected)", hint: "adjust for fewer columns")
    }
    return SquareInverse(
      rows: (0..<count).map { row in
        (0..<count).map { inverse[row, $0] / (scales[row] * scales[$0]) }
      })
  }

  private func sumsOfSquares() -> [[Double]] {
    var squares = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for row in 0..<table.count {
      let own = columns(of: row)
      for one in own {
        for other in own { squares[one][other] += 1 }
      }
    }
    for (means, statements) in zip(actorMeans, table.statementCounts) {
      for one in 0..<count {
        for other in 0..<count { squares[one][other] -= Double(statements) * means[one] * means[other] }
      }
    }
    return squares
  }

  private func name(of column: Int) -> String {
    let place = starts.lastIndex { $0 <= column } ?? 0
    return "\(controls[place].name)=\(controls[place].levels[column - starts[place] + 1])"
  }
}
