internal import Glibc

/// The operating system's file calls: the one file of this module where memory is touched by address.
enum SystemCall {
  static let noSuchFile = ENOENT
  static let accessDenied = EACCES
  static let noSpace = ENOSPC
  static let closedPipe = EPIPE

  /// What the operating system says about an error number.
  static func message(for code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }

  /// Opens `path` for reading, or the standard input for "-".
  static func openForReading(_ path: String) throws(FileError) -> Int32 {
    if path == "-" { return STDIN_FILENO }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .failed("read", path: path, code: errno) }
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw .directory(path: path)
    }
    return descriptor
  }

  /// Creates a new file, which must not exist yet, to become `path`; a complaint names the latter.
  static func create(_ temporaryPath: String, for path: String) throws(FileError) -> Int32 {
    let descriptor = unsafe open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .failed("write", path: path, code: errno) }
    return descriptor
  }

  /// Creates a new file, which must not exist yet, to be written and read.
  static func createForReading(_ path: String) throws(FileError) -> Int32 {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .failed("write", path: path, code: errno) }
    return descriptor
  }

  static func shut(_ descriptor: Int32) { _ = close(descriptor) }

  /// Reads at most `count` bytes; an empty result is the end.
  static func read(_ descriptor: Int32, count: Int, path: String) throws(FileError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var received = unsafe Glibc.read(descriptor, buffer.baseAddress, count)
      while received < 0, errno == EINTR { received = unsafe Glibc.read(descriptor, buffer.baseAddress, count) }
      if received < 0 { failure = errno }
      filled = max(0, received)
    }
    guard failure == 0 else { throw .failed("read", path: path, code: failure) }
    return bytes
  }

  /// Writes the bytes of all `elements`; the result is zero or the error number.
  static func write<Element: BitwiseCopyable>(_ elements: Span<Element>, to descriptor: Int32) -> Int32 {
    unsafe elements.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
        let written = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written >= 0 {
          start += written
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  /// Flushes a file to the disk; the result is zero or the error number.
  static func synchronise(_ descriptor: Int32) -> Int32 { fsync(descriptor) == 0 ? 0 : errno }

  /// Gives a finished file its name; the result is zero or the error number.
  static func move(_ source: String, to target: String) -> Int32 { unsafe rename(source, target) == 0 ? 0 : errno }

  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// Makes a directory, or accepts one that is there; the result is zero or the error number.
  static func makeDirectory(_ path: String) -> Int32 {
    unsafe mkdir(path, 0o777) == 0 || errno == EEXIST ? 0 : errno
  }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The size of an open regular file, or nil for anything else.
  static func size(_ descriptor: Int32) -> Int? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The names in a directory, but for those that begin with a dot, in no order.
  static func names(inDirectory path: String) throws(FileError) -> [String] {
    guard let directory = unsafe opendir(path) else { throw .failed("read", path: path, code: errno) }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    errno = 0
    while let entry = unsafe readdir(directory) {
      // The length counts the name's field as it lies in memory, of which the name itself is what stands before the first zero.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw .failed("read", path: path, code: errno) }
    return names
  }

  /// Whether `path` is a symbolic link.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  static func removeDirectory(_ path: String) { _ = unsafe rmdir(path) }

  /// Opens a file that only one process holds at a time, making it where it is not there; a complaint names `purpose`.
  static func lock(_ path: String, for purpose: String) throws(FileError) -> Int32 {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .failed("write", path: purpose, code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK ? .busyElsewhere(path: purpose) : .failed("lock", path: purpose, code: code)
    }
    return descriptor
  }

  /// The folder that relative paths begin in; "/" where it cannot be told.
  static var currentFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  static func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether two names are of the same file.
  static func isSameFile(_ left: String, _ right: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard unsafe stat(left, &first) == 0, unsafe stat(right, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The processors that are switched on.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The value of an environment variable, or nil.
  static func environmentValue(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The columns of the terminal that a descriptor is open on, or nil.
  static func terminalColumns(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  static var processIdentifier: Int32 { getpid() }

}
