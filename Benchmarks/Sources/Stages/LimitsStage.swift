import ArgumentParser
import ParlanceKit

/// What the machine can do at best, measured beside what is made of it.
struct LimitsStage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limits",
    abstract: "The machine's own limits: reading memory against sparse products, reading bytes against tokenising.")

  @Argument(help: "The corpus, with columns text and label.")
  var corpus: String

  @OptionGroup var threads: ThreadOptions

  /// Far beyond any cache.
  private static let streamedWords = 1 << 26
  private static let runs = 5

  func run() throws {
    var stopwatch = Stopwatch()
    let made = try VectorisedCorpus(corpus, on: threads.parallelism, timedBy: &stopwatch)
    let streamed = stopwatch.measure("stream") { streamingRate() }
    let (product, counted) = stopwatch.measure("product") { productRate(made.matrix) }
    let (reading, tokenising) = try stopwatch.measure("texts") { try textSeconds(made.dataset) }
    try stopwatch.report([
      JSONValue.Member("streaming sum, GB/s", .number(streamed / 1e9)),
      JSONValue.Member("sparse product, GB/s", .number(product / 1e9)),
      JSONValue.Member("sparse product, share of streaming", .number(product / streamed)),
      JSONValue.Member("sparse product, bytes counted", .string(counted)),
      JSONValue.Member("reading the texts once, seconds", .number(reading)),
      JSONValue.Member("tokenising and counting words, seconds", .number(tokenising)),
      JSONValue.Member("tokenising, multiple of reading", .number(tokenising / reading)),
    ])
  }

  /// Bytes a second of a plain loop that adds up whole numbers, which the compiler turns into the widest loads there are.
  private func streamingRate() -> Double {
    let words = [UInt64](repeating: 3, count: Self.streamedWords)
    let pieces = Pieces(itemCount: words.count, targetLength: 1 << 20)
    var total: UInt64 = 0
    let seconds = Stopwatch.leastSeconds(in: Self.runs) {
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
    let seconds = Stopwatch.leastSeconds(in: Self.runs) {
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

  /// The least seconds to add up all bytes of the texts, and to take them apart into words and count these.
  private func textSeconds(_ dataset: Dataset) throws -> (reading: Double, tokenising: Double) {
    guard case .statements(let corpus) = dataset.content else { throw ValidationError("\(corpus) holds no statements") }
    let texts = corpus.texts
    var total = 0
    let reading = Stopwatch.leastSeconds(in: Self.runs) { total = sum(of: texts) }
    precondition(total > 0, "the texts are empty")
    let words = FeaturePipeline(try FeatureConfiguration(blocks: [.words]).validated())
    var found = 0
    let tokenising = Stopwatch.leastSeconds(in: Self.runs) {
      found = (try? words.analyze(texts, on: threads.parallelism))?.count ?? 0
    }
    guard found == texts.count else { throw ValidationError("the texts of \(self.corpus) could not be taken apart") }
    return (reading, tokenising)
  }

  private func sum(of texts: [String]) -> Int {
    let pieces = Pieces(itemCount: texts.count, targetLength: 4096)
    return threads.parallelism.map(count: pieces.count) { piece in
      var total = 0
      for text in pieces[piece] {
        let bytes = texts[text].utf8.span
        for index in bytes.indices { total &+= Int(bytes[index]) }
      }
      return total
    }.reduce(0, +)
  }
}
