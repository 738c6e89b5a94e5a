internal import Reproducibility

/// What the patterns of a block find in each of some texts. Nothing is learnt here.
struct MatchCounts: Sendable {
  let configuration: FeatureBlock
  /// The number of columns that count.
  let countColumns: Int
  /// The number of columns that measure.
  let measureColumns: Int
  /// The number of texts.
  private(set) var rowCount = 0
  /// How often each column's patterns match in each text, at most 65,535 times: a row a text.
  private var counts: [UInt16] = []
  /// The measures of each text: a row a text.
  private var measures: [Double] = []

  /// Looks for all patterns in `texts`.
  ///
  /// Complexity: O(bytes), as `CueScanner.read` has it.
  init(
    _ columns: MatchColumns, of configuration: FeatureBlock, texts: [String], preparation: TextPreparation,
    on parallelism: Parallelism, progress: ProgressHandler? = nil
  ) {
    self.init(columns, of: configuration)
    let stage = StageProgress(stage: "reading \(configuration.name)", total: texts.count, handler: progress)
    let cut = TextPieces(texts, targetBytes: 1 << 18)
    let parts = parallelism.map(count: cut.ranges.count) { piece in
      var part = MatchCounts(columns, of: configuration)
      var scanner = CueScanner(preparation, settlement: columns.settlement)
      columns.engine.withAutomaton { automaton in
        for text in texts[cut.ranges[piece]] {
          scanner.read(preparation.normalized(text).utf8.span, with: &automaton)
          part.append(scanner, under: columns)
        }
      }
      stage.advance(by: cut.ranges[piece].count)
      return part
    }
    counts.reserveCapacity(texts.count * countColumns)
    measures.reserveCapacity(texts.count * measureColumns)
    for part in parts {
      counts += part.counts
      measures += part.measures
      rowCount += part.rowCount
    }
  }

  private init(_ columns: MatchColumns, of configuration: FeatureBlock) {
    self.configuration = configuration
    countColumns = columns.countNames.count
    measureColumns = columns.measureCount
  }

  /// Adds the text that was read last.
  private mutating func append(_ scanner: CueScanner, under columns: MatchColumns) {
    let start = counts.count
    counts.append(contentsOf: repeatElement(0, count: countColumns))
    for match in scanner.matches {
      let place = start + columns.columnOfKey[match.cue]
      if counts[place] < .max { counts[place] += 1 }
    }
    columns.appendMeasures(of: scanner, to: &measures)
    rowCount += 1
  }

  /// How often a column's patterns match in a text.
  @inline(__always)
  func count(row: Int, column: Int) -> Int { Int(counts[row * countColumns + column]) }

  /// A measure of a text.
  @inline(__always)
  func measure(row: Int, _ index: Int) -> Double { measures[row * measureColumns + index] }
}
