internal import ArgumentParser
internal import Corpora
internal import ParlanceKit
internal import Reproducibility

/// A corpus with scores: a model and a corpus, or a table of scores with or without the corpus.
struct ScoredCorpusOptions: ParsableArguments {
  @Argument(help: "A model, or a table of scores.")
  var scores: String

  @Argument(help: "The corpus; - for the standard input. Not needed for scores with the corpus's columns beside them.")
  var corpus: String?

  /// The scored corpus.
  ///
  /// - Parameter command: the command it is for, as hints show it.
  func read(
    _ columns: CorpusOptions, for command: String, run: RunOptions, progress: ProgressHandler?
  ) throws -> ScoredCorpus {
    let isModel = scores.hasSuffix(".safetensors")
    guard let corpus else {
      guard !isModel else {
        throw ConfigurationError(
          "\(scores) is a model, and no corpus is named", hint: "parlance \(command) MODEL CORPUS")
      }
      var reading = try columns.reading(requiring: [])
      reading.requiresTexts = false
      return try ScoredCorpus(
        kept: try CorpusReader.read(scores, options: reading, on: run.parallelism, progress: progress))
    }
    var reading = try columns.reading(requiring: isModel ? [.text] : [])
    reading.requiresTexts = isModel
    let dataset = try Dataset(path: corpus, options: reading, on: run.parallelism, progress: progress)
    return isModel
      ? try ScoredCorpus(dataset, model: try ModelFile.read(scores), path: scores, on: run.parallelism)
      : try ScoredCorpus(dataset, scores: try ScoreFile(path: scores, on: run.parallelism))
  }
}
