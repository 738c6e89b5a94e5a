public import Evaluation
internal import FoundationEssentials
public import Reproducibility

/// The record of a run: what went in, with what it was made, and what came out.
///
/// Nothing in it depends on when the run was made or how long it took; those stand in a file of their own.
public struct RunManifest: Codable, Sendable, Hashable {
  /// The program, and what of the machine may show in the last digits.
  public struct Tool: Codable, Sendable, Hashable {
    /// The version of Parlance.
    public let version: String
    /// The SHA-256 of the program itself; nil where it cannot be read.
    public let program: ContentDigest?
    /// The Swift compiler that it was built with.
    public let swift: String
    /// The build of OpenBLAS and the processor core.
    public let algebra: String
    /// The processor as the operating system names it.
    public let processor: String
    /// The number of threads; results do not depend on it.
    public let threads: Int
  }

  /// A file that went in.
  public struct Input: Codable, Sendable, Hashable {
    /// The key that names it.
    public let key: String
    /// The path, from the folder of the run.
    public let path: String
    /// Its length.
    public let bytes: Int
    /// Its rows, for the corpus.
    public let rows: Int?
    /// The SHA-256 of its bytes.
    public let sha256: ContentDigest
  }

  /// A file that came out.
  public struct Output: Codable, Sendable, Hashable {
    /// The path in the folder of the run.
    public let path: String
    /// Its length.
    public let bytes: Int
    /// The SHA-256 of its bytes.
    public let sha256: ContentDigest

    /// Describes the bytes of a file.
    public init(path: String, contents: [UInt8]) {
      self.path = path
      bytes = contents.count
      sha256 = ContentDigest(of: contents)
    }
  }

  /// A figure of the cross-validation.
  public struct Figure: Codable, Sendable, Hashable {
    /// Which.
    public let metric: Metric
    /// How much; nil where it is not defined.
    public let value: Double?
  }

  /// What the run is called.
  public let name: String
  /// What is to be reproduced: the digest of the experiment with every default written out, and of its inputs.
  public let identity: ContentDigest
  /// The seed of everything random.
  public let seed: UInt64
  /// With what it was made.
  public let tool: Tool
  /// The files that went in, the corpus first.
  public let inputs: [Input]
  /// The identity of what each stage made.
  public let stages: [StageDigest]
  /// How the fit of the model of all rows ended.
  public let outcome: String
  /// The figures by which runs are told apart.
  public let figures: [Figure]
  /// The files that came out.
  public let outputs: [Output]

  /// The manifest's own file.
  public static let fileName = "manifest.json"

  /// Collects the record of a run.
  public init(
    name: String, identity: ContentDigest, seed: UInt64, tool: Tool, inputs: [Input], outcome: RunOutcome,
    outputs: [Output]
  ) {
    (self.name, self.identity, self.seed, self.tool) = (name, identity, seed, tool)
    (self.inputs, stages, self.outputs) = (inputs, outcome.stages, outputs)
    self.outcome = outcome.model.record.fitReport.outcome.rawValue
    figures = outcome.evaluation.headlineFigures
  }

  /// Reads the manifest of the run in the folder at `folder`.
  ///
  /// - Throws: `FileError`; `ConfigurationError` for what is no manifest.
  public static func read(in folder: String) throws -> RunManifest {
    let path = InputFolder.path(of: fileName, in: folder)
    guard InputFolder.isFolder(folder) else {
      throw ConfigurationError(
        "\(folder) is no folder of a run", hint: "parlance runs lists the runs there are; parlance run makes one")
    }
    let bytes = try InputFile.contents(of: path)
    do {
      return try JSONDecoder().decode(RunManifest.self, from: Data(bytes))
    } catch {
      throw ConfigurationError(
        "\(path) is no manifest of a run, or was changed by hand", hint: "make the run anew with parlance run")
    }
  }

  /// The stage's identity.
  public subscript(stage: RunStage) -> ContentDigest? { stages.first { $0.stage == stage }?.sha256 }
}

extension EvaluationDocument {
  /// The figures by which runs are told apart.
  var headlineFigures: [RunManifest.Figure] {
    [Metric.rocAUC, .averagePrecision, .f1, .macroF1, .accuracy, .mcc, .logLoss, .brier, .eceMass].map {
      RunManifest.Figure(metric: $0, value: result.metrics[$0].value)
    }
  }
}
