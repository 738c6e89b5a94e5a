internal import COpenBLAS

/// The door to OpenBLAS: the one file where its functions are called.
///
/// OpenBLAS is kept on one thread, because its results change in the last bits with the number it uses; this package cuts
/// work into pieces itself.
public enum BLAS {
  /// How OpenBLAS was built, as it says itself, with the processor kernel it chose on this machine.
  public static var build: String {
    guard let configuration = unsafe openblas_get_config(), let core = unsafe openblas_get_corename() else {
      return "OpenBLAS"
    }
    return unsafe "\(String(cString: configuration)) core \(String(cString: core))"
  }

  private static let isSingleThreaded: Bool = {
    openblas_set_num_threads(1)
    return openblas_get_num_threads() == 1
  }()

  private static func prepare() {
    precondition(isSingleThreaded, "OpenBLAS would not be kept on one thread")
  }

  /// Σ left[i] x right[i].
  ///
  /// - Precondition: both have the same length.
  public static func dot(_ left: [Double], _ right: [Double]) -> Double {
    precondition(left.count == right.count, "the dot product of \(left.count) and \(right.count) elements")
    prepare()
    return unsafe cblas_ddot(Int32(left.count), left, 1, right, 1)
  }

  /// The Euclidean length of `vector`, without overflow.
  public static func norm(_ vector: [Double]) -> Double {
    prepare()
    return unsafe cblas_dnrm2(Int32(vector.count), vector, 1)
  }

  /// target += scale x source.
  ///
  /// - Precondition: both have the same length.
  public static func add(_ source: [Double], scaledBy scale: Double = 1, to target: inout [Double]) {
    precondition(source.count == target.count, "\(source.count) elements added to \(target.count)")
    prepare()
    unsafe cblas_daxpy(Int32(source.count), scale, source, 1, &target, 1)
  }

  /// left x right, or with `transposingRight` left x rightᵀ.
  ///
  /// - Precondition: the inner dimensions agree.
  public static func product(
    _ left: DenseMatrix, _ right: DenseMatrix, transposingRight: Bool = false
  ) -> DenseMatrix {
    let (inner, columns) =
      transposingRight ? (right.columnCount, right.rowCount) : (right.rowCount, right.columnCount)
    precondition(left.columnCount == inner, "a matrix with \(left.columnCount) columns times one with \(inner) rows")
    prepare()
    var result = DenseMatrix(zeros: left.rowCount, columns)
    guard !result.elements.isEmpty, inner > 0 else { return result }
    unsafe cblas_dgemm(
      CblasRowMajor, CblasNoTrans, transposingRight ? CblasTrans : CblasNoTrans, Int32(left.rowCount), Int32(columns),
      Int32(inner), 1, left.elements, Int32(inner), right.elements, Int32(right.columnCount), 0, &result.elements,
      Int32(columns))
    return result
  }

  /// sums += `rows` of `matrix` times the rows of `weights` that begin at `offset`, row after row.
  ///
  /// A dot product an element, since what `cblas_dgemv` and `cblas_dgemm` give for a row depends in its last bits on how many
  /// rows stand beside it, and a text's score must not depend on the texts scored with it.
  static func addProduct(
    of matrix: DenseMatrix, rows: Range<Int>, and weights: DenseMatrix, from offset: Int, to sums: inout [Double]
  ) {
    let (width, inner) = (weights.columnCount, matrix.columnCount)
    precondition(rows.upperBound <= matrix.rowCount && offset + inner <= weights.rowCount)
    precondition(sums.count == rows.count * width, "\(sums.count) sums for \(rows.count) rows")
    guard inner > 0, !rows.isEmpty, width > 0 else { return }
    prepare()
    for column in 0..<width {
      let factors = (offset..<offset + inner).map { weights[$0, column] }
      unsafe matrix.elements.withUnsafeBufferPointer { elements in
        guard let elements = elements.baseAddress else { return }
        for (place, row) in rows.enumerated() {
          sums[place * width + column] += unsafe cblas_ddot(Int32(inner), elements + row * inner, 1, factors, 1)
        }
      }
    }
  }

  /// The part of `sums` that begins at row `offset` += the transposed `rows` of `matrix` times their values, `width` a row,
  /// of which those of `firstRow` stand first.
  static func addTransposedProduct(
    of matrix: DenseMatrix, rows: Range<Int>, and rowValues: [Double], ofRowsFrom firstRow: Int, width: Int,
    to sums: inout [Double], from offset: Int
  ) {
    precondition(rows.upperBound <= matrix.rowCount && (offset + matrix.columnCount) * width <= sums.count)
    precondition(firstRow <= rows.lowerBound && (rows.upperBound - firstRow) * width <= rowValues.count)
    guard matrix.columnCount > 0, !rows.isEmpty, width > 0 else { return }
    prepare()
    let (count, inner) = (Int32(rows.count), Int32(matrix.columnCount))
    unsafe matrix.elements.withUnsafeBufferPointer { elements in
      unsafe rowValues.withUnsafeBufferPointer { rowValues in
        unsafe sums.withUnsafeMutableBufferPointer { sums in
          guard let elements = elements.baseAddress, let rowValues = rowValues.baseAddress,
            let sums = sums.baseAddress
          else { return }
          let first = unsafe elements + rows.lowerBound * matrix.columnCount
          let (factors, target) = unsafe (rowValues + (rows.lowerBound - firstRow) * width, sums + offset * width)
          if width == 1 {
            unsafe cblas_dgemv(CblasRowMajor, CblasTrans, count, inner, 1, first, inner, factors, 1, 1, target, 1)
          } else {
            unsafe cblas_dgemm(
              CblasRowMajor, CblasTrans, CblasNoTrans, inner, Int32(width), count, 1, first, inner, factors,
              Int32(width), 1, target, Int32(width))
          }
        }
      }
    }
  }

  /// The block of `gram` at `place` += leftᵀ diag(rowWeights) right, over `rows`.
  static func addWeightedProduct(
    of left: DenseMatrix, and right: DenseMatrix, rowWeights: [Double], rows: Range<Int>, to gram: inout DenseMatrix,
    at place: (row: Int, column: Int)
  ) {
    precondition(place.row + left.columnCount <= gram.rowCount && place.column + right.columnCount <= gram.columnCount)
    guard left.columnCount > 0, right.columnCount > 0 else { return }
    prepare()
    let panelLength = 512
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: panelLength) {
      let panel = start..<min(start + panelLength, rows.upperBound)
      var weighted: [Double] = []
      weighted.reserveCapacity(panel.count * left.columnCount)
      for row in panel { for element in left.row(row) { weighted.append(rowWeights[row] * element) } }
      unsafe right.elements.withUnsafeBufferPointer { elements in
        unsafe gram.elements.withUnsafeMutableBufferPointer { target in
          guard let elements = elements.baseAddress, let target = target.baseAddress else { return }
          unsafe cblas_dgemm(
            CblasRowMajor, CblasTrans, CblasNoTrans, Int32(left.columnCount), Int32(right.columnCount),
            Int32(panel.count), 1, weighted, Int32(left.columnCount), elements + panel.lowerBound * right.columnCount,
            Int32(right.columnCount), 1, target + place.row * gram.columnCount + place.column,
            Int32(gram.columnCount))
        }
      }
    }
  }
}
