internal import Glibc
internal import LinearAlgebra
internal import Reproducibility

/// The mean and the deviation of each column of a block of cues in some training texts.
struct FittedCues: Sendable {
  let configuration: CueConfiguration
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

  init(_ configuration: CueConfiguration, means: [Double], deviations: [Double]) {
    self.configuration = configuration
    self.means = means
    self.deviations = deviations
    columnNames = configuration.cues.map(CueConfiguration.columnNames) ?? []
    let varying = deviations.count { $0 > 0 }
    let scale = configuration.length / Double(max(1, varying)).squareRoot()
    factors = deviations.map { $0 > 0 ? scale / $0 : 0 }
  }

  /// Learns from `rows`; a row given twice counts as two texts. The order of rows changes nothing, not even a bit.
  ///
  /// Complexity: O(rows x columns), and to sort the measures of the rows.
  init(_ configuration: CueConfiguration, fittedTo counts: CueCounts, rows: [Int]) {
    var moments: [(mean: Double, deviation: Double)] = []
    for cue in 0..<counts.cueCount {
      var frequencies: [Int] = []
      for row in rows {
        let count = counts.count(row: row, cue: cue)
        while frequencies.count <= count { frequencies.append(0) }
        frequencies[count] += 1
      }
      let values = frequencies.enumerated().filter { $0.element > 0 }.map {
        (value: log1p(Double($0.offset)), times: $0.element)
      }
      moments.append(FittedCues.moments(values, total: rows.count))
    }
    for measure in SurfaceMeasure.allCases.indices {
      let sorted = rows.map { counts.measure(row: $0, measure) }.sorted()
      moments.append(FittedCues.moments(sorted.map { (value: $0, times: 1) }, total: rows.count))
    }
    self.init(configuration, means: moments.map(\.mean), deviations: moments.map(\.deviation))
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
  func transform(_ counts: CueCounts, rows: [Int], on parallelism: Parallelism) -> DenseMatrix {
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

  private func appendValues(_ counts: CueCounts, row: Int, to values: inout [Double]) {
    for cue in 0..<counts.cueCount {
      let count = counts.count(row: row, cue: cue)
      values.append(standardised(count < damped.count ? damped[count] : log1p(Double(count)), column: cue))
    }
    for measure in SurfaceMeasure.allCases.indices {
      values.append(standardised(counts.measure(row: row, measure), column: counts.cueCount + measure))
    }
  }

  /// New texts as values of this block's columns, the same bit for bit as those of the same texts analysed.
  func transform(_ texts: [String], preparation: TextPreparation, on parallelism: Parallelism) -> DenseMatrix {
    let counts = CueCounts(configuration, texts: texts, preparation: preparation, on: parallelism)
    return transform(counts, rows: Array(0..<texts.count), on: parallelism)
  }

  /// The columns that are not 0 for a text, ascending: a cue that does not show is less than the average of the training
  /// texts and has a value too, without places.
  func findings(in normalized: String, preparation: TextPreparation) -> [ColumnFinding] {
    guard let cues = configuration.cues else { return [] }
    var scanner = CueScanner(preparation)
    cues.engine.withAutomaton { scanner.read(normalized.utf8.span, with: &$0) }
    let bytes = Array(normalized.utf8)
    let values = transform([normalized], preparation: preparation, on: .serial).elements
    var findings = values.indices.map { ColumnFinding(column: $0, value: values[$0]) }
    for match in scanner.matches {
      let term = String(decoding: bytes[match.bytes], as: UTF8.self)
      findings[match.cue].count += 1
      findings[match.cue].sources.append(match.bytes)
      if !findings[match.cue].terms.contains(term) { findings[match.cue].terms.append(term) }
    }
    return findings.filter { $0.value != 0 }
  }
}
