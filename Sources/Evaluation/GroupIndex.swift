/// The distinct values of a column, in the order of their code points, and the rows of each.
///
/// Values are told apart by their UTF-8 bytes, as other programs do: Swift's `String` takes canonically equivalent texts for
/// equal and orders them otherwise. The order of UTF-8 bytes is that of code points.
public struct GroupIndex: Sendable, Hashable {
  /// The distinct values, ascending.
  public let names: [String]
  /// The rows of each value, ascending.
  public let rows: [[Int]]
  /// The number of each row's value, in `0 ..< names.count`.
  public let numbers: [Int]

  /// Indexes `values`. Complexity: O(n + g log g) for g distinct values.
  public init(_ values: [String]) {
    var numbersByBytes: [[UInt8]: Int] = [:]
    var rowsFound: [[Int]] = []
    for (row, value) in values.enumerated() {
      let bytes = Array(value.utf8)
      if let number = numbersByBytes[bytes] {
        rowsFound[number].append(row)
      } else {
        numbersByBytes[bytes] = rowsFound.count
        rowsFound.append([row])
      }
    }
    rows = rowsFound.sorted { values[$0[0]].utf8.lexicographicallyPrecedes(values[$1[0]].utf8) }
    names = rows.map { values[$0[0]] }
    var numbers = [Int](repeating: 0, count: values.count)
    for (number, members) in rows.enumerated() {
      for row in members { numbers[row] = number }
    }
    self.numbers = numbers
  }
}
