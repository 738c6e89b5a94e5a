internal import Reproducibility

/// What a user should be told beside the result, on the standard error stream.
enum Notes {
  static func say(_ text: String, isQuiet: Bool) {
    guard !isQuiet else { return }
    try? StandardStream.error.write("note: \(text)\n")
  }
}
