import Corpora
import Foundation
import LinearAlgebra
import ParlanceKit
import Reproducibility
import Testing

/// Explanations hold on whatever they are asked to explain.
@Suite("explain adds up")
struct ExplanationSumTests {
  /// Statements made of words of the training data in three languages, of any Unicode, and of both.
  private static func statements(_ count: Int, words: [Substring]) -> [String] {
    var generator = SeededGenerator(seed: 11)
    let marks: [Substring] = [",", ".", "?", "!", "\"", "…", "—", "12", "don't", "\u{301}", "\u{0}", "👩‍👩‍👧", "İ", "ﬁ"]
    func scalar(near page: Int) -> Character {
      Unicode.Scalar(UInt32(256 * page + generator.index(below: 256))).map { Character($0) } ?? "\u{FFFD}"
    }
    return (0..<count).map { _ in
      let kind = generator.index(below: 10)
      // Half of the pages of 256 characters that statements take are among those of living scripts.
      let page = generator.index(below: generator.index(below: 2) == 0 ? 0x1100 : 0x20)
      let parts = (0..<generator.index(below: 16)).map { _ -> String in
        switch kind {
        case 0: String((0..<generator.index(below: 6)).map { _ in scalar(near: page) })
        case 1:
          generator.index(below: 2) == 0
            ? String(scalar(near: page)) : String(words[generator.index(below: words.count)])
        default:
          generator.index(below: 6) == 0
            ? String(marks[generator.index(below: marks.count)]) : String(words[generator.index(below: words.count)])
        }
      }
      return parts.joined(separator: generator.index(below: 9) == 0 ? "" : " ")
    }
  }

  @Test(
    "contributions and the sums of blocks add up to the score on ten thousand random statements",
    arguments: [(["--classes", "escalatory,deescalatory"], 10_000), ([], 3000)])
  func addsUp(classes: [String], count: Int) throws {
    let place = try Workplace()
    let run = try place.parlance(
      [
        "train", Workplace.bundledCorpus, "--model", "m.safetensors", "--features", "words,chars,cues", "--ngrams",
        "1-2", "--char-ngrams", "2-3", "--min-df", "2", "--where", "crisis=border", "--where", "crisis=gas",
        "--tolerance", "1e-4",
      ] + classes)
    #expect(run.status == 0, "\(run.errors)")
    let model = try ModelFile.read(place.path("m.safetensors"))
    guard case .texts(let pipeline) = model.space else { return }
    let corpus = try CorpusReader.read(Workplace.bundledCorpus, options: ReadingOptions(), progress: nil)
    let texts = Self.statements(count, words: corpus.texts.flatMap { $0.split(separator: " ") })
    #expect(texts.contains { $0.contains("мы") } && texts.contains { $0.contains("ու") })
    let parallelism = Parallelism(threadCount: Parallelism.processorCount)
    let outputs = model.logistic.decisionValues(pipeline.transform(texts, on: parallelism), on: parallelism)
    let positive = model.classes.positiveIndex
    let cut = Pieces(itemCount: texts.count, targetLength: 200)
    let largest =
      try parallelism.map(count: cut.count) { piece in
        try cut[piece].reduce(0.0) { largest, row in
          let explanation = try model.explain(texts[row])
          let rival = try #require(model.classes.names.firstIndex(of: explanation.against))
          let logit = outputs.columnCount == 1 ? outputs[row, 0] : outputs[row, positive] - outputs[row, rival]
          let sum = explanation.contributions.reduce(explanation.intercept) { $0 + $1.contribution }
          let blocks = explanation.blocks.reduce(explanation.intercept) { $0 + $1.contribution }
          let length = texts[row].unicodeScalars.count
          let areInside = explanation.contributions.allSatisfy { contribution in
            contribution.ranges.allSatisfy { 0 <= $0.start && $0.start <= $0.end && $0.end <= length }
          }
          #expect(areInside, "\(texts[row].debugDescription)")
          return max(largest, abs(logit - sum), abs(logit - blocks), abs(logit - explanation.logit))
        }
      }.max() ?? 1
    #expect(largest < 1e-12, "\(largest)")
  }
}
