/// Patterns that can be looked for and stored.
protocol MatchedPatterns: CountedPatterns {
  /// The columns that they make.
  var columns: MatchColumns { get }

  /// The patterns as a file without comments, which `init(restoring:source:)` reads.
  func stored() throws -> [UInt8]

  /// - Throws: `TextFeaturesError` where the bytes hold no such patterns.
  init(restoring bytes: [UInt8], source: String) throws
}

/// How matches of patterns become dense columns: some of counts, then some of measures.
struct MatchColumns: Sendable {
  /// What is measured beside counts.
  enum Measures: Sendable {
    case none
    /// Every `SurfaceMeasure`.
    case surface
    /// The sum of the weights of what matches, a word; with the weight of each key.
    case meanWeight([Double])
  }

  let engine: CueEngine
  let settlement: MatchSettlement
  /// For each key of the network the column that its matches count in.
  let columnOfKey: [Int]
  /// The names of the columns that count.
  let countNames: [String]
  let measures: Measures

  /// The names of all columns.
  var names: [String] { countNames + measureNames }

  /// The number of columns that measure.
  var measureCount: Int { measureNames.count }

  private var measureNames: [String] {
    switch measures {
    case .none: []
    case .surface: SurfaceMeasure.allCases.map { "surface:\($0.rawValue)" }
    case .meanWeight: ["weight:mean"]
    }
  }

  /// Whether matches are the parts of a measure, the first one.
  var measuresMatches: Bool {
    if case .meanWeight = measures { true } else { false }
  }

  /// Adds the measures of the text that was read last.
  func appendMeasures(of scanner: CueScanner, to values: inout [Double]) {
    switch measures {
    case .none: break
    case .surface: for measure in SurfaceMeasure.allCases { values.append(measure.value(scanner.surface)) }
    case .meanWeight(let weights):
      let sum = scanner.matches.reduce(0) { $0 + weights[$1.cue] }
      values.append(scanner.surface.words == 0 ? 0 : sum / Double(scanner.surface.words))
    }
  }
}
