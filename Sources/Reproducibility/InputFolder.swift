/// Folders that are read from.
public enum InputFolder {
  /// Whether `path` is a folder, or leads to one.
  public static func isFolder(_ path: String) -> Bool { SystemCall.isDirectory(path) }

  /// The names in the folder at `path`, in the order of their UTF-8 bytes, but for those that begin with a dot.
  ///
  /// - Throws: `FileError` where it is no folder, or may not be read.
  /// - Complexity: O(n log n) in the number of names.
  public static func names(in path: String) throws -> [String] {
    try SystemCall.names(inDirectory: path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path of `name` in the folder at `path`.
  public static func path(of name: String, in path: String) -> String {
    path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  /// The path of the folder that what `path` names stands in.
  public static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
