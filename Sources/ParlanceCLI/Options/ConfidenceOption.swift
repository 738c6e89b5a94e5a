internal import ArgumentParser

/// How sure intervals are to be, in every command that has some.
struct ConfidenceOption: ParsableArguments {
  @Option(help: "How often an interval should hold the true value.")
  var confidence = 0.95
}
