/// Why a file could not be read or written, in a sentence that says what to do.
public struct FileError: UserFacingError, Hashable {
  /// The file, as the user named it.
  public let path: String
  /// What was seen.
  public let problem: String
  /// What to do about it.
  public let hint: String

  /// `path: problem`, and the hint on a line of its own.
  public var description: String { hint.isEmpty ? "\(path): \(problem)" : "\(path): \(problem)\nhint: \(hint)" }

  static func failed(_ action: String, path: String, code: Int32) -> FileError {
    FileError(path: path, problem: "cannot \(action): \(SystemCall.message(for: code))", hint: hint(for: code))
  }

  static func exists(path: String) -> FileError {
    FileError(path: path, problem: "exists already", hint: "name another file, or give --force to replace this one")
  }

  static func directory(path: String) -> FileError {
    FileError(path: path, problem: "is a directory (a file was expected)", hint: "name a file inside it")
  }

  static func special(path: String) -> FileError {
    FileError(path: path, problem: "is a device or a pipe (a file was expected)", hint: "- is the standard output")
  }

  static func busy(path: String) -> FileError {
    FileError(path: path, problem: "is being written already", hint: "give each output a name of its own")
  }

  static func finished(path: String) -> FileError {
    FileError(
      path: path, problem: "is there already, and finished results are never replaced", hint: "name another one")
  }

  static func busyElsewhere(path: String) -> FileError {
    FileError(
      path: path, problem: "is being made by another process", hint: "wait until it is done, or give another name")
  }

  private static func hint(for code: Int32) -> String {
    switch code {
    case SystemCall.noSuchFile: "check the spelling and the folder you are in"
    case SystemCall.accessDenied: "check the permissions, or name a place you may write to"
    case SystemCall.noSpace: "free some space or name a place on another disk; nothing was left half-written"
    default: ""
    }
  }
}
