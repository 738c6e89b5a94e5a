import ArgumentParser
import ParlanceKit

/// One job a subcommand, done through the library and timed by phase, for `Benchmarks/compare` to hold against its peers.
///
/// Each prints one line of JSON: seconds by phase, and answers that a peer can be asked for too. What is only computed to be
/// compared is computed after the last phase has ended.
@main
struct Stages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parlance-stages",
    abstract: "Does one job through the library and prints how long its phases took, with the answers.",
    subcommands: [VectoriseStage.self, FitStage.self, BootstrapStage.self, LimitsStage.self])
}

/// How many threads a stage may use.
struct ThreadOptions: ParsableArguments {
  @Option(help: "How many threads to use.")
  var threads = 1

  func validate() throws {
    guard threads > 0 else { throw ValidationError("--threads takes a number from 1") }
    #if DEBUG
      throw ValidationError("this is a debug build, whose times mean nothing: build with --configuration release")
    #endif
  }

  var parallelism: Parallelism { Parallelism(threadCount: threads) }
}
