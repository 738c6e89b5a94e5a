internal import Glibc

/// Numbers whose bytes can be written to a file and read back as they are, whatever they are.
public protocol PlainNumber: BitwiseCopyable, Hashable, Sendable {}

extension Int32: PlainNumber {}
extension Double: PlainNumber {}

/// Numbers in a `ScratchFile` that are read as if they were in memory: the operating system brings those parts that are asked
/// for, and drops them again where memory is needed for something else.
///
/// The file has no name any more, so that nobody can change it or make it shorter. Where the disk itself fails, the system ends
/// the process.
public final class MappedNumbers<Number: PlainNumber>: Sendable {
  /// How many numbers there are.
  public let count: Int
  /// Where they are; 0 where there are none, which cannot be mapped.
  private let address: UInt

  /// Maps the first `count` numbers of an open file, which may be closed then.
  ///
  /// - Throws: `FileError` where the system will not.
  init(_ descriptor: Int32, count: Int, path: String) throws(FileError) {
    self.count = count
    guard count > 0 else {
      address = 0
      return
    }
    let length = count * MemoryLayout<Number>.stride
    let start = unsafe mmap(nil, length, PROT_READ, MAP_SHARED, descriptor, 0)
    guard let start = unsafe start, unsafe start != MAP_FAILED else {
      throw FileError.failed("map", path: path, code: errno)
    }
    address = UInt(bitPattern: start)
  }

  deinit {
    guard let start = unsafe UnsafeMutableRawPointer(bitPattern: address) else { return }
    unsafe munmap(start, count * MemoryLayout<Number>.stride)
  }

  /// The numbers, for as long as `body` runs.
  public func withSpan<Result>(_ body: (Span<Number>) throws -> Result) rethrows -> Result {
    guard let start = unsafe UnsafePointer<Number>(bitPattern: address) else { return try body(Span()) }
    return try withExtendedLifetime(self) { try body(unsafe Span(_unsafeStart: start, count: count)) }
  }
}
