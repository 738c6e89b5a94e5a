internal import Classifiers
internal import FoundationEssentials
internal import LinearAlgebra
public import Reproducibility
internal import TextFeatures

/// Why a model file cannot be used.
public struct ModelFileError: UserFacingError, Hashable {
  /// The file.
  public let path: String
  /// What is wrong with it.
  public let problem: String
  /// What to do.
  public let hint: String

  /// `path: problem`, and the hint on a line of its own.
  public var description: String { "\(path): \(problem)\nhint: \(hint)" }
}

/// The model file: one safetensors archive. docs/model-file.md describes it.
public enum ModelFile {
  static let format = "parlance-model"
  static let version = "1"

  /// The bytes of the file for `model`: the same for the same model.
  ///
  /// - Throws: where a record cannot be encoded, which is a fault of the program.
  public static func bytes(of model: TrainedModel) throws -> [UInt8] {
    var tensors: [Tensor] = []
    var metadata = [
      "format": format,
      "formatVersion": version,
      "model": try JSONValue(encoding: model.record).text(),
      "probes": try JSONValue(encoding: model.probes).text(),
    ]
    switch model.space {
    case .texts(let pipeline):
      let state = pipeline.state
      tensors += state.tensors
      metadata["features"] = try JSONValue(encoding: FittedFacts(state)).text()
    case .numbers(let columnCount):
      metadata["columnCount"] = String(columnCount)
    }
    let coefficients = model.logistic.coefficients
    tensors.append(
      Tensor(
        name: "coefficients", numbers: coefficients.elements, shape: [coefficients.rowCount, coefficients.columnCount]))
    tensors.append(Tensor(name: "intercepts", numbers: model.logistic.intercepts))
    return TensorArchive(metadata: metadata, tensors: tensors).serialized()
  }

  /// Writes `model` to `path`, whole or not at all.
  ///
  /// - Throws: `FileError`.
  public static func write(_ model: TrainedModel, to path: String, replacing: Bool) throws {
    try OutputFile.write(try bytes(of: model), to: path, replacing: replacing)
  }

  /// Reads the model at `path`.
  ///
  /// - Throws: `FileError` where it cannot be read, `ModelFileError` where it is cut short, contradicts itself, is of another kind
  ///   or of a version this program does not know.
  public static func read(_ path: String) throws -> TrainedModel {
    let bytes = try InputFile.contents(of: path)
    do {
      return try model(in: try TensorArchive(parsing: bytes))
    } catch let error as TensorArchiveError {
      throw ModelFileError(
        path: path, problem: error.problem, hint: "give a file that parlance train wrote, or train anew")
    } catch let error as Flaw {
      throw ModelFileError(path: path, problem: error.problem, hint: error.hint)
    } catch let error as TextFeaturesError {
      throw ModelFileError(path: path, problem: "is damaged: \(error.problem)", hint: Flaw.trainAnew)
    }
  }

  /// Something in an archive that a model file would not have.
  struct Flaw: Error {
    static let trainAnew = "the file is damaged; copy it again or train anew"
    let problem: String
    let hint: String

    init(_ problem: String, hint: String = Flaw.trainAnew) {
      self.problem = problem
      self.hint = hint
    }
  }

  private static func model(in archive: TensorArchive) throws -> TrainedModel {
    guard archive.metadata["format"] == format else {
      throw Flaw("is a safetensors file, but not a model of parlance", hint: "give a file that parlance train wrote")
    }
    let fileVersion = archive.metadata["formatVersion"] ?? "(none)"
    guard fileVersion == version else {
      throw Flaw(
        "is a model file of version \(fileVersion), and this program (\(ProgramVersion.current)) reads version \(version)",
        hint: "use a newer parlance, or train the model anew")
    }
    let record = try decode(ModelRecord.self, "model", in: archive)
    guard record.classes.count >= 2, record.classes.names.indices.contains(record.classes.positiveIndex) else {
      throw Flaw("is damaged: it names \(record.classes.count) classes")
    }
    if let calibration = record.calibration, record.classes.count != 2 || !calibration.map.isSound {
      throw Flaw("is damaged: its calibration is not that of a model of two classes")
    }
    let space = try space(in: archive, configuration: record.configuration.features)
    return TrainedModel(
      space: space, logistic: try logistic(in: archive, classes: record.classes, featureCount: space.featureCount),
      record: record, probes: try decode([TrainedModel.Probe].self, "probes", in: archive))
  }

  private static func space(
    in archive: TensorArchive, configuration: FeatureConfiguration
  ) throws -> FeatureSpace {
    if let text = archive.metadata["columnCount"] {
      guard let count = Int(text), count >= 0 else { throw Flaw("is damaged: it has \"\(text)\" columns") }
      return .numbers(columnCount: count)
    }
    let facts = try decode(FittedFacts.self, "features", in: archive)
    return .texts(try FittedPipeline(restoring: try FittedState(configuration, facts: facts, in: archive)))
  }

  private static func logistic(
    in archive: TensorArchive, classes: ClassNames, featureCount: Int
  ) throws -> LogisticModel {
    let rows = classes.count == 2 ? 1 : classes.count
    guard let weights = archive.tensor(named: "coefficients"), let elements = weights.numbers,
      let intercepts = archive.tensor(named: "intercepts")?.numbers
    else { throw Flaw("is damaged: its weights are missing") }
    guard weights.shape == [rows, featureCount], intercepts.count == rows else {
      throw Flaw(
        "contradicts itself: weights of shape \(weights.shape) for \(classes.count) classes and \(featureCount) features"
      )
    }
    guard elements.allSatisfy(\.isFinite), intercepts.allSatisfy(\.isFinite) else {
      throw Flaw("is damaged: some of its weights are not numbers")
    }
    return LogisticModel(
      classCount: classes.count,
      coefficients: DenseMatrix(rowCount: rows, columnCount: featureCount, elements: elements), intercepts: intercepts)
  }

  private static func decode<Value: Decodable>(
    _ type: Value.Type, _ key: String, in archive: TensorArchive
  ) throws -> Value {
    guard let text = archive.metadata[key] else { throw Flaw("is damaged: its metadata lacks \"\(key)\"") }
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw Flaw("is damaged: its metadata \"\(key)\" cannot be read")
    }
  }
}
