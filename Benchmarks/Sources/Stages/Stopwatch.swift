import ParlanceKit

/// Seconds by phase, in the order the phases were first run.
struct Stopwatch {
  /// How often something short is timed to find its least time.
  static let usualRuns = 5

  private var phases: [(name: String, seconds: Double)] = []

  /// Runs `body` as the phase `name`, or as more of it.
  mutating func measure<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
    let start = ContinuousClock.now
    let result = try body()
    let seconds = (ContinuousClock.now - start).inSeconds
    if let place = phases.firstIndex(where: { $0.name == name }) {
      phases[place].seconds += seconds
    } else {
      phases.append((name, seconds))
    }
    return result
  }

  /// The least seconds that `body` takes in `count` runs: what it takes when nothing is in its way.
  static func leastSeconds(in count: Int, _ body: () -> Void) -> Double {
    (0..<count).map { _ in
      let start = ContinuousClock.now
      body()
      return (ContinuousClock.now - start).inSeconds
    }.min() ?? .nan
  }

  /// Prints the line that the driver reads.
  func report(_ answers: [JSONValue.Member]) throws {
    let line: JSONValue = [
      "phases": .object(phases.map { JSONValue.Member($0.name, .number($0.seconds)) }),
      "answers": .object(answers),
    ]
    try StandardStream.output.write(line.text() + "\n")
  }
}

extension Duration {
  /// The duration as a number of seconds.
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
