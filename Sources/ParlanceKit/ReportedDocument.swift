internal import Corpora
internal import Reproducibility

/// What a report can be made of.
public enum ReportedDocument: Sendable {
  /// The JSON of `evaluate` or `crossvalidate`.
  case evaluation(EvaluationDocument)
  /// The table of `predict`.
  case predictions(PredictionDocument)

  /// Reads the file at `path`, or the standard input for "-", and tells what it is by its first line; of the folder of a run its
  /// cross-validation.
  ///
  /// - Throws: `FileError`; `EvaluationFileError`, `CorpusError` or `ConfigurationError` where it is neither.
  public static func read(_ path: String) throws -> ReportedDocument {
    if InputFolder.isFolder(path) {
      _ = try RunManifest.read(in: path)
      return .evaluation(
        try EvaluationDocument.read(InputFolder.path(of: RecordedRun.FileName.evaluation, in: path)))
    }
    let bytes = try StoredBytes.contents(of: path)
    return isTable(bytes)
      ? .predictions(try PredictionDocument.read(bytes, name: path))
      : .evaluation(try EvaluationDocument.read(bytes, path: path))
  }

  /// Whether the first line is the header of a table of probabilities, or a JSON object with a row of them.
  private static func isTable(_ bytes: [UInt8]) -> Bool {
    let line = String(decoding: bytes.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
    if line.hasPrefix("{") { return line.hasPrefix("{\"id\":") && line.contains("\"probability\":") }
    return line.contains("probability")
  }
}
