internal import ArgumentParser
internal import Glibc
internal import ParlanceKit
internal import Reproducibility

/// A check that the user asked for does not hold: exit status 1.
struct CheckFailure: Error {
  let message: String
}

/// Why the program ends early: what to say, and the exit status that scripts rely on.
struct Failure {
  private let error: any Error

  init(_ error: any Error) { self.error = error }

  /// Says what went wrong and ends the process.
  func exit() -> Never {
    OutputFile.removeUnfinished()
    switch error {
    case is StandardStream.ClosedPipe:
      Glibc.exit(0)
    case let failure as CheckFailure:
      end(saying: failure.message, status: 1)
    case let problem as any UserFacingError:
      end(saying: problem.description, status: 2)
    default:
      // Usage errors and requests for help or version are the argument parser's own.
      let status = ParlanceCommand.exitCode(for: error)
      if status == .success || status == .validationFailure { ParlanceCommand.exit(withError: error) }
      end(saying: "internal error: \(error)\nhint: this is a fault of parlance; please report it", status: 70)
    }
  }

  private func end(saying message: String, status: Int32) -> Never {
    try? StandardStream.error.write("parlance: \(message)\n")
    Glibc.exit(status)
  }
}
