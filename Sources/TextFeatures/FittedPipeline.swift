public import LinearAlgebra
public import Reproducibility

/// Features that were learnt from training texts: they turn any texts into rows of a design matrix.
public struct FittedPipeline: Sendable {
  /// The options.
  public let configuration: FeatureConfiguration
  /// The names that are masked.
  public let maskTerms: MaskTerms
  /// The number of training texts.
  public let documentCount: Int
  /// What the columns are.
  public let schema: FeatureSchema

  let blocks: [FittedFeatures]
  let preparation: TextPreparation

  init(configuration: FeatureConfiguration, maskTerms: MaskTerms, documentCount: Int, blocks: [FittedFeatures]) {
    self.configuration = configuration
    self.maskTerms = maskTerms
    self.documentCount = documentCount
    self.blocks = blocks
    schema = FeatureSchema(blocks)
    preparation = TextPreparation(configuration, masks: maskTerms)
  }

  /// The number of columns.
  public var columnCount: Int { schema.columnCount }

  /// The values of rows of a corpus that was analysed, by this pipeline's analysis or another under the same options: a
  /// block of scaled counts or measures for each block, rows in the order given, columns in scikit-learn's order.
  ///
  /// - Precondition: the options that say what is counted are the same, rows lie below `texts.count`.
  /// Complexity: O(entries of the rows + different n-grams of the corpus).
  public func transform(
    _ texts: AnalyzedTexts, rows: [Int], on parallelism: Parallelism = .serial
  ) -> DesignMatrix {
    precondition(
      texts.preparation.isSame(as: configuration) && texts.preparation.masks == maskTerms
        && texts.blocks.count == blocks.count
        && zip(texts.blocks, blocks).allSatisfy { $0.configuration.countsSame(as: $1.configuration) },
      "texts analysed under one configuration were transformed under another")
    for row in rows { precondition(row >= 0 && row < texts.count, "row \(row) of \(texts.count) texts") }
    return DesignMatrix(
      blocks: zip(blocks, texts.blocks).map { block, analyzed in
        switch (block, analyzed) {
        case (.matches(let block), .matches(let counts)):
          return .dense(block.transform(counts, rows: rows, on: parallelism))
        case (.ngrams(let block), .ngrams(let analyzed)):
          guard let matrix = block.transform(analyzed, rows: rows, identity: texts.identity, on: parallelism) else {
            let chosen = rows.map { texts.texts[$0] }
            return .sparse(block.transform(chosen, preparation: preparation, on: parallelism))
          }
          return .counts(matrix)
        default: preconditionFailure("a block was asked for the values of one of another kind")
        }
      })
  }

  /// The values of new texts, a row a text: the same bit for bit as those of the same texts analysed.
  ///
  /// Terms that were not learnt count for nothing; a text without any that was has a row of zeros.
  /// Complexity: O(bytes x greatest n-gram length).
  public func transform(_ texts: [String], on parallelism: Parallelism = .serial) -> DesignMatrix {
    DesignMatrix(
      blocks: blocks.map { block in
        switch block {
        case .ngrams(let block): .sparse(block.transform(texts, preparation: preparation, on: parallelism))
        case .matches(let block): .dense(block.transform(texts, preparation: preparation, on: parallelism))
        }
      })
  }
}
