internal import Glibc
internal import LinearAlgebra
internal import Reproducibility

/// The mean and the deviation of each column of a block of matches in some training texts.
struct FittedMatches: Sendable {
  let configuration: FeatureBlock
  /// What the columns are made from.
  let columns: MatchColumns
  /// The mean of each column before it is standardised.
  let means: [Double]
  /// The standard deviation of each column, over the number of texts; 0 for columns that are the same in all.
  let deviations: [Double]
  /// The names of the columns.
  let columnNames: [String]
  /// What each column is multiplied by once its mean is taken off; 0 for columns that are the same in all training texts.
  private let factors: [Double]
  /// What counts become: ln(1 + count), for small ones.
  private let damped = (0..<256).map { log1p(Double($0)) }

  /// The number of columns.
  var columnCount: Int { means.count }

  init(
    _ configuration: FeatureBlock, length: Double, columns: MatchColumns, means: [Double], deviations: [Double]
  ) {
    self.configuration = configuration
    self.columns = columns
    self.means = means
    self.deviations = deviations
    columnNames = columns.names
    let varying = deviations.count { $0 > 0 }
    let scale = length / Double(max(1, varying)).squareRoot()
    factors = deviations.map { $0 > 0 ? scale / $0 : 0 }
  }

  /// Learns from `rows`; a row given twice counts as two texts. The order of rows changes nothing, not even a bit.
  ///
  /// Complexity: O(rows x columns), and to sort the measures of the rows.
  init(
    _ configuration: FeatureBlock, length: Double, columns: MatchColumns, fittedTo counts: MatchCounts, rows: [Int]
  ) {
    var moments: [(mean: Double, deviation: Double)] = []
    for column in 0..<counts.countColumns {
      var frequencies: [Int] = []
      for row in rows {
        let count = counts.count(row: row, column: column)
        while frequencies.count <= count { frequencies.append(0) }
        frequencies[count] += 1
      }
      let values = frequencies.enumerated().filter { $0.element > 0 }.map {
        (value: log1p(Double($0.offset)), times: $0.element)
      }
      moments.append(FittedMatches.moments(values, total: rows.count))
    }
    for measure in 0..<counts.measureColumns {
      let sorted = rows.map { counts.measure(row: $0, measure) }.sorted()
      moments.append(FittedMatches.moments(sorted.map { (value: $0, times: 1) }, total: rows.count))
    }
    self.init(
      configuration, length: length, columns: columns, means: moments.map(\.mean),
      deviations: moments.map(\.deviation))
  }

  /// Mean and deviation of values in ascending order, in two passes; a deviation of 0 exactly where all are the same.
  private static func moments(
    _ values: [(value: Double, times: Int)], total: Int
  ) -> (mean: Double, deviation: Double) {
    guard let least = values.first?.value, let greatest = values.last?.value, least < greatest else {
      return (values.first?.value ?? 0, 0)
    }
    let mean = values.reduce(0) { $0 + $1.value * Double($1.times) } / Double(total)
    let squares = values.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) * Double($1.times) }
    return (mean, (squares / Double(total)).squareRoot())
  }

  /// What a value before standardisation becomes.
  @inline(__always)
  private func standardised(_ value: Double, column: Int) -> Double {
    factors[column] == 0 ? 0 : (value - means[column]) * factors[column]
  }

  /// Rows of counts as values of this block's columns. Complexity: O(rows x columns).
  func transform(_ counts: MatchCounts, rows: [Int], on parallelism: Parallelism) -> DenseMatrix {
    let cut = Pieces(itemCount: rows.count, targetLength: 1 << 12, maximumCount: 64)
    let parts = parallelism.map(count: cut.count) { piece in
      var values: [Double] = []
      values.reserveCapacity(cut[piece].count * columnCount)
      for row in rows[cut[piece]] { appendValues(counts, row: row, to: &values) }
      return values
    }
    return DenseMatrix(
      rowCount: rows.count, columnCount: columnCount, elements: parts.count == 1 ? parts[0] : Array(parts.joined()))
  }

  private func appendValues(_ counts: MatchCounts, row: Int, to values: inout [Double]) {
    for column in 0..<counts.countColumns {
      let count = counts.count(row: row, column: column)
      values.append(standardised(count < damped.count ? damped[count] : log1p(Double(count)), column: column))
    }
    for measure in 0..<counts.measureColumns {
      values.append(standardised(counts.measure(row: row, measure), column: counts.countColumns + measure))
    }
  }

  /// New texts as values of this block's columns, the same bit for bit as those of the same texts analysed.
  func transform(_ texts: [String], preparation: TextPreparation, on parallelism: Parallelism) -> DenseMatrix {
    let counts = MatchCounts(
      columns, of: configuration, texts: texts, preparation: preparation, on: parallelism)
    return transform(counts, rows: Array(0..<texts.count), on: parallelism)
  }

  /// The columns that are not 0 for a text, ascending: what does not match is less than the average of the training texts and
  /// has a value too, without places.
  func findings(in normalized: String, preparation: TextPreparation) -> [ColumnFinding] {
    var scanner = CueScanner(preparation, settlement: columns.settlement)
    columns.engine.withAutomaton { scanner.read(normalized.utf8.span, with: &$0) }
    let bytes = Array(normalized.utf8)
    let values = transform([normalized], preparation: preparation, on: .serial).elements
    var findings = values.indices.map { ColumnFinding(column: $0, value: values[$0]) }
    for match in scanner.matches {
      let term = String(decoding: bytes[match.bytes], as: UTF8.self)
      findings[columns.columnOfKey[match.cue]].add(term, at: match.bytes)
      if columns.measuresMatches { findings[columns.countNames.count].add(term, at: match.bytes) }
    }
    return findings.filter { $0.value != 0 }
  }
}
