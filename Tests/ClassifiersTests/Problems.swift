import Classifiers
import Foundation
import LinearAlgebra
import Reproducibility

/// Made-up problems, the same every time.
struct Problem {
  var matrix: DesignMatrix
  var labels: [Int]
  var classCount: Int
  var weights: [Double]?

  /// Rows with `rowLength` features each, in text-like shares, whose labels follow a random model with noise.
  static func sparse(
    rows: Int, columns: Int, rowLength: Int, classes: Int, seed: UInt64 = SeededGenerator.defaultSeed
  ) -> Problem {
    var generator = SeededGenerator(seed: seed)
    let truth = (0..<(columns * classes)).map { _ in generator.unitInterval() * 4 - 2 }
    var (offsets, indices, values, labels) = ([0], [Int32](), [Double](), [Int]())
    for _ in 0..<rows {
      let chosen = (0..<rowLength).map { _ in
        let share = generator.unitInterval()
        return Int(share * share * Double(columns))
      }
      let distinct = chosen.sorted().reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
      var scores = (0..<classes).map { _ in generator.unitInterval() * 2 }
      for column in distinct {
        let value = 0.2 + generator.unitInterval()
        indices.append(Int32(column))
        values.append(value)
        for index in 0..<classes { scores[index] += value * truth[column * classes + index] }
      }
      offsets.append(values.count)
      labels.append(scores.indices.max { scores[$0] < scores[$1] } ?? 0)
    }
    let matrix = SparseMatrix(columnCount: columns, rowOffsets: offsets, columnIndices: indices, values: values)
    return Problem(matrix: DesignMatrix(matrix), labels: labels, classCount: classes)
  }

  /// Rows of correlated measures.
  static func dense(rows: Int, columns: Int, classes: Int, seed: UInt64 = 7) -> Problem {
    var generator = SeededGenerator(seed: seed)
    let truth = (0..<(columns * classes)).map { _ in generator.unitInterval() * 2 - 1 }
    var (elements, labels) = ([Double](), [Int]())
    for _ in 0..<rows {
      let common = generator.unitInterval() - 0.5
      let row = (0..<columns).map { _ in common + generator.unitInterval() * 2 - 1 }
      let scores = (0..<classes).map { index in
        generator.unitInterval() + row.indices.reduce(0.0) { $0 + row[$1] * truth[$1 * classes + index] }
      }
      elements += row
      labels.append(scores.indices.max { scores[$0] < scores[$1] } ?? 0)
    }
    let matrix = DenseMatrix(rowCount: rows, columnCount: columns, elements: elements)
    return Problem(matrix: DesignMatrix(matrix), labels: labels, classCount: classes)
  }

  func selecting(rows: [Int]) -> Problem {
    Problem(
      matrix: matrix.selecting(rows: rows), labels: rows.map { labels[$0] }, classCount: classCount,
      weights: weights.map { weights in rows.map { weights[$0] } })
  }

  func fit(
    on parallelism: Parallelism = .serial, startingFrom start: LogisticModel? = nil,
    _ change: (inout LogisticConfiguration) -> Void = { _ in }
  ) throws -> LogisticFit {
    var configuration = LogisticConfiguration()
    change(&configuration)
    return try LogisticRegression(configuration.validated()).fit(
      matrix, labels: labels, classCount: classCount, weights: weights, startingFrom: start, on: parallelism)
  }
}

/// The largest difference of two models' parameters, relative to the largest parameter.
func distance(_ left: LogisticModel, _ right: LogisticModel) -> Double {
  let (first, second) = (left.coefficients.elements + left.intercepts, right.coefficients.elements + right.intercepts)
  let scale = second.reduce(0) { max($0, abs($1)) }
  return zip(first, second).reduce(0) { max($0, abs($1.0 - $1.1)) } / max(scale, .leastNormalMagnitude)
}

extension Problem {
  /// Two sparse blocks around a dense one.
  static func mixed(rows: Int, classes: Int) -> Problem {
    let (left, middle, right) = (
      sparse(rows: rows, columns: 7, rowLength: 4, classes: classes),
      dense(rows: rows, columns: 3, classes: classes),
      sparse(rows: rows, columns: 5, rowLength: 2, classes: classes, seed: 99)
    )
    let labels = (0..<rows).map { (left.labels[$0] + ($0 % 4 == 0 ? middle.labels[$0] : 0)) % classes }
    return Problem(
      matrix: DesignMatrix(blocks: left.matrix.blocks + middle.matrix.blocks + right.matrix.blocks), labels: labels,
      classCount: classes)
  }

  /// The same elements in one dense block.
  var flattened: Problem {
    var result = DenseMatrix(zeros: matrix.rowCount, matrix.columnCount)
    for row in 0..<matrix.rowCount {
      for column in 0..<matrix.columnCount { result[row, column] = matrix[row, column] }
    }
    return Problem(matrix: DesignMatrix(result), labels: labels, classCount: classCount, weights: weights)
  }
}

extension SolverSelection {
  /// The solvers that tell so many classes apart.
  static func all(forClasses count: Int) -> [SolverSelection] {
    [.newtonCholesky, .newtonCG, .lbfgs] + (count == 2 ? [.coordinate] : [])
  }
}

extension Problem {
  /// The rows of `sparse` as TF-IDF is stored: values rounded to small counts, scaled by column and divided by row.
  static func counted(rows: Int, columns: Int, rowLength: Int) -> Problem {
    let problem = sparse(rows: rows, columns: columns, rowLength: rowLength, classes: 2)
    guard case .sparse(let matrix) = problem.matrix.blocks[0] else { return problem }
    var builder = CountMatrixBuilder()
    for row in 0..<rows {
      for entry in matrix.rowOffsets[row]..<matrix.rowOffsets[row + 1] {
        builder.append(matrix.columnIndices[entry], count: matrix.values[entry] > 1.1 ? 2 : 1)
      }
      builder.closeRow()
    }
    var builders = [builder]
    let counts = CountMatrixBuilder.join(&builders, columnCount: columns)
    let scaled = ScaledCountMatrix(
      counts: counts, rows: (0..<rows).map { Int32($0) }, columns: (0..<columns).map { Int32(columns - 1 - $0) },
      frequency: .logarithmic, columnScales: (0..<columns).map { 1 + Double($0 % 7) / 3 },
      rowDivisors: (0..<rows).map { 3 + Double($0 % 5) }, storedCount: counts.storedCount)
    return Problem(matrix: DesignMatrix(blocks: [.counts(scaled)]), labels: problem.labels, classCount: 2)
  }
}

extension Double {
  /// ln x.
  var naturalLogarithm: Double { Foundation.log(self) }
}
