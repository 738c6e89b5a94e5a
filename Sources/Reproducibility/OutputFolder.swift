/// A folder that appears under its name only when all its files are complete.
///
/// Files go to a folder beside it whose name ends in `.unfinished`; `commit` renames that. Whatever happens before leaves nothing that
/// looks finished: a folder left behind by a process that was killed is cleared by the next that makes the same folder, and two
/// processes cannot make it at once.
public struct OutputFolder: ~Copyable {
  /// The folder that is to be.
  public let path: String
  private let unfinishedPath: String
  private let lock: Int32
  private var isFinished = false

  /// What the names of folders end in that are not complete.
  public static let unfinishedEnding = ".unfinished"

  private static let lockName = ".lock"

  /// Starts the folder that will be called `path`; its parent has to be there.
  ///
  /// - Throws: `FileError` where it exists, another process is making it, or its parent cannot be written to.
  public init(path: String) throws {
    let unfinished = path + Self.unfinishedEnding
    if SystemCall.exists(path) { throw FileError.finished(path: path) }
    try OutputFile.makeDirectory(unfinished)
    let held = try SystemCall.lock(InputFolder.path(of: Self.lockName, in: unfinished), for: path)
    do {
      // Whoever held the lock may have finished in the meantime.
      if SystemCall.exists(path) { throw FileError.finished(path: path) }
      for name in try SystemCall.names(inDirectory: unfinished) {
        Self.clear(InputFolder.path(of: name, in: unfinished))
      }
    } catch {
      Self.clear(unfinished)
      SystemCall.shut(held)
      throw error
    }
    self.path = path
    unfinishedPath = unfinished
    lock = held
  }

  deinit {
    guard !isFinished else { return }
    Self.clear(unfinishedPath)
    SystemCall.shut(lock)
  }

  /// Writes a file of the folder; folders in its name are made.
  ///
  /// - Parameter name: its path in the folder.
  /// - Throws: `FileError`.
  public func write(_ bytes: [UInt8], to name: String) throws {
    var folder = unfinishedPath
    for part in name.split(separator: "/").dropLast() {
      folder = InputFolder.path(of: String(part), in: folder)
      try OutputFile.makeDirectory(folder)
    }
    try OutputFile.write(bytes, to: InputFolder.path(of: name, in: unfinishedPath), replacing: false)
  }

  /// Gives the complete folder its name.
  ///
  /// - Throws: `FileError`.
  public consuming func commit() throws {
    let code = SystemCall.move(unfinishedPath, to: path)
    if code != 0 { throw FileError.failed("write", path: path, code: code) }
    SystemCall.remove(InputFolder.path(of: Self.lockName, in: path))
    SystemCall.shut(lock)
    isFinished = true
  }

  /// Removes a file, or a folder with all that is in it.
  static func clear(_ path: String) {
    guard SystemCall.isDirectory(path), !SystemCall.isLink(path) else { return SystemCall.remove(path) }
    for name in (try? SystemCall.names(inDirectory: path)) ?? [] { clear(InputFolder.path(of: name, in: path)) }
    SystemCall.remove(InputFolder.path(of: lockName, in: path))
    SystemCall.removeDirectory(path)
  }
}
