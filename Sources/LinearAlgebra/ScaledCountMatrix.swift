internal import Glibc
public import Reproducibility

/// A sparse matrix kept as its factors: element (i, j) is f(count) x columnScales[j] / rowDivisors[i].
///
/// That is what TF-IDF is. Kept apart, the factors take a third of the memory of the products, rows and columns can be chosen
/// from one matrix of counts without copying it, and a fold of a cross-validation changes two vectors only.
public struct ScaledCountMatrix: Sendable, Hashable {
  /// What a count contributes.
  public enum Frequency: Sendable, Hashable {
    /// The count itself.
    case linear
    /// ±(1 + ln |count|), and 0 for 0.
    case logarithmic

    /// What `count` contributes; a count of 1 contributes 1 whichever the case.
    public func value(of count: Int) -> Double {
      switch self {
      case .linear: return Double(count)
      case .logarithmic:
        guard count != 0 else { return 0 }
        let magnitude = 1 + log(Double(abs(count)))
        return count < 0 ? -magnitude : magnitude
      }
    }

    /// What each of `counts` contributes.
    func contributions(of counts: EntryStorage<Int32>) -> EntryStorage<Double> {
      let table = (0..<256).map { value(of: $0) }
      return counts.withSpan { counts in
        .array(
          counts.indices.map { index in
            let count = Int(counts[index])
            return count >= 0 && count < 256 ? table[count] : value(of: count)
          })
      }
    }
  }

  /// The counts, of which rows and columns are chosen.
  public let counts: CountMatrix
  /// For each row of this matrix its row in `counts`; a row may be there more than once.
  public let rows: [Int32]
  /// For each column of this matrix its column in `counts`, or -1 for a column of zeros. Those of one matrix differ.
  public let columns: [Int32]
  /// What a count contributes.
  public let frequency: Frequency
  /// What each column is multiplied with.
  public let columnScales: [Double]
  /// What each row is divided by, not zero.
  public let rowDivisors: [Double]
  /// The number of stored elements: those of the chosen rows in chosen columns.
  public let storedCount: Int

  /// The contributions of the entries in `counts.repeats`.
  let repeatValues: EntryStorage<Double>

  /// The number of rows.
  public var rowCount: Int { rows.count }
  /// The number of columns.
  public var columnCount: Int { columns.count }

  /// Puts the factors together.
  ///
  /// - Parameters:
  ///   - storedCount: the number of entries of the chosen rows in chosen columns.
  ///   - contributions: what the entries in `counts.repeats` contribute, where `CountMatrixWriter` has written that too.
  /// - Precondition: there is a scale a column and a divisor a row.
  public init(
    counts: CountMatrix, rows: [Int32], columns: [Int32], frequency: Frequency, columnScales: [Double],
    rowDivisors: [Double], storedCount: Int, contributions: EntryStorage<Double>? = nil
  ) {
    self.init(
      counts: counts, rows: rows, columns: columns, frequency: frequency, columnScales: columnScales,
      rowDivisors: rowDivisors, repeatValues: contributions ?? frequency.contributions(of: counts.repeats),
      storedCount: storedCount)
  }

  private init(
    counts: CountMatrix, rows: [Int32], columns: [Int32], frequency: Frequency, columnScales: [Double],
    rowDivisors: [Double], repeatValues: EntryStorage<Double>, storedCount: Int
  ) {
    precondition(repeatValues.count == counts.repeats.count, "\(repeatValues.count) of \(counts.repeats.count) repeats")
    precondition(columnScales.count == columns.count, "\(columnScales.count) scales for \(columns.count) columns")
    precondition(rowDivisors.count == rows.count, "\(rowDivisors.count) divisors for \(rows.count) rows")
    self.counts = counts
    self.rows = rows
    self.columns = columns
    self.frequency = frequency
    self.columnScales = columnScales
    self.rowDivisors = rowDivisors
    self.repeatValues = repeatValues
    self.storedCount = storedCount
  }

  /// The element in row `row` and column `column`. Complexity: O(entries of the row).
  subscript(row: Int, column: Int) -> Double {
    let (counted, stored) = (Int(rows[row]), columns[column])
    let entries = counts.rowOffsets[counted]..<counts.rowOffsets[counted + 1]
    guard let entry = entries.first(where: { counts.columns[$0] == stored }) else { return 0 }
    let others = counts.others(ofRow: counted)
    let isOne = entry < others.lowerBound
    let value = isOne ? 1 : repeatValues[counts.repeatOffsets[counted] + entry - others.lowerBound]
    return value * columnScales[column] / rowDivisors[row]
  }

  /// The rows at `indices`, in that order; an index may come more than once. Complexity: O(entries of the rows).
  public func selecting(rows indices: [Int]) -> ScaledCountMatrix {
    let selected = indices.map { rows[$0] }
    var isChosen = [Bool](repeating: false, count: counts.columnCount)
    for column in columns where column >= 0 { isChosen[Int(column)] = true }
    var stored = 0
    counts.columns.withSpan { columns in
      for row in selected {
        for entry in counts.rowOffsets[Int(row)]..<counts.rowOffsets[Int(row) + 1]
        where isChosen[Int(columns[entry])] { stored += 1 }
      }
    }
    return ScaledCountMatrix(
      counts: counts, rows: selected, columns: columns, frequency: frequency, columnScales: columnScales,
      rowDivisors: indices.map { rowDivisors[$0] }, repeatValues: repeatValues, storedCount: stored)
  }

  /// The elements written out, columns ascending: each is (f x scale) / divisor, in that order.
  ///
  /// Complexity: O(n log n) in the entries of each row.
  public func expanded() -> SparseMatrix {
    var places = [Int32](repeating: -1, count: counts.columnCount)
    for (place, column) in columns.enumerated() where column >= 0 { places[Int(column)] = Int32(place) }
    var offsets = [0]
    var indices: [Int32] = []
    var values: [Double] = []
    offsets.reserveCapacity(rows.count + 1)
    indices.reserveCapacity(storedCount)
    values.reserveCapacity(storedCount)
    withEntries { entryColumns, entryValues in
      for index in rows.indices {
        for (column, value) in elements(ofRow: index, entryColumns, entryValues, places: places) {
          indices.append(column)
          values.append(value)
        }
        offsets.append(values.count)
      }
    }
    return SparseMatrix(columnCount: columnCount, rowOffsets: offsets, columnIndices: indices, values: values)
  }

  private func elements(
    ofRow index: Int, _ entryColumns: Span<Int32>, _ repeats: Span<Double>, places: [Int32]
  ) -> [(column: Int32, value: Double)] {
    let row = Int(rows[index])
    var elements: [(column: Int32, value: Double)] = []
    func add(_ stored: Int32, _ frequency: Double) {
      let column = places[Int(stored)]
      guard column >= 0 else { return }
      elements.append((column, frequency * columnScales[Int(column)] / rowDivisors[index]))
    }
    for entry in counts.ones(ofRow: row) { add(entryColumns[entry], 1) }
    let others = counts.others(ofRow: row)
    for entry in others { add(entryColumns[entry], repeats[counts.repeatOffsets[row] + entry - others.lowerBound]) }
    elements.sort { $0.column < $1.column }
    return elements
  }
}
