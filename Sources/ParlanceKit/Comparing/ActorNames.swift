internal import Corpora

/// The names that can be compared, and what a user may have meant by one that is none.
struct ActorNames {
  private let names: [String]

  init(_ names: some Sequence<String>) {
    self.names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The name most like `name`, or the names there are.
  func hint(for name: String) -> String {
    if let nearest = NearestName.of(name, among: names) { return "did you mean \(nearest.quoted)?" }
    let holding = names.filter { $0.lowercased().contains(name.lowercased()) }
    if !name.isEmpty, !holding.isEmpty { return "did you mean \(CorpusError.list(holding))?" }
    return "there are \(CorpusError.list(names))"
  }

  /// The two names that "A - B" tells, whatever dashes they have themselves.
  ///
  /// - Parameter option: the option that was given the text.
  /// - Throws: `ConfigurationError` where there is no dash between spaces, or either side names nobody.
  func pair(_ text: String, of option: String) throws -> (first: String, second: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    let splits = parts.indices.filter { ["-", "–", "−"].contains(parts[$0]) }.map { place in
      (Self.joined(parts[..<place]), Self.joined(parts[(place + 1)...]))
    }
    if let known = splits.first(where: { names.contains($0.0) && names.contains($0.1) }) {
      guard known.0 != known.1 else {
        throw ConfigurationError(
          "\(option) \(text.quoted) compares \(known.0.quoted) with itself", hint: "name two different actors")
      }
      return known
    }
    guard let split = splits.first(where: { !$0.0.isEmpty && !$0.1.isEmpty }) else {
      throw ConfigurationError(
        "\(option) \(text.quoted) is no pair (\"A - B\" was expected, with spaces about the dash)",
        hint: "there are \(CorpusError.list(names))")
    }
    let unknown = names.contains(split.0) ? split.1 : split.0
    throw ConfigurationError("\(option) \(text.quoted): nobody is called \(unknown.quoted)", hint: hint(for: unknown))
  }

  private static func joined(_ parts: ArraySlice<Substring>) -> String {
    var trimmed = parts
    while trimmed.first?.isEmpty == true { trimmed.removeFirst() }
    while trimmed.last?.isEmpty == true { trimmed.removeLast() }
    return trimmed.joined(separator: " ")
  }
}
