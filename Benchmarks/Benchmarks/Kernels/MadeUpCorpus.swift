import ParlanceKit

/// Statements of made-up words, frequent ones often and rare ones seldom, whose choice hangs together with the label.
struct MadeUpCorpus {
  let texts: [String]
  let labels: [Int]

  /// As the bytes of a CSV file.
  let csv: [UInt8]

  init(rows: Int) throws {
    var generator = SeededGenerator(seed: SeededGenerator.defaultSeed)
    let words = Self.words(count: 8_000, from: &generator)
    var (texts, labels): ([String], [Int]) = ([], [])
    for _ in 0..<rows {
      let label = generator.index(below: 2)
      let length = 8 + generator.index(below: 30)
      let chosen = (0..<length).map { _ in
        words[generator.index(below: 1 + generator.index(below: words.count - 60)) + 60 * label]
      }
      texts.append(chosen.joined(separator: " "))
      labels.append(label)
    }
    var writer = try CorpusWriter(format: .csv, columnNames: ["id", "text", "label"])
    for row in 0..<rows { writer.append([.integer(row), .string(texts[row]), .integer(labels[row])]) }
    csv = writer.takeBytes()
    self.texts = texts
    self.labels = labels
  }

  private static func words(count: Int, from generator: inout SeededGenerator) -> [String] {
    let (consonants, vowels) = (Array("bdfgklmnprstvz"), Array("aeiou"))
    return (0..<count).map { _ in
      String(
        (0..<(2 + generator.index(below: 3))).flatMap { _ in
          [consonants[generator.index(below: consonants.count)], vowels[generator.index(below: vowels.count)]]
        })
    }
  }
}

/// The corpus vectorised, which matrices and fits start from.
struct VectorisedCorpus {
  let labels: [Int]
  let pipeline: FeaturePipeline
  let analyzed: AnalyzedTexts
  let matrix: DesignMatrix
  let fitted: FittedPipeline

  init(_ corpus: MadeUpCorpus) throws {
    labels = corpus.labels
    pipeline = FeaturePipeline(try Self.configuration(ngrams: NgramRange(1, 2)).validated())
    analyzed = try pipeline.analyze(corpus.texts)
    let rows = Array(corpus.texts.indices)
    fitted = try pipeline.fit(analyzed, rows: rows)
    matrix = fitted.transform(analyzed, rows: rows)
  }

  static func configuration(ngrams: NgramRange) -> FeatureConfiguration {
    FeatureConfiguration(blocks: [BlockConfiguration(ngrams: ngrams, minimumDocuments: .count(2))])
  }
}
