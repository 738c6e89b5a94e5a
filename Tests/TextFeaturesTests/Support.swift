import LinearAlgebra
import Reproducibility
import Testing
import TextFeatures

/// Texts drawn at random: words of several scripts, so frequent that n-grams repeat, in sentences of 0 to 30.
func randomTexts(_ count: Int, seed: UInt64 = 1) -> [String] {
  let stems = [
    "peace", "war", "мир", "война", "խաղաղություն", "ΕΙΡΗΝΗ", "和平", "a", "of", "İs", "don't", "١٢", "x_1", "Straße",
  ]
  var generator = SeededGenerator(seed: seed)
  return (0..<count).map { _ in
    (0..<generator.index(below: 31)).map { _ in
      let stem = stems[generator.index(below: stems.count)]
      return generator.index(below: 3) == 0 ? "\(stem)\(generator.index(below: 50))" : stem
    }.joined(separator: [" ", ", ", "  ", "\n"][generator.index(below: 4)])
  }
}

/// Blocks of every kind that counts n-grams.
let everyKindOfBlock = [
  BlockConfiguration(name: "words", ngrams: NgramRange(1, 3), minimumDocuments: .count(2), sublinearTF: true),
  BlockConfiguration(name: "stems", stopWords: ["of"], stemming: "english", idf: .unsmoothed, norm: .l1),
  BlockConfiguration(
    name: "inside", analyzer: .charWithinWords, ngrams: NgramRange(2, 4), maximumDocuments: .proportion(0.5)),
  BlockConfiguration(name: "long", analyzer: .charWithinWords, ngrams: NgramRange(6, 7), maximumFeatures: 40),
  BlockConfiguration(name: "chars", analyzer: .char, ngrams: NgramRange(1, 2), idf: .none, norm: .none),
  BlockConfiguration(name: "hashed", ngrams: NgramRange(1, 2), hashing: .init(columnCount: 32)),
  BlockConfiguration(name: "fixed", vocabulary: ["war", "мир", "zebra"]),
]

/// A pipeline over these blocks.
func pipeline(
  _ blocks: [BlockConfiguration], lowercase: Bool = true, normalForm: FeatureConfiguration.NormalForm = .none,
  masks: [FeatureConfiguration.Mask] = []
) throws -> FeaturePipeline {
  let configuration = FeatureConfiguration(lowercase: lowercase, normalForm: normalForm, masks: masks, blocks: blocks)
  return FeaturePipeline(try configuration.validated())
}

/// The names of a pipeline's columns.
func names(_ fitted: FittedPipeline) -> [String] { (0..<fitted.columnCount).map { fitted.schema.name(of: $0) } }

/// All rows of a matrix, its blocks side by side, written out.
func dense(_ matrix: DesignMatrix) -> [[Double]] {
  (0..<matrix.rowCount).map { row in
    matrix.blocks.flatMap { block in
      switch block {
      case .sparse(let sparse): Array(sparse.selecting(rows: [row]).dense().elements)
      case .counts(let counts): Array(counts.selecting(rows: [row]).expanded().dense().elements)
      case .dense(let dense): Array(dense.row(row))
      }
    }
  }
}
