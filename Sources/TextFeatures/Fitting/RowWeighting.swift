internal import Glibc
internal import LinearAlgebra

/// What counts become: term frequency, times IDF, scaled to a norm, in scikit-learn's order of operations.
///
/// Every way to a value goes through here, so that a text has the same values bit for bit whichever way it came.
struct RowWeighting: Sendable {
  private let kind: ScaledCountMatrix.Frequency
  private let idf: [Double]
  private let norm: BlockConfiguration.Norm
  /// The frequencies of small counts.
  private let table: [Double]

  /// - Parameter idf: the weight of each column, or nothing for none.
  init(_ block: BlockConfiguration, idf: [Double]) {
    kind = block.frequency
    norm = block.norm
    self.idf = idf
    table = (0..<256).map { [kind] in kind.value(of: $0) }
  }

  /// The term frequency of a count, which is negative where signs alternate: it keeps its sign, and 0 stays 0.
  @inline(__always)
  func frequency(_ count: Int) -> Double { count >= 0 && count < 256 ? table[count] : kind.value(of: count) }

  /// Turns the frequencies of one row, the last elements of `values` from `start` on, into its values.
  ///
  /// What a row is divided by is added up over the frequencies of 1 first and over the others then, each ascending: the order
  /// that `CountMatrix` keeps entries in.
  ///
  /// - Parameter columns: the column of each element of `values`, ascending within the row.
  func weigh(_ values: inout [Double], columns: [Int32], from start: Int) {
    var values = values.mutableSpan
    let (idf, columns) = (idf.span, columns.span)
    var divisor = RowDivisor(norm)
    for isOnes in [true, false] {
      for index in start..<values.count where (values[index] == 1) == isOnes {
        divisor.add(idf.isEmpty ? values[index] : values[index] * idf[Int(columns[index])])
      }
    }
    let divided = divisor.value
    for index in start..<values.count {
      if !idf.isEmpty { values[index] *= idf[Int(columns[index])] }
      values[index] /= divided
    }
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

extension BlockConfiguration {
  /// What a count contributes.
  var frequency: ScaledCountMatrix.Frequency { sublinearTF ? .logarithmic : .linear }
}

/// What the values of a row are divided by, made from one after another.
struct RowDivisor {
  private let norm: BlockConfiguration.Norm
  private var sum = 0.0

  init(_ norm: BlockConfiguration.Norm) { self.norm = norm }

  @inline(__always)
  mutating func add(_ value: Double) {
    switch norm {
    case .none: break
    case .l1: sum += abs(value)
    case .l2: sum += value * value
    }
  }

  /// The norm, or 1 where none is asked for or all values are zero.
  var value: Double {
    let size = norm == .l2 ? sum.squareRoot() : sum
    return size > 0 ? size : 1
  }
}
