internal import Synchronization

/// A file that appears under its name only when it is complete.
///
/// Bytes go to a temporary file in the same folder; `commit` flushes it to the disk and renames it. Whatever happens before
/// leaves the old file, or none. A file that is never committed is removed.
public struct OutputFile: ~Copyable {
  private let path: String
  private let temporaryPath: String
  private let descriptor: Int32
  private var isFinished = false

  /// The temporary files that would be left behind if the process ended now.
  private static let unfinished = Mutex<[String]>([])

  /// Starts the file that will be called `path`.
  ///
  /// - Parameter replacing: whether a file of that name may be replaced.
  /// - Throws: `FileError` where the file exists and may not be replaced, is a device or a pipe, which a rename would put
  ///   out of the world, is being written by this process already, or its folder cannot be written to.
  public init(path: String, replacing: Bool) throws {
    if SystemCall.isDirectory(path) { throw FileError.directory(path: path) }
    if SystemCall.exists(path) {
      if !SystemCall.isRegularFile(path) { throw FileError.special(path: path) }
      if !replacing { throw FileError.exists(path: path) }
    }
    let temporaryPath = "\(path).\(SystemCall.processIdentifier).partial"
    if Self.unfinished.withLock({ $0.contains(temporaryPath) }) { throw FileError.busy(path: path) }
    SystemCall.remove(temporaryPath)
    let descriptor = try SystemCall.create(temporaryPath, for: path)
    Self.unfinished.withLock { $0.append(temporaryPath) }
    self.path = path
    self.temporaryPath = temporaryPath
    self.descriptor = descriptor
  }

  deinit {
    guard !isFinished else { return }
    SystemCall.shut(descriptor)
    SystemCall.remove(temporaryPath)
    Self.forget(temporaryPath)
  }

  /// Appends `bytes`.
  ///
  /// - Throws: `FileError`, as when the disk is full; nothing is then left behind.
  public mutating func write(_ bytes: [UInt8]) throws {
    let code = SystemCall.write(bytes.span, to: descriptor)
    if code != 0 { throw FileError.failed("write", path: path, code: code) }
  }

  /// Gives the complete file its name.
  ///
  /// - Throws: `FileError` where the disk cannot take it; the old file is then still there.
  public consuming func commit() throws {
    var code = SystemCall.synchronise(descriptor)
    if code == 0 { code = SystemCall.move(temporaryPath, to: path) }
    if code != 0 { throw FileError.failed("write", path: path, code: code) }
    SystemCall.shut(descriptor)
    Self.forget(temporaryPath)
    isFinished = true
  }

  /// Writes a whole file at once.
  ///
  /// - Throws: `FileError`.
  public static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws {
    var file = try OutputFile(path: path, replacing: replacing)
    try file.write(bytes)
    try file.commit()
  }

  /// Checks, before long work begins, that a file of this name could be started.
  ///
  /// - Throws: `FileError`, as `init` would.
  public static func checkWritable(path: String, replacing: Bool) throws {
    _ = try OutputFile(path: path, replacing: replacing)
  }

  /// Makes the directory at `path` where it is not there yet; its parent must be.
  ///
  /// - Throws: `FileError`.
  public static func makeDirectory(_ path: String) throws {
    let code = SystemCall.makeDirectory(path)
    if code != 0 { throw FileError.failed("make the directory", path: path, code: code) }
    if !SystemCall.isDirectory(path) {
      throw FileError(path: path, problem: "is a file (a directory was expected)", hint: "name another directory")
    }
  }

  /// Removes what is unfinished, for a process that is about to end before its time.
  public static func removeUnfinished() {
    for path in unfinished.withLock({ $0 }) { SystemCall.remove(path) }
  }

  private static func forget(_ path: String) {
    unfinished.withLock { paths in paths.removeAll { $0 == path } }
  }
}
