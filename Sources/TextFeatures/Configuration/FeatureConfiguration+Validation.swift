/// Feature options that were found possible.
public struct ValidatedFeatureConfiguration: Sendable, Hashable {
  /// The options.
  public let configuration: FeatureConfiguration
  /// What is allowed and yet probably not meant, in sentences for the user: stop words that can never match, for one.
  public let notes: [String]

  fileprivate init(_ configuration: FeatureConfiguration) {
    self.configuration = configuration
    notes = configuration.blocks.flatMap { block in
      switch block {
      case .ngrams(let block): block.notes(under: configuration)
      case .cues(let block): block.notes
      case .lexicon(let block): block.notes
      }
    }
  }
}

extension FeatureConfiguration {
  /// Checks each option and the combinations of them.
  ///
  /// - Throws: `TextFeaturesError` that names the option, what it is and what it may be.
  public func validated() throws -> ValidatedFeatureConfiguration {
    guard !blocks.isEmpty else { throw TextFeaturesError.option("features", "empty", expected: "at least one block") }
    for mask in Mask.allCases where masks.filter({ $0 == mask }).count > 1 {
      throw TextFeaturesError.option("mask", "\(mask) twice", expected: "each of them once")
    }
    for (position, block) in blocks.enumerated() {
      switch block {
      case .ngrams(let block): try block.check()
      case .cues(let block): try block.check()
      case .lexicon(let block): try block.check()
      }
      guard !blocks[..<position].contains(where: { $0.name == block.name }) else {
        throw TextFeaturesError.option("features", "two blocks called \"\(block.name)\"", expected: "different names")
      }
    }
    return ValidatedFeatureConfiguration(self)
  }
}

extension BlockConfiguration {
  /// - Throws: `TextFeaturesError` where no block can have that name.
  static func check(name: String) throws {
    guard !name.isEmpty, name.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value != 127 }) else {
      throw TextFeaturesError.option("the name of a block", "\"\(name)\"", expected: "a word without spaces")
    }
  }

  fileprivate func check() throws {
    try BlockConfiguration.check(name: name)
    guard ngrams.isPossible else { throw NgramRange.refused("\(ngrams)", block: name) }
    guard minimumDocuments.isPossible else {
      throw DocumentBound.refused("\(minimumDocuments)", option: "min-df", block: name)
    }
    guard maximumDocuments.isPossible else {
      throw DocumentBound.refused("\(maximumDocuments)", option: "max-df", block: name)
    }
    if let maximumFeatures, maximumFeatures < 1 {
      throw TextFeaturesError.option("max-features", "\(maximumFeatures)", expected: "1 or more", block: name)
    }
    if let stemming, !StemmingLanguage.all.contains(stemming) {
      throw TextFeaturesError.option(
        "stem", "\"\(stemming)\"", expected: "one of \(StemmingLanguage.all.joined(separator: ", "))", block: name)
    }
    try checkWordOptions()
    try checkVocabulary()
    if let hashing { try check(hashing) }
  }

  private func checkWordOptions() throws {
    guard analyzer != .word else { return }
    let reason = "its n-grams are made of characters"
    if !stopWords.isEmpty {
      throw TextFeaturesError.conflict("stop-words", with: "\(analyzer.rawValue) n-grams", block: name, reason: reason)
    }
    if stemming != nil {
      throw TextFeaturesError.conflict("stem", with: "\(analyzer.rawValue) n-grams", block: name, reason: reason)
    }
  }

  private func checkVocabulary() throws {
    guard let vocabulary else { return }
    guard !vocabulary.isEmpty else {
      throw TextFeaturesError.option("vocabulary", "empty", expected: "at least one term", block: name)
    }
    let sorted = TermList(vocabulary).sorted()
    if let repeated = sorted.firstRepeated() {
      throw TextFeaturesError.option(
        "vocabulary", "a list with \"\(sorted.text(at: repeated))\" twice", expected: "each term once", block: name)
    }
    if idf == .unsmoothed {
      throw TextFeaturesError.conflict(
        "an unsmoothed idf", with: "a fixed vocabulary", block: name, reason: "a term in no text would weigh infinitely"
      )
    }
  }

  private func check(_ hashing: Hashing) throws {
    let limit = Int(Int32.max)
    guard hashing.columnCount >= 1, hashing.columnCount <= limit else {
      throw TextFeaturesError.option(
        "hash-features", "\(hashing.columnCount)", expected: "a number of columns from 1 to \(limit)", block: name)
    }
    guard hashing.namesPerColumn >= 0 else {
      throw TextFeaturesError.option(
        "names per hashed column", "\(hashing.namesPerColumn)", expected: "0 or more", block: name)
    }
    let bounds: [(String, Bool)] = [
      ("min-df", minimumDocuments != .count(1)), ("max-df", maximumDocuments != .proportion(1)),
      ("max-features", maximumFeatures != nil), ("a vocabulary", vocabulary != nil),
    ]
    for (option, isGiven) in bounds where isGiven {
      throw TextFeaturesError.conflict(
        option, with: "hash-features", block: name, reason: "hashed columns are not chosen by what the texts hold")
    }
    if idf == .unsmoothed {
      throw TextFeaturesError.conflict(
        "an unsmoothed idf", with: "hash-features", block: name, reason: "a column without terms would weigh infinitely"
      )
    }
  }

  /// Stop words that the tokeniser never yields, as scikit-learn warns of them.
  fileprivate func notes(under configuration: FeatureConfiguration) -> [String] {
    guard analyzer == .word, !stopWords.isEmpty else { return [] }
    var reader = WordReader(lowercases: configuration.lowercase, masker: nil)
    let unmatched = stopWords.filter { reader.words(of: $0) != [$0] }
    guard !unmatched.isEmpty else { return [] }
    let shown = unmatched.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")
    let rest = unmatched.count > 5 ? " and \(unmatched.count - 5) more" : ""
    return [
      "block \"\(name)\": \(unmatched.count) of \(stopWords.count) stop words never match a word as it is counted: "
        + "\(shown)\(rest)"
    ]
  }
}
