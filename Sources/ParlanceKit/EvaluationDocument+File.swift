internal import FoundationEssentials
public import Reproducibility

/// Why a file is no evaluation.
public struct EvaluationFileError: UserFacingError, Hashable {
  /// The file.
  public let path: String
  /// What is wrong with it.
  public let problem: String
  /// What to do about it.
  public let hint: String

  init(
    path: String, problem: String,
    hint: String =
      "give the JSON that parlance evaluate or crossvalidate wrote with --format json, or the table of predict --keep"
  ) {
    self.path = path
    self.problem = problem
    self.hint = hint
  }

  /// `path: problem`, and what to do on a line of its own.
  public var description: String { "\(path): \(problem)\nhint: \(hint)" }
}

extension EvaluationDocument {
  /// Reads the evaluation at `path`, or from the standard input for "-".
  ///
  /// - Throws: `FileError` where it cannot be read, `EvaluationFileError` where it is something else.
  public static func read(_ path: String) throws -> EvaluationDocument {
    try read(try InputFile.contents(of: path), path: path)
  }

  /// Reads an evaluation from memory.
  static func read(_ bytes: [UInt8], path: String) throws -> EvaluationDocument {
    guard !bytes.isEmpty else {
      throw EvaluationFileError(path: path, problem: "is empty (an evaluation was expected)")
    }
    do {
      return try JSONDecoder().decode(EvaluationDocument.self, from: Data(bytes))
    } catch let DecodingError.keyNotFound(key, _) {
      throw EvaluationFileError(path: path, problem: "is not an evaluation: it has no \"\(key.stringValue)\"")
    } catch let DecodingError.dataCorrupted(context) where context.codingPath.isEmpty {
      throw EvaluationFileError(path: path, problem: "is not JSON")
    } catch let error as DecodingError {
      throw EvaluationFileError(path: path, problem: "is not an evaluation of this version: \(Self.place(of: error))")
    }
  }

  private static func place(of error: DecodingError) -> String {
    let context: DecodingError.Context? =
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
        .dataCorrupted(let context):
        context
      @unknown default: nil
      }
    let path = (context?.codingPath ?? []).map(\.stringValue).joined(separator: ".")
    return path.isEmpty ? "it is of another kind" : "\"\(path)\" is not what was expected"
  }
}
