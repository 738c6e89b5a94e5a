internal import Dispatch
internal import Glibc
internal import Reproducibility

/// What the program does when it is told to stop.
enum Signals {
  /// Ends the process with 128 + the signal's number when it is interrupted, leaving no half-written file, and turns the
  /// end of a pipe's reader and a limit on file sizes into ordinary errors.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    // A file that grows past the shell's limit is an error to report, like a full disk.
    signal(SIGXFSZ, SIG_IGN)
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
