internal import Evaluation
public import Reproducibility

/// Whether a run, made again, gives the same.
public struct RunVerification: Encodable, Sendable, Hashable {
  /// How near the two are.
  public enum Verdict: String, Encodable, Sendable, Hashable {
    /// Every stage has the same bits.
    case identical
    /// Scores and figures differ by no more than rounding does on another processor.
    case withinTolerance = "within tolerance"
    /// They differ.
    case drift
  }

  /// One stage of both.
  public struct Stage: Encodable, Sendable, Hashable {
    /// The stage.
    public let stage: RunStage
    /// Whether both made the same.
    public let isSame: Bool
    /// What the run recorded.
    public let recorded: ContentDigest?
    /// What it gives now.
    public let now: ContentDigest?
    /// The largest difference, where it can be measured.
    public let largestDifference: Double?
  }

  /// The folder of the run.
  public let run: String
  /// How near they are.
  public let verdict: Verdict
  /// The first stage that differs; nil for none.
  public let firstDifference: RunStage?
  /// All stages, in order.
  public let stages: [Stage]
  /// How far scores and figures may differ to be within tolerance.
  public let tolerance: Double
  /// What else differs between then and now, in sentences.
  public let notes: [String]

  /// Differences up to this are rounding: sums in another order, another processor's multiply-and-add.
  public static let usualTolerance = 1e-9

  /// Compares what a run recorded with what it gives now.
  ///
  /// - Parameters:
  ///   - recorded: the record, and the scores and figures beside it.
  ///   - tool: what the run is made again with.
  public init(
    _ recorded: RecordedRun, with outcome: RunOutcome, tool: RunManifest.Tool, tolerance: Double = usualTolerance
  ) {
    let manifest = recorded.manifest
    let differences = RunDifferences(recorded, outcome)
    stages = RunStage.allCases.map { stage in
      let now = outcome.stages.first { $0.stage == stage }?.sha256
      let isSame = manifest[stage] == now
      return Stage(
        stage: stage, isSame: isSame, recorded: manifest[stage], now: now,
        largestDifference: isSame ? 0 : differences[stage])
    }
    run = recorded.folder
    self.tolerance = tolerance
    firstDifference = stages.first { !$0.isSame }?.stage
    let isClose = stages.allSatisfy { stage in
      switch stage.stage {
      case .input, .tokens, .split, .vocabulary: stage.isSame
      // What matters of these is what comes of them.
      case .matrix, .weights: true
      case .predictions, .metrics: (stage.largestDifference ?? .infinity) <= tolerance
      }
    }
    verdict = firstDifference == nil ? .identical : isClose ? .withinTolerance : .drift
    notes = Self.notes(manifest.tool, tool)
  }

  /// What is said of a run whose input is another file now; nothing is made again.
  public init(_ recorded: RecordedRun, changedInput: String, tolerance: Double = usualTolerance) {
    run = recorded.folder
    self.tolerance = tolerance
    (verdict, firstDifference) = (.drift, .input)
    stages = [
      Stage(stage: .input, isSame: false, recorded: recorded.manifest[.input], now: nil, largestDifference: nil)
    ]
    notes = [changedInput]
  }

  private static func notes(_ then: RunManifest.Tool, _ now: RunManifest.Tool) -> [String] {
    var notes = zip(then.described, now.described).filter { $0.value != $1.value }.map { before, after in
      "\(before.name) was \(before.value), and is \(after.value)"
    }
    if notes.isEmpty, then.program != now.program { notes.append("the program was built anew since") }
    return notes
  }
}

/// A run as its folder tells it.
public struct RecordedRun: Sendable {
  /// The folder.
  public let folder: String
  /// The record.
  public let manifest: RunManifest
  let evaluation: EvaluationDocument
  let model: TrainedModel
  let scores: PredictionTable

  /// The names of the files that are read again.
  public enum FileName {
    /// The experiment with every default written out.
    public static let experiment = "experiment.yaml"
    /// The cross-validation.
    public static let evaluation = "evaluation.json"
    /// The model of all rows.
    public static let model = "model.safetensors"
    /// What each row was given by a model that had not seen it, with the corpus's columns.
    public static let predictions = "predictions.csv"
    /// When the run was made and how long its parts took.
    public static let timings = "timings.json"
  }

  /// What to say of the first input whose bytes are others now; nil where all are the same.
  ///
  /// - Throws: `ConfigurationError` for an input that is not there.
  public func changedInput() throws -> String? {
    for input in manifest.inputs {
      let path = InputFolder.joined(input.path, to: folder)
      guard InputFile.exists(path) else {
        throw ConfigurationError(
          "\(path) is not there, which the run read as its \(input.key) (\(input.bytes) bytes, SHA-256 \(input.sha256.short))",
          hint: "put it back where it was")
      }
      let now = try InputFile.digest(of: path)
      if now != input.sha256 {
        return "\(path), the \(input.key), has SHA-256 \(now.short) now, and had \(input.sha256.short)"
      }
    }
    return nil
  }

  /// Reads the run in the folder at `folder`, and checks that no file of it was changed since.
  ///
  /// - Throws: `FileError`; `ConfigurationError` with the file that is missing or was changed.
  public init(folder: String) throws {
    self.folder = folder
    manifest = try RunManifest.read(in: folder)
    for output in manifest.outputs {
      let path = InputFolder.path(of: output.path, in: folder)
      let contents = try InputFile.contents(of: path)
      guard contents.count == output.bytes, ContentDigest(of: contents) == output.sha256 else {
        throw ConfigurationError(
          "\(path) was changed after the run (\(contents.count) bytes, \(output.bytes) were written)",
          hint: "nothing in the folder of a run may be edited: make the run anew with parlance run")
      }
    }
    evaluation = try EvaluationDocument.read(InputFolder.path(of: FileName.evaluation, in: folder))
    model = try ModelFile.read(InputFolder.path(of: FileName.model, in: folder))
    scores = try PredictionTable(path: InputFolder.path(of: FileName.predictions, in: folder))
  }
}
