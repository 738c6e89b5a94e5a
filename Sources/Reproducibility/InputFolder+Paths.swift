extension InputFolder {
  /// The path of what `name` means to a file in the folder at `folder`.
  public static func joined(_ name: String, to folder: String) -> String {
    name.hasPrefix("/") || folder == "." ? name : path(of: name, in: folder)
  }

  /// The path that leads from the folder at `folder` to what is at `path`; both as they are named from the current folder.
  ///
  /// Names alone are compared: a symbolic link counts as the folder that it is in.
  public static func relative(_ path: String, from folder: String) -> String {
    let (target, start) = (parts(of: path), parts(of: folder))
    let shared = zip(target, start).prefix { $0 == $1 }.count
    let steps = [String](repeating: "..", count: start.count - shared) + target[shared...]
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  /// The path from the root of what is at `path`.
  public static func absolute(_ path: String) -> String { "/" + parts(of: path).joined(separator: "/") }

  /// The folders from the root to what is at `path`, and its own name.
  private static func parts(of path: String) -> [String] {
    let whole = path.hasPrefix("/") ? path : "\(SystemCall.currentFolder)/\(path)"
    var parts: [String] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts
  }
}
