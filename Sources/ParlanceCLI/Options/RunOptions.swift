internal import ArgumentParser
internal import Reproducibility

/// The seed of everything random.
struct SeedOption: ParsableArguments {
  @Option(help: "The seed of everything random.")
  var seed = SeededGenerator.defaultSeed

  func validate() throws {
    // Results hold the seed as a JSON number, which not every reader of JSON takes beyond this.
    if seed > UInt64(Int.max) { throw ValidationError("--seed takes a number up to \(Int.max), not \(seed)") }
  }
}

/// The number of threads, and whether the user is told of progress.
struct ThreadOptions: ParsableArguments {
  @Option(help: "How many threads to use; results do not depend on it.")
  var threads: Int?

  @Flag(help: "Show no progress and no notes.")
  var quiet = false

  /// The threads to use: as many as asked for, else as many as the machine has.
  var parallelism: Parallelism { Parallelism(threadCount: threads ?? Parallelism.processorCount) }

  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 256, not \(threads)")
    }
  }
}

/// The seed and the number of threads.
struct RunOptions: ParsableArguments {
  @OptionGroup var seedOption: SeedOption
  @OptionGroup var threadOptions: ThreadOptions

  /// The seed of everything random.
  var seed: UInt64 { seedOption.seed }
  /// Whether to show no progress and no notes.
  var quiet: Bool { threadOptions.quiet }
  /// The threads to use.
  var parallelism: Parallelism { threadOptions.parallelism }
}
