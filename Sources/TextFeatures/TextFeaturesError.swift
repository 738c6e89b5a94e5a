public import Reproducibility
internal import WrittenFiles

/// What is wrong with feature options, with a corpus to fit features on, or with a stored fitted state.
public struct TextFeaturesError: UserFacingError, Hashable {
  /// What was seen, with the option or the block it concerns.
  public let problem: String
  /// What to do about it, or an empty text.
  public let hint: String

  init(_ problem: String, hint: String = "") {
    self.problem = problem
    self.hint = hint
  }

  /// The problem, and the hint on a line of its own.
  public var description: String { hint.isEmpty ? problem : "\(problem)\nhint: \(hint)" }
}

extension TextFeaturesError {
  static func option(_ name: String, _ seen: String, expected: String, block: String? = nil) -> TextFeaturesError {
    let place = block.map { " of block \"\($0)\"" } ?? ""
    return TextFeaturesError("\(name)\(place) is \(seen) (expected \(expected))")
  }

  static func conflict(_ option: String, with other: String, block: String, reason: String) -> TextFeaturesError {
    TextFeaturesError("\(option) cannot be combined with \(other) in block \"\(block)\": \(reason)")
  }

  static func noRows() -> TextFeaturesError {
    TextFeaturesError("there are no texts to learn a vocabulary from", hint: "check the filters and the folds")
  }

  static func emptyVocabulary(block: String, texts: Int) -> TextFeaturesError {
    TextFeaturesError(
      "block \"\(block)\" finds no terms in the \(texts) texts it is fitted to: they are empty, shorter than its n-grams or "
        + "hold stop words only",
      hint: "words need two letters or digits at least; check the text column, the stop words and --ngrams")
  }

  static func nothingLeft(block: String, terms: Int, tooRare: Int, tooCommon: Int, texts: Int) -> TextFeaturesError {
    TextFeaturesError(
      "block \"\(block)\": none of the \(terms) terms of the \(texts) training texts remain: \(tooRare) are in fewer texts "
        + "than min-df asks, \(tooCommon) in more than max-df allows",
      hint: "lower --min-df or raise --max-df")
  }

  static func crossedBounds(block: String, least: Double, most: Double, texts: Int) -> TextFeaturesError {
    TextFeaturesError(
      "block \"\(block)\": with \(texts) training texts, max-df allows \(plain(most)) texts a term and min-df asks for "
        + "\(plain(least))",
      hint: "lower --min-df or raise --max-df")
  }

  static func tooLarge(_ what: String, block: String) -> TextFeaturesError {
    TextFeaturesError(
      "block \"\(block)\": the texts hold more than \(Int32.max) \(what)",
      hint: "split the corpus, or use shorter n-grams")
  }

  /// As many flaws of a cue file as anybody reads at once, each with its line.
  static func cueFile(_ flaws: [TextFlaw], path: String) -> TextFeaturesError {
    TextFeaturesError(listed(flaws, path: path), hint: "docs/cues.md describes cue files")
  }

  /// The same of a dictionary.
  static func lexicon(_ flaws: [TextFlaw], path: String) -> TextFeaturesError {
    TextFeaturesError(listed(flaws, path: path), hint: "docs/lexicons.md describes the forms of dictionaries")
  }

  private static func listed(_ flaws: [TextFlaw], path: String) -> String {
    var lines = flaws.prefix(20).map { $0.described(in: path) }
    if flaws.count > 20 { lines.append("and \(flaws.count - 20) more: \(flaws.count) in all") }
    return lines.joined(separator: "\n")
  }

  static func badState(_ problem: String) -> TextFeaturesError {
    TextFeaturesError(
      "the fitted features cannot be restored: \(problem)", hint: "the model file is damaged; train the model again")
  }

  /// A number without a needless ".0".
  private static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
