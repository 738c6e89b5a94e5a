internal import Glibc

/// What counts become: term frequency, times IDF, scaled to a norm, in scikit-learn's order of operations.
///
/// Every way to a value goes through here, so that a text has the same values bit for bit whichever way it came.
struct RowWeighting: Sendable {
  private let isSublinear: Bool
  private let idf: [Double]
  private let norm: BlockConfiguration.Norm
  /// 1 + ln(count) for small counts.
  private let logarithms: [Double]

  /// - Parameter idf: the weight of each column, or nothing for none.
  init(_ block: BlockConfiguration, idf: [Double]) {
    isSublinear = block.sublinearTF
    norm = block.norm
    self.idf = idf
    logarithms = block.sublinearTF ? (0..<256).map { $0 == 0 ? 0 : 1 + log(Double($0)) } : []
  }

  /// The term frequency of a count, which is negative where signs alternate: it keeps its sign, and 0 stays 0.
  @inline(__always)
  func frequency(_ count: Int) -> Double {
    guard isSublinear else { return Double(count) }
    let magnitude = abs(count)
    let value = magnitude < 256 ? logarithms[magnitude] : 1 + log(Double(magnitude))
    return count < 0 ? -value : value
  }

  /// Turns the frequencies of one row, the last elements of `values` from `start` on, into its values.
  ///
  /// - Parameter columns: the column of each element of `values`, ascending within the row.
  func weigh(_ values: inout [Double], columns: [Int32], from start: Int) {
    var values = values.mutableSpan
    if !idf.isEmpty {
      let (idf, columns) = (idf.span, columns.span)
      for index in start..<values.count { values[index] *= idf[Int(columns[index])] }
    }
    var scale = 0.0
    switch norm {
    case .none: return
    case .l1: for index in start..<values.count { scale += abs(values[index]) }
    case .l2:
      for index in start..<values.count { scale += values[index] * values[index] }
      scale = scale.squareRoot()
    }
    guard scale > 0 else { return }
    for index in start..<values.count { values[index] /= scale }
  }

  /// The weights of columns that are in `documents` of `total` texts, or nothing where none are asked for.
  static func idf(_ kind: BlockConfiguration.InverseDocumentFrequency, documents: [Int32], total: Int) -> [Double] {
    switch kind {
    case .none: []
    case .smooth: documents.map { log(Double(total + 1) / (Double($0) + 1)) + 1 }
    case .unsmoothed: documents.map { log(Double(total) / Double($0)) + 1 }
    }
  }
}
