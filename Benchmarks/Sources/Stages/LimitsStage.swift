import ArgumentParser
import ParlanceKit

/// What the machine can do at best, measured beside what is made of it.
struct LimitsStage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limits",
    abstract:
      "The machine's own limits: reading memory against sparse products, reading bytes against tokenising and finding cues."
  )

  @Argument(help: "The corpus, with columns text and label.")
  var corpus: String

  @OptionGroup var threads: ThreadOptions

  /// Far beyond any cache.
  private static let streamedWords = 1 << 26

  func run() throws {
    var stopwatch = Stopwatch()
    let made = try VectorisedCorpus(corpus, on: threads.parallelism, timedBy: &stopwatch)
    let streamed = stopwatch.measure("stream") { streamingRate() }
    let (product, counted) = stopwatch.measure("product") { productRate(made.matrix) }
    let texts = try stopwatch.measure("texts") { try TextRates(made.dataset, on: threads.parallelism) }
    try stopwatch.report([
      JSONValue.Member("streaming sum, GB/s", .number(streamed / 1e9)),
      JSONValue.Member("sparse product, GB/s", .number(product / 1e9)),
      JSONValue.Member("sparse product, share of streaming", .number(product / streamed)),
      JSONValue.Member("sparse product, bytes counted", .string(counted)),
      JSONValue.Member("reading the texts once, seconds", .number(texts.reading)),
      JSONValue.Member("tokenising and counting words, seconds", .number(texts.tokenising)),
      JSONValue.Member("tokenising, multiple of reading", .number(texts.tokenising / texts.reading)),
      JSONValue.Member("finding cues, MB/s a thread", .number(texts.cueRate / 1e6)),
    ])
  }

  /// Bytes a second of a plain loop that adds up whole numbers, which the compiler turns into the widest loads there are.
  private func streamingRate() -> Double {
    let words = [UInt64](repeating: 3, count: Self.streamedWords)
    let pieces = Pieces(itemCount: words.count, targetLength: 1 << 20)
    var total: UInt64 = 0
    let seconds = Stopwatch.leastSeconds(in: Stopwatch.usualRuns) {
      let sums = threads.parallelism.map(count: pieces.count) { piece in
        let span = words.span
        var sum: UInt64 = 0
        for index in pieces[piece] { sum &+= span[index] }
        return sum
      }
      total = sums.reduce(0, &+)
    }
    precondition(total == 3 * UInt64(words.count), "the loop was not run")
    return Double(8 * words.count) / seconds
  }

  /// Bytes a second of X w, counting what has to be read of the matrix and what is read and written for each row; the weights,
  /// which are gathered, are not counted.
  private func productRate(_ matrix: DesignMatrix) -> (rate: Double, counted: String) {
    let weights = (0..<matrix.columnCount).map { Double($0 % 7) - 3 }
    var first = 0.0
    let seconds = Stopwatch.leastSeconds(in: Stopwatch.usualRuns) {
      first += matrix.times(weights, on: threads.parallelism)[0]
    }
    precondition(first.isFinite, "a product of finite numbers is not finite")
    let perElement = matrix.blocks.allSatisfy { if case .sparse = $0 { true } else { false } } ? 12 : 4
    let bytes = matrix.storedCount * perElement + matrix.rowCount * 16
    return (
      Double(bytes) / seconds,
      "\(perElement) a stored element (\(perElement == 12 ? "value and column" : "column")), 16 a row"
    )
  }
}
