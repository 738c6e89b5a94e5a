/// Paths as users write them.
enum FilePath {
  /// What stands after the last slash: the file's own name.
  static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
