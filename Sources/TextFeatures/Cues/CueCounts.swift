internal import Reproducibility

/// What cues and surface are in each of some texts. Nothing is learnt here.
struct CueCounts: Sendable {
  let configuration: CueConfiguration
  /// The number of cues.
  let cueCount: Int
  /// How often each cue shows in each text, at most 65,535 times: a row a text.
  private var counts: [UInt16] = []
  /// The measures of each text: a row a text.
  private var measures: [Double] = []

  private static let measureCount = SurfaceMeasure.allCases.count

  /// The number of texts.
  var rowCount: Int { measures.count / Self.measureCount }
  /// The number of columns.
  var columnCount: Int { cueCount + Self.measureCount }

  /// Finds all cues in `texts`.
  ///
  /// - Precondition: the configuration's cues are at hand.
  /// Complexity: O(bytes), as `CueScanner.read` has it.
  init(
    _ configuration: CueConfiguration, texts: [String], preparation: TextPreparation, on parallelism: Parallelism,
    progress: ProgressHandler? = nil
  ) {
    guard let cues = configuration.cues else { preconditionFailure("cues were looked for that are not at hand") }
    self.init(configuration, cueCount: cues.cues.count)
    let stage = StageProgress(stage: "reading \(configuration.name)", total: texts.count, handler: progress)
    let cut = TextPieces(texts, targetBytes: 1 << 18)
    let parts = parallelism.map(count: cut.ranges.count) { piece in
      var part = CueCounts(configuration, cueCount: cues.cues.count)
      var scanner = CueScanner(preparation)
      cues.engine.withAutomaton { automaton in
        for text in texts[cut.ranges[piece]] {
          scanner.read(preparation.normalized(text).utf8.span, with: &automaton)
          part.append(scanner)
        }
      }
      stage.advance(by: cut.ranges[piece].count)
      return part
    }
    counts.reserveCapacity(texts.count * cueCount)
    measures.reserveCapacity(texts.count * Self.measureCount)
    for part in parts {
      counts += part.counts
      measures += part.measures
    }
  }

  private init(_ configuration: CueConfiguration, cueCount: Int) {
    self.configuration = configuration
    self.cueCount = cueCount
  }

  /// Adds the text that was read last.
  private mutating func append(_ scanner: CueScanner) {
    let start = counts.count
    counts.append(contentsOf: repeatElement(0, count: cueCount))
    for match in scanner.matches where counts[start + match.cue] < .max { counts[start + match.cue] += 1 }
    for measure in SurfaceMeasure.allCases { measures.append(measure.value(scanner.surface)) }
  }

  /// How often a cue shows in a text.
  @inline(__always)
  func count(row: Int, cue: Int) -> Int { Int(counts[row * cueCount + cue]) }

  /// A measure of a text.
  @inline(__always)
  func measure(row: Int, _ index: Int) -> Double { measures[row * Self.measureCount + index] }
}
