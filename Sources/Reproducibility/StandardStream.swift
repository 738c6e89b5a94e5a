/// One of the two streams a program writes to.
public enum StandardStream: Int32, Sendable {
  /// Where results go.
  case output = 1
  /// Where progress, notes and complaints go.
  case error = 2

  /// The reader of a pipe has gone, so that there is nobody left to write for.
  public struct ClosedPipe: Error, Sendable {}

  /// Writes all of `bytes`, unbuffered.
  ///
  /// - Throws: `ClosedPipe` where nobody reads any more, else `FileError`. The process must ignore the signal SIGPIPE.
  public func write(_ bytes: [UInt8]) throws {
    let code = SystemCall.write(bytes.span, to: rawValue)
    if code == SystemCall.closedPipe { throw ClosedPipe() }
    if code != 0 {
      let name = self == .output ? "standard output" : "standard error"
      throw FileError.failed("write", path: name, code: code)
    }
  }

  /// Writes all of `text`.
  ///
  /// - Throws: as `write(_:)` of bytes does.
  public func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Whether a person may be looking at it.
  public var isTerminal: Bool { SystemCall.isTerminal(rawValue) }

  /// The number of columns of the terminal it is, or nil where it is none.
  public var columns: Int? { SystemCall.terminalColumns(rawValue) }

  /// Whether colours are welcome: on a terminal, unless the environment sets NO_COLOR (https://no-color.org).
  public var wantsColour: Bool { isTerminal && SystemCall.environmentValue("NO_COLOR").map(\.isEmpty) ?? true }
}
