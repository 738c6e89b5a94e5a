import Corpora
import Reproducibility
import Synchronization
import Testing

/// Reads `text` as if it were a file called `name`.
func read(
  _ text: String, name: String = "corpus.csv", options: ReadingOptions = ReadingOptions(), pieceLength: Int = 1 << 20
) throws -> Corpus {
  try read(Array(text.utf8), name: name, options: options, pieceLength: pieceLength)
}

/// Reads `bytes` as if they were a file called `name`.
func read(
  _ bytes: [UInt8], name: String = "corpus.csv", options: ReadingOptions = ReadingOptions(), pieceLength: Int = 1 << 20
) throws -> Corpus {
  let input = try CorpusInput(bytes: bytes, name: name, options: options, pieceLength: pieceLength)
  return try CorpusReader.read(input, options: options)
}

/// Reads `text` as libsvm.
func readFeatures(_ text: String, options: ReadingOptions = ReadingOptions()) throws -> FeatureTable {
  var options = options
  options.format = .libsvm
  let input = try CorpusInput(bytes: Array(text.utf8), name: "rows.libsvm", options: options)
  return try LibSVMReader.read(input, options: options)
}

/// What the error that `body` throws says to a user, or an empty text where it throws none.
func complaint(_ body: () throws -> Void) -> String {
  do {
    try body()
    return ""
  } catch {
    return String(describing: error)
  }
}

/// Keeps what a progress handler was told.
final class SeenProgress: Sendable {
  private let kept = Mutex<[WorkProgress]>([])

  var states: [WorkProgress] { kept.withLock { $0 } }

  func add(_ state: WorkProgress) { kept.withLock { $0.append(state) } }
}
