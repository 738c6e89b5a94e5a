import ArgumentParser
import ParlanceKit

/// How fast texts are read, taken apart into words, and searched for cues.
struct TextRates {
  /// The least seconds to add up all bytes.
  let reading: Double
  /// The least seconds to take the texts apart into words and count these.
  let tokenising: Double
  /// Bytes of text a second and thread in which the bundled English cues and the measures of the surface are found.
  let cueRate: Double

  init(_ dataset: Dataset, on parallelism: Parallelism) throws {
    guard case .statements(let corpus) = dataset.content else {
      throw ValidationError("\(dataset.source.name) holds no statements")
    }
    let texts = corpus.texts
    var total = 0
    reading = Stopwatch.leastSeconds(in: Stopwatch.usualRuns) { total = Self.sum(of: texts, on: parallelism) }
    precondition(total > 0, "the texts are empty")
    tokenising = try Self.leastSeconds(toAnalyze: texts, [.ngrams(.words)], on: parallelism)
    let seconds = try Self.leastSeconds(
      toAnalyze: texts, [.cues(CueConfiguration(try CueFile.bundledEnglish()))], on: parallelism)
    cueRate = Double(texts.reduce(0) { $0 + $1.utf8.count }) / seconds / Double(parallelism.threadCount)
  }

  private static func leastSeconds(
    toAnalyze texts: [String], _ blocks: [FeatureBlock], on parallelism: Parallelism
  ) throws -> Double {
    let pipeline = FeaturePipeline(try FeatureConfiguration(blocks: blocks).validated())
    var found = 0
    let seconds = Stopwatch.leastSeconds(in: Stopwatch.usualRuns) {
      found = (try? pipeline.analyze(texts, on: parallelism))?.count ?? 0
    }
    guard found == texts.count else { throw ValidationError("the texts could not be taken apart") }
    return seconds
  }

  private static func sum(of texts: [String], on parallelism: Parallelism) -> Int {
    let pieces = Pieces(itemCount: texts.count, targetLength: 4096)
    return parallelism.map(count: pieces.count) { piece in
      var total = 0
      for text in texts[pieces[piece]] {
        let bytes = text.utf8.span
        for index in bytes.indices { total &+= Int(bytes[index]) }
      }
      return total
    }.reduce(0, +)
  }
}
