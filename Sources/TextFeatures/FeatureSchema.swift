/// What the columns of a design matrix are.
public struct FeatureSchema: Sendable {
  /// A block of columns.
  public struct Block: Sendable, Hashable {
    /// What the block is called in its configuration.
    public let name: String
    /// Its columns.
    public let columns: Range<Int>
    /// Whether columns are found by hash, so that several terms may share one.
    public let isHashed: Bool
  }

  /// The blocks from left to right.
  public let blocks: [Block]
  /// The number of columns.
  public var columnCount: Int { blocks.last?.columns.upperBound ?? 0 }

  private let fitted: [FittedFeatures]

  init(_ fitted: [FittedFeatures]) {
    self.fitted = fitted
    var next = 0
    blocks = fitted.map { block in
      defer { next += block.columnCount }
      return Block(
        name: block.name, columns: next..<(next + block.columnCount), isHashed: block.isHashed)
    }
  }

  /// The block that a column is in, by its place in `blocks`.
  ///
  /// - Precondition: the column is one of the `columnCount`.
  public func blockIndex(of column: Int) -> Int {
    for (index, block) in blocks.enumerated() where block.columns.contains(column) { return index }
    preconditionFailure("column \(column) of \(columnCount)")
  }

  /// The name of a column: its term; `cue:`, `lexicon:`, `surface:` or `weight:` and what it measures; for a hashed one `#` and
  /// its number in the block, with the terms remembered for it: `#77210 peace|talks`.
  public func name(of column: Int) -> String {
    let block = blockIndex(of: column)
    guard blocks[block].isHashed else { return terms(of: column).first ?? "" }
    let terms = terms(of: column)
    let number = "#\(column - blocks[block].columns.lowerBound)"
    return terms.isEmpty ? number : "\(number) \(terms.joined(separator: "|"))"
  }

  /// The terms of a column: one, or for a hashed column the most frequent ones of the training texts, none if it was not met
  /// there. Complexity: O(log terms).
  public func terms(of column: Int) -> [String] {
    let index = blockIndex(of: column)
    let local = column - blocks[index].columns.lowerBound
    switch fitted[index] {
    case .ngrams(let block): return terms(of: local, in: block)
    case .matches(let block): return [block.columnNames[local]]
    }
  }

  private func terms(of local: Int, in block: FittedBlock) -> [String] {
    guard block.configuration.hashing != nil else { return [block.terms.text(at: local)] }
    var low = 0
    var high = block.termColumns.count
    while low < high {
      let middle = (low + high) / 2
      if Int(block.termColumns[middle]) < local { low = middle + 1 } else { high = middle }
    }
    var terms: [String] = []
    while low < block.termColumns.count, Int(block.termColumns[low]) == local {
      terms.append(block.terms.text(at: low))
      low += 1
    }
    return terms
  }
}
