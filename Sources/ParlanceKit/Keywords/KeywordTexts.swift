internal import Corpora
internal import LinearAlgebra
internal import Reproducibility
internal import Statistics
internal import TextFeatures

/// The terms of a corpus and how often each row has them.
struct KeywordTexts {
  let pipeline: FittedPipeline
  let tally: TermTally

  /// - Throws: `TextFeaturesError` where there are no words at all, or the lengths of terms cannot be.
  init(
    _ texts: [String], ngrams: NgramRange, on parallelism: Parallelism, progress: ProgressHandler?
  ) throws {
    let block = BlockConfiguration(ngrams: ngrams, idf: .none, norm: .none)
    let features = FeaturePipeline(try FeatureConfiguration(blocks: [block]).validated())
    let analyzed = try features.analyze(texts, on: parallelism, progress: progress)
    let rows = Array(texts.indices)
    pipeline = try features.fit(analyzed, rows: rows, on: parallelism)
    tally = Self.tally(pipeline.transform(analyzed, rows: rows, on: parallelism))
  }

  /// How often each term occurs in other texts.
  func counts(in texts: [String], on parallelism: Parallelism) -> [Int] {
    Self.tally(pipeline.transform(texts, on: parallelism)).totals
  }

  func name(ofTerm term: Int) -> String { pipeline.schema.name(of: term) }

  private static func tally(_ matrix: DesignMatrix) -> TermTally {
    guard case .sparse(let counts) = matrix.expanded().blocks[0] else {
      preconditionFailure("a block of words has no counts")
    }
    return TermTally(
      termCount: counts.columnCount, rowOffsets: counts.rowOffsets, terms: counts.columnIndices, counts: counts.values)
  }
}
