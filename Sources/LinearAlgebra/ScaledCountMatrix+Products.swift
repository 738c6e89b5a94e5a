/// The inner loops of products with a factorised matrix. They see vectors in the order of the columns of `counts`, already
/// multiplied with the scales, so that an entry counted once costs an addition.
extension ScaledCountMatrix {
  /// The columns of all entries, and what those that are not counted once contribute, for as long as `body` runs.
  @inline(__always)
  func withEntries(_ body: (_ columns: Span<Int32>, _ repeats: Span<Double>) -> Void) {
    counts.columns.withSpan { columns in repeatValues.withSpan { repeats in body(columns, repeats) } }
  }

  /// The rows of `weights` that begin at `offset`, each multiplied with its column's scale and put in the place of its column in
  /// `counts`: what `addProduct` takes.
  func stored(_ weights: DenseMatrix, from offset: Int) -> [Double] {
    let width = weights.columnCount
    var result = [Double](repeating: 0, count: counts.columnCount * width)
    let (elements, columns, scales) = (weights.elements.span, columns.span, columnScales.span)
    var target = result.mutableSpan
    for column in 0..<columns.count where columns[column] >= 0 {
      let (source, place) = ((offset + column) * width, Int(columns[column]) * width)
      for output in 0..<width { target[place + output] = elements[source + output] * scales[column] }
    }
    return result
  }

  /// The part of `sums` that begins at row `offset` = what `addTransposedProduct` added up in `stored`, multiplied with the
  /// columns' scales (or their squares) and in the order of the columns.
  func collect(
    _ stored: Span<Double>, width: Int, squared: Bool, into sums: inout MutableSpan<Double>, from offset: Int
  ) {
    let (columns, scales) = (columns.span, columnScales.span)
    for column in 0..<columns.count where columns[column] >= 0 {
      let (source, place) = (Int(columns[column]) * width, (offset + column) * width)
      let scale = squared ? scales[column] * scales[column] : scales[column]
      for output in 0..<width { sums[place + output] = stored[source + output] * scale }
    }
  }

  /// sums += the products of `range` with `weights` as `stored` made them, row after row.
  func addProduct(with weights: Span<Double>, width: Int, rows range: Range<Int>, to sums: inout [Double]) {
    withEntries { columns, repeats in
      var target = sums.mutableSpan
      let rows = rows.span
      for index in range {
        let (row, place) = (Int(rows[index]), (index - range.lowerBound) * width)
        let scale = 1 / rowDivisors[index]
        if width == 1 {
          target[place] += scale * sum(ofRow: row, columns, repeats, weights)
        } else {
          for output in 0..<width {
            target[place + output] += scale * sum(ofRow: row, columns, repeats, weights, output, of: width)
          }
        }
      }
    }
  }

  @inline(__always)
  private func sum(
    ofRow row: Int, _ columns: Span<Int32>, _ repeats: Span<Double>, _ weights: Span<Double>
  ) -> Double {
    let (ones, others) = (counts.ones(ofRow: row), counts.others(ofRow: row))
    // Two sums, so that an addition need not wait for the one before it.
    var (first, second) = (0.0, 0.0)
    var entry = ones.lowerBound
    while entry &+ 1 < ones.upperBound {
      first += weights[Int(columns[entry])]
      second += weights[Int(columns[entry &+ 1])]
      entry &+= 2
    }
    if entry < ones.upperBound { first += weights[Int(columns[entry])] }
    var place = counts.repeatOffsets[row]
    for entry in others {
      second += repeats[place] * weights[Int(columns[entry])]
      place &+= 1
    }
    return first + second
  }

  @inline(__always)
  private func sum(
    ofRow row: Int, _ columns: Span<Int32>, _ repeats: Span<Double>, _ weights: Span<Double>, _ output: Int,
    of width: Int
  ) -> Double {
    var total = 0.0
    for entry in counts.ones(ofRow: row) { total += weights[Int(columns[entry]) * width + output] }
    var place = counts.repeatOffsets[row]
    for entry in counts.others(ofRow: row) {
      total += repeats[place] * weights[Int(columns[entry]) * width + output]
      place += 1
    }
    return total
  }

  /// The part of `sums` that begins at row `offset` += for each column of `counts` the contributions of `range` times their rows'
  /// values over their divisors, `width` a row, of which those of `firstRow` stand first.
  func addTransposedProduct(
    with rowValues: [Double], ofRowsFrom firstRow: Int, width: Int, rows range: Range<Int>, to sums: inout [Double],
    from offset: Int
  ) {
    let factors = rowValues.span
    withEntries { columns, repeats in
      var target = sums.mutableSpan
      for index in range {
        let (row, place) = (Int(rows[index]), (index - firstRow) * width)
        let scale = 1 / rowDivisors[index]
        for output in 0..<width where factors[place + output] != 0 {
          let (factor, start) = (scale * factors[place + output], offset * width + output)
          for entry in counts.ones(ofRow: row) { target[start &+ Int(columns[entry]) &* width] += factor }
          var repeated = counts.repeatOffsets[row]
          for entry in counts.others(ofRow: row) {
            target[start &+ Int(columns[entry]) &* width] += factor * repeats[repeated]
            repeated &+= 1
          }
        }
      }
    }
  }

  /// The part of `sums` that begins at `offset` += for each column of `counts` the sum over `range` of the rows' weights times
  /// their contributions squared over their divisors squared.
  func addSquareSums(_ rowWeights: [Double], rows range: Range<Int>, to sums: inout [Double], from offset: Int) {
    withEntries { columns, repeats in
      var target = sums.mutableSpan
      for index in range {
        let row = Int(rows[index])
        let factor = rowWeights[index] / (rowDivisors[index] * rowDivisors[index])
        for entry in counts.ones(ofRow: row) { target[offset &+ Int(columns[entry])] += factor }
        var repeated = counts.repeatOffsets[row]
        for entry in counts.others(ofRow: row) {
          target[offset &+ Int(columns[entry])] += factor * repeats[repeated] * repeats[repeated]
          repeated &+= 1
        }
      }
    }
  }
}
