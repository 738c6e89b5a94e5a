public import Reproducibility

/// The folders of finished runs beside one another.
public struct RunFolders: Sendable {
  /// The folder that they are in.
  public let path: String

  /// Names the folder that has them.
  public init(_ path: String) { self.path = path }

  /// The name of a run's folder: its day, its name and the first digits of its identity.
  public static func name(of name: String, identity: ContentDigest, day: String) -> String {
    "\(day)-\(slug(name))-\(identity.hexadecimal.prefix(8))"
  }

  /// Each finished run, by the names of the folders; folders that hold none are passed over.
  ///
  /// - Throws: `FileError` where the folder cannot be read; nothing where it is not there.
  public func all() throws -> [(folder: String, manifest: RunManifest)] {
    guard InputFolder.isFolder(path) else { return [] }
    return try InputFolder.names(in: path).compactMap { name in
      let folder = InputFolder.path(of: name, in: path)
      guard !name.hasSuffix(OutputFolder.unfinishedEnding), InputFolder.isFolder(folder),
        InputFile.exists(InputFolder.path(of: RunManifest.fileName, in: folder))
      else { return nil }
      return (folder, try RunManifest.read(in: folder))
    }
  }

  /// The run of this name and identity, if there is one.
  ///
  /// - Throws: as `all` does.
  public func first(named name: String, identity: ContentDigest) throws -> (folder: String, manifest: RunManifest)? {
    let ending = "-\(Self.slug(name))-\(identity.hexadecimal.prefix(8))"
    return try all().first { $0.folder.hasSuffix(ending) && $0.manifest.identity == identity }
  }

  /// A name that every file system takes: letters, digits and dashes.
  private static func slug(_ name: String) -> String {
    let letters = name.lowercased().unicodeScalars.map { scalar -> Character in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
    }
    let parts = String(letters).split(separator: "-")
    return parts.isEmpty ? "run" : String(parts.joined(separator: "-").prefix(60))
  }
}
