/// Where scratch files are made: a name that is free when the work begins and when it ends.
///
/// A scratch file loses its name as soon as it is open. The system frees its space when the process ends, however it ends, so
/// that nothing can be left behind, and nobody else can touch what is in it.
public struct ScratchPlace: Sendable, Hashable {
  /// The name, as the user gave it.
  public let path: String

  /// Takes the name.
  ///
  /// - Parameter replacing: whether a file of that name may be removed.
  /// - Throws: `FileError` where the file exists and may not be removed, is none, or its folder cannot be written to.
  public init(path: String, replacing: Bool) throws {
    try OutputFile.checkWritable(path: path, replacing: replacing)
    SystemCall.remove(path)
    self.path = path
  }
}

/// Numbers that are put on the disk one after another, for work that memory has no room for.
public final class ScratchFile<Number: PlainNumber>: Sendable {
  private let path: String
  private let descriptor: Int32

  /// An empty file, which has lost its name already.
  ///
  /// - Throws: `FileError` where it cannot be made.
  public init(at place: ScratchPlace) throws {
    path = place.path
    descriptor = try SystemCall.createForReading(place.path)
    SystemCall.remove(place.path)
  }

  deinit { SystemCall.shut(descriptor) }

  /// Puts `numbers` behind all others; one thread at a time.
  ///
  /// - Throws: `FileError`, as when the disk is full.
  public func append(_ numbers: Span<Number>) throws {
    let code = SystemCall.write(numbers, to: descriptor)
    if code != 0 { throw FileError.failed("write", path: path, code: code) }
  }

  /// The first `count` numbers, which must have been appended.
  ///
  /// - Throws: `FileError` where the system will not map them.
  public func mapped(count: Int) throws -> MappedNumbers<Number> {
    let stored = (SystemCall.size(descriptor) ?? 0) / MemoryLayout<Number>.stride
    precondition(count <= stored, "\(count) numbers of a file that holds \(stored)")
    return try MappedNumbers(descriptor, count: count, path: path)
  }
}
