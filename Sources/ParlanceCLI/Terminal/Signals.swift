internal import Dispatch
internal import Glibc
internal import Reproducibility

/// What the program does when it is told to stop.
enum Signals {
  /// Ends the process with 128 + the signal's number when it is interrupted, leaving no half-written file, and turns the
  /// end of a pipe's reader into an ordinary error.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        // The source lives as long as its handler, which is as long as the process.
        withExtendedLifetime(source) { OutputFile.removeUnfinished() }
        _exit(128 + number)
      }
      source.resume()
    }
  }
}
