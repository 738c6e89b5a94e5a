public import Reproducibility

/// A run described as an RO-Crate (version 1.1): the metadata file that readers of crates look for, beside the run's own files.
public struct CrateExport: Sendable {
  /// The name of the metadata file, which the specification fixes.
  public static let fileName = "ro-crate-metadata.json"

  /// The metadata.
  public let json: JSONValue

  /// Describes the run in the folder at `folder`.
  ///
  /// - Throws: `FileError`, `ConfigurationError` for what is no run.
  public init(folder: String) throws {
    let manifest = try RunManifest.read(in: folder)
    let day = try RunTimings.read(in: folder).finished
    let outputs = manifest.outputs.map(\.path) + [RunManifest.fileName]
    let descriptor: JSONValue = [
      "@id": .string(Self.fileName), "@type": "CreativeWork", "about": ["@id": "./"],
      "conformsTo": ["@id": "https://w3id.org/ro/crate/1.1"],
    ]
    let root: JSONValue = [
      "@id": "./", "@type": "Dataset", "name": .string(manifest.name), "datePublished": .string(day),
      "description": .string(
        "A recorded run of Parlance \(manifest.tool.version), identity \(manifest.identity.short)"),
      "hasPart": .array(outputs.map { ["@id": .string($0)] }), "mentions": ["@id": "#run"],
    ]
    let action: JSONValue = [
      "@id": "#run", "@type": "CreateAction", "name": .string(manifest.name), "instrument": ["@id": "#parlance"],
      "object": .array(manifest.inputs.map { ["@id": .string($0.path)] }),
      "result": .array(outputs.map { ["@id": .string($0)] }), "endTime": .string(day),
    ]
    let tool: JSONValue = [
      "@id": "#parlance", "@type": "SoftwareApplication", "name": "Parlance",
      "softwareVersion": .string(manifest.tool.version),
    ]
    let files = manifest.outputs.map { Self.file($0.path, bytes: $0.bytes, sha256: $0.sha256) }
    let own: JSONValue = ["@id": .string(RunManifest.fileName), "@type": "File", "name": "The record of the run"]
    let inputs = manifest.inputs.map { Self.file($0.path, bytes: $0.bytes, sha256: $0.sha256) }
    json = [
      "@context": "https://w3id.org/ro/crate/1.1/context",
      "@graph": .array([descriptor, root, action, tool] + files + [own] + inputs),
    ]
  }

  private static func file(_ path: String, bytes: Int, sha256: ContentDigest) -> JSONValue {
    [
      "@id": .string(path), "@type": "File", "name": .string(FilePath.lastComponent(of: path)),
      "contentSize": .string("\(bytes)"), "sha256": .string(sha256.hexadecimal),
    ]
  }
}
