public import Reproducibility

/// Features that have not been fitted: how to take texts apart, and how to learn columns from some of them.
public struct FeaturePipeline: Sendable, Hashable {
  /// The options.
  public let configuration: FeatureConfiguration

  /// Features with checked options.
  public init(_ configuration: ValidatedFeatureConfiguration) {
    self.configuration = configuration.configuration
  }

  /// Takes `texts` apart and counts their n-grams: once for a corpus, before it is cut into folds. Nothing is learnt.
  ///
  /// - Parameters:
  ///   - masks: the names to mask, looked for if `configuration.masks` asks for them.
  ///   - parallelism: how many threads; the result is the same on any number.
  ///   - progress: told how many texts were read.
  /// - Throws: `TextFeaturesError` where there are more than 2³¹ - 1 words, or as many different n-grams.
  ///
  /// Complexity: O(bytes x greatest n-gram length). Memory: 4 bytes for each different n-gram of each text that is kept, and 12
  /// for each different one of the corpus; 8 for each word or character while it works.
  public func analyze(
    _ texts: [String], masks: MaskTerms = MaskTerms(), on parallelism: Parallelism = .serial,
    progress: ProgressHandler? = nil
  ) throws -> AnalyzedTexts {
    try analyze(texts, masks: masks, chunkBytes: nil, on: parallelism, progress: progress)
  }

  /// The same with a choice of what changes memory and time only.
  ///
  /// - Parameters:
  ///   - chunkBytes: about how much text is read at a time; nil to leave it to the amount of text.
  ///   - keepsAll: whether n-grams are kept that are too rare for any fit to choose them.
  package func analyze(
    _ texts: [String], masks: MaskTerms = MaskTerms(), chunkBytes: Int?, keepsAll: Bool = false,
    on parallelism: Parallelism = .serial, progress: ProgressHandler? = nil
  ) throws -> AnalyzedTexts {
    let preparation = TextPreparation(configuration, masks: masks)
    let blocks: [AnalyzedFeatures] = try configuration.blocks.map { block in
      switch block {
      case .ngrams(let block):
        .ngrams(
          try AnalyzedBlock(
            block, texts: texts, preparation: preparation, keepsAll: keepsAll, chunkBytes: chunkBytes, on: parallelism,
            progress: progress))
      case .cues, .lexicon:
        .matches(
          MatchCounts(
            block.knownColumns.columns, of: block, texts: texts, preparation: preparation, on: parallelism,
            progress: progress))
      }
    }
    return AnalyzedTexts(texts: texts, blocks: blocks, preparation: preparation)
  }

  /// Learns columns and their weights from some of the texts: vocabulary, document frequencies, IDF, means and deviations.
  ///
  /// - Parameters:
  ///   - texts: analysed under a configuration that differs from this one in selection and weighting at most.
  ///   - rows: the training rows; a row given twice counts as two texts.
  /// - Throws: `TextFeaturesError` where a block finds no terms, or none remain within min-df and max-df.
  /// - Precondition: rows lie below `texts.count`.
  ///
  /// Complexity: O(entries of the rows + different n-grams of the corpus).
  public func fit(
    _ texts: AnalyzedTexts, rows: [Int], on parallelism: Parallelism = .serial
  ) throws -> FittedPipeline {
    precondition(
      texts.preparation.isSame(as: configuration) && texts.blocks.count == configuration.blocks.count
        && zip(texts.blocks, configuration.blocks).allSatisfy { $0.configuration.countsSame(as: $1) },
      "texts analysed under one configuration were fitted under another")
    for row in rows { precondition(row >= 0 && row < texts.count, "row \(row) of \(texts.count) texts") }
    guard !rows.isEmpty else { throw TextFeaturesError.noRows() }
    let blocks: [FittedFeatures] = try zip(texts.blocks, configuration.blocks).map { analyzed, block in
      switch (analyzed, block) {
      case (.ngrams(let analyzed), .ngrams(let block)):
        .ngrams(try fit(block, to: analyzed, of: texts, rows: rows, on: parallelism))
      case (.matches(let counts), .cues), (.matches(let counts), .lexicon):
        .matches(
          FittedMatches(
            block, length: block.knownColumns.length, columns: block.knownColumns.columns, fittedTo: counts, rows: rows)
        )
      default: preconditionFailure("a block was fitted to the analysis of one of another kind")
      }
    }
    return FittedPipeline(
      configuration: configuration, maskTerms: texts.preparation.masks, documentCount: rows.count, blocks: blocks)
  }

  /// Learns the columns of one block, from the texts themselves where the analysis may lack what can be learnt.
  private func fit(
    _ block: BlockConfiguration, to analyzed: AnalyzedBlock, of texts: AnalyzedTexts, rows: [Int],
    on parallelism: Parallelism
  ) throws -> FittedBlock {
    if analyzed.keepsAll(that: block, canLearnFrom: rows) {
      do {
        return try FittedBlock(block, fittedTo: analyzed, rows: rows, identity: texts.identity, on: parallelism)
      } catch  where analyzed.leastOccurrences == 1 {
        throw error
      } catch {
        // Nothing is left; the message shall say of how many terms, and only the texts know that.
      }
    }
    let anew = try texts.analyzedAnew(block, rows: rows, on: parallelism)
    return try FittedBlock(
      block, fittedTo: anew, rows: Array(rows.indices), identity: AnalysisIdentity(), on: parallelism)
  }

  /// Fits on all of `texts`: `analyze` and `fit` in one.
  public func fit(
    _ texts: [String], masks: MaskTerms = MaskTerms(), on parallelism: Parallelism = .serial
  ) throws -> FittedPipeline {
    let analyzed = try analyze(texts, masks: masks, on: parallelism)
    return try fit(analyzed, rows: Array(texts.indices), on: parallelism)
  }
}

extension BlockConfiguration {
  /// Whether the n-grams counted are the same, whatever is selected and however they are weighted.
  func countsSame(as other: BlockConfiguration) -> Bool {
    analyzer == other.analyzer && ngrams == other.ngrams && stopWords == other.stopWords && stemming == other.stemming
      && hashing == other.hashing
  }
}

extension FeatureBlock {
  /// What the columns of a dense block are made from.
  ///
  /// - Precondition: its patterns are at hand, which validation has seen to.
  fileprivate var knownColumns: (columns: MatchColumns, length: Double) {
    guard let known = matchColumns else { preconditionFailure("block \"\(name)\" was used without its patterns") }
    return known
  }
}
